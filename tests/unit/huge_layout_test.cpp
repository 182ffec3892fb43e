// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sizes that a number of 64 bits cannot count: they end at its end, never begin anew, and are refused before that.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "../diff/random_document.h"
#include "../front_end.h"
#include "model/layout.h"
#include "model/parts.h"

namespace {

using Wide = long double;

// Sizes to within the precision of the type, and whether `target` has room; enough to tell 2^64 from 0.
Wide size_of(const model::Model& model, const std::vector<Wide>& sizes, model::TypeId id, model::Target target) {
  const model::Type& type = model.types[id];
  Wide sum = 0;
  Wide largest = 0;
  model::each_part(type, [&](model::TypeId part) {
    sum += sizes[part.index()];
    largest = std::max(largest, sizes[part.index()]);
  });
  if (std::holds_alternative<model::Record>(type.shape) || std::holds_alternative<model::Alias>(type.shape)) return sum;
  if (std::holds_alternative<model::Variant>(type.shape) || std::holds_alternative<model::Union>(type.shape))
    return largest;
  return static_cast<Wide>(model::Layouts(model, target)[id].size);
}

// Records and variants of what stands before, each likely to be larger.
std::string random_text(tests::Random& random, std::size_t levels) {
  std::string text = "(typename $k0 (record (field $a u64) (field $b u8)))\n";
  for (std::size_t i = 1; i < levels; ++i) {
    const auto part = [&] { return random.chance(5) ? std::string("u32") : fmt::format("$k{}", i - 1); };
    if (random.chance(6)) {
      text += fmt::format("(typename $k{} (variant (case $a {}) (case $b {})))\n", i, part(), part());
      continue;
    }
    text += fmt::format("(typename $k{} (record", i);
    const std::size_t fields = 1 + random.below(5);
    for (std::size_t f = 0; f < fields; ++f) text += fmt::format(" (field $f{} {})", f, part());
    text += "))\n";
  }
  return text;
}

TEST(HugeLayout, NeverBeginsAnew) {
  std::size_t refused = 0;
  std::size_t accepted = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    tests::Random random(seed);
    const std::string text = random_text(random, 2 + random.below(70));
    tests::FrontEnd front;
    front.read_text(text);
    for (const std::uint32_t pointer_size : {4U, 8U}) {
      const model::Target target{.pointer_size = pointer_size};
      const model::Layouts layouts(front.model, target);
      std::vector<Wide> sizes;
      bool fits = true;
      for (std::size_t i = 0; i < front.model.types.size(); ++i) {
        const model::TypeId id(i);
        const Wide least = size_of(front.model, sizes, id, target);
        sizes.push_back(least);
        const auto size = static_cast<Wide>(layouts[id].size);
        // Padding may add, and the end of the numbers takes away.
        EXPECT_GE(size, std::min(least, static_cast<Wide>(0xffff'ffff'ffff'fff0ULL))) << "seed " << seed << "\n"
                                                                                      << text;
        EXPECT_EQ(layouts[id].size % layouts[id].align, 0U);
        for (const std::uint64_t offset : layouts[id].offsets) EXPECT_LE(offset, layouts[id].size);
        fits = fits && layouts[id].size <= model::largest_size(target);
      }
      diagnostics::Sink diagnostics;
      validate::validate(front.model, diagnostics, target);
      const bool found = std::ranges::any_of(diagnostics.all(), [](const diagnostics::Diagnostic& diagnostic) {
        return diagnostic.code == diagnostics::Code::type_too_large;
      });
      EXPECT_EQ(found, !fits) << "seed " << seed << "\n" << text;
      ++(found ? refused : accepted);
    }
  }
  EXPECT_GT(refused, 50U);
  EXPECT_GT(accepted, 50U);
}

// 2^29 records of 8 bytes are 4 GiB; one byte less is not.
TEST(HugeLayout, EndsWhereAddressesDo) {
  std::string text = "(typename $k0 u8)\n";
  for (int i = 1; i <= 32; ++i)
    text += fmt::format("(typename $k{0} (record (field $a $k{1}) (field $b $k{1})))\n", i, i - 1);
  tests::FrontEnd all;
  all.read_text(text);
  ASSERT_EQ(all.diagnostics.errors(), 1U);
  EXPECT_EQ(all.diagnostics.all().front().code, diagnostics::Code::type_too_large);
  diagnostics::Sink on_wasm64;
  validate::validate(all.model, on_wasm64, {.pointer_size = 8});
  EXPECT_EQ(on_wasm64.errors(), 0U);

  std::string less = text.substr(0, text.find("(typename $k32"));
  std::string fields;
  for (int i = 0; i < 32; ++i) fields += fmt::format(" (field $f{} $k{})", i, i);
  less += fmt::format("(typename $most (record{}))", fields);
  tests::FrontEnd most;
  most.read_text(less);
  EXPECT_EQ(most.diagnostics.errors(), 0U);
  const model::Layouts layouts(most.model, {});
  EXPECT_EQ(layouts[most.model.definitions[model::DefinitionId(32)].type].size, 0xffff'ffffU);
}

}  // namespace
