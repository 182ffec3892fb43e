#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# wasi_libc_sources.sh OURS ENGINES COMPILER
#
# wasi-libc's own sources, which Zig carries, do not notice whose wasi/api.h they have: with either, each compiles to the same
# bytes. ENGINES is the folder beside which scripts/setup puts Zig. Exit code 77: there is no Zig.
set -eu
ours=$1
engines=$2
compiler=$3
for libc in "$engines"/../zig-*/lib/python*/site-packages/ziglang/lib/libc; do :; done
sources=$libc/wasi/libc-bottom-half
[ -d "$sources" ] || { echo "no Zig, and so no sources of wasi-libc: skipped"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

flags="--target=wasm32-wasip1 -std=gnu17 -O1 -w -nostdlibinc -DBULK_MEMORY_THRESHOLD=32"
headers="-isystem $("$compiler" -print-resource-dir)/include -isystem $libc/include/wasm-wasi-musl -isystem $libc/include/generic-musl
  -I $sources/headers/private -I $sources/cloudlibc/src/include -I $sources/cloudlibc/src
  -idirafter $libc/wasi/libc-top-half/musl/src/internal"
# Where musl's own build finds its macros; one file cannot bear them.
macros="-include $libc/musl/src/include/features.h"

# shellcheck disable=SC2086
compile() { "$compiler" $flags "$@" $headers -c "$source" 2> "$folder/log"; }

compared=0
# shellcheck disable=SC2013
for source in $(grep -rlE --include='*.c' 'wasi/(api|libc)' "$sources"); do
  with=$macros
  # shellcheck disable=SC2086
  compile $with -o "$folder/their.o" || { with=; compile -o "$folder/their.o"; }
  # shellcheck disable=SC2086
  compile $with -I "$ours" -o "$folder/our.o" || { cat "$folder/log" >&2; echo "$source does not compile with our header" >&2; exit 1; }
  cmp "$folder/their.o" "$folder/our.o" || { echo "$source becomes something else with our header" >&2; exit 1; }
  compared=$((compared + 1))
done
echo "$compared sources of wasi-libc become the same with either header"
[ "$compared" -ge 60 ]
