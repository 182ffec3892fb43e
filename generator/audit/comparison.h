// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the comparisons of one run share: the two sides, where they report, and what has been counted.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/audit.h"
#include "audit/claims.h"
#include "audit/items.h"
#include "audit/names.h"
#include "audit/shapes.h"

namespace audit {

// What the texts have of a type's values.
struct SeenValues {
  std::set<const NamedValue*> values;
  std::size_t in_enums = 0;
  // Where the first one is.
  support::Span span;
};

struct Comparison {
  const support::Sources& sources;
  const Items& items;
  const Names& names;
  diagnostics::Sink& findings;
  Summary summary = {};

  // The file that is compared now.
  support::SourceId source = {};
  const Claims* claims = nullptr;

  std::map<const ValueType*, SeenValues> seen_values = {};
  std::set<const FunctionItem*> seen_functions = {};
  std::set<std::pair<support::SourceId, std::uint32_t>> unknown_lines = {};
  // Modules of imports that were reported.
  std::set<std::string> wrong_modules = {};
  // The names of all texts, as Claims::words.
  std::string words = {};
  support::Span first_function = {};

  [[nodiscard]] support::Span span(Range range) const {
    return {.source = source, .begin = range.begin, .end = range.end};
  }
  void agree() { ++summary.agree; }
  void unknown(Range range) { unknown_lines.emplace(source, sources.position(source, range.begin).line); }
  // Something that differs. `defined` may be no place.
  diagnostics::Diagnostic& differ(diagnostics::Code code, Range range, std::string message, support::Span defined);
  // Something that one side lacks.
  diagnostics::Diagnostic& lack(diagnostics::Code code, support::Span where, std::string message,
                                support::Span defined);
};

void compare_values(Comparison& comparison);
void compare_types(Comparison& comparison);
void compare_records(Comparison& comparison);
void compare_accesses(Comparison& comparison);
void compare_functions(Comparison& comparison);

// Behind all files: what none of them has.
void compare_missing(Comparison& comparison);

}  // namespace audit
