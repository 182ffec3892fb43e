#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The completions that the tool writes, in the shells that they are for: what begins like this is finished like that.
# WITXC names the tool.
# shellcheck disable=SC2016
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

tool=${WITXC:?names the tool to be tested}
folder=$stage/bells
mkdir -p "$folder/ringers"
echo '(typename $state (record (field $count u32)))' >"$folder/bell.witx"
export PATH=${tool%/*}:$PATH

# Typed, and the one word that has to come of it.
finishes=(
  'val|validate'
  'config sch|schema'
  'completion fi|fish'
  'explain WX0103|WX0103'
  'diff --persp|--perspective'
  'diff --perspective gu|guest'
  'validate --format sa|sarif'
  'generate --lang cp|cpp'
  'generate --config be|bell.witx'
  'generate --output ri|ringers'
  'validate be|bell.witx'
  'validate @preview1|@preview1'
  'layout filest|filestat'
  'layout filestat be|bell.witx'
)

# Compares with the table what `complete_in SHELL LINE` answers: all candidates, a line each.
expect_all_finished_by() {
  local row line want
  for row in "${finishes[@]}"; do
    line=${row%|*} want=${row#*|}
    output=$(cd "$folder" && "$1" "$line")
    output=${output%/}
    status=none
    [[ $output == "$want" ]] || failed "expected '$want' for: witxc $line"
  done
}

skip_without() { command -v "$1" >/dev/null || { echo "skipped: there is no $1"; exit 77; }; }

in_bash() {
  # shellcheck source=/dev/null
  source "$stage/completion"
  read -ra COMP_WORDS <<<"witxc $1"
  # shellcheck disable=SC2034
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _witxc
  printf '%s\n' "${COMPREPLY[@]}"
}

# A line of fish's answer is the word, a tab, and what it is.
in_fish() { fish --no-config -c "source $stage/completion; complete -C 'witxc $1'" | cut -f1; }

test_bash_finishes_words() {
  "$tool" completion bash >"$stage/completion"
  expect_all_finished_by in_bash
}

test_fish_finishes_words() {
  skip_without fish
  "$tool" completion fish >"$stage/completion"
  expect_all_finished_by in_fish
}

# zsh answers only to somebody who types.
test_zsh_finishes_words() {
  skip_without zsh
  skip_without python3
  local row lines=() number=0
  mkdir "$stage/functions"
  "$tool" completion zsh >"$stage/functions/_witxc"
  for row in "${finishes[@]}"; do lines+=("witxc ${row%|*}"); done
  status=0
  output=$(cd "$folder" && python3 "$source_tree/tests/scripts/type_into_zsh.py" "$stage/functions" "${lines[@]}" 2>&1) || status=$?
  expect_status 0
  local answers
  mapfile -t answers <<<"$output"
  for row in "${finishes[@]}"; do
    [[ ${answers[number]} == *" ${row#*|}" || ${answers[number]} == *" ${row#*|}"[=/] ]] ||
      failed "expected '${row#*|}' for: ${lines[number]}"
    number=$((number + 1))
  done
}

test_only_known_shells_have_completions() {
  status=0
  output=$("$tool" completion csh 2>&1) || status=$?
  expect_status 2
  expect_text 'bash, zsh, fish'
}

run_named_test "$@"
