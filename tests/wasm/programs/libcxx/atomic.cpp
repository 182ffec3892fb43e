// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <atomic>

#include "check.h"

static std::atomic<int> counter = 0;
static std::atomic_flag flag;

int main() {
  counter.store(unknown(4));
  CHECK(counter.fetch_add(3) == 4 && counter.load() == 7);
  int expected = unknown(6);
  CHECK(!counter.compare_exchange_strong(expected, 1) && expected == 7);
  CHECK(counter.compare_exchange_strong(expected, unknown(1)) && counter == 1);
  CHECK(!flag.test_and_set() && flag.test_and_set());
  std::atomic<long long> wide = unknown(1);
  CHECK((wide |= 6) == 7 && wide.is_lock_free());
  return 0;
}
