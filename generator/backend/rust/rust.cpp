// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/rust/rust.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

namespace backend::rust {
namespace {

using std::string_view;

// Words of every edition, and what none but the compiler may be called.
constexpr auto reserved = std::to_array<string_view>(
    {"Self",   "abstract", "as",     "async",   "await",  "become",  "box",   "break", "const", "continue", "crate",
     "do",     "dyn",      "else",   "enum",    "extern", "false",   "final", "fn",    "for",   "gen",      "if",
     "impl",   "in",       "let",    "loop",    "macro",  "match",   "mod",   "move",  "mut",   "override", "priv",
     "pub",    "ref",      "return", "self",    "static", "struct",  "super", "trait", "true",  "try",      "type",
     "typeof", "union",    "unsafe", "unsized", "use",    "virtual", "where", "while", "yield"});
static_assert(std::is_sorted(reserved.begin(), reserved.end()));

// What templates declare beside the types, and what they use there.
constexpr auto helpers = std::to_array<string_view>({"core", "layout", "raw"});
constexpr auto locals =
    std::to_array<string_view>({"Err", "From", "None", "Ok", "Option", "Result", "Some", "bool", "f32", "f64",
                                "i16", "i32",  "i64",  "i8", "str",    "u16",    "u32",  "u64",  "u8",  "usize"});
static_assert(std::is_sorted(locals.begin(), locals.end()));
constexpr auto inside_functions = std::to_array<string_view>({"code_", "value_"});

Tables tables_of(const bind::Plan* plan, const Typed* typed) {
  Tables tables;
  add_typed(tables, plan, typed);
  return tables;
}

}  // namespace

bind::Naming naming() {
  return {.styles = {.value = bind::Style::upper, .constant = bind::Style::upper},
          .reserved = reserved,
          .helpers = helpers,
          .locals = locals,
          .inside_functions = inside_functions,
          .variants_are_structs = true,
          .has_layers = true,
          .declares_lists = true,
          .file_suffix = ".rs"};
}

nlohmann::json view(const bind::Plan& plan, const Wanted& wanted) {
  const Typed typed(plan, words, call_of);
  return make_view(plan, tables_of(&plan, &typed), wanted);
}

Tables tables() { return tables_of(nullptr, nullptr); }

}  // namespace backend::rust
