#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# old_standard.sh HEADER COMPILER...: with a standard before C++20 the header's one error says what it needs.
header=$1
shift
for standard in c++11 c++14 c++17; do
  if text=$("$@" "-std=$standard" -fsyntax-only -x c++ "$header" 2>&1); then
    echo "$standard: it compiles" >&2
    exit 1
  fi
  errors=$(printf '%s\n' "$text" | grep -c ' error: ')
  if [ "$errors" != 1 ] || ! printf '%s\n' "$text" | grep -q 'error:.*this header is for C++20'; then
    printf '%s: %s errors\n%s\n' "$standard" "$errors" "$text" >&2
    exit 1
  fi
done
