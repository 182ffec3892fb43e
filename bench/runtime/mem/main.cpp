// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// memcpy, memmove, memset, memcmp and strlen of the libraries that LIBRARIES lists, each by the letter with which its
// functions begin: LIBRARY(A) has Aemcpy and so on. A line for each function at each size: the function's number, the size,
// and for each library hundredths of a nanosecond per call, the least of many passes that take turns.

#include "../host.h"

namespace {

using bench::u64;
using usize = __SIZE_TYPE__;

constexpr usize sizes[] = {1,  2,  3,  4,  7,  8,   9,   12,  16,  17,  24,   32,  33,
                           48, 49, 64, 65, 96, 128, 129, 192, 256, 512, 1024, 4096};
constexpr usize largest = 4096;

// Beginnings at eight alignments, and room for a zero behind the longest text. Processors take loads and stores for one
// another's that lie a multiple of 4 KiB apart: the two are kept away from that.
constexpr usize alignments = 8;
constexpr usize room = largest + 2048;
alignas(16) char one[room];
alignas(16) char other[room];

// Where results go, so that no call is left out.
volatile usize sink;

#define LIBRARY(letter)                                                                         \
  extern "C" {                                                                                  \
  void* letter##emcpy(void* to, const void* from, usize size);                                  \
  void* letter##emmove(void* to, const void* from, usize size);                                 \
  void* letter##emset(void* to, int value, usize size);                                         \
  int letter##emcmp(const void* first, const void* second, usize size);                         \
  usize letter##trlen(const char* text);                                                        \
  }                                                                                             \
  struct letter##_calls {                                                                       \
    static void copy(usize shift, usize size) { letter##emcpy(one + shift, other + 1, size); }  \
    static void move(usize shift, usize size) { letter##emmove(one + shift, other + 1, size); } \
    static void set(usize shift, usize size) { letter##emset(one + shift, 1, size); }           \
    static void compare(usize shift, usize size) {                                              \
      sink = static_cast<usize>(letter##emcmp(one + shift, other + shift, size));               \
    }                                                                                           \
    static void length(usize shift, usize) { sink = letter##trlen(one + shift); }               \
  };
LIBRARIES
#undef LIBRARY

// A text of the size at the last alignment, and equal bytes before it.
void prepare(usize size) {
  for (usize i = 0; i < sizeof one; ++i) one[i] = other[i] = 1;
  one[size + alignments - 1] = 0;
  other[size + alignments - 1] = 0;
}

template <void (*call)(usize, usize)>
[[gnu::noinline]] u64 one_pass(usize size, unsigned calls) {
  const u64 begin = bench::now();
  for (unsigned i = 0; i < calls; ++i) call(i % alignments, size);
  return bench::now() - begin;
}

template <void (*... call)(usize, usize)>
void measure(unsigned number) {
  constexpr int passes = 40;
  for (const usize size : sizes) {
    prepare(size);
    const unsigned calls = size > 256 ? 500 : 4000;
    u64 least[sizeof...(call)];
    for (u64& time : least) time = ~u64{0};
    for (int pass = 0; pass < passes; ++pass) {
      u64* at = least;
      const auto keep = [&at](u64 time) {
        if (time < *at) *at = time;
        ++at;
      };
      (keep(one_pass<call>(size, calls)), ...);
    }
    bench::Line line;
    line.add(number);
    line.add(size);
    for (const u64 time : least) line.add(time * 100 / calls);
    line.print();
  }
}

// The first library's name follows a comma, too.
template <unsigned number, void (*... call)(usize, usize)>
void measure_all() {
  measure<call...>(number);
}

}  // namespace

extern "C" [[clang::export_name("_start")]] void _start() {
#define LIBRARY(letter) , letter##_calls::copy
  measure_all<0 LIBRARIES>();
#undef LIBRARY
#define LIBRARY(letter) , letter##_calls::move
  measure_all<1 LIBRARIES>();
#undef LIBRARY
#define LIBRARY(letter) , letter##_calls::set
  measure_all<2 LIBRARIES>();
#undef LIBRARY
#define LIBRARY(letter) , letter##_calls::compare
  measure_all<3 LIBRARIES>();
#undef LIBRARY
#define LIBRARY(letter) , letter##_calls::length
  measure_all<4 LIBRARIES>();
#undef LIBRARY
}
