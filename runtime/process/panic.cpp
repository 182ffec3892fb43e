// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/panic.hpp"

#include "../io/flush.h"
#include "barewasi/exit.hpp"

// Replaced by io/buffered.cpp's where the program keeps output waiting.
extern "C" [[gnu::weak]] void __barewasi_flush(void) {}

namespace barewasi::detail {
namespace {

// From the beginning of a panic to the end of its line. A host may keep an instance
// that panicked and call it again: that one's next panic is not within the first.
constinit bool panicking = false;

}  // namespace

bool begin_line() noexcept {
  if (panicking) return true;
  panicking = true;
  __barewasi_flush();
  return false;
}

void end_line() noexcept {
  panicking = false;
  abort();
}

// Here and below: there is nobody left to tell that stderr is closed.
void begin_panic(const char* file, unsigned line, const char* text, usize size) noexcept {
  const bool is_within_another = begin_line();
  print_error(file);
  print_error(":", line, ": panic: ");
  print_error(Str(text, size));
  // What has still to be shown may be what panics.
  if (is_within_another) end_panic();
}

void assertion_failed(const char* file, unsigned line, const char* condition, usize size) noexcept {
  begin_line();
  print_error(file);
  print_error(":", line, ": assertion failed: ");
  end_panic(Str(condition, size));
}

}  // namespace barewasi::detail
