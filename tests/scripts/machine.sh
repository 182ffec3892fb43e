#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A machine on the stage, for testing scripts/setup: what it has, and an apt that answers.
# shellcheck shell=bash source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

debian='ID=debian'
system() { printf '%s\nVERSION_ID="%s"\n' "$1" "${2:-12}" >"$stage/root/etc/os-release"; }
header() { mkdir -p "$stage/root/usr/include/${1%/*}" && touch "$stage/root/usr/include/$1"; }

# Everything but the toolchain for wasm32.
complete_host() {
  system "$debian"
  fake g++
  fake cmake 'echo "cmake version 3.25.1"'
  fake ninja
  fake git
  fake node 'echo v18.20.4'
  fake python3
  for file in nlohmann/json.hpp fmt/format.h CLI/CLI.hpp gtest/gtest.h gmock/gmock.h wasm32-wasi/wasi/api.h; do
    header "$file"
  done
}

# wasm_toolchain [VERSION [SUFFIX [TARGET]]]: LLVM of that version under names with that suffix, and its compiler-rt for
# that target alone.
# shellcheck disable=SC2120  # the tests say which
wasm_toolchain() {
  local version=${1:-22} suffix=${2--${1:-22}} target=${3:-wasm32-wasip1} llvm=$stage/llvm
  mkdir -p "$llvm/lib/wasi" "$llvm/lib/linux"
  touch "$llvm/lib/wasi/libclang_rt.builtins-wasm32.a" "$llvm/lib/linux/libclang_rt.fuzzer.a"
  fake "clang++$suffix" "case \$* in
  *--version) echo 'Debian clang version $version.1.0' ;;
  *--target=$target' '-print-libgcc-file-name) echo '$llvm/lib/wasi/libclang_rt.builtins-wasm32.a' ;;
  *-print-libgcc-file-name) echo '$llvm/lib/nowhere/libclang_rt.builtins.a' ;;
  *-print-prog-name=wasm-ld) echo 'wasm-ld$suffix' ;;
  *) echo '$llvm' ;;
esac"
  fake "wasm-ld$suffix" "echo 'LLD $version.1.0'"
  fake "llvm-ar$suffix" "echo 'LLVM version $version.1.0'"
}

# A folder laid out like a wasi-sdk.
wasi_sdk() {
  fake sdk/bin/clang++ 'echo "    wasm32     - WebAssembly 32-bit"'
  fake sdk/bin/clang
  fake sdk/bin/wasm-ld
  fake sdk/bin/llvm-ar
}

# An apt that knows every package; what it is asked to do is in $stage/apt.log.
working_apt() {
  fake apt-cache 'echo "  Candidate: 1.0"'
  fake apt-get "echo \"\$*\" >>'$stage/apt.log'; ${1:-}"
  fake id 'echo 0'
}

# Of a machine that lacks what only some tests need.
bare_of_what_is_optional() {
  complete_host
  wasm_toolchain
  rm "$stage/bin/node" "$stage/root/usr/include/wasm32-wasi/wasi/api.h" "$stage/llvm/lib/linux/libclang_rt.fuzzer.a"
}
