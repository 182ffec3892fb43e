#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A folder laid out like a wasi-sdk, and no clang on PATH: the runtime and a program are built with what is in the folder.
# The compiler is this machine's own, under the names that a wasi-sdk gives it.
# shellcheck disable=SC2016
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

sdk=$stage/sdk
mkdir -p "$sdk/bin"

# shellcheck source-path=SCRIPTDIR/../../scripts source=../../scripts/versions
source "$source_tree/scripts/versions"
# shellcheck source-path=SCRIPTDIR/../../scripts source=../../scripts/clang.sh
source "$source_tree/scripts/clang.sh"

# First the wasi-sdk that the environment names, then what scripts/setup would take.
for tool in clang clang++ wasm-ld llvm-ar llvm-ranlib; do
  named=${WASI_SDK_PREFIX:-${WASI_SDK_PATH:-}}
  found=$(command -v "${named:+$named/bin/$tool}" || command -v "$(llvm_tool "$tool")") ||
    { echo "skipped: there is no $tool to stand for a wasi-sdk's"; exit 77; }
  ln -s "$found" "$sdk/bin/$tool"
done
wasi_sdk=$sdk
find_clang "$LLVM_OLDEST"
flags="--target=$(wasm_target)"
((clang_version < 20)) || flags+=' --no-wasm-opt'

cp -r "$source_tree"/{cmake,examples,generated,runtime} "$stage"
lend cmake
lend ninja
# Debian's clang, whatever it is called, asks PATH for its linker by this name; a wasi-sdk's looks beside itself.
ln -s "$sdk/bin/wasm-ld" "$stage/bin/wasm-ld-$clang_version"

builds_and_runs_through() {
  environment=("$1=$sdk")
  # The demonstration without the tool; what is generated is committed.
  fake try 'set -eux
! command -v clang++ clang
cmake -S runtime -B build/runtime -G Ninja
cmake --build build/runtime
sdk=${WASI_SDK_PREFIX:-$WASI_SDK_PATH}
"$sdk/bin/clang++" '"$flags"' --sysroot=build/runtime/sysroot -Oz examples/hello.cpp -o hello.wasm
grep "CMAKE_CXX_COMPILER:[A-Z]*=$sdk/bin/clang++" build/runtime/CMakeCache.txt'
  play bin/try
  expect_status 0
  local wasmtime=$source_tree/build/engines/bin/wasmtime
  [[ ! -x $wasmtime ]] || [[ $("$wasmtime" run "$stage/hello.wasm") == 'Hello, world!' ]] || failed 'it did not say hello'
}

test_the_folder_that_prefix_names_is_used() { builds_and_runs_through WASI_SDK_PREFIX; }
test_the_folder_that_path_names_is_used() { builds_and_runs_through WASI_SDK_PATH; }

test_a_folder_without_a_compiler_is_refused() {
  rm "$sdk/bin/clang++"
  environment=("WASI_SDK_PREFIX=$sdk")
  fake try 'cmake -S runtime -B build/runtime -G Ninja'
  play bin/try
  expect_status 1
  expect_text 'There is no bin/clang++ in'
}

run_named_test "$@"
