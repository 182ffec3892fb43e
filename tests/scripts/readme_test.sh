#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# README.md does what it says: its blocks are carried out in order, in the home of somebody who cloned the project to
# ~/barewasi and works in ~/app. The comment on the line before a block says what becomes of it:
#   file NAME        it is that file in ~/app         prints           it is what the run before it printed
#   run              it runs and exits with 0         not run: WHY     it is left alone
#   run: exit N      it runs and exits with N
# BUILD names the folder of a finished release build.
# shellcheck disable=SC2016
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

readme=$source_tree/README.md
blocks=$stage/blocks
home=$stage/home
mkdir -p "$blocks" "$home/app"

# Leaves each block in blocks/NUMBER, and its comment in the array `roles`.
read_blocks() {
  local line previous='' inside=false
  roles=()
  while IFS= read -r line; do
    if $inside; then
      if [[ $line == '```' ]]; then inside=false; else printf '%s\n' "$line" >>"$blocks/$((${#roles[@]} - 1))"; fi
    elif [[ $line == '```'* ]]; then
      inside=true
      [[ $previous == '<!-- '*' -->' ]] || failed "no comment says what becomes of the block that begins '$line' after '$previous'"
      previous=${previous#<!-- }
      : >"$blocks/${#roles[@]}"
      roles+=("${previous% -->}")
    fi
    previous=$line
  done <"$readme"
  ! $inside || failed 'the last block does not end'
  ((${#roles[@]} > 0)) || failed 'found no block'
}

# One script of all that is run, for what one block exports is there in the next.
write_script() {
  local number ran=
  for number in "${!roles[@]}"; do
    case ${roles[number]} in
      'file '*) echo "cp '$blocks/$number' '$home/app/${roles[number]#file }'" ;;
      run) printf 'echo %s >"%s/at"\n{\n%s\n} >"%s/%s.out" 2>&1\n' "$number" "$blocks" "$(cat "$blocks/$number")" "$blocks" "$number" ;;
      'run: exit '*)
        printf 'echo %s >"%s/at"\nstatus=0\n(\n%s\n) >"%s/%s.out" 2>&1 || status=$?\n[[ $status == "%s" ]]\n' \
          "$number" "$blocks" "$(cat "$blocks/$number")" "$blocks" "$number" "${roles[number]#run: exit }"
        ;;
      prints) printf 'diff -u --label README.md --label printed "%s/%s" "%s/%s.out"\n' "$blocks" "$number" "$blocks" "${ran:-none}" ;;
      'not run: '*) ;;
      *) failed "nobody knows what '<!-- ${roles[number]} -->' means" ;;
    esac
    case ${roles[number]} in run*) ran=$number ;; esac
  done
}

a_clone_that_is_built() {
  local entry
  mkdir -p "$home/barewasi/build"
  for entry in "$source_tree"/*; do
    [[ ${entry##*/} == build ]] || ln -s "$entry" "$home/barewasi/"
  done
  ln -s "${BUILD:?names a finished release build}" "$home/barewasi/build/release"
  ln -s "$source_tree/build/engines" "$home/barewasi/build/engines"
}

test_every_block_says_what_becomes_of_it() { read_blocks; write_script >/dev/null; }

test_the_exit_codes_are_those_of_help() {
  local code meaning rows=0
  status=0
  output=$("${WITXC:?names the tool to be tested}" --help) || status=$?
  expect_status 0
  while IFS='|' read -r _ code meaning _; do
    meaning=${meaning//\`/}
    expect_line "$(printf '  %-3s %s' "${code// /}" "${meaning:1:-1}")"
    rows=$((rows + 1))
  done < <(grep -E '^\| [0-9]+ \| ' "$readme")
  [[ $rows == "$(grep -cE '^  [0-9]+ ' <<<"$output")" ]] || failed "README.md has $rows rows"
}

test_what_is_run_does_what_is_said() {
  command -v clang++-22 >/dev/null || { echo 'skipped: there is no clang++-22'; exit 77; }
  [[ -x $source_tree/build/engines/bin/wasmtime ]] || { echo 'skipped: there is no build/engines/bin/wasmtime'; exit 77; }
  read_blocks
  a_clone_that_is_built
  write_script >"$stage/script"
  status=0
  output=$(cd "$home/barewasi" && env -i PATH="$PATH" HOME="$home" bash -euo pipefail "$stage/script" 2>&1) || status=$?
  if ((status)); then
    local at
    at=$(cat "$blocks/at")
    failed "of README.md, after: $(cat "$blocks/$at")"$'\n'"which printed: $(cat "$blocks/$at.out")"
  fi
}

run_named_test "$@"
