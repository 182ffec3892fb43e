// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Integers of the largest size, as C declares them; the names of formats come with
// what formats, and there is none.

#ifndef BAREWASI_INTTYPES_H
#define BAREWASI_INTTYPES_H

#include <bits/alltypes.h>
#include <stdint.h>

typedef struct {
  intmax_t quot, rem;
} imaxdiv_t;

#ifdef __cplusplus
extern "C" {
#endif

// In libc.a.
intmax_t imaxabs(intmax_t number);

// Named by libc++ and defined nowhere: a call does not link.
imaxdiv_t imaxdiv(intmax_t number, intmax_t by);
intmax_t strtoimax(const char* __restrict text, char** __restrict end, int base);
uintmax_t strtoumax(const char* __restrict text, char** __restrict end, int base);
intmax_t wcstoimax(const wchar_t* __restrict text, wchar_t** __restrict end, int base);
uintmax_t wcstoumax(const wchar_t* __restrict text, wchar_t** __restrict end, int base);

#ifdef __cplusplus
}
#endif

#endif
