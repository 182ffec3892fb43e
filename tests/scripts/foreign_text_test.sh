#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# scripts/foreign-text in a small repository: what it finds, where it says it is, and what it lets pass.
# What must not be committed is put together from pieces here, so that this file may be.
# shellcheck disable=SC2016
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

lend git
ln -sf "$(python3 -c 'import sys; print(sys.executable)')" "$stage/bin/python3"
git -C "$stage" init -q
printf '/bin\n/root\n/scripts\n/reference\n' >"$stage/.gitignore"

# tracked FILE LINE...
tracked() {
  printf '%s\n' "${@:2}" >"$stage/$1"
  git -C "$stage" add -- "$1"
}
reference() { mkdir -p "$stage/reference" && printf '%s\n' "${@:2}" >"$stage/reference/$1"; }

test_passes_what_is_our_own() {
  tracked notes.md 'plain words of our own' 'see build/release, /usr/include and /dev/null'
  tracked run.sh 'echo "$stage/ro''ot/etc" build/wo''rk/x https://llvm.org/LICENSE.txt'
  play scripts/foreign-text
  expect_status 0
  expect_text '0 found in 2 files'
}

test_finds_the_path_of_a_machine() {
  local path
  for path in /wo''rk/x /ro''ot/x /tm''p/x /ho''me/me/x /Us''ers/me/x; do
    tracked notes.md 'first' "kept in $path"
    play scripts/foreign-text
    expect_status 1
    expect_text "notes.md:2: a path of one machine: ${path%x}"
  done
}

test_finds_the_address_of_a_registry() {
  local host
  for host in deb.debian''.org pypi''.org registry.npmjs''.org proxy.golang''.org repo.maven''.apache.org index.crates''.io; do
    tracked notes.md "from https://$host/"
    play scripts/foreign-text
    expect_status 1
    expect_text 'notes.md:1: the address of a registry'
  done
}

test_finds_a_copyright_outside_the_licence() {
  tracked code.h '// Copy''right (c) 2019 Somebody'
  tracked LICENSE 'Copy''right 2019 Somebody'
  play scripts/foreign-text
  expect_status 1
  expect_text "code.h:1: somebody's copyright"
  expect_text '1 found in 1 files'
}

test_finds_a_copied_sentence_over_line_ends_and_comment_marks() {
  reference spec.witx ';;; The quick brown fox jumps' ';;; over the lazy sleeping dog.' '(typename $fox u8)'
  tracked notes.md 'One line before.' '* the quick brown fox jumps over the' '* lazy sleeping dog'
  play scripts/foreign-text reference
  expect_status 1
  expect_text 'notes.md:2: as in reference/spec.witx:1: the quick brown fox jumps over the lazy'
}

test_takes_definitions_for_facts() {
  reference spec.witx '(typename one two three four five six seven eight nine ten)'
  tracked spec.witx '(typename one two three four five six seven eight nine ten)'
  play scripts/foreign-text reference
  expect_status 0
}

test_names_a_reference_that_is_not_there() {
  play scripts/foreign-text nowhere
  expect_status 0
  expect_text 'skipped: there is no folder nowhere'
}

test_says_when_it_could_not_look() {
  rm -rf "$stage/.git"
  play scripts/foreign-text
  expect_status 2
  expect_text 'cannot list the tracked files'
}

run_named_test "$@"
