// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Wide strings, as C declares them. libc++'s headers name all of it, whether or not
// a program has a wide string.

#ifndef BAREWASI_WCHAR_H
#define BAREWASI_WCHAR_H

#include <bits/alltypes.h>
#include <bits/unavailable.h>
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

// Named by libc++ and defined nowhere.
BAREWASI_NO_WIDE_TEXT wint_t btowc(int byte);
BAREWASI_NO_WIDE_TEXT wint_t fgetwc(FILE* file);
BAREWASI_NO_WIDE_TEXT wchar_t* fgetws(wchar_t* __restrict line, int size, FILE* __restrict file);
BAREWASI_NO_WIDE_TEXT wint_t fputwc(wchar_t letter, FILE* file);
BAREWASI_NO_WIDE_TEXT int fputws(const wchar_t* __restrict text, FILE* __restrict file);
BAREWASI_NO_WIDE_TEXT int fwide(FILE* file, int mode);
BAREWASI_NO_WIDE_TEXT int fwprintf(FILE* __restrict file, const wchar_t* __restrict format, ...);
BAREWASI_NO_WIDE_TEXT int fwscanf(FILE* __restrict file, const wchar_t* __restrict format, ...);
BAREWASI_NO_WIDE_TEXT wint_t getwc(FILE* file);
BAREWASI_NO_WIDE_TEXT wint_t getwchar(void);
BAREWASI_NO_WIDE_TEXT size_t mbrlen(const char* __restrict text, size_t size, mbstate_t* __restrict state);
BAREWASI_NO_WIDE_TEXT size_t mbrtowc(wchar_t* __restrict to, const char* __restrict from, size_t size,
                                     mbstate_t* __restrict state);
BAREWASI_NO_WIDE_TEXT size_t mbsnrtowcs(wchar_t* __restrict to, const char** __restrict from, size_t at_most,
                                        size_t size, mbstate_t* __restrict state);
BAREWASI_NO_WIDE_TEXT int mbsinit(const mbstate_t* state);
BAREWASI_NO_WIDE_TEXT size_t mbsrtowcs(wchar_t* __restrict to, const char** __restrict from, size_t size,
                                       mbstate_t* __restrict state);
BAREWASI_NO_WIDE_TEXT wint_t putwc(wchar_t letter, FILE* file);
BAREWASI_NO_WIDE_TEXT wint_t putwchar(wchar_t letter);
BAREWASI_NO_WIDE_TEXT int swprintf(wchar_t* __restrict to, size_t size, const wchar_t* __restrict format, ...);
BAREWASI_NO_WIDE_TEXT int swscanf(const wchar_t* __restrict text, const wchar_t* __restrict format, ...);
BAREWASI_NO_WIDE_TEXT wint_t ungetwc(wint_t letter, FILE* file);
BAREWASI_NO_WIDE_TEXT int vfwprintf(FILE* __restrict file, const wchar_t* __restrict format, va_list values);
BAREWASI_NO_WIDE_TEXT int vfwscanf(FILE* __restrict file, const wchar_t* __restrict format, va_list values);
BAREWASI_NO_WIDE_TEXT int vswprintf(wchar_t* __restrict to, size_t size, const wchar_t* __restrict format,
                                    va_list values);
BAREWASI_NO_WIDE_TEXT int vswscanf(const wchar_t* __restrict text, const wchar_t* __restrict format, va_list values);
BAREWASI_NO_WIDE_TEXT int vwprintf(const wchar_t* __restrict format, va_list values);
BAREWASI_NO_WIDE_TEXT int vwscanf(const wchar_t* __restrict format, va_list values);
BAREWASI_NO_WIDE_TEXT size_t wcrtomb(char* __restrict to, wchar_t letter, mbstate_t* __restrict state);
BAREWASI_NO_WIDE_TEXT wchar_t* wcscat(wchar_t* __restrict to, const wchar_t* __restrict from);
BAREWASI_NO_WIDE_TEXT wchar_t* wcschr(const wchar_t* text, wchar_t letter);
BAREWASI_NO_WIDE_TEXT int wcscmp(const wchar_t* left, const wchar_t* right);
BAREWASI_NO_WIDE_TEXT int wcscoll(const wchar_t* left, const wchar_t* right);
BAREWASI_NO_WIDE_TEXT wchar_t* wcscpy(wchar_t* __restrict to, const wchar_t* __restrict from);
BAREWASI_NO_WIDE_TEXT size_t wcscspn(const wchar_t* text, const wchar_t* letters);
BAREWASI_NO_WIDE_TEXT size_t wcsftime(wchar_t* __restrict to, size_t size, const wchar_t* __restrict format,
                                      const struct tm* __restrict time);
BAREWASI_NO_WIDE_TEXT wchar_t* wcsncat(wchar_t* __restrict to, const wchar_t* __restrict from, size_t at_most);
BAREWASI_NO_WIDE_TEXT int wcsncmp(const wchar_t* left, const wchar_t* right, size_t at_most);
BAREWASI_NO_WIDE_TEXT wchar_t* wcsncpy(wchar_t* __restrict to, const wchar_t* __restrict from, size_t size);
BAREWASI_NO_WIDE_TEXT wchar_t* wcspbrk(const wchar_t* text, const wchar_t* letters);
BAREWASI_NO_WIDE_TEXT wchar_t* wcsrchr(const wchar_t* text, wchar_t letter);
BAREWASI_NO_WIDE_TEXT size_t wcsnrtombs(char* __restrict to, const wchar_t** __restrict from, size_t at_most,
                                        size_t size, mbstate_t* __restrict state);
BAREWASI_NO_WIDE_TEXT size_t wcsrtombs(char* __restrict to, const wchar_t** __restrict from, size_t size,
                                       mbstate_t* __restrict state);
BAREWASI_NO_WIDE_TEXT size_t wcsspn(const wchar_t* text, const wchar_t* letters);
BAREWASI_NO_WIDE_TEXT wchar_t* wcsstr(const wchar_t* text, const wchar_t* part);
BAREWASI_NO_WIDE_TEXT double wcstod(const wchar_t* __restrict text, wchar_t** __restrict end);
BAREWASI_NO_WIDE_TEXT float wcstof(const wchar_t* __restrict text, wchar_t** __restrict end);
BAREWASI_NO_WIDE_TEXT wchar_t* wcstok(wchar_t* __restrict text, const wchar_t* __restrict letters,
                                      wchar_t** __restrict rest);
BAREWASI_NO_WIDE_TEXT long wcstol(const wchar_t* __restrict text, wchar_t** __restrict end, int base);
BAREWASI_NO_WIDE_TEXT long double wcstold(const wchar_t* __restrict text, wchar_t** __restrict end);
BAREWASI_NO_WIDE_TEXT long long wcstoll(const wchar_t* __restrict text, wchar_t** __restrict end, int base);
BAREWASI_NO_WIDE_TEXT unsigned long wcstoul(const wchar_t* __restrict text, wchar_t** __restrict end, int base);
BAREWASI_NO_WIDE_TEXT unsigned long long wcstoull(const wchar_t* __restrict text, wchar_t** __restrict end, int base);
BAREWASI_NO_WIDE_TEXT size_t wcsxfrm(wchar_t* __restrict to, const wchar_t* __restrict from, size_t size);
BAREWASI_NO_WIDE_TEXT int wctob(wint_t letter);
BAREWASI_NO_WIDE_TEXT int wprintf(const wchar_t* __restrict format, ...);
BAREWASI_NO_WIDE_TEXT int wscanf(const wchar_t* __restrict format, ...);

#ifdef __cplusplus
}
#endif

#endif
