// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "move.h"

void* memmove(void* target, const void* source, size_t size) {
  move(target, source, size);
  return target;
}
