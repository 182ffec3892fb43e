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

# Ends the script where it could not build.
need_writable_tree() {
  local folder
  mkdir -p "$top/build" 2>/dev/null || true
  for folder in "$top"/build "$top"/build/{release,demo,engines}; do
    [[ -d $folder && -w $folder ]] || [[ -d $top/build && ! -e $folder ]] ||
      die "cannot write in $folder, which is read-only or somebody else's: clone or copy this tree to a folder of yours, and begin again there"
  done
}

# configure PRESET: CMake refuses what it wrote in a tree that has moved since, and does not say what to do.
configure() {
  local home
  home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$top/build/$1/CMakeCache.txt" 2>/dev/null) || home=
  if [[ -n $home && ! $home -ef $top ]]; then
    complain "build/$1 was configured when this tree was at $home: remove it (rm -rf ${top@Q}/build/$1) and begin again"
    return 1
  fi
  run cmake --preset "$1"
}

# Prints the comment at the head of a script, from its line "# usage:" on.
usage() { sed -n '/^# usage:/,/^[^#]/{/^# shellcheck /d;s/^# \{0,1\}//p}' "$0"; }
