// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What is around the program: its arguments and environment, clocks, events, chance.

#include "verdict.h"

// In the last bytes that an address can name there is no memory.
template <class T>
static T* nowhere() {
  return reinterpret_cast<T*>(0xffff'fff0);
}

static void told() {
  const auto sizes = args_sizes_get();
  gives("args_sizes_get", sizes);
  witx::u8* words[4] = {};
  witx::u8 bytes[512];
  if (sizes && sizes->argc == 3 && sizes->argv_buf_size <= sizeof bytes) gives("args_get", args_get(words, bytes));
  holds("args_get tells the arguments",
        words[2] != nullptr && words[1][0] == 'o' && words[2][0] == 't' && words[2][3] == 0);

  const auto environment = environ_sizes_get();
  gives("environ_sizes_get", environment);
  witx::u8* pairs[64] = {};
  static witx::u8 text[8192];
  if (environment && environment->environ_count < 64 && environment->environ_buf_size <= sizeof text)
    gives("environ_get", environ_get(pairs, text));
  bool found = false;
  for (auto* const pair : pairs)
    found = found || (pair != nullptr && Str(reinterpret_cast<char*>(pair), 8) == "COLOUR=g");
  holds("environ_get tells a pair", found);
}

static void clocks() {
  const auto step = clock_res_get(Clockid::monotonic);
  gives("clock_res_get", step);
  holds("clock_res_get gives a step", step.value_or(0) > 0);
  const auto now = clock_time_get(Clockid::realtime, 0);
  gives("clock_time_get", now);
  // The first second of 2020, in nanoseconds.
  holds("clock_time_get is after 2020", now.value_or(0) > 1'577'836'800'000'000'000);
  const auto first = clock_time_get(Clockid::monotonic, 0);
  const auto second = clock_time_get(Clockid::monotonic, 0);
  holds("clock_time_get does not go back", first && second && *first <= *second);
}

static void events() {
  constexpr Timestamp millisecond = 1'000'000;
  Subscription asked[1];
  asked[0].userdata = 7;
  asked[0].u = SubscriptionU::clock({.id = Clockid::monotonic, .timeout = 5 * millisecond});
  Event happened[1];
  const auto before = clock_time_get(Clockid::monotonic, 0);
  const auto count = poll_oneoff(asked, happened, 1);
  const auto after = clock_time_get(Clockid::monotonic, 0);
  gives("poll_oneoff for a clock", count);
  holds("poll_oneoff tells who asked",
        count.value_or(0) == 1 && happened[0].userdata == 7 && happened[0].type == Eventtype::clock);
  holds("poll_oneoff waits", before && after && *after - *before >= 4 * millisecond);
}

static void stream() {
  Subscription asked[1];
  Event happened[1];
  asked[0].userdata = 8;
  asked[0].u = SubscriptionU::fd_write({.file_descriptor = stdout_fd});
  const auto ready = poll_oneoff(asked, happened, 1);
  gives("poll_oneoff for a stream", ready);
  holds("poll_oneoff finds a stream ready", ready.value_or(0) == 1 && happened[0].userdata == 8);
}

static void chance() {
  witx::u8 bytes[32] = {};
  gives("random_get", random_get(bytes, sizeof bytes));
  unsigned sum = 0;
  for (const auto byte : bytes) sum += byte;
  holds("random_get fills its room", sum != 0);
  gives("sched_yield", sched_yield());
}

// What may end the program: asked for by name, one at a time.
static void ask(Str question) {
  if (question == "args_get")
    refuses(question, args_get(nowhere<witx::u8*>(), nowhere<witx::u8>()), Errno::fault, Errno::overflow, Errno::inval);
  if (question == "args_sizes_get")
    refuses(question, Result<>(raw::args_sizes_get(nowhere<Size>(), nowhere<Size>())), Errno::fault, Errno::overflow,
            Errno::inval);
  if (question == "environ_get")
    refuses(question, environ_get(nowhere<witx::u8*>(), nowhere<witx::u8>()), Errno::fault, Errno::overflow,
            Errno::inval);
  if (question == "environ_sizes_get")
    refuses(question, Result<>(raw::environ_sizes_get(nowhere<Size>(), nowhere<Size>())), Errno::fault, Errno::overflow,
            Errno::inval);
  if (question == "clock_res_get") refuses(question, clock_res_get(Clockid(99)), Errno::inval);
  if (question == "clock_time_get") refuses(question, clock_time_get(Clockid(99), 0), Errno::inval);
  if (question == "poll_oneoff") refuses(question, poll_oneoff(nullptr, nullptr, 0), Errno::inval);
  if (question == "random_get")
    refuses(question, random_get(nowhere<witx::u8>(), 64), Errno::fault, Errno::overflow, Errno::inval);
  if (question == "proc_exit") proc_exit(33);
  if (question == "proc_raise") {
    // A signal that nobody minds.
    const auto raised = proc_raise(Signal::urg);
    if (raised) {
      gives(question, raised);
    } else {
      refuses(question, raised, Errno::notsup, Errno::nosys);
    }
  }
  if (question == "stream") stream();
}

int main(int argc, char** argv) {
  if (argc == 2) {
    ask(Str(argv[1], __builtin_strlen(argv[1])));
    return 0;
  }
  told();
  clocks();
  events();
  chance();
  return 0;
}
