#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# usage: component.sh WASM-TOOLS WASMTIME [--dir HOST::GUEST]... [--env NAME=VALUE]... [--invoke FUNCTION] MODULE [ARGUMENT...]
#
# Runs a module for preview 1 as a component for preview 2, on Wasmtime. WASM-TOOLS has the adapters beside it. A FUNCTION
# takes nothing and returns an int.
set -euo pipefail
tools=$(realpath "$1")
wasmtime=$2
shift 2
adapters=${tools%/*}
options=()
function=
while [[ $1 == --* ]]; do
  if [[ $1 == --invoke ]]; then
    function=$2
    options+=(--invoke "$function()")
  else
    options+=("$1" "$2")
  fi
  shift 2
done
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
module=$1
kind='command'
shift
if [[ -n $function ]]; then
  kind=reactor
  printf 'package test:test;\nworld library { export %s: func() -> s32; }\n' "$function" >"$stage/library.wit"
  "$tools" component embed "$stage/library.wit" "$module" -o "$stage/library.wasm"
  module=$stage/library.wasm
fi
"$tools" component new --adapt "wasi_snapshot_preview1=$adapters/wasi_snapshot_preview1.$kind.wasm" "$module" \
  -o "$stage/component.wasm"
"$wasmtime" run "${options[@]}" "$stage/component.wasm" "$@"
