// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/zig/zig.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace backend::zig {
namespace {

using std::string_view;

constexpr string_view keywords =
    "addrspace align allowzero and anyerror anyframe anyopaque anytype asm async await bool break c_char "
    "c_int c_long c_longdouble c_longlong c_short c_uint c_ulong c_ulonglong c_ushort callconv catch comptime "
    "comptime_float comptime_int const continue defer else enum errdefer error export extern f128 f16 f32 f64 "
    "f80 false fn for if inline isize linksection noalias noinline noreturn nosuspend null opaque or orelse "
    "packed pub resume return struct suspend switch test threadlocal true try type undefined union "
    "unreachable usingnamespace usize var void volatile while ";

// An integer of any width is a type; of those of three digits, the usual ones.
std::vector<std::string> all_words() {
  std::istringstream stream{std::string(keywords)};
  std::vector<std::string> words{std::istream_iterator<std::string>(stream), {}};
  for (const char sign : {'i', 'u'}) {
    for (unsigned width = 0; width < 100; ++width) words.push_back(fmt::format("{}{}", sign, width));
    for (const unsigned width : {128U, 256U, 512U}) words.push_back(fmt::format("{}{}", sign, width));
  }
  std::sort(words.begin(), words.end());
  return words;
}

std::span<const string_view> reserved() {
  static const std::vector<std::string> texts = all_words();
  static const std::vector<string_view> words(texts.begin(), texts.end());
  return words;
}

// What templates declare beside the types, and what they call parameters, which may hide nothing.
constexpr auto helpers = std::to_array<string_view>(
    {"E", "Result", "T", "code_", "expect", "items", "raw", "self", "value", "value_", "zeroed"});
constexpr auto inside_functions = std::to_array<string_view>({"code_", "value_", "raw", "zeroed"});

Tables tables_of(const bind::Plan* plan, const Typed* typed) {
  Tables tables;
  add_typed(tables, plan, typed);
  return tables;
}

}  // namespace

bind::Naming naming() {
  return {.reserved = reserved(),
          .helpers = helpers,
          .inside_functions = inside_functions,
          .variants_are_structs = true,
          .params_hide_nothing = true,
          .has_layers = true,
          .declares_lists = true,
          .file_suffix = ".zig"};
}

nlohmann::json view(const bind::Plan& plan, const Wanted& wanted) {
  const Typed typed(plan, words, call_of);
  return make_view(plan, tables_of(&plan, &typed), wanted);
}

Tables tables() { return tables_of(nullptr, nullptr); }

}  // namespace backend::zig
