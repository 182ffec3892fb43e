// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/panic.hpp"

#include "barewasi/exit.hpp"

// Replaced by io/buffered.cpp's where the program keeps output waiting.
extern "C" [[gnu::weak]] void __barewasi_flush(void) {}

namespace barewasi::detail {
namespace {

constinit bool panicking = false;

void begin_line(FdWriter& out, const Place& place) noexcept {
  if (panicking) abort();
  panicking = true;
  __barewasi_flush();
  put(out, place.file, ":", place.line, ": ");
}

}  // namespace

void begin_panic(FdWriter& out, const Place& place, Str text) noexcept {
  begin_line(out, place);
  put(out, "panic: ", text);
}

void end_panic(FdWriter& out) noexcept {
  put(out, "\n");
  // There is nobody left to tell that stderr is closed.
  (void)out.finish();
  abort();
}

void panic(const Place& place, Str text) noexcept {
  FdWriter out(standard_error);
  begin_panic(out, place, text);
  end_panic(out);
}

void assertion_failed(const Place& place, Str condition) noexcept {
  FdWriter out(standard_error);
  begin_line(out, place);
  put(out, "assertion failed: ", condition);
  end_panic(out);
}

}  // namespace barewasi::detail
