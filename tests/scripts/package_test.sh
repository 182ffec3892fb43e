#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# What scripts/package left in build/package/out, tried where there is nothing else: an empty environment, a bare folder, a
# fresh venv. Without a name it runs every test; the packages are for a stage of .ci/run alone.
# shellcheck disable=SC2016
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
# shellcheck source=../../scripts/versions
source "$source_tree/scripts/versions"

packages=$source_tree/build/package/out
version=$(sed -n 's/^project(barewasi VERSION \([0-9.]*\) .*/\1/p' "$source_tree/CMakeLists.txt")
name=barewasi-$version-linux-x86_64
prefix=$stage/bare/$name

unpack() {
  mkdir "$stage/bare"
  tar -xzf "$packages/$name.tar.gz" -C "$stage/bare" || failed 'there is no whole archive; scripts/package makes it'
}

# Runs the tool, or whatever is named, with no environment but an empty PATH; sets what `play` sets.
alone() {
  status=0
  output=$(cd "$stage/bare" && env -i PATH= "$@" 2>&1 </dev/null) || status=$?
}

# Below the block that says with which options it was written.
expect_the_committed_header() {
  diff <(sed '1,/^$/d' "$source_tree/generated/cpp/wasi/preview1.hpp") <(sed '1,/^$/d' "$1") ||
    failed "$1 is not the header that is committed"
}

test_the_archive_runs_where_there_is_nothing() {
  unpack
  alone "$prefix/bin/witxc" --version
  expect_status 0
  expect_text "witxc $version"
  alone "$prefix/bin/witxc" generate --lang cpp -o include @preview1
  expect_status 0
  expect_the_committed_header "$stage/bare/include/wasi/preview1.hpp"
  alone "$prefix/bin/witxc" check --lang cpp -o include @preview1
  expect_status 0
  sed -i 's/using usize/using u_size/' "$stage/bare/include/wasi/preview1.hpp"
  alone "$prefix/bin/witxc" check --lang cpp -o include @preview1
  expect_status 1
}

test_the_tool_asks_for_no_library() {
  unpack
  output=$(LC_ALL=C readelf --program-headers --dynamic "$prefix/bin/witxc")
  expect_no_text INTERP
  expect_no_text NEEDED
  expect_text LOAD
}

test_the_static_tool_still_asks_git() {
  local repository=$stage/bare/spec
  unpack
  git init -q "$repository"
  cp "$source_tree"/witx/preview1/*.witx "$repository"
  git -C "$repository" add .
  git -C "$repository" -c user.name=t -c user.email=t@example.org commit -q -m spec
  cd "$repository"
  sed -i 's/(field $filetype /(field $kind /' typenames.witx
  ! git diff --quiet || failed 'the definitions have no field $filetype to rename'
  status=0
  output=$("$prefix/bin/witxc" diff git:HEAD:wasi_snapshot_preview1.witx wasi_snapshot_preview1.witx 2>&1) || status=$?
  expect_status 1
  expect_text kind
  status=0
  output=$(env -i PATH= "$prefix/bin/witxc" diff git:HEAD:wasi_snapshot_preview1.witx wasi_snapshot_preview1.witx 2>&1) || status=$?
  expect_status 3
  expect_text 'git could not be started'
}

test_the_archive_has_its_pages_and_completions() {
  local file
  unpack
  for file in man/man1/witxc.1 bash-completion/completions/witxc zsh/site-functions/_witxc fish/vendor_completions.d/witxc.fish \
    doc/barewasi/LICENSE doc/barewasi/README.md doc/barewasi/docs/getting-started.md doc/barewasi/CHANGELOG.md; do
    [[ -s $prefix/share/$file ]] || failed "there is no share/$file"
  done
}

test_the_archive_compiles_a_program_and_its_own_runtime() {
  local share=$prefix/share/barewasi
  unpack
  "clang++-$LLVM" --target=wasm32-wasip1 "--sysroot=$share/sysroot" -std=c++20 -Oz --no-wasm-opt "$share/examples/hello.cpp" \
    -o "$stage/hello.wasm"
  output=$("$prefix/bin/witxc" imports --list "$stage/hello.wasm")
  expect_line 'wasi_snapshot_preview1 fd_write'
  { cmake -S "$share/runtime" -B "$stage/runtime" -G Ninja && cmake --build "$stage/runtime"; } >"$stage/log" 2>&1 ||
    failed "$(tail -n 20 "$stage/log")"
  [[ -s $stage/runtime/sysroot/lib/wasm32-wasip1/libc.a ]] || failed 'there is no sysroot'
  [[ -n $(find "$stage/runtime" -path '*/bin/hello*') ]] || failed 'there is no example'
}

test_packing_again_gives_the_same_bytes() {
  local before
  before=$(cd "$packages" && sha256sum -- *)
  "$source_tree/scripts/package" >"$stage/log" 2>&1 || failed "$(tail -n 20 "$stage/log")"
  output=$(cd "$packages" && sha256sum -- *)
  [[ $output == "$before" ]] || failed "before: $before"
}

test_the_archive_names_nobody_and_one_time() {
  output=$(tar -tvzf "$packages/$name.tar.gz" --numeric-owner --full-time | awk '{print $2, $4, $5}' | sort -u)
  [[ $output == 0/0\ * && $(wc -l <<<"$output") == 1 ]] || failed 'more than one owner or time'
}

test_the_wheel_runs_in_a_fresh_venv() {
  local wheels=("$packages"/*.whl)
  [[ ${#wheels[@]} == 1 && -s ${wheels[0]} ]] || failed 'there is no wheel; scripts/package makes it'
  mkdir "$stage/bare"
  python3 -m venv "$stage/venv"
  "$stage/venv/bin/pip" --quiet --disable-pip-version-check install --no-index "${wheels[0]}"
  alone "$stage/venv/bin/witxc" --version
  expect_status 0
  expect_text "witxc $version"
  alone "$stage/venv/bin/witxc" generate --lang cpp -o include @preview1
  expect_status 0
  expect_the_committed_header "$stage/bare/include/wasi/preview1.hpp"
}

if (($#)); then run_named_test "$@"; exit; fi
broken=0
for test in $(compgen -A function test_); do
  # Each on a stage of its own.
  if bash "$0" "${test#test_}"; then echo "passed: ${test#test_}"; else broken=$((broken + 1)); fi
done
((broken == 0))
