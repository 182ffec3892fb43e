#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The tables of errors in docs/troubleshooting.md, row by row: the old way says what the table says, and ours does not.
# SYSROOT names a finished sysroot.
# shellcheck source-path=SCRIPTDIR source=compile.sh
source "$(dirname "${BASH_SOURCE[0]}")/compile.sh"

test_two_entries() {
  program main.cpp 'int main() { return 0; }'
  program start.cpp 'extern "C" void _start() {}'
  with_sysroot main.cpp start.cpp
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
  our_way -O0 main.cpp
  expect_row 'undefined symbol: Limits::most'
  program main.cpp '#include <barewasi/io.hpp>
    struct Limits { static constexpr int most = 5; };
    int main() { return barewasi::print(Limits::most) ? 0 : 1; }'
  our_way -O0 main.cpp
  expect_success
  program main.cpp '#include <barewasi/io.hpp>
    struct Limits { static const int most = 5; };
    int main() { return barewasi::print(+Limits::most) ? 0 : 1; }'
  our_way -O0 main.cpp
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
  with_sysroot main.cpp
  expect_row 'undefined symbol: __cxa_throw'
  our_way main.cpp
  expect_status 1
  expect_text "main.cpp:1:38: error: cannot use 'throw' with exceptions disabled"
}

test_two_signatures() {
  program main.cpp 'extern "C" int twice(long long); int main() { return twice(1); }'
  program twice.cpp 'extern "C" int twice(int n) { return 2 * n; }'
  with_sysroot main.cpp twice.cpp
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
  with_sysroot -Wl,--allow-undefined main.cpp
  expect_status 0
  status=0
  output=$("$wasmtime" run program.wasm 2>&1) || status=$?
  expect_row 'unknown import: `env::'
  our_way main.cpp
  expect_status 1
  expect_text 'undefined symbol: forgotten'
}

test_no_headers_of_the_library() {
  program main.cpp '#include <vector>
    int main() { return 0; }'
  our_way main.cpp
  expect_status 1
  expect_row "'vector' file not found"
  program main.cpp '#include <new>
    int main() { return 0; }'
  our_way main.cpp
  expect_success
  on_libcxx main.cpp
  expect_success
}

test_threads() {
  program main.cpp 'int main() { return 0; }'
  with_sysroot -pthread main.cpp
  expect_row 'unable to find library -lpthread'
  program main.cpp '#include <barewasi/io.hpp>
    int main() { return 0; }'
  with_sysroot -pthread main.cpp
  expect_text 'barewasi is for programs without threads'
}

readonly classes='struct A { virtual ~A() {} virtual int f(); }; struct B : A { int f() override; };
  int A::f() { return 0; }
  int B::f() { return 1; }'

test_classes_that_are_looked_up() {
  program main.cpp "$classes"'
    int is_b(A* a) { return dynamic_cast<B*>(a) != nullptr; }
    int main() { B b; return is_b(&b); }'
  with_sysroot -fno-exceptions main.cpp
  expect_row 'undefined symbol: __dynamic_cast'
  our_way main.cpp
  expect_text 'main.cpp:4:29: error: use of dynamic_cast requires -frtti'
}

test_a_call_that_nobody_wrote() {
  program main.cpp 'extern "C" int printf(const char*, ...) { return 0; }
    int main() { printf("text\n"); return 0; }'
  our_way -O1 main.cpp
  expect_row 'undefined symbol: puts'
  our_way -O1 -fno-builtin-printf main.cpp
  expect_success
}

test_undefined_behaviour() {
  program main.cpp 'int main(int n, char**) { return n << n; }'
  our_way -fsanitize=undefined main.cpp
  expect_quoted 'undefined symbol: __ubsan_handle_...'
  expect_text 'undefined symbol: __ubsan_handle_'
  our_way -fsanitize=undefined -fsanitize-trap=undefined main.cpp
  expect_success
}

# What three calls of next() return, in a memory of the host's: 256 pages for ever.
expect_calls() {
  local node
  expect_success
  node=$(type -P node) || { echo 'skipped: there is no node'; exit 77; }
  program calls.mjs 'import { readFileSync } from "node:fs";
    const memory = new WebAssembly.Memory({ initial: 256, maximum: 256 });
    const bytes = readFileSync("program.wasm");
    const { instance } = await WebAssembly.instantiate(bytes, { env: { memory }, wasi_snapshot_preview1: {} });
    instance.exports._initialize?.();
    console.log([1, 2, 3].map(() => instance.exports.next()).join(" "));'
  output=$("$node" calls.mjs 2>&1) || status=$?
  expect_line "$1"
}

test_constructors_at_each_call() {
  program main.cpp 'volatile int beginning = 40;
    static struct Counter { int value = beginning; } counter;
    extern "C" __attribute__((visibility("default"))) int next() { return ++counter.value; }'
  expect_quoted '-nostartfiles -Wl,--no-entry -Wl,--export-dynamic'
  our_way -nostartfiles -Wl,--no-entry -Wl,--export-dynamic main.cpp
  expect_calls '41 41 41'
  our_way -mexec-model=reactor -Wl,--export-dynamic main.cpp
  expect_calls '41 42 43'
}

test_a_memory_of_the_hosts() {
  program main.cpp '#include <barewasi/heap.hpp>
    static void* volatile block;
    extern "C" __attribute__((export_name("next"))) int next() { block = malloc(1000000); return block != nullptr; }'
  expect_quoted 'malloc'
  expect_quoted '-Wl,--import-memory'
  our_way -mexec-model=reactor -Wl,--import-memory main.cpp
  expect_calls '0 0 0'
  our_way -mexec-model=reactor -Wl,--import-memory -Wl,--initial-memory=16777216 main.cpp
  expect_calls '1 1 1'
}

test_every_row_is_tried() {
  expect_quoted 'static const'
  expect_all_rows_tried 'Errors that you will not meet here' 1
}

run_named_test "$@"
