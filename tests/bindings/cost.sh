#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# cost.sh FILE COMPILER ARGUMENTS...
#
# A header of which nothing is used adds no byte to an object, and a call through the typed layer weighs what the same call
# through the raw layer weighs.
set -eu
file=$1
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
compile() {
  out=$1
  shift
  "$@" --target=wasm32 -ffreestanding -nostdlib -std=c++20 "$file" -o "$folder/$out"
}
size() { wc -c < "$folder/$1" | tr -d ' '; }

for level in -O0 -Oz; do
  compile unused.o "$@" $level -c
  : > "$folder/empty.cpp"
  "$@" --target=wasm32 -ffreestanding -std=c++20 $level -c "$folder/empty.cpp" -o "$folder/empty.o"
  if [ "$(size unused.o)" -ne "$(size empty.o)" ]; then
    echo "at $level an unused header adds $(($(size unused.o) - $(size empty.o))) bytes to an object" >&2
    exit 1
  fi
done

compile typed.wasm "$@" -DTYPED -Oz -Wl,--no-entry -Wl,--strip-all -Wl,--export=write -Wl,--export=close
compile raw.wasm "$@" -DRAW -Oz -Wl,--no-entry -Wl,--strip-all -Wl,--export=write -Wl,--export=close
echo "typed $(size typed.wasm) bytes, raw $(size raw.wasm) bytes"
[ "$(size typed.wasm)" -le "$(size raw.wasm)" ]
