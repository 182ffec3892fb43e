// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diagnostics/diagnostics.h"

#include <gtest/gtest.h>

#include <string>

#include "support/source.h"

namespace diagnostics {
namespace {

TEST(Diagnostics, CountsAllAndKeepsNoMoreThanItsLimit) {
  Sink diagnostics(3);
  for (int i = 0; i < 10; ++i) diagnostics.report(Code::unknown_name, {}, "x").with_help("y").also({}, "z");
  diagnostics.report(Code::empty_type, {}, "w");
  EXPECT_EQ(diagnostics.errors(), 10U);
  EXPECT_EQ(diagnostics.warnings(), 1U);
  EXPECT_EQ(diagnostics.all().size(), 3U);
  EXPECT_EQ(diagnostics.dropped(), 8U);
  Sink sum;
  sum.take(std::move(diagnostics));
  EXPECT_EQ(sum.errors(), 10U);
}

TEST(Diagnostics, TakesWhatIsNewAndCountsIt) {
  support::Sources sources;
  const support::Span here{.source = sources.add("a", "x y"), .begin = 0, .end = 1};
  Sink all;
  all.report(Code::unknown_name, here, "one");
  Sink more;
  more.report(Code::unknown_name, here, "one");
  more.report(Code::unknown_name, here, "two");
  more.report(Code::unknown_name, {.source = here.source, .begin = 2, .end = 3}, "one");
  more.report(Code::duplicate_name, Severity::warning, here, "one");
  EXPECT_EQ(more.first_error_not_in(all), &more.all()[1]);
  EXPECT_EQ(more.first_error_not_in(more), nullptr);
  all.take_new(std::move(more));
  EXPECT_EQ(all.errors(), 3U);
  EXPECT_EQ(all.warnings(), 1U);
  EXPECT_EQ(all.all().size(), 4U);
}

TEST(Diagnostics, SortsByPlaceAndKeepsTheOrderOfEquals) {
  Sink diagnostics;
  const support::SourceId a(0);
  const support::SourceId b(1);
  diagnostics.report(Code::unknown_name, {.source = b, .begin = 1, .end = 2}, "4");
  diagnostics.report(Code::unknown_name, {.source = a, .begin = 9, .end = 9}, "2");
  diagnostics.report(Code::unknown_name, {.source = a, .begin = 9, .end = 10}, "3");
  diagnostics.report(Code::unknown_name, {}, "0");
  diagnostics.report(Code::unknown_name, {.source = a, .begin = 5, .end = 6}, "1");
  diagnostics.sort();
  std::string order;
  for (const Diagnostic& d : diagnostics.all()) order += d.message;
  EXPECT_EQ(order, "01234");
}

}  // namespace
}  // namespace diagnostics
