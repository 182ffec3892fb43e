// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tags: the type that tells which case of a union or a variant is meant, and how the cases follow it.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/match.h"
#include "model/resolver.h"
#include "support/suggest.h"

namespace model {

using diagnostics::Code;
using support::Span;

TypeResolver::Tag TypeResolver::tag(const std::optional<syntax::ReprExpr>& expr, std::size_t count) {
  if (!expr || !expr->tag) return {.repr = repr(expr, count), .type = {}, .names = {}, .span = {}, .broken = false};
  return tag_type(resolve(expr->tag), expr->span);
}

TypeResolver::Tag TypeResolver::tag_type(TypeId type, Span span) {
  Tag result{.repr = Repr::u32, .type = type, .names = {}, .span = span, .broken = false};
  const Type::Shape& shape = resolved(state_.model, type).shape;
  const auto broken = [&](Code code, std::string message) {
    state_.diagnostics.report(code, span, std::move(message))
        .with_help("a tag is an enum, or one of u8, u16, u32, u64");
    result.broken = true;
    return result;
  };
  const auto names_of = [&result](const auto& cases) {
    result.names.emplace();
    for (const auto& c : cases) result.names->push_back(c.name);
    return result;
  };
  return match(
      shape,
      [&](const Enum& e) {
        result.repr = e.repr;
        return names_of(e.cases);
      },
      [&](const Bool& b) {
        result.repr = b.repr;
        result.names = std::vector<std::string>{"false", "true"};
        return result;
      },
      [&](const Variant& v) {
        if (std::ranges::any_of(v.cases, [](const Case& c) { return static_cast<bool>(c.payload); }))
          return broken(Code::tag_with_payload, "a tag cannot carry payloads");
        result.repr = v.repr;
        return names_of(v.cases);
      },
      [&](Primitive primitive) {
        if (primitive > Primitive::u64) return broken(Code::tag_not_enum, "this type cannot be a tag");
        result.repr = static_cast<Repr>(primitive);
        return result;
      },
      [&](const Unknown&) {
        result.broken = true;
        return result;
      },
      [&](const OneOf<Alias, Int, Flags, Record, Union, List, Pointer, Handle, Buffer> auto&) {
        return broken(Code::tag_not_enum, "this type cannot be a tag");
      });
}

bool TypeResolver::sizes_match(const Tag& tag, std::size_t members, Span span) {
  if (!tag.names || tag.names->size() == members) return true;
  state_.diagnostics
      .report(Code::tag_size_mismatch, span,
              fmt::format("{} members, but the tag has {} cases", members, tag.names->size()))
      .also(tag.span, "the tag");
  return false;
}

std::vector<Case> TypeResolver::order_cases(std::vector<Case> cases, const Tag& tag, Span span, bool all_needed) {
  const std::vector<std::string_view> known(tag.names->begin(), tag.names->end());
  std::unordered_map<std::string_view, std::size_t> positions;
  for (std::size_t i = 0; i < known.size(); ++i) positions.try_emplace(known[i], i);
  std::vector<Case> ordered(known.size());
  std::vector<bool> used(known.size());
  bool wrong = false;
  for (Case& c : cases) {
    const auto found = positions.find(c.name);
    if (found == positions.end()) {
      auto& diagnostic =
          state_.diagnostics.report(Code::tag_case_unknown, c.span, fmt::format("the tag has no case '{}'", c.name));
      diagnostic.also(tag.span, "the tag");
      wrong = true;
      if (state_.diagnostics.crowded()) continue;
      if (std::string help = support::did_you_mean(c.name, known); !help.empty()) diagnostic.with_help(std::move(help));
    } else if (used[found->second]) {
      // A variant that names a case twice is wrong in itself, which validate/ says.
      wrong = true;
      if (!all_needed) continue;
      state_.diagnostics
          .report(Code::tag_case_repeated, c.span, fmt::format("the tag's case '{}' is used twice", c.name))
          .also(ordered[found->second].span, "first used here");
    } else {
      used[found->second] = true;
      ordered[found->second] = c;
    }
  }
  const auto missing = std::find(used.begin(), used.end(), false);
  if (missing == used.end()) return ordered;
  if (!wrong && all_needed) {
    const std::string_view name = known[static_cast<std::size_t>(missing - used.begin())];
    state_.diagnostics.report(Code::tag_size_mismatch, span, fmt::format("the tag's case '{}' is not used", name))
        .also(tag.span, "the tag")
        .with_help(fmt::format("write '(empty ${})' if nothing comes with it", name));
  }
  return cases;
}

}  // namespace model
