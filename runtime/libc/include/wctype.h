// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What a wide letter is. Declared for libc++'s <cwctype>.

#ifndef BAREWASI_WCTYPE_H
#define BAREWASI_WCTYPE_H

#include <bits/alltypes.h>
#include <bits/unavailable.h>

#ifndef WEOF
#define WEOF ((wint_t) - 1)
#endif

typedef unsigned long wctype_t;
typedef const int* wctrans_t;

#ifdef __cplusplus
extern "C" {
#endif

// Named by libc++ and defined nowhere.
BAREWASI_NO_WIDE_TEXT int iswalnum(wint_t letter);
BAREWASI_NO_WIDE_TEXT int iswalpha(wint_t letter);
BAREWASI_NO_WIDE_TEXT int iswblank(wint_t letter);
BAREWASI_NO_WIDE_TEXT int iswcntrl(wint_t letter);
BAREWASI_NO_WIDE_TEXT int iswctype(wint_t letter, wctype_t type);
BAREWASI_NO_WIDE_TEXT int iswdigit(wint_t letter);
BAREWASI_NO_WIDE_TEXT int iswgraph(wint_t letter);
BAREWASI_NO_WIDE_TEXT int iswlower(wint_t letter);
BAREWASI_NO_WIDE_TEXT int iswprint(wint_t letter);
BAREWASI_NO_WIDE_TEXT int iswpunct(wint_t letter);
BAREWASI_NO_WIDE_TEXT int iswspace(wint_t letter);
BAREWASI_NO_WIDE_TEXT int iswupper(wint_t letter);
BAREWASI_NO_WIDE_TEXT int iswxdigit(wint_t letter);
BAREWASI_NO_WIDE_TEXT wint_t towctrans(wint_t letter, wctrans_t mapping);
BAREWASI_NO_WIDE_TEXT wint_t towlower(wint_t letter);
BAREWASI_NO_WIDE_TEXT wint_t towupper(wint_t letter);
BAREWASI_NO_WIDE_TEXT wctrans_t wctrans(const char* name);
BAREWASI_NO_WIDE_TEXT wctype_t wctype(const char* name);

#ifdef __cplusplus
}
#endif

#endif
