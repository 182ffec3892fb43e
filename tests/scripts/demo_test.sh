#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# scripts/demo with stand-ins for the builds: what must end it, and how it ends.
# shellcheck disable=SC2016
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

lend wc

# compiler NAME VERSION [TARGET]: has a compiler-rt for that target, and lets itself be asked.
compiler() {
  fake "$1" "case \$* in
  --version) echo 'clang version $2.1.0' ;;
  --print-targets) echo '    wasm32     - WebAssembly 32-bit' ;;
  --target=${3:-wasm32-wasip1}' '-print-libgcc-file-name) echo '$stage/program.wasm' ;;
  *-print-libgcc-file-name) echo /nowhere ;;
  *' --no-wasm-opt '*) (($2 < 20)) || cp program.wasm \"\${@: -1}\" ;;
  *) cp program.wasm \"\${@: -1}\" ;;
esac"
}

# A tool that generates and says that the program imports MODULE NAME, a compiler, and an engine that runs it.
all_goes_well() {
  echo program >"$stage/program.wasm"
  imports="${1:-wasi_snapshot_preview1} ${2:-fd_write}"
  fake scripts/setup
  fake build/release/bin/witxc 'case $1 in
imports) echo "'"$imports"'" ;;
*) mkdir -p build/demo/include/wasi && echo "#pragma once" >build/demo/include/wasi/preview1.hpp ;;
esac'
  fake cmake
  compiler clang++-22 22
  fake build/engines/bin/wasmtime 'echo "Hello, world!"'
}

test_ends_with_what_the_program_says() {
  all_goes_well
  play scripts/demo
  expect_status 0
  expect_line '+ build/release/bin/witxc generate --lang cpp -o build/demo/include @preview1'
  expect_line 'wasi_snapshot_preview1 fd_write'
  [[ $(tail -n 1 <<<"$output") == 'Hello, world!' ]] || failed 'ended with something else'
}

test_prints_each_command_before_it_runs_it() {
  all_goes_well
  play scripts/demo
  for command in scripts/setup 'cmake --preset release' 'cmake --build --preset release --target witxc' \
    'build/engines/bin/wasmtime run build/demo/hello.wasm'; do
    expect_line "+ $command"
  done
}

test_a_header_of_an_earlier_run_is_not_taken() {
  all_goes_well
  mkdir -p "$stage/build/demo/include/wasi"
  echo old >"$stage/build/demo/include/wasi/preview1.hpp"
  fake build/release/bin/witxc 'exit 0'
  play scripts/demo
  expect_status 1
  expect_text 'there is no build/demo/include/wasi/preview1.hpp'
}

test_compiles_with_the_wasi_sdk_that_is_named() {
  all_goes_well
  rm "$stage/bin/clang++-22"
  for tool in clang wasm-ld llvm-ar; do fake "sdk/bin/$tool"; done
  compiler sdk/bin/clang++ 22
  environment=("WASI_SDK_PATH=$stage/sdk")
  play scripts/demo
  expect_status 0
  expect_text "+ $stage/sdk/bin/clang++ --target=wasm32-wasip1 "
}

# Told --no-wasm-opt, clang 19 links nothing and calls that a success; and Debian's knows the older name of the target only.
test_compiles_with_clang_19_alone() {
  for name in clang++-19 clang++; do
    all_goes_well
    rm -f "$stage"/bin/clang*
    compiler "$name" 19 wasm32-wasi
    play scripts/demo
    expect_status 0
    expect_text "+ $name --target=wasm32-wasi "
    expect_line 'Hello, world!'
  done
}

test_a_compiler_that_is_content_with_nothing_is_found_out() {
  all_goes_well
  fake clang++-22 'exit 0'
  play scripts/demo
  expect_status 1
  expect_text 'there is no build/demo/hello.wasm'
}

test_a_tree_that_moved_is_said_in_one_sentence() {
  all_goes_well
  mkdir -p "$stage/build/release"
  echo 'CMAKE_HOME_DIRECTORY:INTERNAL=/srv/jo/barewasi' >"$stage/build/release/CMakeCache.txt"
  play scripts/demo
  expect_status 1
  expect_text "demo: build/release was configured when this tree was at /srv/jo/barewasi: remove it (rm -rf '$stage'/build/release)"
  expect_no_text '+ cmake'
  echo "CMAKE_HOME_DIRECTORY:INTERNAL=$stage/." >"$stage/build/release/CMakeCache.txt"
  play scripts/demo
  expect_status 0
}

test_a_failing_tool_ends_it() {
  all_goes_well
  fake build/release/bin/witxc 'exit 4'
  play scripts/demo
  expect_status 4
  expect_no_text 'Hello'
}

test_an_import_from_elsewhere_ends_it() {
  all_goes_well env fd_write
  play scripts/demo
  expect_status 1
  expect_text 'imports from outside wasi_snapshot_preview1: env fd_write'
  expect_no_text 'Hello'
}

test_a_program_that_fails_ends_it_with_its_status() {
  all_goes_well
  fake build/engines/bin/wasmtime 'exit 71'
  play scripts/demo
  expect_status 71
}

run_named_test "$@"
