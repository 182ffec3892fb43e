// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Changes to a document whose verdicts are known because of what they do. Written from what an engine, a binary, a compiler and
// a reader would say; the comparison and its table are not asked.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "diff/random_document.h"

namespace tests {

// What must be found, in words of this test's own.
enum class Shows : std::uint8_t { to_the_linker, to_binaries, to_sources, to_readers, to_nobody };
enum class Harm : std::uint8_t { none, danger, breakage };

struct Known {
  // The strictest level at which anything shows.
  Shows shows = Shows::to_nobody;
  Harm guest = Harm::none;
  Harm host = Harm::none;
};

// What a mutation works on: two documents that are equal before.
struct Scene {
  // Of the names of all that the mutation adds; nothing else begins so.
  std::string prefix;
  Random& random;
  DocumentText& before;
  DocumentText& after;

  // Adds to both, and answers with what the mutation is to change.
  DefinitionText& add(const DefinitionText& definition) const {
    before.definitions.push_back(definition);
    return after.definitions.emplace_back(definition);
  }
  FunctionText& add(const FunctionText& function) const {
    before.functions.push_back(function);
    return after.functions.emplace_back(function);
  }
};

struct Mutation {
  std::string_view name;
  Known known;
  void (*apply)(const Scene& scene);
};

// Those of mutations.cpp and of mutations_of_types.cpp.
[[nodiscard]] std::span<const Mutation> mutations_of_functions();
[[nodiscard]] std::span<const Mutation> mutations_of_types();

// What they are made of.
[[nodiscard]] Ref number(model::Primitive primitive);
[[nodiscard]] Ref named(std::string name, Ref::Form form = Ref::Form::plain);
[[nodiscard]] MemberText member(std::string name, std::optional<Ref> type = {}, std::uint64_t value = 0);
[[nodiscard]] DefinitionText define(const std::string& name, DefinitionText::Kind kind,
                                    std::vector<MemberText> members);
// With the members a, b and c, and their values 1, 2 and 3 where they have any.
[[nodiscard]] DefinitionText three(const std::string& name, DefinitionText::Kind kind);
[[nodiscard]] FunctionText function(const std::string& name, std::vector<MemberText> params, std::string ok = {});

inline constexpr Known unseen{};
inline constexpr Known words{.shows = Shows::to_readers, .guest = Harm::none, .host = Harm::none};
inline constexpr Known harmless{.shows = Shows::to_sources, .guest = Harm::none, .host = Harm::none};
inline constexpr Known doubtful{.shows = Shows::to_sources, .guest = Harm::danger, .host = Harm::danger};
inline constexpr Known uncompilable{.shows = Shows::to_sources, .guest = Harm::breakage, .host = Harm::breakage};
inline constexpr Known dangerous{.shows = Shows::to_binaries, .guest = Harm::danger, .host = Harm::danger};
inline constexpr Known misread{.shows = Shows::to_binaries, .guest = Harm::breakage, .host = Harm::breakage};
inline constexpr Known unlinkable{.shows = Shows::to_the_linker, .guest = Harm::breakage, .host = Harm::breakage};

}  // namespace tests
