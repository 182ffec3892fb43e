// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// --wasm64: every command that shows a size or a signature has it; those that write bindings for wasm32 refuse it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tool.h"

namespace cli_tests {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr int clean = 0;
constexpr int usage = 2;

constexpr const char* pointers = R"((typename $size (@witx usize))
(typename $buffer (record (field $data (@witx pointer u8)) (field $kind u8)))
(module $m
  (@interface func (export "take") (param $b $buffer) (param $names (list u8)) (param $n u32))
)
)";

TEST(Wasm64, LayoutHasPointersOfEightBytes) {
  StubbornFiles files{{"a.witx", pointers}};
  EXPECT_THAT(witxc(files, {"layout", "buffer", "a.witx"}).out, HasSubstr("size 8, align 4"));
  EXPECT_THAT(witxc(files, {"layout", "--wasm64", "buffer", "a.witx"}).out, HasSubstr("size 16, align 8"));
  EXPECT_THAT(witxc(files, {"layout", "--wasm64", "size", "a.witx"}).out, HasSubstr("size 8, align 8"));
}

TEST(Wasm64, LayoutPassesAddressesAndLengthsInSixtyFourBits) {
  StubbornFiles files{{"a.witx", pointers}};
  EXPECT_THAT(witxc(files, {"layout", "take", "a.witx"}).out, HasSubstr("(param i32 i32 i32 i32)"));
  EXPECT_THAT(witxc(files, {"layout", "--wasm64", "take", "a.witx"}).out, HasSubstr("(param i64 i64 i64 i32)"));
}

TEST(Wasm64, DumpNamesItsTarget) {
  StubbornFiles files{{"a.witx", pointers}};
  EXPECT_THAT(witxc(files, {"dump", "a.witx"}).out, HasSubstr(R"("pointer_size": 4)"));
  EXPECT_THAT(witxc(files, {"dump", "--wasm64", "a.witx"}).out, HasSubstr(R"("pointer_size": 8)"));
}

TEST(Wasm64, DiffSeesWhatOnlyLargeMemoriesShow) {
  const std::string old_text = "(typename $r (record (field $n (@witx usize)) (field $k u8)))";
  const std::string new_text = "(typename $r (record (field $n u32) (field $k u8)))";
  StubbornFiles files{{"old.witx", old_text}, {"new.witx", new_text}};
  const Answer narrow = witxc(files, {"diff", "old.witx", "new.witx", "--level", "abi"});
  const Answer wide = witxc(files, {"diff", "--wasm64", "old.witx", "new.witx", "--level", "abi"});
  EXPECT_THAT(narrow.out, Not(HasSubstr("16")));
  EXPECT_THAT(wide.out, HasSubstr("16"));
}

TEST(Wasm64, BindingsAreForWasm32AndSayNothingElse) {
  StubbornFiles files{{"a.witx", pointers}};
  for (const char* command : {"generate", "check"}) {
    const Answer answer = witxc(files, {command, "--wasm64", "a.witx"});
    EXPECT_EQ(answer.exit_code, usage);
    EXPECT_THAT(answer.err, HasSubstr("unknown option '--wasm64'"));
  }
  EXPECT_TRUE(files.written.empty());
  EXPECT_EQ(witxc(files, {"generate", "a.witx"}).exit_code, clean);
}

}  // namespace
}  // namespace cli_tests
