#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# imports.sh WITXC MODULE_IMPORTS rust|zig SPEC
#
# A program that refers to every function of a specification imports the same from every language.
# shellcheck source-path=SCRIPTDIR source=compilers.sh
source "$(dirname "${BASH_SOURCE[0]}")/compilers.sh"
witxc=$1
module_imports=$2
language=$3
spec=$4
templates=$(cd "$(dirname "$0")" && pwd)/templates
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

for each in cpp "$language"; do
  find_compiler "$each"
  run "$witxc" generate -q --lang "$each" --templates "$templates" -o . "$spec"
  "compile_$each" "all.$ending" "$each.wasm"
  "$module_imports" "$each.wasm" >"$each.txt"
done
say "$(wc -l <cpp.txt) imports"
[[ -s cpp.txt ]] || die "there are none"
diff -u cpp.txt "$language.txt"
