// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is in the way of an output, on a real disk: a dry run says what the real run does, a run that fails changes nothing, and
// the advice of `check` knows what will fail.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "disk.h"
#include "sample_files.h"
#include "tool.h"

namespace {

using testing::HasSubstr;
using testing::Matches;

namespace fs = std::filesystem;
using cli_tests::Answer;
using cli_tests::Disk;
using cli_tests::small_spec;
using cli_tests::Tree;
using cli_tests::witxc;
using Arguments = std::vector<std::string>;

struct Obstacles : Disk {
  void SetUp() override {
    Disk::SetUp();
    put("a.witx", small_spec);
  }
};

// What may be in the place of out/tiny.hpp.
struct State {
  const char* name;
  std::function<void()> make;
};

constexpr const char* header = "out/tiny.hpp";

std::string generated(const std::string& option) {
  cli_tests::StubbornFiles files{{"a.witx", small_spec}};
  EXPECT_EQ(witxc(files, {"generate", "-q", option, "a.witx"}).exit_code, 0);
  return files.text("tiny.hpp");
}

const std::vector<State>& states() {
  static const std::string current = generated("-q");
  static const std::string old = generated("--no-names");
  static const std::vector<State> all{
      {"nothing", [] {}},
      {"what would be written", [] { Disk::put(header, current); }},
      {"an older one", [] { Disk::put(header, old); }},
      {"an edited one", [] { Disk::put(header, old + "int mine;\n"); }},
      {"a file of the user", [] { Disk::put(header, "int mine;\n"); }},
      {"an older one that is locked", [] { Disk::put(header, old), fs::permissions(header, fs::perms(0444)); }},
      {"what would be written, locked", [] { Disk::put(header, current), fs::permissions(header, fs::perms(0444)); }},
      {"a locked file of the user", [] { Disk::put(header, "int mine;\n"), fs::permissions(header, fs::perms(0444)); }},
      {"a folder", [] { fs::create_directories(header); }},
      {"a file in place of its folder", [] { Disk::put("out", "mine\n"); }},
      {"a locked folder", [] { fs::create_directory("out"), fs::permissions("out", fs::perms(0555)); }},
      {"a link to nowhere", [] { fs::create_directory("out"), fs::create_symlink("../else/tiny.hpp", header); }},
      {"a link to below a file", [] { fs::create_directory("out"), fs::create_symlink("../a.witx/x", header); }},
      {"a link to a file of the user",
       [] { Disk::put("other", "int mine;\n"), fs::create_directory("out"), fs::create_symlink("../other", header); }},
      {"a link to an input", [] { fs::create_directory("out"), fs::create_symlink("../a.witx", header); }},
      {"a link to a locked file",
       [] {
         Disk::put("other", old), fs::permissions("other", fs::perms(0444));
         fs::create_directory("out"), fs::create_symlink("../other", header);
       }},
      {"a circle of links", [] { fs::create_directory("out"), fs::create_symlink("tiny.hpp", header); }},
      {"a folder that is a link to nowhere", [] { fs::create_symlink("nowhere", "out"); }},
      {"a folder of another page", [] { fs::create_directories("out/tiny.md"); }},
      {"a locked list of dependencies", [] { Disk::put("d", "x:\n"), fs::permissions("d", fs::perms(0444)); }},
      {"a list of the user's in the place of that", [] { Disk::put("d", "milk\n"); }},
  };
  return all;
}

const std::vector<Arguments>& commands() {
  static const std::vector<Arguments> all{{"-o", "out", "a.witx"},
                                          {"-o", "out", "--force", "a.witx"},
                                          {"-o", "out", "--lang", "cpp,md,c", "a.witx"},
                                          {"-o", "out", "--lang", "md,cpp", "--force", "a.witx"},
                                          {"-o", "out", "--split", "a.witx"},
                                          {"-o", "out", "--depfile", "d", "a.witx"},
                                          {"-o", "./mine/../out/", "--depfile", "d", "--force", "a.witx"},
                                          {"-o", "nowhere/../out", "a.witx"},
                                          {"--config", "c.json"},
                                          {"--config", "c.json", "--prune", "--force"},
                                          {"--config", "twice.json", "--force"}};
  return all;
}

void put_configurations() {
  const std::string spec = R"({"specs": [{"files": ["a.witx"]}], "outputs": [)";
  const std::string output = R"({"language": "cpp", "folder": "out"})";
  Disk::put("c.json", spec + output + R"(, {"language": "md", "folder": "out"}]})");
  Disk::put("twice.json", spec + output + R"(, {"language": "cpp", "folder": "./out/../out"}]})");
  fs::create_directory("mine");
  // What an earlier run wrote, and nothing asks for any more.
  Disk::put("gone.hpp", generated("-q"));
  Disk::put("c.outputs", "# What witxc wrote for the configuration beside this file; --prune goes by it.\ngone.hpp\n");
}

// The lines that say what changed, as a dry run says it.
std::set<std::string> differences(const Tree& before, const Tree& after) {
  std::set<std::string> found;
  for (const auto& [path, text] : after) {
    if (!before.contains(path)) found.insert("would write " + path);
    if (before.contains(path) && before.at(path) != text) found.insert("would change " + path);
  }
  for (const auto& [path, text] : before) {
    if (!after.contains(path)) found.insert("would remove " + path);
  }
  return found;
}

TEST_F(Obstacles, ADryRunEndsAsTheRunDoesAndARunThatFailsChangesNothing) {
  for (const State& state : states()) {
    for (const Arguments& command : commands()) {
      std::string trace = state.name;
      for (const std::string& word : command) trace += ' ' + word;
      SCOPED_TRACE(trace);
      put_configurations();
      state.make();
      const Tree before = tree();
      Arguments dry{"generate", "--dry-run"};
      Arguments real{"generate"};
      dry.insert(dry.end(), command.begin(), command.end());
      real.insert(real.end(), command.begin(), command.end());
      const Answer said = run(dry);
      EXPECT_EQ(tree(), before);
      const Answer done = run(real);
      EXPECT_EQ(said.exit_code, done.exit_code) << said.err << done.err;
      EXPECT_EQ(said.err, done.err);
      if (done.exit_code != 0) {
        EXPECT_EQ(tree(), before);
        EXPECT_EQ(said.out + done.out, "");
      } else {
        const std::set<std::string> changed = differences(before, tree());
        std::istringstream lines(said.out);
        for (std::string line; std::getline(lines, line);) {
          const std::size_t detour = line.find("./mine/../");
          if (detour != std::string::npos) line.erase(detour, 10);
          const bool by_a_link = fs::is_symlink(header);
          EXPECT_TRUE(changed.contains(line) || by_a_link) << line;
        }
      }
      TearDown();
      SetUp();
    }
  }
}

// The command that `check` prints does what it was printed for, or check has said what is in its way.
TEST_F(Obstacles, WhatCheckAdvisesWorksOrItSaysWhyNot) {
  for (const State& state : states()) {
    SCOPED_TRACE(state.name);
    state.make();
    const Answer checked = run({"check", "-q", "-o", "out", "a.witx"});
    const std::size_t fix = checked.out.find("to fix it: witxc ");
    if (fix != std::string::npos) {
      std::istringstream words(checked.out.substr(fix + 17));
      Arguments command;
      for (std::string word; words >> word;) command.push_back(word);
      const Answer fixed = run(command);
      const bool locked = Matches(HasSubstr("in the way: cannot write 'out/tiny.hpp': "))(checked.out);
      const bool is_input = Matches(HasSubstr("in the way: 'out/tiny.hpp' is read by this run"))(checked.out);
      EXPECT_EQ(fixed.exit_code, is_input ? 2 : locked ? 4 : 0) << checked.out << fixed.err;
      EXPECT_EQ(run({"check", "-q", "-o", "out", "a.witx"}).exit_code, fixed.exit_code == 0 ? 0 : 1);
    } else {
      EXPECT_TRUE(checked.exit_code == 0 || checked.exit_code == 3) << checked.out;
    }
    TearDown();
    SetUp();
  }
}

// One output after another cannot be written: none of the others is, nor anything that goes with them.
TEST_F(Obstacles, OneOutputThatCannotBeWrittenKeepsAllFromBeingWritten) {
  for (const char* const blocked : {"tiny.hpp", "tiny.h", "tiny.c", "tiny.md", "witxc.outputs", "d"}) {
    SCOPED_TRACE(blocked);
    put("witxc.json", R"({"specs": [{"files": ["a.witx"]}], "outputs": [{"language": "cpp"}, {"language": "c"},
                         {"language": "md"}]})");
    fs::create_directory(blocked);
    const Tree before = tree();
    const Answer answer = run({"generate", "--depfile", "d"});
    EXPECT_EQ(answer.exit_code, 4) << answer.err;
    EXPECT_EQ(answer.out, "");
    EXPECT_THAT(answer.err, HasSubstr(std::string("cannot write '") + blocked + "': is a folder"));
    EXPECT_EQ(tree(), before);
    fs::remove(blocked);
    EXPECT_EQ(run({"generate", "--depfile", "d"}).exit_code, 0);
    TearDown();
    SetUp();
  }
}

TEST_F(Obstacles, OtherCommandsWriteAllOrNothingToo) {
  put("b.witx", "(typename  $b u8)\n");
  put("bad.witx", "(typename $b\n");
  put("docs.witx", "(typename $o u8)\n;; Lost.\n(typename $n u8)\n");
  put("more.witx", "(typename $l u8)\n;; Lost.\n(typename $m u8)\n");
  fs::permissions("more.witx", fs::perms(0444));
  put("locked.witx", "(typename  $c u8)\n");
  fs::permissions("locked.witx", fs::perms(0444));
  fs::create_directories("blocked/cpp/outputs.mustache");
  fs::create_directories("pages/witxc-rules.1");
  fs::create_directories("witxc.schema.json");
  fs::create_directory("folder");
  struct Row {
    Arguments arguments;
    int exit_code;
  };
  for (const auto& [arguments, exit_code] :
       std::vector<Row>{{{"fmt", "-w", "b.witx", "locked.witx"}, 4},
                        {{"fmt", "-w", "b.witx", "bad.witx"}, 3},
                        {{"fmt", "-w", "b.witx", "none.witx"}, 3},
                        {{"lint", "--fix", "docs.witx", "more.witx"}, 4},
                        {{"lint", "--fix", "docs.witx", "bad.witx"}, 3},
                        {{"lint", "--fix", "docs.witx", "--format", "json=folder"}, 4},
                        {{"diff", "a.witx", "b.witx", "--write-accept", "ok", "--format", "json=folder"}, 4},
                        {{"template", "export", "cpp", "-o", "blocked"}, 4},
                        {{"man", "-o", "pages"}, 4},
                        {{"config", "init"}, 4}}) {
    const Tree before = tree();
    const Answer answer = run(arguments);
    EXPECT_EQ(answer.exit_code, exit_code) << arguments[0] << ' ' << answer.err;
    EXPECT_EQ(tree(), before) << arguments[0] << ' ' << arguments.back();
  }
}

}  // namespace
