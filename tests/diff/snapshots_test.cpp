// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What lies between WASI's two snapshots: the whole list, from our own files and, where they are at hand, from the published
// ones; and that ours say what these say.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "diff/diff.h"
#include "diff/judgement.h"
#include "front_end.h"

namespace {

const std::string ours = SOURCE_DIR "/witx/";
const std::string published = SOURCE_DIR "/../shared/spec/";
constexpr const char* preview0 = "preview0/wasi_unstable.witx";
constexpr const char* preview1 = "preview1/wasi_snapshot_preview1.witx";

diff::Changes between(const std::string& before, const std::string& after) {
  const support::RealFiles files;
  tests::FrontEnd a;
  tests::FrontEnd b;
  a.read({before}, files);
  b.read({after}, files);
  EXPECT_EQ(a.diagnostics.errors() + b.diagnostics.errors(), 0U);
  EXPECT_GT(a.model.definitions.size(), 40U);
  EXPECT_GT(b.model.definitions.size(), 40U);
  return diff::diff(a.model, b.model);
}

// One line a change, and one for every layout and all functions that it touches; docs aside.
std::vector<std::string> told(const diff::Changes& changes) {
  std::vector<std::string> lines;
  for (const diff::Change& change : changes) {
    const diff::RuleInfo& rule = diff::row(change.rule);
    if (rule.level == diff::Level::docs) continue;
    lines.push_back(fmt::format("{} {} {} [guest {}, host {}]", name_of(rule.level), change.path, change.text,
                                name_of(change.verdicts.guest), name_of(change.verdicts.host)));
    for (const diff::Effect& effect : change.effects) {
      std::string line = fmt::format("  {} {} -> {}", effect.path, effect.size.before, effect.size.after);
      for (const diff::Move& move : effect.moves)
        line += fmt::format(", {} {} -> {}", move.name, move.offset.before, move.offset.after);
      lines.push_back(std::move(line));
    }
    if (!change.functions.empty()) lines.push_back(fmt::format("  in {}", fmt::join(change.functions, ", ")));
  }
  return lines;
}

const std::vector<std::string> preview0_to_preview1{
    "link wasi_unstable is called wasi_snapshot_preview1 now [guest breaking, host breaking]",
    "link sock_accept was added: (i32, i32, i32) -> i32 [guest compatible, host breaking]",
    "abi rights.sock_accept was added: bit 29 [guest dangerous, host dangerous]",
    "  in fd_fdstat_get, fd_fdstat_set_rights, path_open",
    "abi whence.cur has the value 1 instead of 0 [guest breaking, host breaking]",
    "  in fd_seek",
    "abi whence.end has the value 2 instead of 1 [guest breaking, host breaking]",
    "  in fd_seek",
    "abi whence.set has the value 0 instead of 2 [guest breaking, host breaking]",
    "  in fd_seek",
    "abi linkcount is u64 (8 bytes) instead of u32 (4 bytes) [guest breaking, host breaking]",
    "  linkcount 4 -> 8",
    "  filestat 56 -> 64, nlink 20 -> 24, size 24 -> 32, atim 32 -> 40, mtim 40 -> 48, ctim 48 -> 56",
    "  in fd_filestat_get, path_filestat_get",
    "abi subscription_clock.identifier was removed; it was $userdata, 8 bytes at offset 0 [guest breaking, host "
    "breaking]",
    "  subscription_clock 40 -> 32, id 8 -> 0, timeout 16 -> 8, precision 24 -> 16, flags 32 -> 24",
    "  subscription_u 48 -> 40",
    "  subscription 56 -> 48",
    "  in poll_oneoff",
};

TEST(DiffSnapshots, Preview0ToPreview1IsExactlyThis) {
  EXPECT_EQ(told(between(ours + preview0, ours + preview1)), preview0_to_preview1);
}

TEST(DiffSnapshots, PublishedPreview0ToPreview1IsExactlyThis) {
  if (!std::filesystem::exists(published)) GTEST_SKIP() << "the published definitions are not at hand: " << published;
  EXPECT_EQ(told(between(published + preview0, published + preview1)), preview0_to_preview1);
}

TEST(DiffSnapshots, OursSayWhatThePublishedOnesSay) {
  if (!std::filesystem::exists(published)) GTEST_SKIP() << "the published definitions are not at hand: " << published;
  EXPECT_TRUE(told(between(published + preview0, ours + preview0)).empty());
  EXPECT_TRUE(told(between(published + preview1, ours + preview1)).empty());
}

}  // namespace
