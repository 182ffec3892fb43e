// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// A call of a pure virtual function, from a constructor or a destructor. It has
// a message, and no more than a message: no formatting is dragged in.

#include "barewasi/exit.hpp"
#include "barewasi/io.hpp"

namespace {

[[noreturn]] void fail(barewasi::Str message) noexcept {
  (void)barewasi::detail::write_text(barewasi::standard_error, message);
  abort();
}

}  // namespace

extern "C" {

[[noreturn]] void __cxa_pure_virtual() { fail("pure virtual function called\n"); }

[[noreturn]] void __cxa_deleted_virtual() { fail("deleted virtual function called\n"); }

}  // extern "C"
