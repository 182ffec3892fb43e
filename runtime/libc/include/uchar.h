// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Characters of 16 and 32 bits. Declared for libc++'s <cuchar>.

#ifndef BAREWASI_UCHAR_H
#define BAREWASI_UCHAR_H

#include <bits/alltypes.h>
#include <bits/unavailable.h>

#ifndef __cplusplus
typedef __CHAR16_TYPE__ char16_t;
typedef __CHAR32_TYPE__ char32_t;
#else
extern "C" {
#endif

// Named by libc++ and defined nowhere.
BAREWASI_NO_WIDE_TEXT size_t c16rtomb(char* __restrict to, char16_t letter, mbstate_t* __restrict state);
BAREWASI_NO_WIDE_TEXT size_t c32rtomb(char* __restrict to, char32_t letter, mbstate_t* __restrict state);
BAREWASI_NO_WIDE_TEXT size_t mbrtoc16(char16_t* __restrict to, const char* __restrict from, size_t size,
                                      mbstate_t* __restrict state);
BAREWASI_NO_WIDE_TEXT size_t mbrtoc32(char32_t* __restrict to, const char* __restrict from, size_t size,
                                      mbstate_t* __restrict state);

#ifdef __cplusplus
}
#endif

#endif
