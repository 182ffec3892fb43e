// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Integers of the largest size, as C declares them; the names of formats come with
// what formats, and there is none.

#ifndef BAREWASI_INTTYPES_H
#define BAREWASI_INTTYPES_H

#include <bits/alltypes.h>
#include <bits/unavailable.h>
#include <stdint.h>

typedef struct {
  intmax_t quot, rem;
} imaxdiv_t;

#ifdef __cplusplus
extern "C" {
#endif

// In libc.a.
intmax_t imaxabs(intmax_t number);

// Named by libc++ and defined nowhere.
BAREWASI_USE_DIVISION imaxdiv_t imaxdiv(intmax_t number, intmax_t by);
BAREWASI_USE_PARSE intmax_t strtoimax(const char* __restrict text, char** __restrict end, int base);
BAREWASI_USE_PARSE uintmax_t strtoumax(const char* __restrict text, char** __restrict end, int base);
BAREWASI_NO_WIDE_TEXT intmax_t wcstoimax(const wchar_t* __restrict text, wchar_t** __restrict end, int base);
BAREWASI_NO_WIDE_TEXT uintmax_t wcstoumax(const wchar_t* __restrict text, wchar_t** __restrict end, int base);

#ifdef __cplusplus
}
#endif

#endif
