// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Calls nothing; see memcpy.c.

typedef __SIZE_TYPE__ size_t;

void* memmove(void* target, const void* source, size_t size) {
  unsigned char* to = target;
  const unsigned char* from = source;
  // As unsigned distance: true when target begins within the source's bytes.
  if ((size_t)(to - from) < size) {
    while (size-- != 0) to[size] = from[size];
  } else {
    while (size-- != 0) *to++ = *from++;
  }
  return target;
}
