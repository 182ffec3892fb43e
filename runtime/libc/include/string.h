// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Bytes and strings, as C declares them.

#ifndef BAREWASI_STRING_H
#define BAREWASI_STRING_H

#include <bits/alltypes.h>

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

// Named by libc++ and defined nowhere: a call does not link.
char* strcat(char* __restrict to, const char* __restrict from);
int strcoll(const char* left, const char* right);
char* strcpy(char* __restrict to, const char* __restrict from);
size_t strcspn(const char* text, const char* letters);
char* strerror(int error);
char* strncat(char* __restrict to, const char* __restrict from, size_t at_most);
char* strncpy(char* __restrict to, const char* __restrict from, size_t size);
char* strpbrk(const char* text, const char* letters);
char* strrchr(const char* text, int letter);
size_t strspn(const char* text, const char* letters);
char* strstr(const char* text, const char* part);
char* strtok(char* __restrict text, const char* __restrict letters);
size_t strxfrm(char* __restrict to, const char* __restrict from, size_t size);

#ifdef __cplusplus
}
#endif

#endif
