// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <coroutine>
#include <utility>

#include "check.h"

class Numbers {
 public:
  struct promise_type {
    int value = 0;
    Numbers get_return_object() { return Numbers(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int number) noexcept {
      value = number;
      return {};
    }
    void return_void() noexcept {}
    void unhandled_exception() noexcept {}
  };

  explicit Numbers(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  Numbers(Numbers&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  ~Numbers() {
    if (handle_) handle_.destroy();
  }

  bool next() {
    handle_.resume();
    return !handle_.done();
  }
  int value() const { return handle_.promise().value; }

 private:
  std::coroutine_handle<promise_type> handle_;
};

static Numbers fibonacci(int below) {
  int current = 0;
  int following = 1;
  while (current < below) {
    co_yield current;
    current = std::exchange(following, current + following);
  }
}

int main() {
  Numbers numbers = fibonacci(unknown(100));
  int sum = 0;
  int count = 0;
  while (numbers.next()) {
    sum += numbers.value();
    ++count;
  }
  CHECK(count == 12 && sum == 232);
  return 0;
}
