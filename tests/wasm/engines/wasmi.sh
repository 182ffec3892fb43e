#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# usage: wasmi.sh PROGRAM [--dir HOST::GUEST]... [--env NAME=VALUE]... MODULE [ARGUMENT...]
#
# Runs a WASI command on wasmi, which calls a folder as the host does: one of the guest's name leads to it.
set -euo pipefail
program=$1
shift
stand=$(mktemp -d)
trap 'rm -rf "$stand"' EXIT
options=()
while [[ $1 == --* ]]; do
  if [[ $1 == --dir ]]; then
    guest=${2##*::}
    ln -s "${2%%::*}" "$stand/${guest#/}"
    options+=(--dir "${guest#/}")
  else
    options+=("$1" "$2")
  fi
  shift 2
done
module=$(realpath "$1")
shift
cd "$stand"
"$program" run "${options[@]}" "$module" "$@"
