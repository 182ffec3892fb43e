// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "digits.h"

namespace barewasi::number {

char* set_point(char* first, const char* end, int point) noexcept {
  for (; point <= 0; ++point) *--first = '0';
  if (end - first <= point) return first;
  char* at = first;
  do at[-1] = *at;
  while (++at, --point != 0);
  at[-1] = '.';
  return first - 1;
}

}  // namespace barewasi::number
