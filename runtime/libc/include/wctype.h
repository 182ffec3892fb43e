// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What a wide letter is. Declared for libc++'s <cwctype>.

#ifndef BAREWASI_WCTYPE_H
#define BAREWASI_WCTYPE_H

#include <bits/alltypes.h>

#ifndef WEOF
#define WEOF ((wint_t) - 1)
#endif

typedef unsigned long wctype_t;
typedef const int* wctrans_t;

#ifdef __cplusplus
extern "C" {
#endif

// Named by libc++ and defined nowhere: a call does not link.
int iswalnum(wint_t letter);
int iswalpha(wint_t letter);
int iswblank(wint_t letter);
int iswcntrl(wint_t letter);
int iswctype(wint_t letter, wctype_t type);
int iswdigit(wint_t letter);
int iswgraph(wint_t letter);
int iswlower(wint_t letter);
int iswprint(wint_t letter);
int iswpunct(wint_t letter);
int iswspace(wint_t letter);
int iswupper(wint_t letter);
int iswxdigit(wint_t letter);
wint_t towctrans(wint_t letter, wctrans_t mapping);
wint_t towlower(wint_t letter);
wint_t towupper(wint_t letter);
wctrans_t wctrans(const char* name);
wctype_t wctype(const char* name);

#ifdef __cplusplus
}
#endif

#endif
