#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# cmake/wasm32-wasi.cmake: which compiler it takes, for which target, and how files are called.
# shellcheck disable=SC2016
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
# shellcheck source-path=SCRIPTDIR/../../scripts source=../../scripts/versions
source "$source_tree/scripts/versions"
# shellcheck source-path=SCRIPTDIR/../../scripts source=../../scripts/clang.sh
source "$source_tree/scripts/clang.sh"

wasi_sdk=
find_clang "$LLVM_OLDEST"
[[ -n $clang ]] || { echo 'skipped: there is no clang'; exit 77; }
cp -r "$source_tree/cmake" "$stage"
lend cmake
lend ninja
mkdir "$stage/app"
cat >"$stage/app/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.25)
project(app LANGUAGES C)
add_library(part STATIC part.c)
add_executable(app app.c)
message("target ${CMAKE_C_COMPILER_TARGET}")
CMAKE
echo 'void part(void) {}' | tee "$stage/app/part.c" >"$stage/app/app.c"
fake configure 'cmake -S app -B build/app -G Ninja --toolchain "$PWD/cmake/wasm32-wasi.cmake" "$@" && ninja -C build/app -t targets all'

for tool in llvm-ar llvm-ranlib; do ln -s "$(command -v "$(llvm_tool "$tool")")" "$stage/bin/$tool"; done
fake clang++

# c_compiler VERSION [TARGET]: the machine's clang, without a version in its name; says that it is of that version, and has
# a compiler-rt for that target alone.
c_compiler() {
  fake clang++ "case \$* in
  --version) echo 'clang version $1.1.0' ;;
  *--target=${2:-wasm32-wasip1}' '-print-libgcc-file-name) echo /dev/null ;;
  *-print-libgcc-file-name) echo /nowhere ;;
esac"
  fake clang "case \$* in
  --version) echo 'clang version $1.1.0' ;;
  *) exec '$(command -v "${clang/++/}")' \"\$@\" ;;
esac"
  rm -rf "$stage/build"
}

# CMake from 3.31 on has a file for this platform, which it prefers to those of the module path, and which says only this.
test_a_platform_file_of_cmakes_own_does_not_name_files() {
  mkdir -p "$stage/theirs/Platform"
  echo 'set(WASI 1)' >"$stage/theirs/Platform/WASI.cmake"
  c_compiler 22
  play bin/configure "-DCMAKE_MODULE_PATH=$stage/theirs"
  expect_status 0
  for file in app.wasm libpart.a CMakeFiles/part.dir/part.c.o; do expect_text "$file: C_"; done
}

test_the_target_is_the_one_that_has_a_compiler_rt() {
  for target in wasm32-wasip1 wasm32-wasi; do
    c_compiler 22 "$target"
    play bin/configure
    expect_status 0
    expect_line "target $target"
  done
}

test_a_name_without_a_version_counts_if_what_it_names_is_new_enough() {
  for version in 19 23; do
    c_compiler "$version"
    play bin/configure
    expect_status 0
  done
  c_compiler 14
  play bin/configure
  expect_status 1
  expect_text 'Could not find CMAKE_C_COMPILER'
}

# Where there is no make, CMake's own choice fails; a preset names Ninja.
test_whoever_configures_names_a_generator() {
  local file count=0
  while IFS= read -r file; do
    count=$((count + 1))
    output=$(tr '\n' ' ' <"$source_tree/$file" | grep -oP 'cmake[" ,]+-[SB]\b.{0,200}' | grep -v 'Ninja\|--preset') || continue
    failed "$file"
  done < <(cd "$source_tree" && grep -rlE 'cmake[" ,]+-[SB]' README.md docs runtime/README.md bench examples scripts tests)
  ((count > 4)) || failed "only $count files say how they configure"
}

run_named_test "$@"
