// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "count_lines.hpp"

#include <gtest/gtest.h>

#include <barewasi/fake_host.hpp>

namespace {

using barewasi::Call;
using barewasi::FakeHost;
using wasi::Errno;

constexpr const char* names[] = {"one", "notes/two"};

// The folder with two files that each test begins with.
struct CountLines : testing::Test {
  CountLines() {
    host.write("one", "a\n");
    host.write("notes/two", "a\nb\nno end");
  }

  FakeHost host;
};

TEST_F(CountLines, WritesACountForEachFile) {
  EXPECT_EQ(count_lines(2, names), 0);
  EXPECT_EQ(host.read("counts"), "1 one\n3 notes/two\n");
  EXPECT_EQ(host.errors(), "");
}

TEST_F(CountLines, NamesTheFileThatIsMissing) {
  const char* const missing[] = {"none"};
  EXPECT_EQ(count_lines(1, missing), 1);
  EXPECT_EQ(host.errors(), "count-lines: none: The file or directory does not exist\n");
}

TEST_F(CountLines, KeepsTheOldCountsWhenTheDiskIsFull) {
  host.write("counts", "old");
  host.fail(Call::fd_write, Errno::nospc);
  EXPECT_EQ(count_lines(2, names), 1);
  EXPECT_EQ(host.errors(), "count-lines: counts: The device is full\n");
  EXPECT_EQ(host.read("counts"), "old");
  EXPECT_EQ(host.list("/"), (std::vector<std::string>{"counts", "notes", "one"}));
  EXPECT_EQ(host.open_descriptors(), 0U);
}

TEST_F(CountLines, SaysThatAReadFailed) {
  host.fail(Call::fd_read, Errno::io, 2);
  EXPECT_EQ(count_lines(2, names), 1);
  EXPECT_EQ(host.errors(), "count-lines: one: The device failed while reading or writing\n");
}

}  // namespace
