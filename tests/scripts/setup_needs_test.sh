#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# scripts/setup --check on machines that lack this or that: what it names.
# shellcheck source-path=SCRIPTDIR source=machine.sh disable=SC2119
source "$(dirname "${BASH_SOURCE[0]}")/machine.sh"

test_names_all_that_is_missing() {
  system "$debian"
  play scripts/setup --check --ci
  expect_status 1
  for thing in g++ cmake@3.25 ninja git '<nlohmann/json.hpp>' '<fmt/format.h>' '<CLI/CLI.hpp>' \
    '<gtest/gtest.h>' '<gmock/gmock.h>' wasm_compiler wasm_linker wasm_archiver wasm_target libfuzzer node@18 \
    '<wasm32-wasi/wasi/api.h>' python_venv clang-tidy-22 clang-format-22 clang++-19 wasm-ld-19 oldest_wasm_target libcxx shellcheck wasmtime wasm-opt; do
    expect_text "missing: $thing "
  done
}

test_is_content_when_nothing_is_missing() {
  complete_host
  wasm_toolchain
  play scripts/setup --check --engines none
  expect_status 0
  expect_line 'setup: nothing is missing'
}

test_check_changes_nothing() {
  complete_host
  working_apt
  play scripts/setup --check
  expect_status 1
  [[ ! -e $stage/apt.log && ! -e $stage/build ]] || failed '--check did something'
}

test_an_old_cmake_is_a_missing_cmake() {
  complete_host
  wasm_toolchain
  fake cmake 'echo "cmake version 3.9.6"'
  play scripts/setup --check --engines none
  expect_status 1
  expect_line 'setup: missing: cmake@3.25 (configures the build; Debian: cmake)'
}

test_the_checks_of_ci_are_asked_for_by_ci_alone() {
  complete_host
  wasm_toolchain
  play scripts/setup --check --engines none
  expect_no_text clang-tidy
  play scripts/setup --check --engines none --ci
  expect_text 'missing: clang-tidy-22 '
}

test_a_clang_of_any_sufficient_version_counts_with_or_without_it_in_its_name() {
  complete_host
  local version suffix
  for version in 19 21 23; do
    for suffix in "-$version" ''; do
      [[ $version$suffix != 23-23 ]] || continue
      rm -f "$stage"/bin/{clang++,wasm-ld,llvm-ar}*
      wasm_toolchain "$version" "$suffix"
      play scripts/setup --check --engines none
      expect_status 0
    done
  done
  rm -f "$stage"/bin/{clang++,wasm-ld,llvm-ar}*
  wasm_toolchain 14 ''
  play scripts/setup --check --engines none
  expect_status 1
  expect_text 'missing: wasm_compiler '
}

test_what_goes_with_a_clang_is_of_its_version() {
  complete_host
  wasm_toolchain 19
  rm "$stage/bin/wasm-ld-19" "$stage/bin/llvm-ar-19" "$stage/llvm/lib/wasi/libclang_rt.builtins-wasm32.a"
  play scripts/setup --check --engines none
  expect_status 1
  for package in lld-19 llvm-19 libclang-rt-19-dev-wasm32; do expect_text "Debian: $package)"; done
}

test_ci_wants_the_version_that_it_is_pinned_to() {
  complete_host
  wasm_toolchain 19
  play scripts/setup --check --engines none --ci
  expect_status 1
  expect_text 'Debian: clang-22)'
  expect_text 'Debian: lld-22)'
}

# The folder is there, and the target does not look into it.
test_a_compiler_rt_that_the_target_does_not_use_is_a_missing_one() {
  complete_host
  wasm_toolchain 22 -22 wasm32-unknown
  play scripts/setup --check --engines none
  expect_status 1
  expect_text 'missing: wasm_target (compiler-rt for wasm32; Debian: libclang-rt-22-dev-wasm32)'
  wasm_toolchain 19 -22 wasm32-wasi
  play scripts/setup --check --engines none
  expect_status 0
}

test_what_only_some_tests_need_is_named_and_does_not_block() {
  bare_of_what_is_optional
  working_apt
  fake apt-cache 'echo "  Candidate: (none)"'
  play scripts/setup --check --engines none
  expect_status 0
  for thing in node@18 '<wasm32-wasi/wasi/api.h>' libfuzzer; do expect_text "missing, but optional: $thing "; done
  play scripts/setup --engines none
  expect_status 0
  [[ ! -e $stage/apt.log ]] || failed 'asked apt for what it does not know'
  play scripts/setup --check --engines none --ci
  expect_status 1
  expect_text 'missing: node@18 '
}

# Root may write anywhere: a folder that cannot be made has to do for one that cannot be written.
test_a_tree_that_cannot_be_written_is_said_in_one_sentence() {
  complete_host
  wasm_toolchain
  touch "$stage/build"
  play scripts/setup --engines none
  expect_status 1
  expect_line "setup: cannot write in $stage/build, which is read-only or somebody else's: clone or copy this tree to a folder of yours, and begin again there"
  play scripts/setup --check --engines none
  expect_status 0
}

run_named_test "$@"
