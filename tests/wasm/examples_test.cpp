// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Every example, on every engine at hand: what it prints, how it ends, and exactly what it asks of its engine.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "toolbox.h"

namespace {

using toolbox::RunOptions;
using toolbox::Workshop;

// "wasi_snapshot_preview1" before each name.
std::vector<std::string> preview1(const std::vector<std::string>& names) {
  std::vector<std::string> full;
  for (const std::string& name : names) full.push_back("wasi_snapshot_preview1 " + name);
  return full;
}

class Examples : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { SKIP_WITHOUT_ENGINE(GetParam()); }

  static support::ProcessResult run(std::string_view example, const RunOptions& how = {}) {
    return toolbox::run(GetParam(), toolbox::example(example), how);
  }
  static int status(int said) { return toolbox::status_from(GetParam(), said); }
};

INSTANTIATE_TEST_SUITE_P(On, Examples, testing::ValuesIn(toolbox::engines()),
                         [](const auto& engine) { return engine.param; });

TEST_P(Examples, HelloGreets) {
  const auto result = run("hello");
  EXPECT_EQ(result.out, "Hello, world!\n");
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.exit_code, 0);
}

TEST_P(Examples, Exit42Exits42) {
  const auto result = run("exit-42");
  EXPECT_EQ(result.out + result.err, "");
  EXPECT_EQ(result.exit_code, status(42));
}

TEST_P(Examples, CatCopiesStandardInput) {
  // More than any buffer of ours or pipe of the system's, and not text.
  std::string input(200'000, '\0');
  for (std::size_t i = 0; i < input.size(); ++i) input[i] = static_cast<char>(i * 7 + i / 251);
  const auto result = run("cat", {.input = input});
  EXPECT_TRUE(result.out == input) << result.out.size() << " bytes came back";
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.exit_code, 0);
}

TEST_P(Examples, CatCopiesFilesInOrder) {
  const Workshop workshop;
  (void)workshop.file("one", "first\n");
  (void)workshop.file("two", "second\n");
  std::filesystem::create_directory(workshop.path() / "deep");
  (void)workshop.file("deep/three", "third\n");

  const auto result = run("cat", {.arguments = {"/box/two", "box/one", "./box/deep/three", "/box/./one"},
                                  .host_folder = workshop.path().string(),
                                  .guest_folder = "/box"});
  EXPECT_EQ(result.out, "second\nfirst\nthird\nfirst\n");
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.exit_code, 0);
}

TEST_P(Examples, CatNamesWhatItCannotReadAndGoesOn) {
  const Workshop workshop;
  (void)workshop.file("here", "here\n");

  const auto result = run("cat", {.arguments = {"/box/missing", "/elsewhere", "/box/here"},
                                  .host_folder = workshop.path().string(),
                                  .guest_folder = "/box"});
  EXPECT_EQ(result.out, "here\n");
  EXPECT_NE(result.err.find("cat: /box/missing: noent: "), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("cat: /elsewhere: notcapable: no folder was opened for this path\n"), std::string::npos)
      << result.err;
  EXPECT_EQ(result.exit_code, 1);
}

TEST_P(Examples, CatWithoutAnyFolderSaysSo) {
  const auto result = run("cat", {.arguments = {"anything"}});
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "cat: anything: notcapable: no folder was opened for this path\n");
  EXPECT_EQ(result.exit_code, 1);
}

TEST_P(Examples, FindReadsFilesAndNamesThemWhenThereAreSeveral) {
  const Workshop box;
  (void)box.file("one", "a cat\na dog\ncats\n");
  (void)box.file("two", "a catalogue");
  const auto find = [&](const std::vector<std::string>& arguments) {
    return run("find", {.arguments = arguments, .host_folder = box.path().string(), .guest_folder = "/box"});
  };
  const auto several = find({"-n", "cat", "/box/one", "/box/missing", "box/two"});
  EXPECT_EQ(several.out, "/box/one:1:a cat\n/box/one:3:cats\nbox/two:1:a catalogue\n");
  EXPECT_EQ(several.err, "find: /box/missing: noent\n");
  EXPECT_EQ(several.exit_code, status(2));
  const auto other = find({"-vc", "cat", "/box/one"});
  EXPECT_EQ(other.out + other.err, "1\n");
  EXPECT_EQ(other.exit_code, 0);
}

TEST_P(Examples, FindReadsStandardInputAndSaysHowItIsUsed) {
  const auto found = run("find", {.arguments = {"needle"}, .input = std::string(70'000, '-') + "needle\nhay\n"});
  EXPECT_EQ(found.out, std::string(70'000, '-') + "needle\n");
  EXPECT_EQ(found.exit_code, 0);
  EXPECT_EQ(run("find", {.arguments = {"needle"}, .input = "hay\n"}).exit_code, 1);
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{}, {"-x", "needle"}, {"-n"}}) {
    const auto result = run("find", {.arguments = wrong});
    EXPECT_EQ(result.err.substr(0, 12), "usage: find ");
    EXPECT_EQ(result.exit_code, status(2));
  }
}

TEST_P(Examples, SumReadsFilesDirectoriesAndStandardInput) {
  const Workshop box;
  (void)box.file("a.csv", "city, amount\nRome, 1.5\nOslo,2\nRome,3\n");
  std::filesystem::create_directory(box.path() / "more");
  (void)box.file("more/c.csv", "city,amount\nBern,0.25\n");
  (void)box.file("more/b.csv", "city,amount\r\nOslo,10\r\nBern,much\r\n");
  const auto sum = [&](const std::vector<std::string>& arguments) {
    return run("sum", {.arguments = arguments, .host_folder = box.path().string(), .guest_folder = "/box"});
  };
  const auto all = sum({"-o", "/box/out", "amount", "/box/a.csv", "/box/more", "/box/none"});
  EXPECT_EQ(all.out, "");
  EXPECT_EQ(all.err, "sum: /box/more/b.csv:3: 'much': invalid character at byte 0\nsum: /box/none: noent\n");
  EXPECT_EQ(all.exit_code, 1);
  EXPECT_EQ(run("cat", {.arguments = {"/box/out"}, .host_folder = box.path().string(), .guest_folder = "/box"}).out,
            "Oslo,12.00\nRome,4.50\nBern,0.25\n");
  EXPECT_EQ(sum({"none", "/box/a.csv"}).err, "sum: /box/a.csv: no column 'none'\n");
  const auto one = run("sum", {.arguments = {"-t", "amount"}, .input = "city,amount\nBern,1e3\n"});
  EXPECT_EQ(one.out, "Bern,1000.00\n");
  EXPECT_EQ(one.err.substr(0, 5), "sum: ");
  EXPECT_EQ(one.exit_code, 0);
}

TEST_P(Examples, SeedFormatsThenPanicsWithPlaceThenAborts) {
  const auto result = run("seed");
  EXPECT_EQ(result.out, "Hello, world!\nthe answer is 42, or 0x2a\n");
  EXPECT_NE(result.err.find("seed.cpp:"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find(": panic: nothing is left to do after 25 characters\n"), std::string::npos) << result.err;
  EXPECT_EQ(result.exit_code, toolbox::trapped);
}

TEST(ExampleImports, HelloWritesAndExits) {
  EXPECT_EQ(toolbox::imports_of(toolbox::example("hello")), preview1({"fd_write", "proc_exit"}));
}

TEST(ExampleImports, Exit42Exits) {
  EXPECT_EQ(toolbox::imports_of(toolbox::example("exit-42")), preview1({"proc_exit"}));
}

TEST(ExampleImports, CatReadsItsArgumentsAndFiles) {
  EXPECT_EQ(toolbox::imports_of(toolbox::example("cat")),
            preview1({"args_get", "args_sizes_get", "fd_close", "fd_prestat_dir_name", "fd_prestat_get", "fd_read",
                      "fd_write", "path_open", "proc_exit"}));
}

TEST(ExampleImports, FindReadsItsArgumentsAndFiles) {
  EXPECT_EQ(toolbox::imports_of(toolbox::example("find")), toolbox::imports_of(toolbox::example("cat")));
}

TEST(ExampleImports, SeedWritesAndExits) {
  EXPECT_EQ(toolbox::imports_of(toolbox::example("seed")), preview1({"fd_write", "proc_exit"}));
}

TEST(ExampleExports, ACommandOffersItsMemoryAndItsStartAlone) {
  for (const char* const name : {"hello", "exit-42", "cat", "find", "sum", "seed"}) {
    EXPECT_EQ(toolbox::exports_of(toolbox::example(name)), (std::vector<std::string>{"_start", "memory"})) << name;
  }
}

}  // namespace
