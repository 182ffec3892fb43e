#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# scripts/wheel with a script in place of the tool: that pip takes the wheel, that its bytes depend on nothing else, and
# that nothing unfinished is left.
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

ln -sf "$(python3 -c 'import sys; print(sys.executable)')" "$stage/bin/python3"
cp "$source_tree/README.md" "$source_tree/LICENSE" "$stage"
tags=manylinux2014_x86_64.manylinux_2_17_x86_64.musllinux_1_1_x86_64
wheel=out/barewasi-1.2.3-py3-none-$tags.whl
fake tool/witxc "echo 'I am the tool'"
mkdir "$stage/out"

test_pip_installs_it_and_the_program_runs() {
  play scripts/wheel 1.2.3 1700000000 tool/witxc out
  expect_status 0
  expect_line "$wheel"
  python3 -m venv "$stage/venv"
  "$stage/venv/bin/pip" --quiet --disable-pip-version-check install --no-index "$stage/$wheel"
  output=$("$stage/venv/bin/witxc" 2>&1)
  expect_line 'I am the tool'
  output=$("$stage/venv/bin/pip" --disable-pip-version-check show --files barewasi)
  expect_line 'Version: 1.2.3'
  expect_line '  ../../../bin/witxc'
}

# An installer that checks what it unpacks, as RECORD lets it.
test_record_has_the_hash_and_the_size_of_every_file() {
  play scripts/wheel 1.2.3 1700000000 tool/witxc out
  output=$(python3 - "$stage/$wheel" <<'PYTHON'
import base64, csv, hashlib, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    names = wheel.namelist()
    rows = list(csv.reader(wheel.read(names[-1]).decode().splitlines()))
    assert [row[0] for row in rows] == names, "RECORD names other files"
    assert rows.pop() == [names[-1], "", ""], "RECORD cannot know itself"
    for name, said, size in rows:
        data = wheel.read(name)
        found = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
        assert (said, int(size)) == ("sha256=" + found, len(data)), name
    assert all(entry.date_time == (2023, 11, 14, 22, 13, 20) for entry in wheel.infolist())
    print(len(rows), "files")
PYTHON
  )
  expect_line '4 files'
}

test_its_file_says_each_tag_of_its_name() {
  local tag
  play scripts/wheel 1.2.3 1700000000 tool/witxc out
  output=$(python3 -m zipfile -e "$stage/$wheel" "$stage/unpacked" && cat "$stage/unpacked/barewasi-1.2.3.dist-info/WHEEL")
  for tag in ${tags//./ }; do expect_line "Tag: py3-none-$tag"; done
}

test_the_same_again_is_the_same_bytes() {
  play scripts/wheel 1.2.3 1700000000 tool/witxc out
  mv "$stage/$wheel" "$stage/before"
  touch "$stage/tool/witxc" "$stage/LICENSE"
  chmod 700 "$stage/tool/witxc"
  play scripts/wheel 1.2.3 1700000000 tool/witxc out
  cmp "$stage/before" "$stage/$wheel" || failed 'the second wheel has other bytes'
}

test_a_missing_program_or_folder_is_an_error_and_leaves_nothing() {
  play scripts/wheel 1.2.3 1700000000 tool/none out
  expect_status 1
  expect_line 'wheel: tool/none: No such file or directory'
  [[ -z $(ls "$stage/out") ]] || failed "left $(ls "$stage/out")"
  play scripts/wheel 1.2.3 1700000000 tool/witxc nowhere
  expect_status 1
  expect_text 'nowhere/barewasi-1.2.3'
  play scripts/wheel 1.2.3 yesterday tool/witxc out
  expect_status 2
  expect_text 'usage: scripts/wheel'
}

run_named_test "$@"
