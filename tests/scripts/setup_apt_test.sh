#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# scripts/setup where packages are missing: what it installs, how that fails, and what it tells whom.
# shellcheck source-path=SCRIPTDIR source=machine.sh
source "$(dirname "${BASH_SOURCE[0]}")/machine.sh"

test_installs_exactly_what_is_missing() {
  complete_host
  wasm_toolchain
  rm "$stage/bin/ninja" "$stage/root/usr/include/fmt/format.h"
  working_apt "cp '$stage/bin/git' '$stage/bin/ninja'; touch '$stage/root/usr/include/fmt/format.h'"
  play scripts/setup --engines none
  expect_status 0
  expect_line '+ apt-get -q update'
  expect_line 'setup: done'
  tail -n 1 "$stage/apt.log" | grep ' install ninja-build libfmt-dev$' >/dev/null || failed "asked apt for: $(cat "$stage/apt.log")"
}

test_asks_sudo_when_not_root() {
  complete_host
  wasm_toolchain
  rm "$stage/bin/ninja"
  working_apt "cp '$stage/bin/git' '$stage/bin/ninja'"
  fake id 'echo 1000'
  fake sudo '"$@"'
  play scripts/setup --engines none
  expect_status 0
  expect_line '+ sudo apt-get -q update'
}

test_without_root_and_sudo_names_the_command() {
  complete_host
  wasm_toolchain
  rm "$stage/bin/ninja"
  working_apt
  fake id 'echo 1000'
  play scripts/setup --engines none
  expect_status 1
  expect_text 'as root, run: apt-get update && apt-get install --no-install-recommends ninja-build'
  [[ ! -e $stage/apt.log ]] || failed 'called apt-get'
}

test_the_lines_for_root_name_what_is_optional_apart() {
  bare_of_what_is_optional
  rm "$stage/bin/ninja"
  working_apt
  fake id 'echo 1000'
  play scripts/setup --engines none
  expect_status 1
  expect_line 'setup: not root, and there is no sudo; as root, run: apt-get update && apt-get install --no-install-recommends ninja-build'
  expect_line 'setup: for the tests that want more, as root, run: apt-get install --no-install-recommends libclang-rt-22-dev nodejs wasi-libc'
}

test_a_failing_apt_is_named_with_the_way_on() {
  complete_host
  wasm_toolchain
  rm "$stage/bin/ninja"
  working_apt '[[ $* != *install* ]] || { echo "E: no space left"; exit 100; }'
  play scripts/setup --engines none
  expect_status 1
  expect_line 'E: no space left'
  expect_text 'apt-get install failed with exit status 100'
  expect_text 'packages asked for: ninja-build'
  expect_text 'run scripts/setup again'
}

test_a_package_that_apt_lacks_is_named_with_its_suite() {
  complete_host
  working_apt
  fake apt-cache 'echo "  Candidate: (none)"'
  play scripts/setup --engines none
  expect_status 1
  expect_text 'apt knows no package clang-22 lld-22'
  expect_text bookworm-security
}

# A suite of Debian 12 is no advice anywhere else.
test_other_systems_are_not_told_of_debian_12s_suite() {
  complete_host
  working_apt
  fake apt-cache 'echo "  Candidate: (none)"'
  local other
  for other in $'ID=ubuntu\nID_LIKE=debian' "$debian"; do
    system "$other" 24.04
    play scripts/setup --engines none
    expect_status 1
    expect_text 'apt knows no package clang-22 lld-22'
    expect_no_text bookworm
    expect_text 'LLVM from 19 on will do'
  done
}

test_where_sudo_refuses_root_is_told_what_to_type() {
  complete_host
  wasm_toolchain
  rm "$stage/bin/ninja"
  working_apt
  fake id 'echo 1000'
  fake sudo 'echo "jo is not in the sudoers file." >&2; exit 1'
  fake apt-cache 'echo "  Candidate: (none)"'
  play scripts/setup --engines none
  expect_status 1
  expect_line 'jo is not in the sudoers file.'
  expect_text 'as root, run: apt-get update && apt-get install --no-install-recommends ninja-build'
  expect_no_text 'apt knows no package'
  [[ ! -e $stage/apt.log ]] || failed 'went on'
}

test_a_source_that_is_down_does_not_matter_if_the_packages_are_known() {
  complete_host
  wasm_toolchain
  rm "$stage/bin/ninja"
  working_apt "[[ \$* != *update* ]] || exit 100; cp '$stage/bin/git' '$stage/bin/ninja'"
  play scripts/setup --engines none
  expect_status 0
  expect_text 'going on with the lists at hand'
}

test_what_is_optional_is_installed_where_that_asks_nobody() {
  bare_of_what_is_optional
  working_apt
  play scripts/setup --engines none
  expect_status 0
  grep ' install libclang-rt-22-dev nodejs wasi-libc$' "$stage/apt.log" >/dev/null || failed "asked apt for: $(cat "$stage/apt.log")"
  rm "$stage/apt.log"
  fake id 'echo 1000'
  fake sudo 'exit 1'
  play scripts/setup --engines none
  expect_status 0
  expect_text 'as root, run: apt-get install --no-install-recommends libclang-rt-22-dev nodejs wasi-libc'
  [[ ! -e $stage/apt.log ]] || failed 'called apt-get'
}

test_what_is_optional_goes_along_as_far_as_apt_knows_it() {
  bare_of_what_is_optional
  rm "$stage/bin/ninja"
  working_apt "cp '$stage/bin/git' '$stage/bin/ninja'"
  fake apt-cache '[[ $* == *wasi-libc ]] || echo "  Candidate: 1.0"'
  play scripts/setup --engines none
  expect_status 0
  tail -n 1 "$stage/apt.log" | grep ' install ninja-build libclang-rt-22-dev nodejs$' >/dev/null || failed "asked apt for: $(cat "$stage/apt.log")"
}

test_an_apt_that_is_content_with_nothing_is_found_out() {
  complete_host
  wasm_toolchain
  rm "$stage/bin/ninja"
  working_apt
  play scripts/setup --engines none
  expect_status 1
  expect_text 'apt-get was content, yet that is still missing'
}

test_another_system_is_told_what_to_install() {
  complete_host
  working_apt
  system 'ID=fedora'
  play scripts/setup --engines none
  expect_status 1
  expect_text 'missing: wasm_compiler (compiles to wasm32: clang++ 19 or later; Debian: clang-22)'
  expect_text 'not a Debian (os-release says '
  [[ ! -e $stage/apt.log ]] || failed 'called apt-get on a system that is not a Debian'
}

run_named_test "$@"
