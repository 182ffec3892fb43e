// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Memory, ways to end, numbers: as C declares them.

#ifndef BAREWASI_STDLIB_H
#define BAREWASI_STDLIB_H

#include <bits/alltypes.h>
#include <bits/unavailable.h>

#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 0x7fffffff
#define MB_CUR_MAX 4

typedef struct {
  int quot, rem;
} div_t;
typedef struct {
  long quot, rem;
} ldiv_t;
typedef struct {
  long long quot, rem;
} lldiv_t;

#ifdef __cplusplus
#define BAREWASI_NORETURN [[noreturn]]
extern "C" {
#else
#define BAREWASI_NORETURN _Noreturn
#endif

// In libc.a.
BAREWASI_NORETURN void _Exit(int status);
BAREWASI_NORETURN void abort(void);
int abs(int number);
void* aligned_alloc(size_t alignment, size_t size);
int atexit(void (*function)(void));
void* calloc(size_t count, size_t size);
BAREWASI_NORETURN void exit(int status);
void free(void* memory);
long labs(long number);
long long llabs(long long number);
void* malloc(size_t size);
void* realloc(void* memory, size_t size);

// Named by libc++ and defined nowhere.
BAREWASI_USE_ATEXIT int at_quick_exit(void (*function)(void));
BAREWASI_USE_PARSE double atof(const char* text);
BAREWASI_USE_PARSE int atoi(const char* text);
BAREWASI_USE_PARSE long atol(const char* text);
BAREWASI_USE_PARSE long long atoll(const char* text);
BAREWASI_USE_SORT void* bsearch(const void* key, const void* items, size_t count, size_t size,
                                int (*compare)(const void*, const void*));
BAREWASI_USE_DIVISION div_t div(int number, int by);
BAREWASI_USE_ENVIRONMENT char* getenv(const char* name);
BAREWASI_USE_DIVISION ldiv_t ldiv(long number, long by);
BAREWASI_USE_DIVISION lldiv_t lldiv(long long number, long long by);
BAREWASI_NO_LOCALES int mblen(const char* text, size_t size);
BAREWASI_NO_LOCALES size_t mbstowcs(wchar_t* __restrict to, const char* __restrict from, size_t size);
BAREWASI_NO_LOCALES int mbtowc(wchar_t* __restrict to, const char* __restrict from, size_t size);
BAREWASI_USE_SORT void qsort(void* items, size_t count, size_t size, int (*compare)(const void*, const void*));
BAREWASI_USE_EXIT BAREWASI_NORETURN void quick_exit(int status);
BAREWASI_USE_RANDOM int rand(void);
BAREWASI_USE_RANDOM void srand(unsigned seed);
BAREWASI_USE_PARSE double strtod(const char* __restrict text, char** __restrict end);
BAREWASI_USE_PARSE double strtod_l(const char* __restrict text, char** __restrict end, locale_t locale);
BAREWASI_USE_PARSE float strtof(const char* __restrict text, char** __restrict end);
BAREWASI_USE_PARSE float strtof_l(const char* __restrict text, char** __restrict end, locale_t locale);
BAREWASI_USE_PARSE long strtol(const char* __restrict text, char** __restrict end, int base);
BAREWASI_USE_PARSE long double strtold(const char* __restrict text, char** __restrict end);
BAREWASI_USE_PARSE long double strtold_l(const char* __restrict text, char** __restrict end, locale_t locale);
BAREWASI_USE_PARSE long long strtoll(const char* __restrict text, char** __restrict end, int base);
BAREWASI_USE_PARSE unsigned long strtoul(const char* __restrict text, char** __restrict end, int base);
BAREWASI_USE_PARSE unsigned long long strtoull(const char* __restrict text, char** __restrict end, int base);
BAREWASI_NO_PROCESSES int system(const char* command);
BAREWASI_NO_LOCALES size_t wcstombs(char* __restrict to, const wchar_t* __restrict from, size_t size);
BAREWASI_NO_LOCALES int wctomb(char* to, wchar_t letter);

#ifdef __cplusplus
}
#endif
#undef BAREWASI_NORETURN

#endif
