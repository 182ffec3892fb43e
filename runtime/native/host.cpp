// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/host.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "../io/flush.h"

namespace barewasi {
namespace {

Host* newest = nullptr;
Host::u32 made = 0;

// What a program wrote before it aborts is all that there is to say why.
void aborts(int) {
  if (newest != nullptr) newest->aborting();
}

using Handler = void (*)(int);

// Unless the process has a handler of its own.
void replace_handler(Handler before, Handler after) {
  if (const Handler found = std::signal(SIGABRT, after); found != before) std::signal(SIGABRT, found);
}

[[noreturn]] void complain(const char* text) {
  std::fprintf(stderr, "barewasi::Host: %s\n", text);
  std::abort();
}

}  // namespace

Host::Host() : before_(newest), identity_(++made) {
  if (newest == nullptr) replace_handler(SIG_DFL, aborts);
  newest = this;
}

Host::~Host() {
  // Here there is nobody any more who would take it; the next host must not get it.
  if (newest == this) __barewasi_flush();
  for (Host** host = &newest; *host != nullptr; host = &(*host)->before_) {
    if (*host != this) continue;
    *host = before_;
    break;
  }
  if (newest == nullptr) replace_handler(aborts, SIG_DFL);
}

Host& Host::current() {
  if (newest == nullptr) complain("there is none to answer: make a barewasi::FakeHost first");
  return *newest;
}

void Host::fail(Call call, wasi::Errno error, u64 nth, u64 times) {
  const u64 first = calls_of(call) + nth;
  faults_.push_back({.call = call, .error = error, .first = first, .end = first + times});
}

Host::s32 Host::begin(Call call) {
  if (++calls > most_calls) complain("it was called more often than the test allows");
  const u64 count = ++counts_[static_cast<unsigned>(call)];
  for (const Fault& fault : faults_) {
    if (fault.call == call && count >= fault.first && count < fault.end) return static_cast<s32>(fault.error);
  }
  return 0;
}

void Host::proc_exit(u32 status) { std::exit(static_cast<int>(status)); }

}  // namespace barewasi
