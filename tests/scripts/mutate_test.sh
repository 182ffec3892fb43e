#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# scripts/mutate in a tree of one small file, whose "build" and "tests" are greps: what it changes, and what it says came of it.
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

for tool in git sleep; do lend "$tool"; done
ln -sf "$(python3 -c 'import sys; print(sys.executable)')" "$stage/bin/python3"
git -C "$stage" init -q
printf '/bin\n/root\n/build\n' >"$stage/.gitignore"
mkdir -p "$stage/generator" "$stage/tests/mutations"
cat >"$stage/generator/small.cpp" <<'CPP'
// A comment with a < b in it.
#include <array>
std::vector<int> both;
int sum(int a, int b) {
  if (a < 7) return 0;
  note("a < b");
  return a + b;
}
constexpr std::array rows{
    Row{"one", 1},
    Row{"two", 1},
};
CPP
cat >"$stage/tests/mutations/plan.json" <<'JSON'
{"patience": {"build": 60, "run": 1},
 "areas": [{"path": "generator", "stages": [
   {"name": "golden", "golden": true, "run": [["bash", "golden.sh"]]},
   {"name": "unit", "build": [["bash", "build.sh"]], "run": [["bash", "unit.sh"]]}]}]}
JSON
# One change does not compile, by what a compiler would say of it.
printf '%s\n' 'if grep -q "false) return" generator/small.cpp; then echo "generator/small.cpp:5:7: error: no"; exit 1; fi' \
  >"$stage/build.sh"
printf '%s\n' 'set -e' 'grep -q "a + b;" generator/small.cpp' 'if grep -q "(true)" generator/small.cpp; then sleep 600; fi' >"$stage/unit.sh"
printf '%s\n' 'grep -q "return 0;" generator/small.cpp' >"$stage/golden.sh"
git -C "$stage" add -A

# How many seconds something took depends on what else the machine does.
mutate() {
  play scripts/mutate "$@"
  output=$(sed -E 's/, [0-9]+ s: /: /' <<<"$output")
}

test_help_names_kinds_and_options() {
  mutate --help
  expect_status 0
  local word
  for word in operator condition constant statement table patch --seed --count --only --resume --again 'exit status'; do
    expect_text "$word"
  done
  mutate --kind nonsense
  expect_status 2
  mutate --only generator/none.cpp
  expect_status 2
  expect_text 'no file matches --only generator/none.cpp'
}

test_lists_every_change_and_nothing_of_comments_strings_or_templates() {
  mutate --list --count 0
  expect_status 0
  local line
  for line in '5: operator: < -> <=' '5: condition: a < 7 -> true' '5: condition: a < 7 -> false' '5: constant: 7 -> 8' \
    '5: constant: 7 -> 6' '5: constant: 0 -> 1' '6: statement: note("a < b"); -> ;' '7: operator: + -> -' \
    '10: constant: 1 -> 2' '10: constant: 1 -> 0' '11: constant: 1 -> 2' '11: constant: 1 -> 0' \
    '10: table: "one" -> "two"' '11: table: "two" -> "one"'; do
    expect_line "generator/small.cpp:$line"
  done
  [[ $(wc -l <<<"$output") == 14 ]] || failed 'expected 14 changes'
}

test_the_seed_decides_the_order() {
  mutate --list --seed 5
  local first=$output
  mutate --list --seed 5
  [[ $output == "$first" ]] || failed 'expected the same order'
  mutate --list --seed 6
  [[ $output != "$first" && $(sort <<<"$output") == $(sort <<<"$first") ]] || failed 'expected the same changes, ordered otherwise'
}

test_says_what_survived_and_leaves_the_tree_alone() {
  mutate --kind operator --count 0
  expect_status 1
  expect_text 'survived: generator/small.cpp:5: operator: < -> <='
  expect_text 'noticed by unit: generator/small.cpp:7: operator: + -> -'
  expect_line 'operator: noticed 1 of 2'
  expect_line '      if (a < 7) return 0;'
  expect_text 'seed 1: noticed 1 of 2 (50.0 %)'
  git -C "$stage" diff --quiet || failed 'expected an unchanged tree'
  git diff --no-index --quiet "$stage/generator/small.cpp" "$stage/build/mutate/alone/source/generator/small.cpp" ||
    failed 'expected the copy to be as it was'
}

test_what_takes_too_long_is_noticed_and_what_does_not_compile_is_not_counted() {
  mutate --kind condition --count 0
  expect_status 0
  expect_text 'noticed by unit, which took too long: '
  expect_text 'does not compile: generator/small.cpp:5: condition: a < 7 -> false'
  expect_text 'noticed 1 of 1 (100.0 %), 1 of them by taking too long and 0 by goldens alone; not counted: 1 that do not compile'
}

test_a_test_that_prints_without_end_is_stopped() {
  printf '%s\n' 'grep -q "a + b;" generator/small.cpp && exit 0' 'while :; do echo wrong; done' >"$stage/unit.sh"
  mutate --kind operator --count 0 --only generator/small.cpp
  expect_text 'noticed by unit, which took too long: '
  [[ $(wc -c <"$stage/build/mutate/log-alone") -lt 3000000 ]] || failed 'expected little of the output to be kept'
}

test_an_interrupted_run_stops_what_it_runs_and_goes_on_later() {
  printf '%s\n' 'grep -q "a + b;" generator/small.cpp && exit 0' "touch '$stage/build/mutate/begun'" 'exec sleep 600' >"$stage/unit.sh"
  sed -i 's/"run": 1}/"run": 600}/' "$stage/tests/mutations/plan.json"
  (cd "$stage" && exec env -i PATH="$stage/bin" HOME="$stage" ./scripts/mutate --kind operator --count 0) >"$stage/said" 2>&1 &
  local runner=$! waited=0
  until [[ -e $stage/build/mutate/begun ]] || ((++waited > 300)); do sleep 0.1; done
  kill -TERM "$runner"
  wait "$runner" && failed 'expected the run to be interrupted'
  output=$(cat "$stage/said")
  expect_line 'interrupted; --resume goes on from here'
  local file
  for file in /proc/[0-9]*/cwd; do
    [[ $(readlink "$file" 2>/dev/null) != "$stage"/build/mutate/* ]] || failed 'expected no test to be left running'
  done
}

test_a_build_that_takes_too_long_is_not_counted() {
  sed -i 's/"build": 60/"build": 1/' "$stage/tests/mutations/plan.json"
  printf '%s\n' 'grep -q "a + b;" generator/small.cpp || exec sleep 600' >"$stage/build.sh"
  mutate --kind operator --count 0
  expect_text 'not built in time: generator/small.cpp:7: operator: + -> -'
  expect_text '0 that do not apply, 1 not built in time'
}

test_goldens_come_last_and_are_told_apart() {
  mutate --kind constant --count 0
  expect_status 1
  expect_text 'noticed by golden: generator/small.cpp:5: constant: 0 -> 1'
  expect_text '1 by goldens alone'
}

test_stages_can_be_chosen() {
  mutate --kind operator --count 0 --stage golden
  expect_status 1
  expect_line 'operator: noticed 0 of 2'
  mutate --stage none
  expect_status 2
  expect_text 'no stage of tests/mutations/plan.json is called none; there are golden, unit'
}

test_resume_goes_on_and_again_tries_survivors_only() {
  mutate --kind operator --count 1 --seed 3
  mutate --kind operator --count 0 --seed 3 --resume
  expect_line 'operator: noticed 1 of 2'
  [[ $(wc -l <"$stage/build/mutate/results.jsonl") == 2 ]] || failed 'expected each change to be tried once'
  printf '%s\n' 'grep -q "a < 7" generator/small.cpp' >>"$stage/unit.sh"
  mutate --again
  expect_status 0
  expect_text 'noticed 1 of 1 (100.0 %)'
}

test_patches_are_tried_when_asked_for() {
  sed -i 's/a + b;/b + a;/' "$stage/generator/small.cpp"
  git -C "$stage" diff >"$stage/tests/mutations/swapped.patch"
  git -C "$stage" checkout -q generator
  sed 's/a + b/a + c/' "$stage/tests/mutations/swapped.patch" >"$stage/tests/mutations/stale.patch"
  mutate --kind patch
  expect_status 0
  expect_text 'noticed by unit: generator/small.cpp:4: patch swapped.patch'
  expect_text 'not applied: generator/small.cpp:4: patch stale.patch'
  expect_text '1 that do not apply'
}

# The same in a program in which the changes are compiled in together; only what the compiler evaluates is built by itself.
compile_together() {
  for tool in c++ cc as ld mktemp tail; do lend "$tool"; done
  cat >"$stage/generator/small.cpp" <<'CPP'
#include <array>
constexpr int size = 3;
int sum(int a, int b) { return a + b; }
bool both(bool a, bool b) {
  return a && b;
}
int never(int a) { return a * 2; }
struct Row {
  const char* name;
  int number;
};
constexpr std::array rows{
    Row{"one", 1},
    Row{"two", 2},
};
static_assert(rows[0].number < rows[1].number);
int main() {
  std::array<int, size> three{};
  if (sum(1, 2) != 3 || !both(true, true) || three.size() != 3) return 1;
  return rows[0].name[0] == 'o' ? 0 : 1;
}
CPP
  cat >"$stage/tests/mutations/plan.json" <<'JSON'
{"patience": {"build": 60, "run": 1},
 "areas": [{"path": "generator",
   "together": {"configure": [["bash", "configure.sh"]], "programs": "build/bin"},
   "configure": [["bash", "configure.sh"]],
   "stages": [{"name": "unit", "build": [["bash", "build.sh"]], "run": [["build/bin/small"]]}]}]}
JSON
  # shellcheck disable=SC2016
  printf '%s\n' 'mkdir -p build/bin' 'echo "${CMAKE_CXX_COMPILER_LAUNCHER:-} c++ -std=c++20 ${LDFLAGS:-} -o build/bin/small generator/small.cpp" >build/how' \
    >"$stage/configure.sh"
  # shellcheck disable=SC2016
  printf '%s\n' 'exec $(cat build/how)' >"$stage/build.sh"
  git -C "$stage" add -A
}

test_changes_are_compiled_in_together() {
  compile_together
  mutate --kind operator --count 0
  expect_status 1
  expect_text 'noticed by unit: generator/small.cpp:3: operator: + -> -'
  # Nobody gives it anything but true.
  expect_text 'survived: generator/small.cpp:5: operator: && -> ||'
  expect_text 'survived (no test comes across it): generator/small.cpp:7: operator: * -> /'
  expect_text 'noticed by unit: generator/small.cpp:19: operator: ! -> (nothing)'
  git -C "$stage" diff --quiet || failed 'expected an unchanged tree'
}

test_tables_that_the_compiler_evaluates_are_changed_as_well() {
  compile_together
  mutate --kind table --count 0
  expect_status 1
  expect_text 'noticed by unit: generator/small.cpp:13: table: "one" -> "two"'
  expect_text 'survived: generator/small.cpp:14: table: "two" -> "one"'
  # What a static_assert refuses does not compile.
  expect_text 'does not compile: generator/small.cpp:13: table: 1 -> 2'
}

test_what_only_the_compiler_sees_is_built_alone() {
  compile_together
  mutate --kind constant --count 0
  expect_text 'generator/small.cpp:2: constant: 3 -> 4'
  grep -q 'noticed by unit: .*small.cpp:2: constant: 3 -> 4' <<<"$output" || failed 'expected the size to be noticed'
  ! grep -q "survived" <<<"$output" || grep -q "generator/small.cpp:7:" <<<"$output" || failed "expected only what is never called to survive"
}

test_every_patch_of_the_project_applies() {
  local file
  for file in "$source_tree"/tests/mutations/*.patch; do
    output=$(cd "$source_tree" && git apply --check "$file" 2>&1) || failed "expected ${file##*/} to apply"
  done
}

test_tests_that_fail_without_a_change_end_the_run() {
  printf 'exit 1\n' >"$stage/unit.sh"
  mutate --count 1
  expect_status 3
  expect_text "without any change, 'bash unit.sh' of unit fails"
}

run_named_test "$@"
