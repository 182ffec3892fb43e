#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# README.md and docs/ do what they say: the blocks of a page are carried out in order, in the home of somebody who cloned the project
# to ~/barewasi, installed it to ~/.local and works in ~/app. The comment on the line before a block says what becomes of it:
#   file NAME        it is that file in ~/app         prints           it is what the run before it printed
#   run              it runs and exits with 0         not run: WHY     it is left alone
#   run: exit N      it runs and exits with N
# A comment without a block, "file NAME: PAGE", stands for the file of that name in another page.
# BUILD names the folder of a finished release build.
# shellcheck disable=SC2016
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

pages=(README.md)
for page in "$source_tree"/docs/*.md; do pages+=("docs/${page##*/}"); done
blocks=$stage/blocks
home=$stage/home

# The block that PAGE calls "file NAME": block_of NAME PAGE.
block_of() {
  awk -v comment="<!-- file $1 -->" '
    inside && $0 == "```" { exit }
    inside { print }
    previous == comment && /^```/ { inside = 1 }
    { previous = $0 }' "$source_tree/$2"
}

# Leaves each block of a page in blocks/NUMBER, and its comment in the array `roles`.
read_blocks() {
  local line previous='' inside=false
  page=$1
  rm -rf "$blocks" "$home"
  mkdir -p "$blocks" "$home/app"
  roles=()
  while IFS= read -r line; do
    if $inside; then
      if [[ $line == '```' ]]; then inside=false; else printf '%s\n' "$line" >>"$blocks/$((${#roles[@]} - 1))"; fi
    elif [[ $line == '<!-- file '*': '*' -->' ]]; then
      roles+=("${line#<!-- }")
      roles[-1]=${roles[-1]%% -->}
      block_of "$(cut -d' ' -f2 <<<"${roles[-1]%%: *}")" "${roles[-1]#*: }" >"$blocks/$((${#roles[@]} - 1))"
      roles[-1]=${roles[-1]%%: *}
      [[ -s $blocks/$((${#roles[@]} - 1)) ]] || failed "$page: there is no such block: '$line'"
    elif [[ $line == '```'* ]]; then
      inside=true
      [[ $previous == '<!-- '*' -->' ]] || failed "$page: no comment says what becomes of the block that begins '$line' after '$previous'"
      previous=${previous#<!-- }
      : >"$blocks/${#roles[@]}"
      roles+=("${previous% -->}")
    fi
    previous=$line
  done <"$source_tree/$page"
  ! $inside || failed "$page: the last block does not end"
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
      prints) printf 'diff -u --label page --label printed "%s/%s" "%s/%s.out"\n' "$blocks" "$number" "$blocks" "${ran:-none}" ;;
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

# What the README tells everybody to do first.
install_to_home() {
  cmake --install "$home/barewasi/build/release" --prefix "$home/.local" >/dev/null
}

test_every_block_says_what_becomes_of_it() {
  local page
  for page in "${pages[@]}"; do
    read_blocks "$page"
    write_script >/dev/null
  done
}

test_every_link_leads_somewhere() {
  local page link target anchor
  # Of every page that people wrote.
  while IFS= read -r page; do
    page=${page#"$source_tree"/}
    while IFS= read -r link; do
      target=${link%%#*}
      anchor=${link#"$target"}
      if [[ -z $target ]]; then target=$source_tree/$page; else target=$source_tree/$(dirname "$page")/$target; fi
      [[ -e $target ]] || failed "$page: '$link' leads nowhere"
      if [[ -n $anchor ]]; then
        # One that is written down, or as GitHub makes an anchor of a heading.
        grep -F "<a id=\"${anchor#\#}\">" "$target" >/dev/null || grep -E '^#+ ' "$target" | sed -E 's/^#+ //; s/[^A-Za-z0-9 _-]//g; s/ /-/g' | tr '[:upper:]' '[:lower:]' |
          grep -Fxe "${anchor#\#}" >/dev/null || failed "$page: '$link' names no heading"
      fi
    done < <(grep -oE '\]\([^)]+\)' "$source_tree/$page" | sed -E 's/^\]\(//; s/\)$//' | grep -v '^https\?://' || true)
  done < <(find "$source_tree" -name '*.md' -not -path '*/build/*' -not -path '*/generated/*' -not -path '*/tests/cases/*')
}

test_the_exit_codes_are_those_of_help() {
  local code meaning rows=0 page=$source_tree/docs/ci.md
  status=0
  output=$("${WITXC:?names the tool to be tested}" --help) || status=$?
  expect_status 0
  while IFS='|' read -r _ code meaning _; do
    meaning=${meaning//\`/}
    expect_line "$(printf '  %-3s %s' "${code// /}" "${meaning:1:-1}")"
    rows=$((rows + 1))
  done < <(grep -E '^\| [0-9]+ \| ' "$page")
  [[ $rows == "$(grep -cE '^  [0-9]+ ' <<<"$output")" ]] || failed "docs/ci.md has $rows rows"
}

test_the_readme_is_short() { (($(wc -l <"$source_tree/README.md") <= 220)) || failed 'README.md has more than 220 lines'; }

test_what_is_run_does_what_is_said() {
  local page tool
  for tool in clang++-22 node; do
    command -v "$tool" >/dev/null || { echo "skipped: there is no $tool"; exit 77; }
  done
  for tool in wasmtime wasm-opt; do
    [[ -x $source_tree/build/engines/bin/$tool ]] || { echo "skipped: there is no build/engines/bin/$tool"; exit 77; }
  done
  for page in "${pages[@]}"; do
    read_blocks "$page"
    a_clone_that_is_built
    install_to_home
    write_script >"$stage/script"
    status=0
    output=$(cd "$home/barewasi" && env -i PATH="$home/.local/bin:$source_tree/build/engines/bin:$PATH" HOME="$home" \
      bash -euo pipefail -c "cd ~/app; source '$stage/script'" 2>&1) || status=$?
    if ((status)); then
      local at
      at=$(cat "$blocks/at")
      failed "of $page, after: $(cat "$blocks/$at")"$'\n'"which printed: $(cat "$blocks/$at.out")"
    fi
  done
}

run_named_test "$@"
