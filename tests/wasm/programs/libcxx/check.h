// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// For the programs of this folder, which know no library but libc++: the status of
// each is 0, or the line of the first check that failed.

#define CHECK(condition)               \
  do {                                 \
    if (!(condition)) return __LINE__; \
  } while (false)

// The same number, which the compiler no longer knows: what is done with it happens
// when the program runs.
inline int unknown(int number) {
  asm volatile("" : "+r"(number));
  return number;
}
