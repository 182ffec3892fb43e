// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same header in C++: a union with its tag, and a function that does not return.
// prints: slept
#include <stdio.h>
#include <wasi/api.h>

int main() {
  __wasi_subscription_t sleep{};
  sleep.userdata = 7;
  sleep.u.tag = __WASI_EVENTTYPE_CLOCK;
  sleep.u.u.clock.id = __WASI_CLOCKID_MONOTONIC;
  sleep.u.u.clock.timeout = 1000000;
  __wasi_event_t event{};
  size_t count = 0;
  if (__wasi_poll_oneoff(&sleep, &event, 1, &count) != __WASI_ERRNO_SUCCESS) return 1;
  if (count != 1 || event.userdata != 7 || event.type != __WASI_EVENTTYPE_CLOCK) return 2;
  puts("slept");
  fflush(stdout);
  __wasi_proc_exit(0);
}
