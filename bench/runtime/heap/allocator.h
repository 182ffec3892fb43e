// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The allocator under measurement. There are two kinds: those that are told the size of what is given back
// (BENCH_SIZED_FREE), as in Rust and Zig, and those that know it. The calls are direct: nothing is measured but them.

namespace bench {

using usize = __SIZE_TYPE__;

}  // namespace bench

extern "C" {

#ifdef BENCH_SIZED_FREE
void* bench_allocate(bench::usize bytes);
void bench_free(void* memory, bench::usize bytes);
void* bench_reallocate(void* memory, bench::usize before, bench::usize after);
#else
void* malloc(bench::usize bytes);
void free(void* memory);
void* realloc(void* memory, bench::usize bytes);

[[gnu::always_inline]] inline void* bench_allocate(bench::usize bytes) { return malloc(bytes); }
[[gnu::always_inline]] inline void bench_free(void* memory, bench::usize) { free(memory); }
[[gnu::always_inline]] inline void* bench_reallocate(void* memory, bench::usize, bench::usize after) {
  return realloc(memory, after);
}
#endif

}  // extern "C"
