// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

typedef __SIZE_TYPE__ size_t;

int memcmp(const void* left, const void* right, size_t size) {
  const unsigned char* a = left;
  const unsigned char* b = right;
  for (; size != 0; --size, ++a, ++b) {
    if (*a != *b) return *a - *b;
  }
  return 0;
}
