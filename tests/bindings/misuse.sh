#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# misuse.sh clang|gcc FILE COMPILER ARGUMENTS...
#
# FILE compiles without a warning as it is, and not with -DMISUSE, where the compiler says what a line of FILE expects:
#   // clang: <extended regular expression>
#   // gcc: <extended regular expression>
# A FILE that expects nothing of a compiler is not meant for it: only its first half is compiled there.
set -eu
which=$1
file=$2
shift 2
warnings="-Wall -Wextra -Wpedantic -Wconversion -Wold-style-cast -Werror"

# shellcheck disable=SC2086
if ! "$@" $warnings -fsyntax-only "$file"; then
  echo "the control does not compile: $file" >&2
  exit 1
fi

expected=$(sed -n "s|^// $which: ||p" "$file")
[ -n "$expected" ] || exit 0
# shellcheck disable=SC2086
if said=$("$@" $warnings -fsyntax-only -DMISUSE "$file" 2>&1); then
  echo "the misuse compiles: $file" >&2
  exit 1
fi
if ! printf '%s\n' "$said" | grep -Eq "error: .*($expected)"; then
  printf 'the misuse is refused, but not with "%s":\n%s\n' "$expected" "$said" >&2
  exit 1
fi
