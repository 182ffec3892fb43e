#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# .ci/run, scripts/test and scripts/format with stand-ins for what they call: that each stage can fail, and is counted.
# shellcheck disable=SC2016
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

stages='setup tests engines demo generated package corpus laws format text shell sanitizers tidy fuzz'

# Every command that a stage calls, content; $stage/called has a line for each call.
content() {
  local name
  for name in scripts/setup scripts/test scripts/demo scripts/package scripts/format scripts/foreign-text scripts/fuzz scripts/engine-table scripts/update-goldens build/release/bin/witxc build/release/bin/diff_tests bench/coverage tests/corpus/bindings.sh \
    tests/scripts/package_test.sh cmake ctest shellcheck git; do
    fake "$name" "echo \"$name \$*\" >>'$stage/called'"
  done
}

# The command whose failure must fail the stage of that name.
culprit() {
  case $1 in
    setup | demo | package | format | fuzz) echo "scripts/$1" ;;
    tests) echo scripts/test ;;
    engines) echo scripts/engine-table ;;
    generated) echo build/release/bin/witxc ;;
    corpus) echo tests/corpus/bindings.sh ;;
    laws) echo build/release/bin/diff_tests ;;
    text) echo scripts/foreign-text ;;
    shell) echo shellcheck ;;
    sanitizers) echo ctest ;;
    tidy) echo cmake ;;
  esac
}

test_all_stages_pass_and_are_counted() {
  content
  play .ci/run
  expect_status 0
  expect_line '14 passed, 0 failed, 0 skipped'
  for name in $stages; do expect_text "ci: stage $name: passed"; done
}

test_each_stage_can_fail() {
  local name
  for name in $stages; do
    content
    fake "$(culprit "$name")" 'exit 7'
    play .ci/run "$name"
    expect_status 1
    expect_text "ci: stage $name: FAILED with exit status 7"
    expect_line '0 passed, 1 failed, 0 skipped'
  done
}

test_a_failing_stage_does_not_hide_the_others() {
  content
  fake scripts/test 'exit 1'
  fake scripts/format 'exit 1'
  play .ci/run
  expect_status 1
  expect_line 'ci: failed: tests format'
  expect_line '12 passed, 2 failed, 0 skipped'
  expect_text 'ci: stage tidy: passed'
}

test_a_failing_configuration_ends_its_stage() {
  content
  fake cmake '[[ $* != *--preset\ dev* ]] || exit 1'
  play .ci/run sanitizers
  expect_status 1
  ! grep ctest "$stage/called" >/dev/null || failed 'went on to ctest'
}

test_packages_that_do_not_run_fail_their_stage() {
  content
  fake tests/scripts/package_test.sh 'exit 1'
  play .ci/run package
  expect_status 1
  expect_line 'ci: failed: package'
}

test_without_the_tool_its_output_is_skipped_by_name() {
  content
  rm "$stage/build/release/bin/witxc"
  play .ci/run generated
  expect_status 0
  expect_text 'stage generated: skipped, the tool was not built'
  expect_line '0 passed, 0 failed, 1 skipped'
}

test_an_unknown_stage_is_refused() {
  play .ci/run testz
  expect_status 1
  expect_text "unknown stage 'testz'"
}

test_test_hands_its_arguments_to_ctest() {
  content
  cp "$source_tree/scripts/test" "$stage/scripts/test"
  play scripts/test -R Layout
  expect_status 0
  grep -Fx 'ctest --preset release -R Layout' "$stage/called" >/dev/null || failed "called: $(cat "$stage/called")"
}

test_test_stops_at_a_failing_build() {
  content
  cp "$source_tree/scripts/test" "$stage/scripts/test"
  fake cmake '[[ $1 != --build ]] || exit 3'
  play scripts/test
  expect_status 3
  ! grep ctest "$stage/called" >/dev/null || failed 'ran old tests after a failing build'
}

test_format_names_the_files_that_differ() {
  fake git 'printf "a.cpp\0b.cpp\0"'
  fake clang-format-22 'echo "a.cpp:1:2: error: code should be clang-formatted" >&2; exit 1'
  play scripts/format --check
  expect_status 1
  expect_text '1 a.cpp'
  expect_text 'scripts/format fixes them'
}

test_format_shows_an_error_that_names_no_file() {
  fake git 'printf "a.cpp\0"'
  fake clang-format-22 'echo "Error reading .clang-format" >&2; exit 1'
  play scripts/format --check
  expect_status 1
  expect_line 'Error reading .clang-format'
}

test_format_without_the_formatter_says_how_to_get_it() {
  play scripts/format
  expect_status 1
  expect_text 'scripts/setup --ci installs it'
}

run_named_test "$@"
