// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What a letter is, for ASCII: there is no locale but "C". Any other number is no
// letter of any kind and its own upper and lower case.

#ifndef BAREWASI_CTYPE_H
#define BAREWASI_CTYPE_H

#ifdef __cplusplus
extern "C" {
#endif

// In libc.a.
int isalnum(int letter);
int isalpha(int letter);
int isblank(int letter);
int iscntrl(int letter);
int isdigit(int letter);
int isgraph(int letter);
int islower(int letter);
int isprint(int letter);
int ispunct(int letter);
int isspace(int letter);
int isupper(int letter);
int isxdigit(int letter);
int tolower(int letter);
int toupper(int letter);

#ifdef __cplusplus
}
#endif

#endif
