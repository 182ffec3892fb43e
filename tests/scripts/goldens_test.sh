#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# scripts/update-goldens with stand-ins for what it builds and runs, in a repository of its own.
# shellcheck disable=SC2016
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

# A tree whose goldens are what its programs write.
settled() {
  local name
  for name in cmake ctest build/engines/bin/wasm-opt build/release/bin/witxc build/release/bin/cases build/release/bin/wasm_tests; do
    fake "$name"
  done
  lend git
  mkdir -p "$stage/tests/wasm" "$stage/tests/bindings/specs" "$stage/generated"
  echo 'clang 22.1.8' >"$stage/tests/wasm/sizes.txt"
  echo one >"$stage/generated/a.hpp"
  printf '/build/\n/bin/\n' >"$stage/.gitignore"
  (cd "$stage" && git init -q . && git add -A && git -c user.name=a -c user.email=a@b commit -qm all)
}

test_what_is_settled_stays() {
  settled
  play scripts/update-goldens --check
  expect_status 0
  expect_line 'update-goldens: nothing changed'
}

# Each program that writes goldens must be asked to, and what it changes must be seen.
test_whatever_changes_is_seen() {
  local name
  for name in ctest build/release/bin/witxc build/release/bin/cases build/release/bin/wasm_tests; do
    settled
    fake "$name" "[[ \${UPDATE_GOLDENS:-} == 1 ]] && echo two >'$stage/generated/a.hpp'"
    play scripts/update-goldens --check
    expect_status 1
    expect_text 'generated/a.hpp'
    expect_text "update-goldens: goldens are not what the programs write now"
    play scripts/update-goldens
    expect_status 0
    rm -rf "$stage/.git"
  done
}

test_a_new_file_is_a_change() {
  settled
  fake build/release/bin/witxc "echo new >'$stage/generated/b.hpp'"
  play scripts/update-goldens --check
  expect_status 1
}

# Work that is not committed yet is no fault of the goldens.
test_a_change_that_was_there_before_is_none() {
  settled
  echo mine >"$stage/generated/a.hpp"
  play scripts/update-goldens --check
  expect_status 0
}

test_a_failing_program_ends_it() {
  settled
  fake build/release/bin/cases 'exit 3'
  play scripts/update-goldens
  expect_status 3
}

test_it_says_what_it_needs() {
  settled
  rm "$stage/build/engines/bin/wasm-opt"
  play scripts/update-goldens
  expect_status 1
  expect_text 'sizes need wasm-opt: run scripts/setup --ci first'
  fake build/engines/bin/wasm-opt
  echo 'clang 19.1.7' >"$stage/tests/wasm/sizes.txt"
  play scripts/update-goldens
  expect_status 1
  expect_text 'tests/wasm/sizes.txt is not for clang'
}

run_named_test "$@"
