// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "syntax/dialect.h"

#include <fmt/format.h>

#include <algorithm>

namespace syntax {
namespace {

constexpr DialectSet d1 = set_of(Dialect::d1);
constexpr DialectSet d2 = set_of(Dialect::d2);
constexpr DialectSet d3 = set_of(Dialect::d3);
constexpr DialectSet d4 = set_of(Dialect::d4);
constexpr DialectSet d5 = set_of(Dialect::d5);
constexpr DialectSet d6 = set_of(Dialect::d6);
constexpr DialectSet d7 = set_of(Dialect::d7);
constexpr DialectSet d8 = set_of(Dialect::d8);
constexpr DialectSet dx = set_of(Dialect::dx);
constexpr DialectSet all = d1 | d2 | d3 | d4 | d5 | d6 | d7 | d8 | dx;
constexpr DialectSet until_d4 = d1 | d2 | d3 | d4;
constexpr DialectSet from_d6 = d6 | d7 | d8 | dx;
constexpr DialectSet from_d5 = d5 | from_d6;

constexpr std::array<DialectInfo, dialect_count> dialects{{
    {Dialect::d1, "d1", "witx 0.1 to 0.3 (September 2019)"},
    {Dialect::d2, "d2", "witx 0.4 to 0.6 (November 2019)"},
    {Dialect::d3, "d3", "witx 0.7 (December 2019)"},
    {Dialect::d4, "d4", "witx 0.8 (February 2020)"},
    {Dialect::d5, "d5", "between witx 0.8 and 0.9, never released (February 2021)"},
    {Dialect::d6, "d6", "the standard: witx 0.9 (since February 2021)"},
    {Dialect::d7, "d7", "the standard with resources and 'use ... from' (spring 2021, withdrawn)"},
    {Dialect::d8, "d8", "everything inside one module, flattened calls (witx 0.10, witnext)"},
    {Dialect::dx, "dx", "the standard as WASIX extends it (since 2022)"},
}};

constexpr std::array<FeatureInfo, feature_count> features{{
    {Feature::positional_repr, until_d4, "a representation without '@witx'"},
    {Feature::struct_keyword, until_d4, "'struct'"},
    {Feature::array_keyword, until_d4, "'array'"},
    {Feature::data_type, d1, "'data'"},
    {Feature::flag_group, d1, "'(flag ...)'"},
    {Feature::bare_flag, all & ~d1, "a flag without '(flag ...)'"},
    {Feature::untagged_union, d1 | d2 | d3, "a union without a tag"},
    {Feature::handle, all & ~d1, "'handle'"},
    {Feature::named_handle, d2 | d3 | d4 | d7 | d8, "a handle of something named"},
    {Feature::handle_supertypes, d2 | d3 | d4, "a handle with several supertypes"},
    {Feature::open_int, d3 | d4, "'int' with named constants"},
    {Feature::bare_char8, d3 | d4, "'char8' without '@witx'"},
    {Feature::witx_usize, all & ~(d1 | d2), "'(@witx usize)'"},
    {Feature::witx_char8, from_d5, "'(@witx char8)'"},
    {Feature::bare_usize, dx, "'usize' without '@witx'"},
    {Feature::noreturn, all & ~(d1 | d2), "'(@witx noreturn)'"},
    {Feature::union_with_tag_name, d4, "a union whose tag is named first"},
    {Feature::several_results, until_d4 | d5, "a second result", true},
    {Feature::witx_tag, from_d5, "'(@witx tag ...)'"},
    {Feature::witx_bitflags, d5, "'(@witx bitflags ...)'"},
    {Feature::witx_repr, from_d6, "'(@witx repr ...)'"},
    {Feature::default_repr, from_d5, "a representation left to the default"},
    {Feature::record_keyword, from_d5, "'record'"},
    {Feature::list_keyword, from_d5, "'list'"},
    {Feature::variant_keyword, from_d5, "'variant'"},
    {Feature::bare_member_union, from_d5, "a union of bare types"},
    {Feature::constant, from_d5, "'(@witx const ...)'"},
    {Feature::expected, from_d6, "'expected'"},
    {Feature::tuple, from_d6, "'tuple'"},
    {Feature::bool_type, from_d6, "'bool'"},
    {Feature::char_type, from_d6, "'char'"},
    {Feature::hidden_type, dx, "'hidden'"},
    {Feature::use_path, all & ~d8, "'use' of a file"},
    {Feature::use_names, d7 | d8, "'use ... from'"},
    {Feature::resource, d7 | d8, "'resource'"},
    {Feature::module_scope, d8, "a type inside a module"},
    {Feature::option, d8, "'option'"},
    {Feature::buffer, d8, "'in-buffer' or 'out-buffer'"},
    {Feature::flat_function, d8, "'(export \"...\" (func ...))'"},
    {Feature::interface_function, all, "'(@interface func ...)'"},
    {Feature::memory_import, all & ~(d7 | d8), "'(import \"...\" (memory))'"},
    {Feature::profile, d4, "'profile'"},
}};

// Which dialect is meant when several have all features, and when several have most.
using Preference = std::array<Dialect, dialect_count>;
constexpr Preference for_candidates{Dialect::d6, Dialect::d4, Dialect::d3, Dialect::d2, Dialect::d1,
                                    Dialect::d5, Dialect::dx, Dialect::d7, Dialect::d8};
constexpr Preference for_mixtures{Dialect::d5, Dialect::d6, Dialect::d4, Dialect::d3, Dialect::d2,
                                  Dialect::d1, Dialect::dx, Dialect::d7, Dialect::d8};

}  // namespace

const DialectInfo& info(Dialect dialect) { return dialects[static_cast<std::size_t>(dialect)]; }
std::span<const DialectInfo> all_dialects() { return dialects; }
const FeatureInfo& info(Feature feature) { return features[static_cast<std::size_t>(feature)]; }

std::optional<Dialect> dialect_named(std::string_view id) {
  const auto found = std::find_if(dialects.begin(), dialects.end(), [id](const DialectInfo& d) { return d.id == id; });
  return found == dialects.end() ? std::nullopt : std::optional(found->dialect);
}

void Features::merge(const Features& other) {
  for (std::size_t i = 0; i < feature_count; ++i) {
    if (!places_[i]) places_[i] = other.places_[i];
  }
}

std::vector<Feature> old_features(const Features& met) {
  std::vector<Feature> old;
  for (const FeatureInfo& feature : features) {
    if (met.place(feature.feature) && (feature.dialects & ~(until_d4 | d5)) == 0) old.push_back(feature.feature);
  }
  return old;
}

DialectGuess guess_dialect(const Features& met) {
  DialectGuess guess{.dialect = Dialect::d6, .candidates = all, .telling = {}};
  std::array<int, dialect_count> votes{};
  for (const FeatureInfo& feature : features) {
    if (!met.place(feature.feature) || feature.dialects == all) continue;
    guess.telling.push_back(feature.feature);
    guess.candidates &= feature.dialects;
    if (feature.judged_later) continue;
    for (std::size_t i = 0; i < dialect_count; ++i) votes[i] += static_cast<int>((feature.dialects >> i) & 1U);
  }
  const auto better = [&guess, &votes](Dialect a, Dialect b) {
    if (guess.candidates != 0) return (guess.candidates & set_of(a)) > 0 && (guess.candidates & set_of(b)) == 0;
    return votes[static_cast<std::size_t>(a)] > votes[static_cast<std::size_t>(b)];
  };
  const Preference& preference = guess.candidates != 0 ? for_candidates : for_mixtures;
  guess.dialect = preference.front();
  for (const Dialect dialect : preference) {
    if (better(dialect, guess.dialect)) guess.dialect = dialect;
  }
  return guess;
}

Dialect decide_dialect(const Features& met, std::optional<Dialect> forced, diagnostics::Sink& diagnostics) {
  const DialectGuess guess = guess_dialect(met);
  const Dialect dialect = forced.value_or(guess.dialect);
  const std::string note = fmt::format("{} is {}", info(dialect).id, info(dialect).title);
  for (const Feature feature : guess.telling) {
    const FeatureInfo& met_feature = info(feature);
    if ((met_feature.dialects & set_of(dialect)) != 0 || met_feature.judged_later) continue;
    const support::Span place = *met.place(feature);
    if (forced) {
      diagnostics
          .report(diagnostics::Code::wrong_dialect, place,
                  fmt::format("{} is not in the dialect {}", met_feature.title, info(dialect).id))
          .with_note(note);
      continue;
    }
    // One is enough to show that the text is a mixture.
    diagnostics
        .report(diagnostics::Code::mixed_dialects, place,
                fmt::format("{} is not in the dialect of the rest, {}", met_feature.title, info(dialect).id))
        .with_note(note);
    break;
  }
  return dialect;
}

}  // namespace syntax
