// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The three functions, each kept by an export: what an allocator costs is this module with it, less this module with
// nothing.cpp in its place.

#include "allocator.h"

extern "C" {
[[clang::export_name("a")]] void* a(bench::usize bytes) { return bench_allocate(bytes); }
[[clang::export_name("f")]] void f(void* memory, bench::usize bytes) { bench_free(memory, bytes); }
[[clang::export_name("r")]] void* r(void* memory, bench::usize before, bench::usize after) {
  return bench_reallocate(memory, before, after);
}
}
