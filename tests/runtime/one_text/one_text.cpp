// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// One type, whichever header comes first: compiled once for each FIRST and SECOND, and not run. older.hpp was generated
// by a witxc whose Str could do less.

#include FIRST
#include SECOND

#include <barewasi/io.hpp>
#include <barewasi/string.hpp>

static_assert(__is_same(barewasi::Str, witx::Str));
static_assert(__is_same(barewasi::usize, witx::usize) && __is_same(barewasi::s64, witx::s64));

barewasi::Str same(witx::Str text) { return text; }
bool equal(witx::Str text) { return text == "text" && witx::Str("a") != barewasi::Str("b"); }

#if WITX_STR_V1 + 0 >= 2
static_assert(barewasi::Str("one type").split(' ').operator*() == witx::Str("one"));
static_assert(witx::Str("one") < "two" && "a" < witx::Str("b"));
#endif

// What takes a Str in a header takes it from the other.
bool shown(witx::Str text) {
  barewasi::String all = barewasi::format(text, 1, same(text));
  all += text;
  return barewasi::print(text, all) && all == text;
}
