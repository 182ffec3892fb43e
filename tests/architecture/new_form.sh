#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# new_form.sh GENERATOR COMPILER ARGUMENT...: a form of type that is added must be answered for. Compiles every file that answers
# with model::match beside a model/types.h that has one form more, and wants each of them refused.
set -euo pipefail

generator=$1
shift
overlay=$(mktemp -d)
trap 'rm -rf "$overlay"' EXIT
mkdir "$overlay/model"
sed -e 's/^struct Type {$/struct Added {};\n&/' -e 's/std::variant<Unknown, /&Added, /' "$generator/model/types.h" >"$overlay/model/types.h"
if cmp -s "$generator/model/types.h" "$overlay/model/types.h"; then
  echo "no form was added: model/types.h is written otherwise than this script expects"
  exit 1
fi

count=0
failed=0
while read -r file; do
  count=$((count + 1))
  if "$@" -fsyntax-only -I "$overlay" -I "$generator" "$file" 2>/dev/null; then
    echo "$file compiles although it has no answer for a new form"
    failed=1
  fi
done < <(grep -rl --include='*.cpp' 'model::match(\|[^:]\bmatch($' "$generator" | sort)
echo "$count files answer for every form"
[ "$count" -ge 10 ] && exit "$failed"
