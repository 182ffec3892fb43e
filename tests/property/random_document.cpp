// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "random_document.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace property {
namespace {

// SplitMix64: a generator of our own, because the distributions of the standard library differ between libraries.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  // From 0 to n - 1.
  std::uint64_t below(std::uint64_t n) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return (z ^ (z >> 31U)) % n;
  }

  template <std::size_t N>
  std::string_view one_of(const std::array<std::string_view, N>& choices) {
    return choices[below(N)];
  }

 private:
  std::uint64_t state_;
};

constexpr std::array<std::string_view, 4> reprs{"u8", "u16", "u32", "u64"};
constexpr std::array<std::string_view, 10> numbers{"u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "f32", "f64"};

class Document {
 public:
  Document(std::uint64_t seed, bool old) : random_(seed), old_(old) {}

  std::string run(int types) {
    for (; next_ < types; ++next_) {
      // Made before the definition that uses it, for a tag is a definition of its own.
      const std::string type = definition();
      text_ += fmt::format("(typename $t{} {})\n", next_, type);
    }
    return std::move(text_);
  }

 private:
  std::string definition() {
    switch (random_.below(old_ ? 6 : 8)) {
      case 0: return enumeration();
      case 1: return flags();
      case 2:
      case 3:
      case 4: return record();
      case 5: return old_ ? c_union() : bare_union();
      case 6: return variant();
      default: return fmt::format("(expected {} (error {}))", type(0), type(0));
    }
  }

  // A type as it may stand without a name.
  std::string type(int depth) {
    const std::uint64_t choice = random_.below(old_ ? 7 : 10);
    if (choice <= 2 && next_ > 0) return fmt::format("$t{}", random_.below(static_cast<std::uint64_t>(next_)));
    if (choice == 3) return fmt::format("(@witx {} u64)", random_.below(2) == 0 ? "pointer" : "const_pointer");
    if (choice == 4) return fmt::format("({} u8)", old_ ? "array" : "list");
    if (choice == 5) return "(@witx usize)";
    if (choice == 7) return random_.below(2) == 0 ? "bool" : "char";
    if (choice == 8 && depth < 3) return tuple(depth);
    if (choice == 9 && depth < 3) return fmt::format("(expected {} (error {}))", type(depth + 1), type(depth + 1));
    return std::string(random_.one_of(numbers));
  }

  std::string members(std::string_view prefix, std::uint64_t least, std::uint64_t most) {
    std::string text;
    const std::uint64_t count = least + random_.below(most - least + 1);
    for (std::uint64_t i = 0; i < count; ++i) text += fmt::format(" ${}{}", prefix, i);
    return text;
  }

  std::string enumeration() {
    const std::string_view repr = random_.one_of(reprs);
    return old_ ? fmt::format("(enum {}{})", repr, members("c", 1, 9))
                : fmt::format("(enum (@witx tag {}){})", repr, members("c", 1, 9));
  }
  std::string flags() {
    const std::string_view repr = random_.one_of(reprs);
    return old_ ? fmt::format("(flags {}{})", repr, members("f", 1, 8))
                : fmt::format("(flags (@witx repr {}){})", repr, members("f", 1, 8));
  }

  std::string fields(std::uint64_t count) {
    std::string text;
    for (std::uint64_t i = 0; i < count; ++i) text += fmt::format(" (field $m{} {})", i, type(0));
    return text;
  }
  std::string record() { return fmt::format("({}{})", old_ ? "struct" : "record", fields(1 + random_.below(7))); }
  std::string c_union() { return fmt::format("(union{})", fields(1 + random_.below(5))); }

  std::string tuple(int depth) {
    std::string text = "(tuple";
    for (std::uint64_t i = 0, count = 1 + random_.below(4); i < count; ++i) text += " " + type(depth + 1);
    return text + ")";
  }
  std::string bare_union() {
    std::string text = random_.below(3) == 0 ? "(union" : fmt::format("(union (@witx tag {})", random_.one_of(reprs));
    for (std::uint64_t i = 0, count = 1 + random_.below(5); i < count; ++i) text += " " + type(0);
    return text + ")";
  }
  std::string variant() {
    std::string text =
        random_.below(3) == 0 ? "(variant" : fmt::format("(variant (@witx tag {})", random_.one_of(reprs));
    for (std::uint64_t i = 0, count = 1 + random_.below(5); i < count; ++i) {
      text += random_.below(4) == 0 ? fmt::format(" (case $m{})", i) : fmt::format(" (case $m{} {})", i, type(0));
    }
    return text + ")";
  }

  Random random_;
  bool old_;
  int next_ = 0;
  std::string text_;
};

}  // namespace

std::string random_document(std::uint64_t seed, int types, bool old) { return Document(seed, old).run(types); }

}  // namespace property
