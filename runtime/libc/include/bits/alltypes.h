// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Types that several headers of C have in common. libc++ looks for mbstate_t in a
// header of this name, asking for it by __NEED_mbstate_t.

#ifndef BAREWASI_BITS_ALLTYPES_H
#define BAREWASI_BITS_ALLTYPES_H

#define __need_size_t
#define __need_wchar_t
#define __need_NULL
#include <stddef.h>

typedef __WINT_TYPE__ wint_t;

// What lies between two calls that read or write a part of a character.
typedef struct {
  unsigned char_so_far;
  unsigned bytes_to_come;
} mbstate_t;

typedef struct __barewasi_locale* locale_t;

#endif
