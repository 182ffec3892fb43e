// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// memcmp for those who ask only whether there is a difference: compilers do.

#include "compare.h"

int bcmp(const void* left, const void* right, size_t size) { return compare(left, right, size); }
