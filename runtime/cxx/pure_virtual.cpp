// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// A call of a pure virtual function, from a constructor or a destructor. It has
// a message, and no more than a message: no formatting is dragged in.

#include "../io/flush.h"
#include "barewasi/exit.hpp"
#include "barewasi/io.hpp"

// Replaced by io/buffered.cpp's where the program keeps output waiting.
extern "C" [[gnu::weak]] void __barewasi_flush(void) {}

namespace {

[[noreturn]] void fail(barewasi::Str message) noexcept {
  __barewasi_flush();
  (void)barewasi::detail::write_text(barewasi::standard_error, message);
  abort();
}

}  // namespace

extern "C" {

[[noreturn]] void __cxa_pure_virtual() { fail("pure virtual function called\n"); }

[[noreturn]] void __cxa_deleted_virtual() { fail("deleted virtual function called\n"); }

}  // extern "C"
