// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Standard output for many small prints: collected, and written in pieces of some
// thousand bytes, at exit, and before the runtime says why it ends: a panic, a failed
// assertion, a broken contract, memory that is out, a pure virtual call.
//
//   for (int i = 0; i < 100000; ++i) print_buffered(i, "\n");
//
// print() does not wait for it: flush() in between keeps the order. A trap, abort() and
// _Exit() lose what is not written yet. A reactor has no exit: its functions flush()
// before they return.

#include <barewasi/io.hpp>

namespace barewasi {

namespace detail {

/// The one buffer of standard output.
struct BufferedOutput {
  static void append(const char* bytes, usize size) noexcept;
  void write(Str text) noexcept { append(text.data(), text.size()); }
};

}  // namespace detail

/// Appends `parts` to what waits to be written.
template <class... Parts>
void print_buffered(const Parts&... parts) noexcept {
  detail::BufferedOutput out;
  put(out, parts...);
}

/// Writes what waits. False when anything since the beginning was not written.
bool flush() noexcept;

}  // namespace barewasi
