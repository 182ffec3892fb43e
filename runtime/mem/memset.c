// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Calls nothing; see memcpy.c.

typedef __SIZE_TYPE__ size_t;

void* memset(void* target, int value, size_t size) {
  unsigned char* to = target;
  while (size-- != 0) *to++ = (unsigned char)value;
  return target;
}
