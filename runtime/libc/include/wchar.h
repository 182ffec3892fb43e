// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Wide strings, as C declares them. libc++'s headers name all of it, whether or not
// a program has a wide string.

#ifndef BAREWASI_WCHAR_H
#define BAREWASI_WCHAR_H

#include <bits/alltypes.h>
#include <stdarg.h>

#ifndef WCHAR_MAX
#define WCHAR_MAX __WCHAR_MAX__
#define WCHAR_MIN (-WCHAR_MAX - 1)
#endif
#ifndef WEOF
#define WEOF ((wint_t) - 1)
#endif

struct tm;
typedef struct __barewasi_file FILE;

#ifdef __cplusplus
extern "C" {
#endif

// In libc.a.
size_t wcslen(const wchar_t* text);
wchar_t* wmemchr(const wchar_t* letters, wchar_t letter, size_t size);
int wmemcmp(const wchar_t* left, const wchar_t* right, size_t size);
wchar_t* wmemcpy(wchar_t* __restrict to, const wchar_t* __restrict from, size_t size);
wchar_t* wmemmove(wchar_t* to, const wchar_t* from, size_t size);
wchar_t* wmemset(wchar_t* letters, wchar_t letter, size_t size);

// Named by libc++ and defined nowhere: a call does not link.
wint_t btowc(int byte);
wint_t fgetwc(FILE* file);
wchar_t* fgetws(wchar_t* __restrict line, int size, FILE* __restrict file);
wint_t fputwc(wchar_t letter, FILE* file);
int fputws(const wchar_t* __restrict text, FILE* __restrict file);
int fwide(FILE* file, int mode);
int fwprintf(FILE* __restrict file, const wchar_t* __restrict format, ...);
int fwscanf(FILE* __restrict file, const wchar_t* __restrict format, ...);
wint_t getwc(FILE* file);
wint_t getwchar(void);
size_t mbrlen(const char* __restrict text, size_t size, mbstate_t* __restrict state);
size_t mbrtowc(wchar_t* __restrict to, const char* __restrict from, size_t size, mbstate_t* __restrict state);
size_t mbsnrtowcs(wchar_t* __restrict to, const char** __restrict from, size_t at_most, size_t size,
                  mbstate_t* __restrict state);
int mbsinit(const mbstate_t* state);
size_t mbsrtowcs(wchar_t* __restrict to, const char** __restrict from, size_t size, mbstate_t* __restrict state);
wint_t putwc(wchar_t letter, FILE* file);
wint_t putwchar(wchar_t letter);
int swprintf(wchar_t* __restrict to, size_t size, const wchar_t* __restrict format, ...);
int swscanf(const wchar_t* __restrict text, const wchar_t* __restrict format, ...);
wint_t ungetwc(wint_t letter, FILE* file);
int vfwprintf(FILE* __restrict file, const wchar_t* __restrict format, va_list values);
int vfwscanf(FILE* __restrict file, const wchar_t* __restrict format, va_list values);
int vswprintf(wchar_t* __restrict to, size_t size, const wchar_t* __restrict format, va_list values);
int vswscanf(const wchar_t* __restrict text, const wchar_t* __restrict format, va_list values);
int vwprintf(const wchar_t* __restrict format, va_list values);
int vwscanf(const wchar_t* __restrict format, va_list values);
size_t wcrtomb(char* __restrict to, wchar_t letter, mbstate_t* __restrict state);
wchar_t* wcscat(wchar_t* __restrict to, const wchar_t* __restrict from);
wchar_t* wcschr(const wchar_t* text, wchar_t letter);
int wcscmp(const wchar_t* left, const wchar_t* right);
int wcscoll(const wchar_t* left, const wchar_t* right);
wchar_t* wcscpy(wchar_t* __restrict to, const wchar_t* __restrict from);
size_t wcscspn(const wchar_t* text, const wchar_t* letters);
size_t wcsftime(wchar_t* __restrict to, size_t size, const wchar_t* __restrict format,
                const struct tm* __restrict time);
wchar_t* wcsncat(wchar_t* __restrict to, const wchar_t* __restrict from, size_t at_most);
int wcsncmp(const wchar_t* left, const wchar_t* right, size_t at_most);
wchar_t* wcsncpy(wchar_t* __restrict to, const wchar_t* __restrict from, size_t size);
wchar_t* wcspbrk(const wchar_t* text, const wchar_t* letters);
wchar_t* wcsrchr(const wchar_t* text, wchar_t letter);
size_t wcsnrtombs(char* __restrict to, const wchar_t** __restrict from, size_t at_most, size_t size,
                  mbstate_t* __restrict state);
size_t wcsrtombs(char* __restrict to, const wchar_t** __restrict from, size_t size, mbstate_t* __restrict state);
size_t wcsspn(const wchar_t* text, const wchar_t* letters);
wchar_t* wcsstr(const wchar_t* text, const wchar_t* part);
double wcstod(const wchar_t* __restrict text, wchar_t** __restrict end);
float wcstof(const wchar_t* __restrict text, wchar_t** __restrict end);
wchar_t* wcstok(wchar_t* __restrict text, const wchar_t* __restrict letters, wchar_t** __restrict rest);
long wcstol(const wchar_t* __restrict text, wchar_t** __restrict end, int base);
long double wcstold(const wchar_t* __restrict text, wchar_t** __restrict end);
long long wcstoll(const wchar_t* __restrict text, wchar_t** __restrict end, int base);
unsigned long wcstoul(const wchar_t* __restrict text, wchar_t** __restrict end, int base);
unsigned long long wcstoull(const wchar_t* __restrict text, wchar_t** __restrict end, int base);
size_t wcsxfrm(wchar_t* __restrict to, const wchar_t* __restrict from, size_t size);
int wctob(wint_t letter);
int wprintf(const wchar_t* __restrict format, ...);
int wscanf(const wchar_t* __restrict format, ...);

#ifdef __cplusplus
}
#endif

#endif
