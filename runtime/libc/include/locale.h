// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Locales. Declared for libc++'s <clocale>; there is none but "C".

#ifndef BAREWASI_LOCALE_H
#define BAREWASI_LOCALE_H

#include <bits/alltypes.h>
#include <bits/unavailable.h>

#define LC_CTYPE 0
#define LC_NUMERIC 1
#define LC_TIME 2
#define LC_COLLATE 3
#define LC_MONETARY 4
#define LC_MESSAGES 5
#define LC_ALL 6

#define LC_CTYPE_MASK (1 << LC_CTYPE)
#define LC_NUMERIC_MASK (1 << LC_NUMERIC)
#define LC_TIME_MASK (1 << LC_TIME)
#define LC_COLLATE_MASK (1 << LC_COLLATE)
#define LC_MONETARY_MASK (1 << LC_MONETARY)
#define LC_MESSAGES_MASK (1 << LC_MESSAGES)

struct lconv {
  char* decimal_point;
  char* thousands_sep;
  char* grouping;
  char* int_curr_symbol;
  char* currency_symbol;
  char* mon_decimal_point;
  char* mon_thousands_sep;
  char* mon_grouping;
  char* positive_sign;
  char* negative_sign;
  char int_frac_digits;
  char frac_digits;
  char p_cs_precedes;
  char p_sep_by_space;
  char n_cs_precedes;
  char n_sep_by_space;
  char p_sign_posn;
  char n_sign_posn;
  char int_p_cs_precedes;
  char int_p_sep_by_space;
  char int_n_cs_precedes;
  char int_n_sep_by_space;
  char int_p_sign_posn;
  char int_n_sign_posn;
};

#ifdef __cplusplus
extern "C" {
#endif

// Named by libc++ and defined nowhere.
BAREWASI_NO_LOCALES struct lconv* localeconv(void);
BAREWASI_NO_LOCALES char* setlocale(int category, const char* name);
BAREWASI_NO_LOCALES locale_t uselocale(locale_t locale);

#ifdef __cplusplus
}
#endif

#endif
