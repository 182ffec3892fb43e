// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Random documents, described simply enough to be changed by hand, and the models that they make. Built without the front end,
// from a seed alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/types.h"

namespace tests {

// SplitMix64: the same numbers everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
  }
  // Less than `limit`.
  std::size_t below(std::size_t limit) { return next() % limit; }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }

 private:
  std::uint64_t state_;
};

// A type where it is used.
struct Ref {
  enum class Form : std::uint8_t { plain, list, pointer, const_pointer };
  Form form = Form::plain;
  // The name of a definition; empty: the primitive.
  std::string name;
  model::Primitive primitive = model::Primitive::u32;
};

struct MemberText {
  std::string name;
  // Absent in enums and flags, and in cases without payload.
  std::optional<Ref> type;
  // Of an open integer's constant.
  std::uint64_t value = 0;
  std::string docs;
};

struct DefinitionText {
  enum class Kind : std::uint8_t { alias, enum_, integer, flags, record, variant, handle };
  Kind kind = Kind::alias;
  std::string name;
  model::Repr repr = model::Repr::u8;
  std::vector<MemberText> members;
  // Of an alias.
  Ref target;
  std::string docs;
  bool hidden = false;
};

struct FunctionText {
  std::string name;
  std::vector<MemberText> params;
  // Names of definitions; empty: none. With either, the result is an `expected`.
  std::string ok;
  std::string error;
  std::string docs;
  bool noreturn = false;
};

struct DocumentText {
  std::string module = "m";
  std::vector<DefinitionText> definitions;
  std::vector<FunctionText> functions;
  std::vector<model::Constant> constants;
};

[[nodiscard]] DocumentText random_document(Random& random);
[[nodiscard]] model::Model build(const DocumentText& text);

}  // namespace tests
