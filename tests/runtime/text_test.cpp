// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Str and String, beside std::string_view and std::string: whatever the texts, both answer the same.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <ranges>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "barewasi/string.hpp"
#include "wasi/preview1.hpp"

namespace {

using barewasi::Str;
using barewasi::String;

constexpr std::size_t rounds = 20'000;

std::string_view view(Str text) { return text; }

// Few letters, so that parts are found, and zeros and bytes above 127 among them.
struct Texts {
  std::mt19937 random{14};

  std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); }
  std::string text(std::size_t most) {
    static constexpr std::string_view letters("ab,\0\x80\xff \n", 8);
    std::string made(below(most + 1), ' ');
    for (char& c : made) c = letters[below(letters.size())];
    return made;
  }
};

int sign(int value) { return (value > 0) - (value < 0); }

TEST(Text, FindsWhatStringViewFinds) {
  Texts texts;
  for (std::size_t i = 0; i < rounds; ++i) {
    const std::string a = texts.text(12);
    const std::string b = texts.text(3);
    const std::size_t from = texts.below(15);
    const std::string_view std_a = a;
    const Str our_a = a;
    EXPECT_EQ(our_a.find(b, from), std_a.find(b, from)) << a << " " << b << " " << from;
    EXPECT_EQ(our_a.find(','), std_a.find(','));
    EXPECT_EQ(our_a.find('a', from), std_a.find('a', from));
    EXPECT_EQ(our_a.contains(b), std_a.find(b) != std::string_view::npos);
    EXPECT_EQ(our_a.contains('\0'), std_a.find('\0') != std::string_view::npos);
    EXPECT_EQ(our_a.starts_with(b), std_a.starts_with(b));
    EXPECT_EQ(our_a.ends_with(b), std_a.ends_with(b));
    EXPECT_EQ(our_a.starts_with('b'), std_a.starts_with('b'));
    EXPECT_EQ(our_a.ends_with('b'), std_a.ends_with('b'));
  }
}

TEST(Text, IsOrderedAsStringViewIs) {
  Texts texts;
  for (std::size_t i = 0; i < rounds; ++i) {
    const std::string a = texts.text(4);
    const std::string b = texts.text(4);
    const Str our_a = a;
    const Str our_b = b;
    EXPECT_EQ(sign(our_a.compare(our_b)), sign(std::string_view(a).compare(b)));
    EXPECT_EQ(our_a == our_b, a == b);
    EXPECT_EQ(our_a != our_b, a != b);
    EXPECT_EQ(our_a < our_b, a < b);
    EXPECT_EQ(our_a <= our_b, a <= b);
    EXPECT_EQ(our_a > our_b, a > b);
    EXPECT_EQ(our_a >= our_b, a >= b);
  }
}

// Of any position and count: what lies outside is left out.
TEST(Text, PartsAreCutToWhatIsThere) {
  Texts texts;
  for (std::size_t i = 0; i < rounds; ++i) {
    const std::string a = texts.text(9);
    const std::size_t at = texts.below(12);
    const std::size_t count = texts.below(4) == 0 ? Str::npos - texts.below(3) : texts.below(12);
    const auto expected = std::string_view(a).substr(std::min(at, a.size()), count);
    EXPECT_EQ(view(Str(a).substr(at, count)), expected) << at << " " << count;
  }
  EXPECT_EQ(Str("abc").substr(Str::npos, Str::npos), Str(""));
}

std::vector<std::string> parts_of(std::string_view text, std::string_view by) {
  std::vector<std::string> parts;
  for (;;) {
    const auto at = by.empty() ? std::string_view::npos : text.find(by);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + by.size());
  }
}

TEST(Text, IsSplitAtEverySeparator) {
  Texts texts;
  for (std::size_t i = 0; i < rounds; ++i) {
    const std::string a = texts.text(12);
    const std::string by = texts.text(2);
    std::vector<std::string> parts;
    for (const Str part : Str(a).split(by)) parts.emplace_back(view(part));
    EXPECT_EQ(parts, parts_of(a, by));
    // Again, for whoever looks twice; and by a character.
    const auto letters = Str(a).split(',');
    for (int times = 0; times < 2; ++times) {
      parts.clear();
      for (const Str part : letters) parts.emplace_back(view(part));
      EXPECT_EQ(parts, parts_of(a, ","));
    }
  }
}

TEST(Text, IsTrimmedOfWhiteSpace) {
  Texts texts;
  constexpr std::string_view spaces = " \t\n\v\f\r";
  for (std::size_t i = 0; i < rounds; ++i) {
    std::string a = texts.text(6);
    for (std::size_t n = texts.below(3); n != 0; --n) a.insert(0, 1, spaces[texts.below(6)]);
    for (std::size_t n = texts.below(3); n != 0; --n) a += spaces[texts.below(6)];
    const auto first = std::min(a.find_first_not_of(spaces), a.size());
    const auto last = a.find_last_not_of(spaces);
    EXPECT_EQ(view(Str(a).trim()), std::string_view(a).substr(first, last + 1 - first));
  }
  EXPECT_EQ(Str(" \t ").trim(), Str(""));
  EXPECT_EQ(Str().trim(), Str(""));
}

// An empty text without an address is a text like any other.
TEST(Text, NothingIsAText) {
  const Str nothing;
  EXPECT_EQ(nothing, Str(""));
  EXPECT_EQ(nothing.find(""), 0u);
  EXPECT_EQ(nothing.find("a"), Str::npos);
  EXPECT_TRUE(nothing.starts_with(nothing) && nothing.ends_with("") && nothing.contains(nothing));
  EXPECT_EQ(nothing.substr(1, 1), Str(""));
  EXPECT_EQ(std::ranges::distance(nothing.split(",").begin(), nothing.split(",").end()), 1);
}

// ---- Beside the standard library ------------------------------------------------------------------------------------

std::size_t size_of(std::string_view text) { return text.size(); }
std::size_t size_of_ours(Str text) { return text.size(); }

TEST(Text, GoesToAndFroStringView) {
  const Str ours = "text";
  const std::string_view theirs = ours;
  const std::string owned(ours);
  const std::string_view explicitly(ours);
  EXPECT_EQ(size_of(ours) + size_of_ours(theirs) + size_of_ours(owned), 12u);
  EXPECT_TRUE(ours == theirs && theirs == ours && !(ours != theirs) && !(theirs != ours));
  EXPECT_TRUE(ours == owned && owned == ours && ours == explicitly);
  EXPECT_FALSE(ours < theirs || theirs < ours || ours > theirs || theirs > ours);
  EXPECT_TRUE(ours <= theirs && theirs >= ours);
  EXPECT_TRUE("text" == ours && ours < "u" && "t" < ours && ours < owned + "s");
  std::string all = owned;
  all += ours;
  all.append(ours);
  EXPECT_EQ(all, "texttexttext");
  std::map<Str, int> numbers;
  numbers["text"] = 2;
  EXPECT_EQ(numbers[theirs], 2);
  // Of what owns nothing a part may be kept: no warning that something dies.
  const Str kept = std::string_view("kept text").substr(5);
  EXPECT_EQ(kept, ours);
}

TEST(Text, IsARange) {
  static_assert(std::ranges::contiguous_range<Str> && std::ranges::sized_range<Str>);
  static_assert(std::ranges::input_range<decltype(Str().split(','))>);
  std::vector<std::size_t> sizes;
  for (const std::size_t size : Str("a,bb,ccc").split(',') | std::views::transform(&Str::size)) sizes.push_back(size);
  EXPECT_EQ(sizes, (std::vector<std::size_t>{1, 2, 3}));
}

// ---- Text that owns its bytes ---------------------------------------------------------------------------------------

TEST(OwnedText, GrowsAsStdStringDoes) {
  Texts texts;
  String ours;
  std::string theirs;
  for (std::size_t i = 0; i < rounds; ++i) {
    const std::string more = texts.text(40);
    switch (texts.below(10)) {
      case 0:
        ours.clear();
        theirs.clear();
        break;
      case 1:
        ours += 'c';
        theirs += 'c';
        break;
      case 2: {
        // A part of itself, which moves when it grows.
        const std::size_t at = texts.below(theirs.size() + 1);
        const std::size_t count = texts.below(40);
        ours += ours.view().substr(at, count);
        theirs += std::string(theirs.substr(at, count));
        break;
      }
      case 3: ours.reserve(texts.below(2 * theirs.size() + 2)); break;
      case 4:
        if (!theirs.empty()) ours[theirs.size() - 1] = theirs.back() = '!';
        break;
      case 5: {
        String copy = ours.clone();
        copy += "different";
        ASSERT_EQ(view(ours), theirs);
        ours = static_cast<String&&>(copy);
        theirs += "different";
        break;
      }
      default: put(ours, Str(more)); theirs += more;
    }
    ASSERT_EQ(view(ours), theirs);
    ASSERT_EQ(ours.c_str()[theirs.size()], 0);
    ASSERT_EQ(ours.empty(), theirs.empty());
    if (theirs.size() > 5000) {
      ours = String();
      theirs.clear();
    }
  }
}

TEST(OwnedText, IsComparedWithEveryOther) {
  const String a(Str("a"));
  const String b(Str("b"));
  const std::string_view theirs = "a";
  EXPECT_TRUE(a == a.clone() && a != b && a < b && b > a && a <= b && b >= a);
  EXPECT_TRUE(a == "a" && "a" == a && a != "b" && a < "b" && "b" > a);
  EXPECT_TRUE(a == Str("a") && Str("a") == a && Str("a") < b && b > Str("a"));
  EXPECT_TRUE(a == theirs && theirs == a && theirs < b && a == std::string("a"));
  EXPECT_TRUE(String().empty() && String() == "" && String().c_str()[0] == 0);
}

// ---- One text -------------------------------------------------------------------------------------------------------

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  EXPECT_FALSE(lines.empty()) << path;
  return lines;
}

// The part of a header that stands under `guard`, without what is for C++17 alone.
std::string part_of(const std::vector<std::string>& lines, const std::string& guard) {
  std::string part;
  int depth = 0;
  int chosen = 0;  // the depth of a choice by language, inside it
  bool is_left_out = false;
  for (const std::string& line : lines) {
    if (depth == 0 && line != "#ifndef " + guard) continue;
    const bool opens = line.starts_with("#if");
    const bool closes = line.starts_with("#endif");
    depth += opens;
    if (opens && line == "#if __cplusplus >= 202002L") {
      chosen = depth;
    } else if (depth == chosen && line.starts_with("#else")) {
      is_left_out = true;
    } else if (depth == chosen && closes) {
      chosen = 0;
      is_left_out = false;
    } else if (!is_left_out) {
      part += line + "\n";
    }
    depth -= closes;
    if (depth == 0) return part;
  }
  ADD_FAILURE() << "there is nothing under " << guard;
  return part;
}

TEST(OneText, IsWhatTheTemplatesSay) {
  const auto generated = lines_of(BAREWASI_SOURCE "/generated/cpp/wasi/preview1.hpp");
  const auto ours = lines_of(BAREWASI_SOURCE "/runtime/include/barewasi/detail/text.hpp");
  for (const char* guard : {"WITX_TYPES_V1", "WITX_EXPECTS", "WITX_SPAN_V1", "WITX_STR_V1"}) {
    EXPECT_EQ(part_of(ours, guard), part_of(generated, guard))
        << "copy what stands under " << guard << " from generated/cpp to runtime/include/barewasi/detail/text.hpp";
  }
}

}  // namespace
