// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The laws of laws.h over thousands of pairs of random documents: changed in known ways, several at once, and unrelated. The wire
// forms that they rest on have a second answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "diff/cases.h"
#include "diff/laws.h"
#include "diff/mutations.h"
#include "diff/naive_wire.h"
#include "diff/pairs.h"
#include "diff/random_document.h"
#include "front_end.h"
#include "model/layout.h"
#include "model/wire.h"

namespace {

using tests::DocumentText;

// How many pairs of documents; more where BAREWASI_ROUNDS says so.
std::uint64_t rounds_asked_for() {
  constexpr std::uint64_t ordinary = 2000;
  const char* const asked = std::getenv("BAREWASI_ROUNDS");
  return asked == nullptr ? ordinary
                          : std::max(ordinary, static_cast<std::uint64_t>(std::strtoull(asked, nullptr, 10)));
}
const std::uint64_t rounds = rounds_asked_for();

// Two documents of which one was made from the other by some changes, or, every fourth time, not at all.
struct TwoDocuments {
  DocumentText before;
  DocumentText after;
  std::string names;
};

TwoDocuments two_documents(std::uint64_t seed) {
  tests::Random random(seed);
  TwoDocuments two;
  two.before = random_document(random);
  two.after = random.chance(4) ? random_document(random) : two.before;
  std::vector<tests::Mutation> mutations;
  for (const auto& some : {tests::mutations_of_functions(), tests::mutations_of_types()})
    mutations.insert(mutations.end(), some.begin(), some.end());
  const std::size_t count = random.below(4);
  for (std::size_t i = 0; i < count; ++i) {
    const tests::Mutation& mutation = mutations[random.below(mutations.size())];
    mutation.apply({.prefix = "x" + std::to_string(i), .random = random, .before = two.before, .after = two.after});
    two.names += std::string(mutation.name) + " ";
  }
  return two;
}

TEST(DiffLaws, HoldForRandomDocuments) {
  tests::Laws all;
  for (std::uint64_t seed = 0; seed < rounds; ++seed) {
    const TwoDocuments two = two_documents(seed);
    const tests::Laws laws = tests::laws_of_diff(build(two.before), build(two.after));
    ASSERT_EQ(laws.broken, "") << "seed " << seed << ": " << two.names;
    all.functions += laws.functions;
    all.different += laws.different;
  }
  // Otherwise one of the two laws was hardly asked.
  EXPECT_GT(all.different, rounds / 4);
  EXPECT_GT(all.functions - all.different, rounds / 4);
}

TEST(DiffLaws, HoldForEveryCase) {
  for (const tests::DiffCase& c : tests::diff_cases()) {
    tests::FrontEnd before;
    tests::FrontEnd after;
    before.read_text(std::string(c.before));
    after.read_text(std::string(c.after));
    EXPECT_EQ(tests::laws_of_diff(before.model, after.model).broken, "") << c.name;
    EXPECT_EQ(tests::laws_of_diff(after.model, before.model).broken, "") << c.name << ", back";
  }
}

TEST(WireForm, IsThatOfANaiveWalk) {
  std::size_t same = 0;
  std::size_t different = 0;
  for (std::uint64_t seed = 0; seed < rounds; ++seed) {
    const TwoDocuments two = two_documents(seed ^ 0x31cULL);
    const model::Model before = build(two.before);
    const model::Model after = build(two.after);
    const model::Layouts old_layouts(before, {});
    const model::Layouts new_layouts(after, {});
    model::WireNumbers numbers;
    const model::WireForms old_forms(before, old_layouts, numbers);
    const model::WireForms new_forms(after, new_layouts, numbers);
    const model::SameWire wire(old_forms, new_forms);
    diff::for_each_function_pair(
        {.before = &before, .after = &after}, diff::match(before, after, {}),
        [&](model::ModuleId /*module*/, diff::Two<const model::Function*> f) {
          const auto difference = wire.difference(old_forms.function(*f.before), new_forms.function(*f.after));
          const bool naive = naive_same(tests::naive_wire(before, *f.before), tests::naive_wire(after, *f.after));
          EXPECT_EQ(!difference, naive) << f.after->name << " " << difference.value_or("exchanges the same")
                                        << ", seed " << seed << ": " << two.names;
          ++(naive ? same : different);
        });
    if (HasFailure()) return;
  }
  EXPECT_GT(same, rounds / 4);
  EXPECT_GT(different, rounds / 4);
}

}  // namespace
