#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# usage: wamr.sh FOLDER [--map-dir HOST::GUEST]... [--env NAME=VALUE]... MODULE [ARGUMENT...]
#
# Runs a WASI command on the WAMR in FOLDER, which takes a module that it compiled before.
set -euo pipefail
folder=$1
shift
options=()
while [[ $1 == --* ]]; do
  options+=("$1" "$2")
  shift 2
done
compiled=$(mktemp --suffix=.cwasm)
trap 'rm -f "$compiled" "$compiled.log"' EXIT
# Its optimiser is not to be trusted: cat, compiled by it, copies one file and is given no room for the next.
"$folder/wamrc" compile -O0 -o "$compiled" "$1" >"$compiled.log" 2>&1 || { cat "$compiled.log" >&2; exit 70; }
shift
"$folder/wamr" run "${options[@]}" "$compiled" "$@"
