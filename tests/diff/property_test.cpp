// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Thousands of random documents, changed in ways whose verdicts are known.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diff/diff.h"
#include "diff/mutations.h"
#include "diff/random_document.h"

namespace {

using tests::Harm;
using tests::Known;
using tests::Mutation;
using tests::Shows;

constexpr std::size_t rounds = 40;

std::vector<Mutation> all_mutations() {
  std::vector<Mutation> all;
  for (const auto& some : {tests::mutations_of_functions(), tests::mutations_of_types()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

Harm harm(diff::Verdict verdict) {
  switch (verdict) {
    case diff::Verdict::compatible: return Harm::none;
    case diff::Verdict::dangerous: return Harm::danger;
    case diff::Verdict::breaking: return Harm::breakage;
  }
  return Harm::none;
}

Shows shows(diff::Level level) {
  switch (level) {
    case diff::Level::link: return Shows::to_the_linker;
    case diff::Level::abi: return Shows::to_binaries;
    case diff::Level::source: return Shows::to_sources;
    case diff::Level::docs: return Shows::to_readers;
  }
  return Shows::to_nobody;
}

Known worst(Known a, Known b) {
  return {.shows = std::min(a.shows, b.shows), .guest = std::max(a.guest, b.guest), .host = std::max(a.host, b.host)};
}

Known found(const diff::Changes& changes) {
  Known all;
  for (const diff::Change& change : changes) {
    all = worst(all, {.shows = shows(diff::row(change.rule).level),
                      .guest = harm(change.verdicts.guest),
                      .host = harm(change.verdicts.host)});
  }
  return all;
}

bool equal(Known a, Known b) { return a.shows == b.shows && a.guest == b.guest && a.host == b.host; }

std::string told(const diff::Changes& changes) {
  std::string text;
  for (const diff::Change& change : changes) {
    text += "\n  " + std::string(info(change.rule).id) + " " + change.path + " " + change.text;
  }
  return text;
}

TEST(DiffProperty, EachMutationHasItsVerdict) {
  for (const Mutation& mutation : all_mutations()) {
    for (std::uint64_t seed = 0; seed < rounds; ++seed) {
      tests::Random random(seed);
      tests::DocumentText before = random_document(random);
      tests::DocumentText after = before;
      mutation.apply({.prefix = "x", .random = random, .before = before, .after = after});
      const diff::Changes changes = diff::diff(build(before), build(after));
      ASSERT_TRUE(equal(found(changes), mutation.known)) << mutation.name << ", seed " << seed << told(changes);
    }
  }
}

TEST(DiffProperty, SeveralMutationsHaveTheWorstVerdictOfAll) {
  const std::vector<Mutation> mutations = all_mutations();
  for (std::uint64_t seed = 0; seed < 20 * rounds; ++seed) {
    tests::Random random(seed ^ 0x5eedU);
    tests::DocumentText before = random_document(random);
    tests::DocumentText after = before;
    Known known;
    std::string names;
    const std::size_t count = 2 + random.below(4);
    for (std::size_t i = 0; i < count; ++i) {
      const Mutation& mutation = mutations[random.below(mutations.size())];
      mutation.apply({.prefix = "x" + std::to_string(i), .random = random, .before = before, .after = after});
      known = worst(known, mutation.known);
      names += std::string(mutation.name) + " ";
    }
    const diff::Changes changes = diff::diff(build(before), build(after));
    ASSERT_TRUE(equal(found(changes), known)) << names << "seed " << seed << told(changes);
  }
}

TEST(DiffProperty, NothingDiffersFromItself) {
  for (std::uint64_t seed = 0; seed < 20 * rounds; ++seed) {
    tests::Random random(seed);
    const tests::DocumentText text = random_document(random);
    ASSERT_TRUE(diff::diff(build(text), build(text)).empty()) << "seed " << seed;
  }
}

// There and back: the same pairs of shapes with the sides exchanged, and as deep.
TEST(DiffProperty, TheWayBackIsTheMirrorImage) {
  using Shapes = std::multiset<std::pair<std::string, std::string>>;
  for (const Mutation& mutation : all_mutations()) {
    for (std::uint64_t seed = 0; seed < rounds / 4; ++seed) {
      tests::Random random(seed);
      tests::DocumentText before = random_document(random);
      tests::DocumentText after = before;
      mutation.apply({.prefix = "x", .random = random, .before = before, .after = after});
      const diff::Changes forward = diff::diff(build(before), build(after));
      const diff::Changes backward = diff::diff(build(after), build(before));
      Shapes there;
      Shapes back;
      for (const diff::Change& change : forward) there.emplace(change.sides.before.shape, change.sides.after.shape);
      for (const diff::Change& change : backward) back.emplace(change.sides.after.shape, change.sides.before.shape);
      ASSERT_EQ(there, back) << mutation.name << ", seed " << seed;
      ASSERT_EQ(found(forward).shows, found(backward).shows) << mutation.name << ", seed " << seed;
    }
  }
}

// Two random documents: anything may differ, and whatever does has a place, words and a fingerprint of its own.
TEST(DiffProperty, EveryChangeCanBeToldApart) {
  for (std::uint64_t seed = 0; seed < 20 * rounds; ++seed) {
    tests::Random random(seed);
    const model::Model a = build(random_document(random));
    const model::Model b = build(random_document(random));
    std::set<std::string> fingerprints;
    for (const diff::Change& change : diff::diff(a, b)) {
      ASSERT_FALSE(change.path.empty()) << "seed " << seed;
      ASSERT_FALSE(change.text.empty()) << change.path << ", seed " << seed;
      ASSERT_NE(change.sides.before.shape, change.sides.after.shape) << change.path << ", seed " << seed;
      ASSERT_TRUE(fingerprints.insert(change.fingerprint).second)
          << change.path << ' ' << change.text << ", seed " << seed;
    }
  }
}

}  // namespace
