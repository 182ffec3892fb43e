// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "compare.h"

int memcmp(const void* left, const void* right, size_t size) { return compare(left, right, size); }
