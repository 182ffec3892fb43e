// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What std::wstring and views of wide characters call.

#include "include/string.h"
#include "include/wchar.h"

size_t wcslen(const wchar_t* text) {
  size_t size = 0;
  while (text[size] != 0) ++size;
  return size;
}

wchar_t* wmemchr(const wchar_t* letters, wchar_t letter, size_t size) {
  for (; size != 0; ++letters, --size) {
    if (*letters == letter) return (wchar_t*)letters;
  }
  return NULL;
}

int wmemcmp(const wchar_t* left, const wchar_t* right, size_t size) {
  for (; size != 0; ++left, ++right, --size) {
    if (*left != *right) return *left < *right ? -1 : 1;
  }
  return 0;
}

wchar_t* wmemcpy(wchar_t* restrict to, const wchar_t* restrict from, size_t size) {
  return memcpy(to, from, size * sizeof(wchar_t));
}

wchar_t* wmemmove(wchar_t* to, const wchar_t* from, size_t size) { return memmove(to, from, size * sizeof(wchar_t)); }

wchar_t* wmemset(wchar_t* letters, wchar_t letter, size_t size) {
  for (size_t i = 0; i < size; ++i) letters[i] = letter;
  return letters;
}
