#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The table of errors in README.md, row by row: the old way says what the table says, and ours does not.
# SYSROOT names a finished sysroot.
# shellcheck source-path=SCRIPTDIR source=harness.sh
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

cd "$stage"
# shellcheck source-path=SCRIPTDIR/../../scripts source=../../scripts/versions
source "$source_tree/scripts/versions"
# shellcheck source-path=SCRIPTDIR/../../scripts source=../../scripts/clang.sh
source "$source_tree/scripts/clang.sh"
find_clang "$LLVM_OLDEST"
[[ -n $clang ]] || { echo 'skipped: there is no clang++'; exit 77; }
flags=("--target=$(wasm_target)" -nostdlibinc -std=c++20)
((clang_version < 20)) || flags+=(--no-wasm-opt)

program() { printf '%s\n' "$2" >"$stage/$1"; }
compile() {
  status=0
  output=$("$clang" "${flags[@]}" "$@" -o program.wasm 2>&1) || status=$?
}
our_way() { compile "--sysroot=${SYSROOT:?names a finished sysroot}" -fno-exceptions -fno-rtti -Wl,--fatal-warnings "$@"; }

# The message is a row of the table, and was said just now.
expect_row() {
  grep -F "\`$1\`" "$source_tree/README.md" >/dev/null || failed "README.md has no row for: $1"
  expect_text "$1"
}
expect_success() { expect_status 0; [[ -z $output ]] || failed 'it was not silent'; }

test_two_entries() {
  program main.cpp 'int main() { return 0; }'
  program start.cpp 'extern "C" void _start() {}'
  compile "--sysroot=$SYSROOT" main.cpp start.cpp
  expect_row 'duplicate symbol: _start'
  our_way main.cpp
  expect_success
}

test_two_heaps() {
  program main.cpp 'extern "C" void* malloc(__SIZE_TYPE__) { return nullptr; }
    extern "C" void free(void*) {}
    extern "C" void* calloc(__SIZE_TYPE__, __SIZE_TYPE__);
    void* volatile block;
    int main() { block = malloc(1); block = calloc(1, 1); return 0; }'
  our_way main.cpp
  expect_row 'duplicate symbol: malloc'
  expect_row 'two_heaps_in_one_program.o'
  program calloc.cpp 'extern "C" void* calloc(__SIZE_TYPE__, __SIZE_TYPE__) { return nullptr; }'
  our_way main.cpp calloc.cpp
  expect_success
}

test_a_constant_that_is_only_declared() {
  program main.cpp '#include <barewasi/io.hpp>
    struct Limits { static const int most = 5; };
    int main() { return barewasi::print(Limits::most) ? 0 : 1; }'
  our_way -O0 "-I$SYSROOT/include" main.cpp
  expect_row 'undefined symbol: Limits::most'
  program main.cpp '#include <barewasi/io.hpp>
    struct Limits { static constexpr int most = 5; };
    int main() { return barewasi::print(Limits::most) ? 0 : 1; }'
  our_way -O0 "-I$SYSROOT/include" main.cpp
  expect_success
}

test_no_entry() {
  program main.cpp 'int main() { return 0; }'
  compile -nostdlib main.cpp
  expect_row 'entry symbol not defined (pass --no-entry to suppress): _start'
  our_way main.cpp
  expect_success
}

test_another_main() {
  program start.cpp 'int main(int, char**); extern "C" void _start() { main(0, nullptr); }'
  program main.cpp 'int main() { return 0; }'
  compile -nostdlib -ffreestanding start.cpp main.cpp
  expect_row 'undefined symbol: main'
  our_way main.cpp
  expect_success
  program no-main.cpp 'int answer() { return 42; }'
  our_way no-main.cpp
  expect_status 1
  expect_text 'this_program_has_no_main.o'
}

test_no_memcpy() {
  program main.cpp 'struct Large { char bytes[1000]; } a, b; int main() { a = b; return a.bytes[1]; }'
  compile -nostdlib -mcpu=mvp -Wl,--no-entry,--export=__main_void main.cpp
  expect_row 'undefined symbol: memcpy'
  our_way -mcpu=mvp main.cpp
  expect_success
}

test_no_new() {
  program main.cpp 'int main() { int* p = new int[4]; p[0] = 0; const int r = p[0]; delete[] p; return r; }'
  compile -nostdlib -Wl,--no-entry,--export=__main_void main.cpp
  expect_row 'undefined symbol: operator new[]'
  our_way main.cpp
  expect_success
}

test_nothing_to_throw_with() {
  program main.cpp 'int main(int n, char**) { if (n > 9) throw 1; return 0; }'
  compile "--sysroot=$SYSROOT" main.cpp
  expect_row 'undefined symbol: __cxa_throw'
  our_way main.cpp
  expect_status 1
  expect_text "main.cpp:1:38: error: cannot use 'throw' with exceptions disabled"
}

test_two_signatures() {
  program main.cpp 'extern "C" int twice(long long); int main() { return twice(1); }'
  program twice.cpp 'extern "C" int twice(int n) { return 2 * n; }'
  compile "--sysroot=$SYSROOT" main.cpp twice.cpp
  expect_status 0
  expect_row 'function signature mismatch'
  our_way main.cpp twice.cpp
  expect_status 1
  expect_text 'error: function signature mismatch: twice'
}

test_an_import_by_accident() {
  local wasmtime=$source_tree/build/engines/bin/wasmtime
  [[ -x $wasmtime ]] || { echo 'skipped: there is no build/engines/bin/wasmtime'; exit 77; }
  program main.cpp 'extern "C" int forgotten(); int main() { return forgotten(); }'
  compile "--sysroot=$SYSROOT" -Wl,--allow-undefined main.cpp
  expect_status 0
  status=0
  output=$("$wasmtime" run program.wasm 2>&1) || status=$?
  expect_row 'unknown import: `env::'
  our_way main.cpp
  expect_status 1
  expect_text 'undefined symbol: forgotten'
}

run_named_test "$@"
