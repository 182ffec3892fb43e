// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Numbers that no instruction computes with: compiler-rt does, and asks the runtime for what it needs.

#include <limits.h>

#define CHECK(condition) \
  if (!(condition)) return __LINE__

static volatile __int128 large = -((__int128)1 << 100), small = 12345678901LL;
static volatile long double x = 1.5L, y = 3;
static volatile double _Complex z = 1.0 + 2.0i, w = 3.0 - 1.0i;
static volatile _BitInt(128) a = 1000000007, b = 99991;
static volatile double tenth = 0.1;

static int wide(void) {
  CHECK(large / small * small + large % small == large && large >> 3 == -((__int128)1 << 97));
  CHECK((__int128)(double)small == small && (double)(__int128)1e10 == 1e10);
  __int128 product;
  CHECK(__builtin_mul_overflow(large, large, &product) && !__builtin_mul_overflow(small, small, &product));
  CHECK(product / small == small);
  CHECK(a * b * a * b / a / b == a * b && a % b == 1000000007 % 99991);
  return 0;
}

static int real(void) {
  CHECK(x * y + x / y - x == 3.5L && x < y && x != y && (int)(x * y) == 4);
  CHECK((long long)(y * 1e15L) == 3000000000000000 && (unsigned long long)y == 3 && (__int128)x == 1);
  CHECK((double)x == 1.5 && (float)x == 1.5f && (long double)tenth == tenth && (long double)small == 12345678901.0L);
  return 0;
}

static int complex(void) {
  const double _Complex product = z * w, quotient = product / w;
  CHECK(__real__ product == 5 && __imag__ product == 5);
  CHECK(__real__ quotient > 0.999 && __real__ quotient < 1.001);
  return 0;
}

int main(void) {
  const int results[] = {wide(), real(), complex()};
  for (unsigned i = 0; i < 3; ++i) {
    if (results[i] != 0) return results[i];
  }
  return 0;
}
