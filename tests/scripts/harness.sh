# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A small stage for testing scripts: a copy of scripts/ in an empty tree, a PATH with nothing on it but what a test
# puts there, and a few ways to say what must be true. A test is a function test_NAME; the first failure ends it.
# shellcheck shell=bash
set -euo pipefail

source_tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir -p "$stage/bin" "$stage/root/etc" "$stage/root/usr/include"
cp -r "$source_tree/scripts" "$source_tree/.ci" "$stage"
# Puts a command on the stage's PATH, or at a path of the stage's: fake NAME [BODY], where BODY is bash.
fake() {
  local file=$stage/bin/$1
  [[ $1 != */* ]] || file=$stage/$1
  mkdir -p "${file%/*}"
  rm -f "$file"
  printf '#!%s\n%s\n' "$(command -v bash)" "${2:-exit 0}" >"$file"
  chmod +x "$file"
}

# Puts the machine's own command on the stage's PATH.
lend() { ln -sf "$(command -v "$1")" "$stage/bin/$1"; }

# Runs a file of the stage's; leaves its exit status in $status and what it printed in $output.
play() {
  local script=$1
  shift
  status=0
  output=$(cd "$stage" && env -i PATH="$stage/bin" HOME="$stage" SETUP_ROOT="$stage/root" "${environment[@]}" \
    "./$script" "$@" 2>&1 </dev/null) || status=$?
}
environment=()
for tool in awk bash cat chmod cp cut dirname env find grep head id ln ls mkdir readlink rm sed sort tail touch tr uniq xargs; do
  lend "$tool"
done

failed() {
  printf 'FAILED: %s\n--- exit status %s, output:\n%s\n' "$*" "${status:-none}" "${output:-}" >&2
  exit 1
}
expect_status() { [[ $status == "$1" ]] || failed "expected exit status $1"; }
expect_line() { grep -Fxe "$1" <<<"$output" >/dev/null || failed "expected the line: $1"; }
expect_text() { grep -Fe "$1" <<<"$output" >/dev/null || failed "expected the text: $1"; }
expect_no_text() { ! grep -Fe "$1" <<<"$output" >/dev/null || failed "did not expect the text: $1"; }

# The last line of a test file: runs the test that the command line names.
run_named_test() {
  declare -F "test_${1:-}" >/dev/null || { echo "usage: $0 NAME, with test_NAME in the file" >&2; exit 2; }
  "test_$1"
}
