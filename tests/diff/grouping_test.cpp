// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// However fields are grouped in records, and however many they are: the same bytes are the same wire form.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diff/diff.h"
#include "diff/laws.h"
#include "diff/random_document.h"
#include "front_end.h"
#include "model/layout.h"
#include "model/wire.h"

namespace {

using tests::Random;

constexpr std::string_view some_enum = "(typename $e (enum (@witx tag u32) $x $y))\n";

// Types of four bytes, so that no grouping makes padding.
std::vector<std::string> random_leaves(Random& random, std::size_t count) {
  static const std::vector<std::string> kinds{"u32", "s32", "f32", "(@witx pointer u8)", "$e"};
  std::vector<std::string> leaves;
  for (std::size_t i = 0; i < count; ++i) leaves.push_back(kinds[random.below(kinds.size())]);
  return leaves;
}

// Defines `name` as a record of the leaves from `first` to `last`, with records in it at random. Leaves are called by their
// numbers in `names`, records by names that begin with `prefix`.
struct Grouped {
  Random& random;
  const std::vector<std::string>& leaves;
  const std::vector<std::string>& names;
  std::string prefix;
  std::string text = std::string(some_enum);
  std::size_t groups = 0;

  void record(const std::string& name, std::size_t first, std::size_t last) {
    std::string fields;
    for (std::size_t i = first; i < last;) {
      const std::size_t count = 1 + (random.chance(3) ? random.below(last - i) : 0);
      if (count > 1 && count < last - first) {
        const std::string inner = fmt::format("{}{}", prefix, groups++);
        record(inner, i, i + count);
        fields += fmt::format(" (field ${} ${})", inner, inner);
        i += count;
      } else {
        fields += fmt::format(" (field ${} {})", names[i], leaves[i]);
        ++i;
      }
    }
    text += fmt::format("(typename ${} (record{}))\n", name, fields);
  }
};

std::string grouped(Random& random, const std::vector<std::string>& leaves, const std::vector<std::string>& names,
                    std::string_view prefix) {
  Grouped made{.random = random, .leaves = leaves, .names = names, .prefix = std::string(prefix)};
  made.record("whole", 0, leaves.size());
  return made.text + R"((module $m
    (@interface func (export "by_address") (param $p $whole))
    (@interface func (export "in_a_list") (param $p (list $whole)))
    (@interface func (export "returned") (result $r (expected $whole (error $e))))))";
}

std::vector<std::string> numbered(std::size_t count) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) names.push_back(fmt::format("f{}", i));
  return names;
}

bool binaries_notice(const std::string& before, const std::string& after) {
  tests::FrontEnd a;
  tests::FrontEnd b;
  a.read_text(before);
  b.read_text(after);
  EXPECT_EQ(a.diagnostics.errors() + b.diagnostics.errors(), 0U);
  const tests::Laws laws = tests::laws_of_diff(a.model, b.model);
  EXPECT_EQ(laws.broken, "");
  EXPECT_GT(laws.functions, 0U);
  return std::ranges::any_of(diff::diff(a.model, b.model), [](const diff::Change& change) {
    return diff::row(change.rule).level <= diff::Level::abi;
  });
}

TEST(Grouping, OfManyFieldsIsNoMatterOfBinaries) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Random random(seed);
    const std::size_t count = 200 + random.below(400);
    const std::vector<std::string> leaves = random_leaves(random, count);
    const std::vector<std::string> names = numbered(count);
    const std::string before = grouped(random, leaves, names, "a");
    EXPECT_FALSE(binaries_notice(before, grouped(random, leaves, names, "b"))) << "seed " << seed;

    std::vector<std::string> others = leaves;
    std::string& changed = others[random.below(count)];
    changed = changed == "f32" ? "u32" : "f32";
    EXPECT_TRUE(binaries_notice(before, grouped(random, others, names, "b"))) << "a type, seed " << seed;

    std::vector<std::string> exchanged = names;
    std::swap(exchanged[random.below(count / 2)], exchanged[count / 2 + random.below(count / 2)]);
    EXPECT_TRUE(binaries_notice(before, grouped(random, leaves, exchanged, "b"))) << "names, seed " << seed;
  }
}

// 2^25 numbers, once by halves, once so that no half begins where one of the other side does.
TEST(Grouping, OfBillionsOfBytesEndsSoon) {
  std::string before = "(typename $p0 u32)\n";
  std::string after = "(typename $q0 u32) (typename $q1 (record (field $n1 u32)))\n";
  constexpr int levels = 25;
  for (int i = 1; i <= levels; ++i) {
    before += fmt::format("(typename $p{} (record (field $a{} $p{}) (field $b{} $p{})))\n", i, i, i - 1, i, i - 1);
    if (i == 1) continue;
    after += fmt::format("(typename $q{} (record (field $l{} $q{}) (field $m{} u32) (field $r{} $q{})))\n", i, i, i - 1,
                         i, i, i - 1);
  }
  const auto with = [](const std::string& types, const std::string& last) {
    return types + last + R"((module $m (@interface func (export "f") (param $x (@witx pointer $whole)))))";
  };
  const std::string halves = with(before, fmt::format("(typename $whole $p{})", levels));
  const auto other = [&](std::string_view end) {
    return with(after, fmt::format("(typename $whole (record (field $s $q{}) (field $t {})))", levels, end));
  };
  EXPECT_FALSE(binaries_notice(halves, other("u32")));
  EXPECT_TRUE(binaries_notice(halves, other("s32")));
}

TEST(Grouping, OfResultsThatAreWrittenTogetherIsNoMatterOfBinaries) {
  const std::string types = R"((module $m
    (typename $pair (record (field $a u8) (field $b u64)))
    (typename $rest (record (field $b u64) (field $c u16)))
    (typename $wrong (record (field $b u64) (field $c s16)))
    (typename $all (record (field $a u8) (field $b u64) (field $c u16)))
    (export "f" (func )";
  const auto document = [&types](std::string_view results) { return types + std::string(results) + ")))"; };
  const std::vector<std::string> alike{
      "(result $x u8) (result $y u64) (result $z u16)",
      "(result $x $all)",
      "(result $x u8) (result $y $rest)",
      "(result $x $pair) (result $z u16)",
      "(result $x (tuple u8 u64 u16))",
  };
  for (const std::string& before : alike) {
    for (const std::string& after : alike)
      EXPECT_FALSE(binaries_notice(document(before), document(after))) << before << " " << after;
    EXPECT_TRUE(binaries_notice(document(before), document("(result $x u8) (result $y $wrong)"))) << before;
    EXPECT_TRUE(binaries_notice(document(before), document("(result $x u8) (result $y u64)"))) << before;
  }
  EXPECT_TRUE(binaries_notice(document("(result $x u8) (result $y u8)"), document("(result $y u8) (result $x u8)")));
}

TEST(Grouping, OfParametersThatAreTakenApartIsNoMatterOfBinaries) {
  Random random(1);
  const std::vector<std::string> leaves(600, "u32");
  const std::vector<std::string> names = numbered(leaves.size());
  const auto document = [&](std::string_view prefix, const std::vector<std::string>& types) {
    Grouped made{.random = random, .leaves = types, .names = names, .prefix = std::string(prefix), .text = {}};
    made.record("whole", 0, types.size());
    return fmt::format("(module $m {} (export \"f\" (func (param $p $whole))))", made.text);
  };
  std::vector<std::string> others = leaves;
  others[450] = "s32";
  for (int i = 0; i < 20; ++i) {
    const std::string before = document("a", leaves);
    EXPECT_FALSE(binaries_notice(before, document("b", leaves)));
    EXPECT_TRUE(binaries_notice(before, document("b", others)));
  }
}

// Records that share their parts, over few names: the second answer walks every leaf.
struct Shared {
  std::string text;
  // By the record's number: how many leaves it has, and where in it each name stands.
  std::vector<std::multimap<std::size_t, std::string>> names;
  std::vector<std::size_t> counts;

  // Appends a record of exactly `count` leaves.
  void add(Random& random, std::size_t count, std::string_view prefix) {
    std::string fields;
    std::multimap<std::size_t, std::string> places;
    std::set<std::string> used;
    for (std::size_t at = 0; at < count;) {
      std::string name = fmt::format("n{}", random.below(9));
      if (!used.insert(name).second) name = fmt::format("{}{}x{}", prefix, counts.size(), at);
      const std::size_t part = counts.empty() ? 0 : random.below(counts.size());
      places.emplace(at, name);
      if (!counts.empty() && counts[part] <= count - at && !random.chance(4)) {
        for (const auto& [place, inner] : names[part]) places.emplace(at + place, inner);
        fields += fmt::format(" (field ${} ${}{})", name, prefix, part);
        at += counts[part];
      } else {
        fields += fmt::format(" (field ${} u32)", name);
        ++at;
      }
    }
    text += fmt::format("(typename ${}{} (record{}))\n", prefix, counts.size(), fields);
    names.push_back(std::move(places));
    counts.push_back(count);
  }
};

using Places = std::map<std::string, std::set<std::size_t>>;

Places places_of(const std::multimap<std::size_t, std::string>& names) {
  Places places;
  for (const auto& [place, name] : names) places[name].insert(place);
  return places;
}

bool naive_same(const Places& a, const Places& b) {
  return std::ranges::all_of(a, [&b](const auto& name) {
    const auto other = b.find(name.first);
    return other == b.end() || std::ranges::includes(name.second, other->second) ||
           std::ranges::includes(other->second, name.second);
  });
}

TEST(Grouping, OfSharedRecordsIsJudgedAsANaiveWalkDoes) {
  std::size_t same = 0;
  constexpr std::uint64_t rounds = 300;
  for (std::uint64_t seed = 0; seed < rounds; ++seed) {
    Random random(seed);
    const std::size_t count = 260 + random.below(1200);
    const auto make = [&](std::string_view prefix) {
      Shared made;
      const std::size_t parts = random.below(5);
      for (std::size_t i = 0; i < parts; ++i) made.add(random, 2 + random.below(random.chance(2) ? 400 : 20), prefix);
      made.add(random, count, prefix);
      return made;
    };
    const Shared before = make("a");
    const Shared after = random.chance(3) ? before : make("b");
    tests::FrontEnd a;
    tests::FrontEnd b;
    a.read_text(before.text);
    b.read_text(after.text);
    ASSERT_EQ(a.diagnostics.errors() + b.diagnostics.errors(), 0U) << before.text;
    const model::Layouts old_layouts(a.model, {});
    const model::Layouts new_layouts(b.model, {});
    model::WireNumbers numbers;
    const model::WireForms old_forms(a.model, old_layouts, numbers);
    const model::WireForms new_forms(b.model, new_layouts, numbers);
    const auto last = [](const model::Model& m) {
      return m.definitions[model::DefinitionId(m.definitions.size() - 1)].type;
    };
    const bool found = model::SameWire(old_forms, new_forms).types(last(a.model), last(b.model));
    const bool naive = naive_same(places_of(before.names.back()), places_of(after.names.back()));
    ASSERT_EQ(found, naive) << "seed " << seed << "\n" << before.text << "\n" << after.text;
    if (places_of(before.names.back()) == places_of(after.names.back())) {
      EXPECT_EQ(old_forms.digest(last(a.model)), new_forms.digest(last(b.model))) << "seed " << seed;
    }
    same += found ? 1 : 0;
  }
  EXPECT_GT(same, rounds / 10);
  EXPECT_LT(same, rounds * 9 / 10);
}

}  // namespace
