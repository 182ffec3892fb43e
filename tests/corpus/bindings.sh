#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# bindings.sh CORPUS_BINDINGS cpp|c|rust|zig wasm32|host EVERY DIR
#
# Bindings in one language for every EVERY-th valid world below DIR, compiled for one machine with every warning that the
# bindings promise not to cause.
# shellcheck source-path=SCRIPTDIR source=../typed_bindings/compilers.sh
source "$(dirname "${BASH_SOURCE[0]}")/../typed_bindings/compilers.sh"
corpus_bindings=$1
language=$2
machine=$3
every=$4
folder=$5

warnings="-Wall -Wextra -Wpedantic -Werror"
case $language-$machine in
cpp-wasm32) command="$(llvm_tool clang++) --target=wasm32 -ffreestanding -nostdinc -std=c++20 -Wconversion -Wold-style-cast -Wreserved-identifier -x c++" ;;
cpp-host) command="g++ -std=c++20 -fno-exceptions -fno-rtti -Wconversion -Wold-style-cast -x c++" ;;
c-wasm32) command="$(llvm_tool clang) --target=wasm32 -ffreestanding -nostdlibinc -std=c11 -Wconversion -x c" ;;
c-host) command="gcc -std=c11 -x c" ;;
rust-wasm32)
  find_rust
  command="$rustc --edition 2021 --target wasm32-unknown-unknown --crate-type lib --emit metadata -D"
  warnings=warnings
  ;;
zig-wasm32)
  find_zig
  command="$zig build-obj -fno-emit-bin -target wasm32-freestanding"
  warnings=
  ;;
*) complain "no language '$language' or no machine '$machine'"; exit 2 ;;
esac
# shellcheck disable=SC2086
exec "$corpus_bindings" --optional --every "$every" --language "$language" "$folder" -- $command $warnings
