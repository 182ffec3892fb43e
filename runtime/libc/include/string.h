// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Bytes and strings, as C declares them.

#ifndef BAREWASI_STRING_H
#define BAREWASI_STRING_H

#include <bits/alltypes.h>
#include <bits/unavailable.h>

#ifdef __cplusplus
extern "C" {
#endif

// In libc.a.
void* memchr(const void* bytes, int byte, size_t size);
int memcmp(const void* left, const void* right, size_t size);
void* memcpy(void* __restrict to, const void* __restrict from, size_t size);
void* memmove(void* to, const void* from, size_t size);
void* memset(void* bytes, int byte, size_t size);
char* strchr(const char* text, int letter);
int strcmp(const char* left, const char* right);
size_t strlen(const char* text);
int strncmp(const char* left, const char* right, size_t at_most);

// Named by libc++ and defined nowhere.
BAREWASI_USE_STR char* strcat(char* __restrict to, const char* __restrict from);
BAREWASI_NO_LOCALES int strcoll(const char* left, const char* right);
BAREWASI_USE_STR char* strcpy(char* __restrict to, const char* __restrict from);
BAREWASI_USE_STR size_t strcspn(const char* text, const char* letters);
BAREWASI_USE_MESSAGE char* strerror(int error);
BAREWASI_USE_STR char* strncat(char* __restrict to, const char* __restrict from, size_t at_most);
BAREWASI_USE_STR char* strncpy(char* __restrict to, const char* __restrict from, size_t size);
BAREWASI_USE_STR char* strpbrk(const char* text, const char* letters);
BAREWASI_USE_STR char* strrchr(const char* text, int letter);
BAREWASI_USE_STR size_t strspn(const char* text, const char* letters);
BAREWASI_USE_STR char* strstr(const char* text, const char* part);
BAREWASI_USE_STR char* strtok(char* __restrict text, const char* __restrict letters);
BAREWASI_NO_LOCALES size_t strxfrm(char* __restrict to, const char* __restrict from, size_t size);

#ifdef __cplusplus
}
#endif

#endif
