// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "words.h"

int strncmp(const char* left, const char* right, size_t size) {
  for (; size != 0; --size, ++left, ++right) {
    if (*left != *right || *left == 0) return (Byte)*left - (Byte)*right;
  }
  return 0;
}
