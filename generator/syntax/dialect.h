// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The dialects of witx and the features by which one tells them apart. The grammar accepts them all; the parser notes which
// features it met, and this table says in which dialects each exists. Nothing else in the front end names a dialect but the
// table of meanings in model/rules.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "support/source.h"

namespace syntax {

// In order of time. d6 is the standard: what the released tools read.
enum class Dialect : std::uint8_t { d1, d2, d3, d4, d5, d6, d7, d8, dx };
inline constexpr std::size_t dialect_count = 9;

// A set of dialects: bit i for the i-th.
using DialectSet = std::uint16_t;

[[nodiscard]] constexpr DialectSet set_of(Dialect dialect) {
  return static_cast<DialectSet>(1U << static_cast<unsigned>(dialect));
}

struct DialectInfo {
  Dialect dialect;
  // "d6": what --dialect takes.
  std::string_view id;
  // "standard (witx 0.9, since February 2021)"
  std::string_view title;
};

[[nodiscard]] const DialectInfo& info(Dialect dialect);
[[nodiscard]] std::span<const DialectInfo> all_dialects();
[[nodiscard]] std::optional<Dialect> dialect_named(std::string_view id);

enum class Feature : std::uint8_t {
  positional_repr,
  struct_keyword,
  array_keyword,
  data_type,
  flag_group,
  bare_flag,
  untagged_union,
  handle,
  named_handle,
  handle_supertypes,
  open_int,
  bare_char8,
  witx_usize,
  witx_char8,
  bare_usize,
  noreturn,
  union_with_tag_name,
  several_results,
  witx_tag,
  witx_bitflags,
  witx_repr,
  default_repr,
  record_keyword,
  list_keyword,
  variant_keyword,
  bare_member_union,
  constant,
  expected,
  tuple,
  bool_type,
  char_type,
  hidden_type,
  use_path,
  use_names,
  resource,
  module_scope,
  option,
  buffer,
  flat_function,
  interface_function,
  memory_import,
  profile,
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::profile) + 1;

struct FeatureInfo {
  Feature feature;
  DialectSet dialects;
  // As a user sees it: "'struct'", "a union without a tag".
  std::string_view title;
  // Where the dialect lacks it, the rules for models say so, and better: it makes no mixture.
  bool judged_later = false;
};

[[nodiscard]] const FeatureInfo& info(Feature feature);

// The first place of each feature that a text uses.
class Features {
 public:
  void note(Feature feature, support::Span span) {
    auto& place = places_[static_cast<std::size_t>(feature)];
    if (!place) place = span;
  }
  void merge(const Features& other);
  [[nodiscard]] const std::optional<support::Span>& place(Feature feature) const {
    return places_[static_cast<std::size_t>(feature)];
  }

 private:
  std::array<std::optional<support::Span>, feature_count> places_;
};

// Those of the features that only dialects before the standard have, in the order of the table.
[[nodiscard]] std::vector<Feature> old_features(const Features& met);

// What the features of a document say about its dialect.
struct DialectGuess {
  Dialect dialect = Dialect::d6;
  // All dialects that have every feature; empty when no dialect has them all, and `dialect` is one that has most.
  DialectSet candidates = 0;
  // The features that some dialect lacks, in the order of the table: those that gave it away.
  std::vector<Feature> telling;
};

// Of several candidates the standard wins, then the latest released, then the others. Where features are mixed and several
// dialects have equally many, the draft between the old spellings and the standard wins, then the same order.
[[nodiscard]] DialectGuess guess_dialect(const Features& met);

// The dialect by which to read: the forced one, whose missing features are errors, or the guessed one. Features that no one
// dialect has together are a warning: what they mean is decided by the dialect that has most of them.
[[nodiscard]] Dialect decide_dialect(const Features& met, std::optional<Dialect> forced,
                                     diagnostics::Sink& diagnostics);

}  // namespace syntax
