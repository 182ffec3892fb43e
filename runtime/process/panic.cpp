// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/panic.hpp"

#include "barewasi/exit.hpp"

// Replaced by io/buffered.cpp's where the program keeps output waiting.
extern "C" [[gnu::weak]] void __barewasi_flush(void) {}

namespace barewasi::detail {
namespace {

constinit bool panicking = false;

}  // namespace

void begin_line(const char* text) noexcept {
  if (panicking) abort();
  panicking = true;
  __barewasi_flush();
  // Here and below: there is nobody left to tell that stderr is closed.
  print_error(text);
}

void begin_panic(const char* file, unsigned line, const char* text, usize size) noexcept {
  begin_line(file);
  print_error(":", line, ": panic: ");
  print_error(Str(text, size));
}

void assertion_failed(const char* file, unsigned line, const char* condition, usize size) noexcept {
  begin_line(file);
  print_error(":", line, ": assertion failed: ");
  end_panic(Str(condition, size));
}

}  // namespace barewasi::detail
