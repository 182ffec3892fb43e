// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// usage: main read|lines|write|print|each PATH
//
// Files with whatever is linked. Ends in a line on standard error: nanoseconds, and what subject.h's function returned.

#include "../host.h"
#include "subject.h"

namespace {

// 64 MiB.
constexpr unsigned blocks = 1024;
constexpr unsigned printed_lines = 1'000'000;

char block[block_size];

// Lines of 0 to 126 letters.
void prepare() {
  unsigned state = 1;
  unsigned left = 0;
  for (char& letter : block) {
    state = state * 1664525 + 1013904223;
    letter = left == 0 ? '\n' : static_cast<char>('a' + (state >> 24) % 26);
    left = left == 0 ? (state >> 24) % 127 : left - 1;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const char what = argv[1][0];
  prepare();
  const bench::u64 begin = bench::now();
  const bench::u64 passed = what == 'r'   ? subject_read(argv[2], block)
                            : what == 'l' ? subject_lines(argv[2])
                            : what == 'w' ? subject_write(argv[2], block, blocks)
                            : what == 'p' ? subject_print(printed_lines)
                                          : subject_print_each(printed_lines);
  bench::Line report;
  report.add(bench::now() - begin);
  report.add(passed);
  report.print(2);
  return 0;
}
