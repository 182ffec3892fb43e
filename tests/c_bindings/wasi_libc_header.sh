#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# wasi_libc_header.sh OURS THEIRS COMPILER
#
# OURS and THEIRS are folders with a wasi/api.h. Whatever THEIRS declares, OURS declares alike: types and values of macros and
# prototypes, as the compiler understands them (mangled into the names of symbols, so that no spelling of a typedef matters),
# and all that their own assertions say of layouts. Exit code 77: THEIRS is not there.
set -eu
ours=$1
theirs=$2
shift 2
[ -e "$theirs/wasi/api.h" ] || { echo "no $theirs/wasi/api.h: skipped"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

compile() { compiler=$1; shift; "$compiler" --target=wasm32-wasip1 -ffreestanding -std=c++20 -x c++ "$@"; }
echo '#include <wasi/api.h>' > empty.cpp
compile "$1" -isystem "$theirs" -dM -E empty.cpp | sed -n 's/^#define \(__WASI_[A-Z0-9_]*\) .*/\1/p' | sort > macros
compile "$1" -isystem "$theirs" -E -P empty.cpp > text
grep -o '\b__wasi_[a-z0-9_]*(' text | tr -d '(' | sort -u > functions
grep -o '\b__wasi_[a-z0-9_]*_t\b' text | sort -u | grep -v '_u_t$' > types

{
  echo '#include <wasi/api.h>'
  echo 'template <int line, typename T> void type() {}'
  echo 'template <int line, auto v> void value() {}'
  echo 'template <int line, unsigned long size, unsigned long align> void layout() {}'
  line=0
  while read -r name; do
    line=$((line + 1))
    echo "template void type<$line, decltype($name)>(); template void value<$line, $name>();"
  done < macros
  while read -r name; do
    line=$((line + 1))
    echo "template void type<$line, decltype($name)>();"
  done < functions
  while read -r name; do
    line=$((line + 1))
    echo "template void type<$line, $name*>(); template void layout<$line, sizeof($name), alignof($name)>();"
  done < types
} > probe.cpp
for side in ours theirs; do
  case $side in ours) include=$ours ;; *) include=$theirs ;; esac
  # Both over one stdint.h: clang 19's own has another idea of what type UINT8_C makes.
  compile "$1" -isystem "$include" -isystem "$theirs" -c probe.cpp -o "$side.o"
  "$("$1" -print-prog-name=llvm-nm)" --format=just-symbols "$side.o" | sort > "$side.symbols"
done
echo "$(wc -l < macros) macros, $(wc -l < functions) functions, $(wc -l < types) types, $(wc -l < ours.symbols) symbols"
[ "$(wc -l < macros)" -gt 150 ] && [ "$(wc -l < functions)" -gt 40 ] && [ "$(wc -l < ours.symbols)" -gt 400 ]
diff theirs.symbols ours.symbols

# In C their assertions hold of our header.
{
  echo '#include <wasi/api.h>'
  grep -o '^_Static_assert(\(sizeof\|_Alignof\|offsetof\)(__wasi[^"]*"[^"]*");' "$theirs/wasi/api.h"
} > assertions.c
[ "$(wc -l < assertions.c)" -gt 100 ]
"$1" --target=wasm32-wasip1 -ffreestanding -std=c17 -Wall -Wextra -Werror -isystem "$ours" -x c -fsyntax-only assertions.c
