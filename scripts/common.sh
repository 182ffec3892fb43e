# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# What every script here begins with: the top of the tree, the pinned versions, and one way to speak.
# shellcheck shell=bash
set -euo pipefail
if ((BASH_VERSINFO[0] < 5)); then
  echo "${0##*/}: needs bash 5 or later, this is $BASH_VERSION" >&2
  exit 1
fi

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=${0##*/}
# shellcheck source-path=SCRIPTDIR source=versions
source "$top/scripts/versions"

say() { printf '%s: %s\n' "$program" "$*"; }
complain() { printf '%s: %s\n' "$program" "$*" >&2; }
die() { complain "$@"; exit 1; }

# Prints a command the way one would type it, then runs it.
run() {
  local word line='+'
  for word in "$@"; do
    if [[ $word =~ ^[A-Za-z0-9_@%+=:,./-]+$ ]]; then line+=" $word"; else line+=" ${word@Q}"; fi
  done
  printf '%s\n' "$line"
  "$@"
}

# Prints the comment at the head of a script, from its line "# usage:" on.
usage() { sed -n '/^# usage:/,/^[^#]/{/^# shellcheck /d;s/^# \{0,1\}//p}' "$0"; }
