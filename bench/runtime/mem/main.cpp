// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// memcpy, memset, memcmp and strlen of whatever is linked, at each size: a line for each function with hundredths of a
// nanosecond per call, the best of several passes.

#include "../host.h"

namespace {

using usize = __SIZE_TYPE__;

extern "C" {
void* memcpy(void* to, const void* from, usize size);
void* memset(void* to, int value, usize size);
int memcmp(const void* one, const void* other, usize size);
usize strlen(const char* text);
}

// What MEM_SIZES of mem.py repeats.
constexpr usize sizes[] = {1, 3, 7, 8, 16, 24, 32, 48, 64, 65, 128, 256, 1024, 4096};
constexpr usize largest = 4096;

// Beginnings at eight alignments, and room for a zero behind the longest text. Processors take loads and stores for one
// another's that lie a multiple of 4 KiB apart: the two are kept away from that.
constexpr usize alignments = 8;
constexpr usize room = largest + 2048;
alignas(16) char one[room];
alignas(16) char other[room];

// Where results go, so that no call is left out.
volatile usize sink;

void call_memcpy(usize shift, usize size) { memcpy(one + shift, other + 1, size); }
void call_memset(usize shift, usize size) { memset(one + shift, 1, size); }
void call_memcmp(usize shift, usize size) { sink = static_cast<usize>(memcmp(one + shift, other + shift, size)); }
void call_strlen(usize shift, usize) { sink = strlen(one + shift); }

// A text of the size at the last alignment, and equal bytes before it.
void prepare(usize size) {
  for (usize i = 0; i < sizeof one; ++i) one[i] = other[i] = 1;
  one[size + alignments - 1] = 0;
  other[size + alignments - 1] = 0;
}

template <void (*call)(usize, usize)>
bench::u64 hundredths_per_call(usize size) {
  constexpr int passes = 5;
  const unsigned calls = size > 1024 ? 20'000 : 100'000;
  bench::u64 best = ~bench::u64{0};
  for (int pass = 0; pass < passes; ++pass) {
    const bench::u64 begin = bench::now();
    for (unsigned i = 0; i < calls; ++i) call(i % alignments, size);
    const bench::u64 time = bench::now() - begin;
    if (time < best) best = time;
  }
  return best * 100 / calls;
}

template <void (*call)(usize, usize)>
void measure() {
  bench::Line line;
  for (const usize size : sizes) {
    prepare(size);
    line.add(hundredths_per_call<call>(size));
  }
  line.print();
}

}  // namespace

extern "C" [[clang::export_name("_start")]] void _start() {
  measure<call_memcpy>();
  measure<call_memset>();
  measure<call_memcmp>();
  measure<call_strlen>();
}
