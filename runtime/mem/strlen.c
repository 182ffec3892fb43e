// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

typedef __SIZE_TYPE__ size_t;

size_t strlen(const char* text) {
  const char* end = text;
  while (*end != 0) ++end;
  return (size_t)(end - text);
}
