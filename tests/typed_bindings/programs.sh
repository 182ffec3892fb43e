#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# programs.sh WITXC rust|zig
#
# Small programs above generated bindings, run on each engine that is here.
# shellcheck source-path=SCRIPTDIR source=compilers.sh
source "$(dirname "${BASH_SOURCE[0]}")/compilers.sh"
witxc=$1
language=$2
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

find_compiler "$language"
run "$witxc" generate -q --lang "$language" -o . @preview1
cp "$here"/programs/*."$ending" .
for each in hello cat errno; do "compile_$language" "$each.$ending" "$each.wasm"; done

mkdir files
seq 20000 >files/numbers.txt
wasmtime() { "$top/build/engines/bin/wasmtime" run --dir files::/ "$@"; }
node_() { node "$top/tests/wasm/engines/node.mjs" --dir files::/ "$@"; }
engines=()
[[ ! -x $top/build/engines/bin/wasmtime ]] || engines+=(wasmtime)
! has_command "node@$NODE_AT_LEAST" || engines+=(node_)
((${#engines[@]})) || skip "there is neither wasmtime nor node"

# The name is the specification's, and so is the sentence.
says_errno() {
  local status=0
  "$1" errno.wasm >said || status=$?
  [[ $status == 44 && $(<said) == 'noent: The file or directory does not exist' ]] || die "on $1: $(<said) (status $status)"
}
for engine in "${engines[@]}"; do
  [[ $("$engine" hello.wasm) == hello ]] || die "hello on $engine"
  "$engine" cat.wasm | cmp - files/numbers.txt || die "cat on $engine"
  says_errno "$engine"
  say "$language on ${engine%_}: hello, cat, errno"
done
