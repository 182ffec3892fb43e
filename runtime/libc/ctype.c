// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What a letter is, for ASCII.

#include "include/ctype.h"

static int is_within(int letter, int first, int last) { return letter >= first && letter <= last; }

int isblank(int letter) { return letter == ' ' || letter == '\t'; }
int iscntrl(int letter) { return is_within(letter, 0, 31) || letter == 127; }
int isdigit(int letter) { return is_within(letter, '0', '9'); }
int isgraph(int letter) { return is_within(letter, '!', '~'); }
int islower(int letter) { return is_within(letter, 'a', 'z'); }
int isprint(int letter) { return is_within(letter, ' ', '~'); }
int isspace(int letter) { return letter == ' ' || is_within(letter, '\t', '\r'); }
int isupper(int letter) { return is_within(letter, 'A', 'Z'); }

int tolower(int letter) { return isupper(letter) ? letter + ('a' - 'A') : letter; }
int toupper(int letter) { return islower(letter) ? letter - ('a' - 'A') : letter; }

int isalpha(int letter) { return islower(letter) || isupper(letter); }
int isalnum(int letter) { return isalpha(letter) || isdigit(letter); }
int ispunct(int letter) { return isgraph(letter) && !isalnum(letter); }
int isxdigit(int letter) { return isdigit(letter) || is_within(letter, 'a', 'f') || is_within(letter, 'A', 'F'); }
