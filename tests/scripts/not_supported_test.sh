#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The table in docs/troubleshooting.md of what is not supported, row by row: a program as people write it, and what the tools say of it.
# SYSROOT names a finished sysroot.
# shellcheck source-path=SCRIPTDIR source=compile.sh
source "$(dirname "${BASH_SOURCE[0]}")/compile.sh"

# What compiles a program; on_libcxx for those that use the C++ library.
compiler=(our_way)

# expect_refused MESSAGE SOURCE: the program in C++ is an error, and that is said.
expect_refused() {
  program main.cpp "$2"
  "${compiler[@]}" main.cpp
  expect_status 1
  expect_text "$1"
}

# The same in C.
expect_refused_in_c() {
  program main.c "$2"
  flags=("${flags[@]/-std=c++20/-std=c17}")
  our_way -x c main.c
  expect_status 1
  expect_text "$1"
}

# A row of the table: quoted there, and said of the program.
expect_row_of() { expect_quoted "$1"; expect_refused "$@"; }

# The same for a header: 'NAME' file not found.
expect_row_of_header() {
  local name=${1#\'}
  expect_row_of "$1" "#include <${name%%\'*}>"
}

readonly nothing='int main() { return 0; }'

test_exceptions() {
  expect_row_of "cannot use 'throw' with exceptions disabled" 'int main(int n, char**) { if (n > 9) throw 1; return 0; }'
  compiler=(with_sysroot)
  expect_row_of 'undefined symbol: __cxa_throw' 'int main(int n, char**) { if (n > 9) throw 1; return 0; }'
}

test_descriptions_of_classes() {
  expect_quoted 'dynamic_cast'
  expect_row_of 'use of dynamic_cast requires -frtti' 'struct A { virtual int f(); }; struct B : A {};
    B* f(A* a) { return dynamic_cast<B*>(a); }'
}

test_threads() {
  compiler=(our_way -pthread)
  expect_row_of 'barewasi is for programs without threads' '#include <barewasi/io.hpp>
    int main() { return 0; }'
  compiler=(our_way)
  expect_row_of_header "'threads.h' file not found"
  compiler=(on_libcxx)
  expect_row_of "no member named 'thread' in namespace 'std'" '#include <thread>
    int main() { std::thread t([] {}); t.join(); }'
  program main.cpp '#include <atomic>
    thread_local int mine = 1;
    std::atomic<int> all{1};
    int main() { return mine + all.fetch_add(1) - 2; }'
  on_libcxx main.cpp
  expect_success
}

test_streams() {
  expect_row_of "'printf' is unavailable: there are no streams" '#include <stdio.h>
    int main() { printf("text"); }'
  expect_refused_in_c "'printf' is unavailable: there are no streams" '#include <stdio.h>
    int main(void) { printf("text"); }'
}

test_iostreams_and_format() {
  compiler=(on_libcxx)
  expect_row_of 'undefined symbol: stdout' '#include <iostream>
    int main() { std::cout << "text\n"; }'
  compiler=(on_libcxx -std=c++23)
  expect_row_of 'Provide a way to determine whether a FILE* is a terminal' '#include <iostream>'
  compiler=(on_libcxx)
  expect_row_of 'undefined symbol: newlocale' '#include <format>
    int main(int n, char**) { return static_cast<int>(std::format("{}", n).size()); }'
}

test_clocks() {
  compiler=(on_libcxx)
  expect_row_of 'undefined symbol: clock_gettime' '#include <chrono>
    int main() { return std::chrono::steady_clock::now().time_since_epoch().count() == 0; }'
}

test_filesystem() {
  compiler=(on_libcxx)
  expect_row_of "no member named 'exists' in namespace 'std::filesystem'" '#include <filesystem>
    int main() { return std::filesystem::exists("file"); }'
}

test_locales() {
  expect_row_of "'setlocale' is unavailable: there are no locales" '#include <locale.h>
    int main() { setlocale(LC_ALL, ""); }'
}

test_mathematics() {
  expect_row_of "'sin' is unavailable: there is no libm" '#include <math.h>
    int main(int n, char**) { return static_cast<int>(sin(n)); }'
  expect_row_of 'can_be_shown<long double>' '#include <barewasi/io.hpp>
    int main() { barewasi::print(1.0L); }'
  program main.cpp '#include <math.h>
    double sin(double x) { return x; }
    int main(int n, char**) { return static_cast<int>(sin(n)) - 1; }'
  our_way -DBAREWASI_OWN_C_FUNCTIONS main.cpp
  expect_success
}

test_errno() {
  expect_row_of "'errno' is unavailable: nothing sets errno" '#include <errno.h>
    int main() { return errno; }'
}

test_signals_and_jumps() {
  expect_row_of_header "'signal.h' file not found"
  expect_row_of_header "'setjmp.h' file not found"
}

test_processes() {
  expect_row_of "'system' is unavailable: WASI starts no processes" '#include <stdlib.h>
    int main() { return system("ls"); }'
}

test_posix() {
  expect_row_of_header "'sys/socket.h' file not found"
  expect_row_of_header "'unistd.h' file not found"
  expect_row_of_header "'fenv.h' file not found"
  expect_row_of_header "'complex.h' file not found"
}

test_wasm64() {
  flags=("${flags[@]/--target=wasm32-*/--target=wasm64-wasip1}")
  compiler=(our_way -c)
  expect_row_of 'barewasi is for wasm32' '#include <barewasi/io.hpp>'
}

test_shared_libraries() {
  compiler=(our_way -shared -fPIC)
  expect_row_of 'creating shared libraries, with -shared, is not yet stable' "$nothing"
  compiler=(our_way)
  expect_row_of_header "'dlfcn.h' file not found"
}

test_every_row_is_tried() {
  expect_all_rows_tried 'Not supported, and why' 3
}

run_named_test "$@"
