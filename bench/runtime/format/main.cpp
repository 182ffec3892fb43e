// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Formatting with whatever is linked: a line with, for each function of subject.h, hundredths of a nanosecond per call,
// the best of several passes; then a line with a checksum of the texts of each, where both libraries must write the same.

#include "../host.h"
#include "subject.h"

namespace {

using bench::u64;
using usize = __SIZE_TYPE__;

constexpr unsigned count = 1000;
int integers[count];
double doubles[count];
struct Text {
  char bytes[24];
  usize size;
};
Text texts[count];
const char* const names[] = {"a", "memory", "open files", "a name that is longer than the others"};

// 1 to 17 digits, and a point before, between or behind them.
Text text_of(u64 bits, unsigned digits) {
  Text text = {};
  const auto point = static_cast<unsigned>(bits >> 40) % (digits + 1);
  for (unsigned i = 0; i < digits; ++i) {
    if (i == point) text.bytes[text.size++] = '.';
    bits = bits * 6364136223846793005 + 1442695040888963407;
    text.bytes[text.size++] = static_cast<char>('0' + (bits >> 33) % 10);
  }
  return text;
}

// Numbers of every length, positive and negative.
void prepare() {
  u64 state = 0x9e3779b97f4a7c15;
  for (unsigned i = 0; i < count; ++i) {
    state = state * 6364136223846793005 + 1442695040888963407;
    integers[i] = static_cast<int>(static_cast<unsigned>(state >> 32)) >> (i % 31);
    doubles[i] = static_cast<double>(static_cast<long long>(state)) / static_cast<double>(1ULL << (20 + i % 40));
    texts[i] = text_of(state, 1 + i % 17);
  }
}

usize integer(char* room, unsigned i) { return subject_integer(room, integers[i]); }
usize line(char* room, unsigned i) {
  return subject_line(room, names[i % 4], integers[i], static_cast<u64>(i) << (i % 50),
                      static_cast<unsigned>(integers[i]));
}
usize places(char* room, unsigned i) { return subject_places(room, doubles[i]); }
usize exact(char* room, unsigned i) { return subject_exact(room, doubles[i]); }

// Its bits, for the checksum.
usize parse(char* room, unsigned i) {
  const double number = subject_parse(texts[i].bytes, texts[i].size);
  __builtin_memcpy(room, &number, sizeof number);
  return sizeof number;
}

using Subject = usize (*)(char* room, unsigned i);
constexpr Subject subjects[] = {integer, line, places, exact, parse};
// How the number of digits that can be read back is chosen, each library decides.
constexpr Subject the_same_everywhere[] = {integer, line, places, parse};

u64 hundredths_per_call(Subject subject) {
  // Short ones: on a busy machine a long one never has the processor for itself.
  constexpr int passes = 140;
  char room[room_size];
  u64 best = ~u64{0};
  for (int pass = 0; pass < passes; ++pass) {
    const u64 begin = bench::now();
    for (unsigned i = 0; i < count; ++i) (void)subject(room, i);
    const u64 time = bench::now() - begin;
    if (time < best) best = time;
  }
  return best * 100 / count;
}

u64 checksum(Subject subject) {
  char room[room_size];
  u64 sum = 0;
  for (unsigned i = 0; i < count; ++i) {
    const usize size = subject(room, i);
    for (usize at = 0; at < size; ++at) sum = sum * 31 + static_cast<unsigned char>(room[at]);
  }
  return sum;
}

}  // namespace

int main() {
  prepare();
  bench::Line report;
  for (const Subject subject : subjects) report.add(hundredths_per_call(subject));
  report.print();
  for (const Subject subject : the_same_everywhere) report.add(checksum(subject));
  report.print();
  return 0;
}
