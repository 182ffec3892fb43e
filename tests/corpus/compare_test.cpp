// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The comparison with the released reader can fail, and knows the shapes that the corpus happens to lack.
#include "compare.h"

#include <gtest/gtest.h>

#include <string>

#include "../front_end.h"

namespace corpus {
namespace {

// A named tuple, as a record of members 0, 1 or by its spelling alone.
std::string layout(const std::string& shape) {
  return R"({"types": [{"name": "t", "docs": "", "size": 8, "align": 4, )" + shape +
         R"(}], "constants": [], "modules": []})";
}

Comparison compared(const std::string& shape) {
  tests::FrontEnd front;
  front.read_text("(typename $t (tuple u8 u32))");
  return compare(front.model, layout(shape));
}

std::string members(const std::string& kind, int second) {
  return R"("kind": ")" + kind +
         R"(", "members": [{"name": "0", "type": "u8", "offset": 0, "size": 1, "align": 1, "docs": ""},)"
         R"({"name": "1", "type": "u32", "offset": )" +
         std::to_string(second) + R"(, "size": 4, "align": 4, "docs": ""}])";
}

TEST(CorpusCompare, KnowsNamedTuples) {
  for (const char* kind : {"tuple", "record"}) {
    const Comparison same = compared(members(kind, 4));
    EXPECT_TRUE(same.differences.empty()) << kind << ": " << same.differences.front();
    EXPECT_GT(same.facts, 10U);
    EXPECT_EQ(compared(members(kind, 1)).differences.size(), 1U) << kind;
  }
  EXPECT_TRUE(compared(R"x("kind": "tuple", "type": "(tuple u8 u32)")x").differences.empty());
  EXPECT_EQ(compared(R"x("kind": "tuple", "type": "(tuple u8 u16)")x").differences.size(), 1U);
}

}  // namespace
}  // namespace corpus
