// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// How the programs of this folder report: one line for each call, beginning with what came of it.
//
//   gives fd_seek to the end
//   refuses fd_seek before the beginning: inval
//   WRONG fd_tell after the seek
//
// The test that runs them reads the lines. Every function is seen to give, where some engine lets it, and to refuse.

#include <wasi/preview1.hpp>

#include <barewasi/io.hpp>

using namespace wasi;
using witx::Str;

inline constexpr Fd never_opened(4242);

/// The first folder that the host opened.
inline constexpr Fd folder(3);

inline constexpr Rights rights_of_a_file = Rights::fd_read | Rights::fd_write | Rights::fd_seek | Rights::fd_tell;

template <class T>
bool gives(barewasi::Str call, const Result<T>& result) {
  if (result) {
    barewasi::print("gives ", call, "\n");
  } else {
    barewasi::print("WRONG ", call, ": ", name(result.error()), "\n");
  }
  return static_cast<bool>(result);
}

/// The error is one of those that engines have for this; the line says which.
template <class T, class... Errors>
void refuses(barewasi::Str call, const Result<T>& result, Errors... any_of) {
  const bool expected = !result && ((result.error() == any_of) || ...);
  barewasi::print(expected ? "refuses " : "WRONG ", call, ": ", name(result.error()), "\n");
}

/// What a call led to.
inline void holds(barewasi::Str what, bool truth) { barewasi::print(truth ? "holds " : "WRONG ", what, "\n"); }

/// A file to work on, created and emptied.
[[nodiscard]] inline Fd fresh_file(Str path, Rights rights = rights_of_a_file) {
  const auto file =
      path_open(folder, Lookupflags::none, path, Oflags::creat | Oflags::trunc, rights, Rights::none, Fdflags::none);
  if (!file) barewasi::print("WRONG path_open of a fresh file: ", name(file.error()), "\n");
  return file.value_or(never_opened);
}
