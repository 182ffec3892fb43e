// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What lies on the stack: arrays of a length known late, arguments without a type, structures by value, large frames;
// and jumps that the compiler makes tables for.

#include <stdarg.h>
#include <stddef.h>

#define CHECK(condition) \
  if (!(condition)) return __LINE__

typedef struct {
  char bytes[1024];
} Kibibyte;

static volatile int thousand = 1000;

static int sum(int count, ...) {
  va_list values, again;
  va_start(values, count);
  va_copy(again, values);
  int total = 0;
  for (int i = 0; i < count; ++i) total += va_arg(values, int);
  total += (int)va_arg(values, double) + (int)va_arg(values, long long) + (int)va_arg(values, long double);
  total += va_arg(again, int);
  va_end(again);
  va_end(values);
  return total;
}

__attribute__((noinline)) static Kibibyte made_from(int first) {
  Kibibyte made;
  for (int i = 0; i < 1024; ++i) made.bytes[i] = (char)((first + i) & 127);
  return made;
}

__attribute__((noinline)) static int fourth(Kibibyte taken) { return taken.bytes[3]; }

static int chosen(int which) {
  switch (which % 7) {
    case 0: return 31;
    case 1: return 4;
    case 2: return 15;
    case 3: return 92;
    case 4: return 65;
    case 5: return 35;
    default: return 89;
  }
}

static int jumped(int which) {
  static const void* const targets[] = {&&zero, &&one, &&two};
  goto* targets[which % 3];
zero:
  return 10;
one:
  return 11;
two:
  return 12;
}

int main(void) {
  const int count = thousand;
  int numbers[count];
  char* const bytes = __builtin_alloca((size_t)count);
  int total = 0;
  for (int i = 0; i < count; ++i) numbers[i] = i, bytes[i] = 1;
  for (int i = 0; i < count; ++i) total += numbers[i] + bytes[i];
  CHECK(total == 500500);

  volatile char large[30000];
  for (int i = 0; i < 30000; ++i) large[i] = (char)(i & 63);
  CHECK(large[29999] == (29999 & 63) && numbers[999] == 999);

  CHECK(sum(3, 1, 2, 3, 4.0, 5LL, 6.0L) == 22);
  const Kibibyte made = made_from(count), copy = made;
  CHECK(fourth(copy) == (1003 & 127));
  CHECK(chosen(count) == 89 && chosen(count + 1) == 31 && jumped(count) == 11);
  return 0;
}
