// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Atomic objects of every size: of a word, of two, of more, and of a size that is not a power of two.

#include <stdatomic.h>

#define CHECK(condition) \
  if (!(condition)) return __LINE__

typedef struct {
  long long first, second;
} Pair;

typedef struct {
  int values[7];
} Seven;

static atomic_int word;
static _Atomic double real;
static _Atomic __int128 wide;
static _Atomic Pair pair;
static _Atomic Seven seven;
static atomic_flag flag = ATOMIC_FLAG_INIT;

int main(void) {
  CHECK(atomic_fetch_add(&word, 3) == 0 && word == 3);
  real += 1.5;
  CHECK(real == 1.5);
  CHECK(!atomic_flag_test_and_set(&flag) && atomic_flag_test_and_set(&flag));

  wide = (__int128)1 << 100;
  wide += 1;
  CHECK(wide >> 100 == 1 && atomic_exchange(&wide, 5) == ((__int128)1 << 100) + 1 && wide == 5);

  atomic_store(&pair, ((Pair){1, 2}));
  Pair expected = {1, 3};
  CHECK(!atomic_compare_exchange_strong(&pair, &expected, ((Pair){4, 5})) && expected.second == 2);
  CHECK(atomic_compare_exchange_strong(&pair, &expected, ((Pair){4, 5})));
  expected = atomic_load(&pair);
  CHECK(expected.first == 4 && expected.second == 5);

  atomic_store(&seven, ((Seven){{1, 2, 3, 4, 5, 6, 7}}));
  Seven seen = atomic_exchange(&seven, ((Seven){{0}}));
  CHECK(seen.values[0] == 1 && seen.values[6] == 7);
  seen = (Seven){{0}};
  CHECK(atomic_compare_exchange_strong(&seven, &seen, ((Seven){{9}})));
  CHECK(!atomic_compare_exchange_strong(&seven, &seen, ((Seven){{8}})) && seen.values[0] == 9);
  seen = atomic_load(&seven);
  CHECK(seen.values[0] == 9);

  CHECK(atomic_is_lock_free(&word) && atomic_is_lock_free(&pair) && atomic_is_lock_free(&seven));
  return 0;
}
