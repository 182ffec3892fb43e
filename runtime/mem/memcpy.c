// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Calls nothing: a copy loop that the compiler turned back into a call of
// memcpy would never end. The build passes -fno-builtin; a test reads the
// object's calls.

typedef __SIZE_TYPE__ size_t;

void* memcpy(void* restrict target, const void* restrict source, size_t size) {
  unsigned char* to = target;
  const unsigned char* from = source;
  while (size-- != 0) *to++ = *from++;
  return target;
}
