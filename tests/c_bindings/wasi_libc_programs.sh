#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# wasi_libc_programs.sh PROGRAM OURS ENGINES COMPILER
#
# PROGRAM, written against wasi-libc, is built with its wasi/api.h and once more with ours in front, and with our wasi_api.c;
# it prints both times what its line "// prints: " says. ENGINES is a folder that may hold wasmtime. Exit code 77: no
# wasi-libc, or nothing to run it on.
set -eu
program=$1
ours=$2
engines=$3
compiler=$4
[ -e /usr/include/wasm32-wasi/wasi/api.h ] || { echo "no wasi-libc: skipped"; exit 77; }
PATH=$engines:$PATH
command -v wasmtime > /dev/null || { echo "no wasmtime: skipped"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

case $program in *.cpp) language="-x c++ -std=c++20" ;; *) language="-x c -std=c17" ;; esac
common="--target=wasm32-wasi -Wno-deprecated --sysroot=/ -isystem /usr/include/wasm32-wasi -nostdlib -O1 -Wall -Wextra -Werror"
libraries="/usr/lib/wasm32-wasi/crt1-command.o -L/usr/lib/wasm32-wasi -lc"
libraries="$libraries $("$compiler" --target=wasm32-wasi -Wno-deprecated -print-libgcc-file-name)"
# Told so, clang 19 links nothing, without a word.
[ "$("$compiler" -dumpversion | cut -d. -f1)" -lt 20 ] || libraries="--no-wasm-opt $libraries"
expected=$(sed -n 's|^// prints: ||p' "$program")
[ -n "$expected" ]

check() {
  mkdir "$folder/$1"
  said=$(wasmtime run --dir "$folder/$1::." "$folder/$1.wasm")
  if [ "$said" != "$expected" ]; then
    printf '%s, built with %s header, printed\n%s\ninstead of\n%s\n' "$program" "$1" "$said" "$expected" >&2
    exit 1
  fi
}

# shellcheck disable=SC2086
"$compiler" $common $language "$program" -x none $libraries -o "$folder/their.wasm"
check their
# shellcheck disable=SC2086
"$compiler" $common -I "$ours" -c -x c -std=c17 "$ours/wasi_api.c" -o "$folder/wasi_api.o"
# shellcheck disable=SC2086
"$compiler" $common -I "$ours" $language "$program" -x none "$folder/wasi_api.o" $libraries -o "$folder/our.wasm" -Wl,-Map="$folder/map"
check our
grep -q 'wasi_api' "$folder/map" && ! grep -q '__wasilibc_real' "$folder/map"
