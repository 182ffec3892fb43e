// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `imports` against modules that are put together here, byte by byte.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tool.h"

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

using cli_tests::Answer;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using nlohmann::json;
using Arguments = std::vector<std::string>;
using namespace std::string_literals;

std::string bytes(std::initializer_list<int> values) {
  std::string text;
  for (const int value : values) text += static_cast<char>(value);
  return text;
}

std::string sized(const std::string& contents) { return bytes({static_cast<int>(contents.size())}) + contents; }

std::string section(int number, const std::string& contents) { return bytes({number}) + sized(contents); }

struct Import {
  std::string module;
  std::string name;
  // Index of one of the types below.
  int type = 0;
};

// The types: 0 (i32) -> (), 1 (i32 x4) -> (i32), 2 () -> (), 3 (i32, i32) -> (i32).
struct Program {
  std::vector<Import> imports;
  std::vector<std::string> exported_functions = {"_start"};
  bool memory = true;
  // Of the body of the one function.
  std::string code = bytes({0x0b});

  [[nodiscard]] std::string text() const {
    const std::string types = bytes(
        {4, 0x60, 1, 0x7f, 0, 0x60, 4, 0x7f, 0x7f, 0x7f, 0x7f, 1, 0x7f, 0x60, 0, 0, 0x60, 2, 0x7f, 0x7f, 1, 0x7f});
    std::string all_imports = bytes({static_cast<int>(imports.size())});
    for (const Import& import : imports)
      all_imports += sized(import.module) + sized(import.name) + bytes({0, import.type});
    std::string exports = bytes({static_cast<int>(exported_functions.size()) + (memory ? 1 : 0)});
    if (memory) exports += sized("memory") + bytes({2, 0});
    for (const std::string& name : exported_functions)
      exports += sized(name) + bytes({0, static_cast<int>(imports.size())});
    return "\0asm\1\0\0\0"s + section(1, types) + section(2, all_imports) + section(3, bytes({1, 2})) +
           section(5, bytes({1, 0, 1})) + section(7, exports) + section(10, bytes({1}) + sized(bytes({0}) + code));
  }
};

const std::string preview1 = "wasi_snapshot_preview1";
const std::string call_0 = bytes({0x41, 0, 0x10, 0, 0x0b});

Answer ask(const Program& program, const Arguments& more = {}) {
  StubbornFiles files{{"app.wasm", program.text()},
                      {"bell.witx", "(module $bell (import \"memory\" (memory)) (@interface func (export \"ring\")))"}};
  Arguments arguments{"imports", "app.wasm"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return witxc(files, arguments);
}

std::multiset<std::string> rules(const Program& program, const Arguments& more = {}) {
  Arguments arguments{"--format", "json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  std::multiset<std::string> ids;
  const json document = json::parse(ask(program, arguments).out);
  for (const json& finding : document["findings"]) {
    ids.insert(finding["rule"].get<std::string>());
    EXPECT_EQ(finding["place"]["file"], "app.wasm");
  }
  return ids;
}

using Ids = std::multiset<std::string>;

TEST(Imports, AProgramThatAsksForWhatThereIsIsClean) {
  const Program program{.imports = {{preview1, "proc_exit", 0}}, .code = call_0};
  const Answer answer = ask(program, {"--spec", "@preview1"});
  EXPECT_EQ(answer.exit_code, 0) << answer.out << answer.err;
  EXPECT_EQ(answer.out + answer.err, "");
  EXPECT_EQ(ask(program).exit_code, 0);
  EXPECT_EQ(ask(Program{}).exit_code, 0);
}

TEST(Imports, UnknownModuleIsToldOnceWithAGuess) {
  const Program program{
      .imports = {{"wasi_snapshot_preview2", "proc_exit", 0}, {"wasi_snapshot_preview2", "fd_read", 1}},
      .code = call_0 + call_0};
  const Answer answer = ask({.imports = program.imports, .code = bytes({0x10, 0, 0x10, 1, 0x0b})});
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_THAT(answer.out,
              HasSubstr("error[WI0101]: no specification has the module 'wasi_snapshot_preview2', from which "
                        "'proc_exit' and 'fd_read' are imported\n --> app.wasm\n"));
  EXPECT_THAT(answer.out, HasSubstr("did you mean 'wasi_snapshot_preview1'?"));
}

// Names are whole or left out, however many there are.
TEST(Imports, LongListsAreCutBetweenNames) {
  const auto told = [](int count) {
    Program program;
    for (int i = 0; i < count; ++i) program.imports.push_back({"env", "f" + std::to_string(i), 2});
    const std::string out = ask(program).out;
    const std::size_t begin = out.find("from which ");
    return out.substr(begin, out.find('\n') - begin);
  };
  EXPECT_EQ(told(1), "from which 'f0' is imported");
  EXPECT_EQ(told(2), "from which 'f0' and 'f1' are imported");
  EXPECT_EQ(told(3), "from which 'f0', 'f1' and 'f2' are imported");
  EXPECT_EQ(told(5), "from which 'f0', 'f1', 'f2', 'f3' and 'f4' are imported");
  EXPECT_EQ(told(6), "from which 'f0', 'f1', 'f2', 'f3' and 2 more are imported");
  EXPECT_EQ(told(12), "from which 'f0', 'f1', 'f2', 'f3' and 8 more are imported");
}

TEST(Imports, TheModulesThatThereAreAreNamed) {
  const Program program{.imports = {{"env", "f", 2}}};
  EXPECT_THAT(ask(program).out, HasSubstr("help: the only module is 'wasi_snapshot_preview1'\n"));
  EXPECT_THAT(ask(program, {"--spec", "@preview1,@preview0"}).out,
              HasSubstr("help: the modules are 'wasi_snapshot_preview1' and 'wasi_unstable'\n"));
}

// Control characters in a name would reach the terminal, or make a second line.
TEST(Imports, NamesCannotPassForOtherText) {
  const Program program{.imports = {{"env", "f\x1b[2J\nerror: no", 2}}};
  for (const Arguments& arguments : {Arguments{}, Arguments{"--list"}}) {
    const std::string out = ask(program, arguments).out;
    EXPECT_THAT(out, HasSubstr("f\\1b[2J\\0aerror: no"));
    EXPECT_THAT(out, Not(HasSubstr("\x1b")));
  }
}

TEST(Imports, ListPrintsThemAll) {
  const Program program{.imports = {{"env", "f", 2}, {preview1, "proc_exit", 0}, {"env", "g", 2}}};
  const Answer answer = ask(program, {"--list"});
  EXPECT_EQ(answer.out, "env f\nwasi_snapshot_preview1 proc_exit\nenv g\n");
  EXPECT_EQ(answer.err, "");
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_EQ(ask({.imports = {}}, {"--list"}).out, "");
}

TEST(Imports, ListIsAskedForAlone) {
  for (const Arguments& more : {Arguments{"--spec", "@preview1"}, Arguments{"@preview1"}, Arguments{"--min-spec"},
                                Arguments{"--format", "json"}}) {
    Arguments arguments{"--list"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Answer answer = ask({.imports = {{"env", "f", 2}}}, arguments);
    EXPECT_EQ(answer.exit_code, 2) << more.front();
    EXPECT_THAT(answer.out, Not(HasSubstr("env f")));
  }
  StubbornFiles files{{"text.wasm", "(module)"}};
  EXPECT_EQ(witxc(files, {"imports", "--list", "text.wasm"}).exit_code, 3);
  EXPECT_EQ(witxc(files, {"imports", "--list", "none.wasm"}).exit_code, 3);
}

// A program for a memory of 64-bit addresses passes them as i64.
TEST(Imports, AMemoryOf64BitsLeadsToWasm64) {
  const auto program = [](bool wide) {
    const int address = wide ? 0x7e : 0x7f;
    return "\0asm\1\0\0\0"s + section(1, bytes({2, 0x60, 4, 0x7f, address, address, address, 1, 0x7f, 0x60, 0, 0})) +
           section(2, bytes({1}) + sized(preview1) + sized("fd_write") + bytes({0, 0})) + section(3, bytes({1, 1})) +
           section(5, bytes({1, wide ? 4 : 0, 1})) +
           section(7, bytes({2}) + sized("memory") + bytes({2, 0}) + sized("_start") + bytes({0, 1})) +
           section(10, bytes({1}) + sized(bytes({0, 0, 0x10, 0, 0x1a, 0x0b})));
  };
  const auto told = [&](bool wide, const Arguments& more) {
    StubbornFiles files{{"app.wasm", program(wide)}};
    Arguments arguments{"imports", "app.wasm"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return witxc(files, arguments);
  };
  EXPECT_EQ(told(true, {"--wasm64"}).exit_code, 0) << told(true, {"--wasm64"}).out;
  EXPECT_EQ(told(false, {}).exit_code, 0);
  EXPECT_THAT(told(true, {}).out, HasSubstr("error[WI0103]"));
  EXPECT_THAT(told(true, {}).out, HasSubstr("help: this module has a memory of 64-bit addresses: add --wasm64"));
  EXPECT_THAT(told(false, {"--wasm64"}).out, HasSubstr("leave out --wasm64"));
  // Another mistake has nothing to do with that.
  const Answer other = ask({.imports = {{preview1, "proc_exit", 1}}, .code = call_0});
  EXPECT_THAT(other.out, HasSubstr("error[WI0103]"));
  EXPECT_THAT(other.out, Not(HasSubstr("wasm64")));
}

TEST(Imports, UnknownFunctionComesWithAGuess) {
  const Program program{.imports = {{preview1, "proc_exti", 0}}, .code = call_0};
  EXPECT_EQ(rules(program), (Ids{"WI0102"}));
  EXPECT_THAT(ask(program).out, HasSubstr("did you mean 'proc_exit'?"));
}

TEST(Imports, WrongSignatureShowsBoth) {
  const Program program{.imports = {{preview1, "proc_exit", 1}}, .code = call_0};
  const Answer answer = ask(program);
  EXPECT_THAT(answer.out, HasSubstr("signature (i32, i32, i32, i32) -> (i32)"));
  EXPECT_THAT(answer.out, HasSubstr("which has (i32) -> ()"));
  EXPECT_THAT(answer.out, HasSubstr("::: @preview1/"));
  EXPECT_EQ(rules(program), (Ids{"WI0103"}));
}

TEST(Imports, OfAnotherSnapshotIsSaidSo) {
  const Program old{.imports = {{"wasi_unstable", "proc_exit", 0}}, .code = call_0};
  EXPECT_EQ(rules(old), (Ids{"WI0104"}));
  EXPECT_THAT(ask(old).out, HasSubstr("add --spec @preview0"));
  EXPECT_EQ(rules(old, {"--spec", "@preview0"}), Ids{});
  const Program added{.imports = {{"wasi_unstable", "sock_accept", 1}}, .code = call_0};
  EXPECT_EQ(rules(added, {"--spec", "@preview0"}), (Ids{"WI0104"}));
}

TEST(Imports, BothEntriesOrNoMemoryIsWrong) {
  EXPECT_EQ(rules({.imports = {}, .exported_functions = {"_start", "_initialize"}}), (Ids{"WI0201"}));
  EXPECT_EQ(rules({.imports = {{preview1, "proc_exit", 0}}, .memory = false, .code = call_0}), (Ids{"WI0202"}));
  EXPECT_EQ(rules({.imports = {}, .memory = false}), Ids{});
}

TEST(Imports, WhatNoCodeUsesIsToldUnlessTheCodeCannotBeRead) {
  const std::vector<Import> two{{preview1, "proc_exit", 0}, {preview1, "sched_yield", 0}};
  const std::vector<Import> one{{preview1, "proc_exit", 0}};
  EXPECT_EQ(rules({.imports = one}), (Ids{"WI0106"}));
  EXPECT_EQ(rules({.imports = one, .code = call_0}), Ids{});
  // Its address is enough: ref.func 0, drop.
  EXPECT_EQ(rules({.imports = one, .code = bytes({0xd2, 0, 0x1a, 0x0b})}), Ids{});
  // Behind operands of every kind: a block, a load, constants, a table of labels, memory.fill, a vector.
  EXPECT_EQ(rules({.imports = one,
                   .code = bytes({0x02, 0x40, 0x41, 0x80, 0x01, 0x28, 2,    0, 0x1a, 0x44, 0,    0,    0, 0,    0,
                                  0,    0,    0,    0x1a, 0x41, 0,    0x0e, 1, 0,    0,    0x0b, 0x41, 0, 0x41, 0,
                                  0x41, 0,    0xfc, 0x0b, 0,    0xfd, 0x0c, 0, 0,    0,    0,    0,    0, 0,    0,
                                  0,    0,    0,    0,    0,    0,    0,    0, 0x1a, 0x41, 0,    0x10, 0, 0x0b})}),
            Ids{});
  // An instruction that is not known: nobody can say what comes behind it.
  EXPECT_EQ(rules({.imports = one, .code = bytes({0xff, 0x0b})}), Ids{});
}

TEST(Imports, SpecificationsMayFollowTheModule) {
  const Program program{.imports = {{"bell", "ring", 2}}, .code = bytes({0x10, 0, 0x0b})};
  EXPECT_EQ(rules(program), (Ids{"WI0101"}));
  EXPECT_EQ(rules(program, {"--spec", "bell.witx"}), Ids{});
  EXPECT_EQ(rules(program, {"bell.witx"}), Ids{});
  EXPECT_EQ(rules(program, {"--spec", "@preview1", "--spec", "bell.witx"}), Ids{});
}

TEST(Imports, MinSpecNamesTheSmallestThatDoes) {
  EXPECT_EQ(ask({.imports = {{preview1, "proc_exit", 0}}}, {"--min-spec"}).out, "@preview1\n");
  EXPECT_EQ(ask({.imports = {{"wasi_unstable", "proc_exit", 0}}}, {"--min-spec"}).out, "@preview0\n");
  EXPECT_EQ(ask({.imports = {}}, {"--min-spec"}).out, "@preview0\n");
  EXPECT_EQ(ask({.imports = {}}, {"--min-spec", "--spec", "@preview1,bell.witx"}).out, "bell.witx\n");
  const Answer none = ask({.imports = {{"wasi_unstable", "fd_raed", 0}}}, {"--min-spec"});
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_THAT(none.out, AllOf(HasSubstr("error[WI0301]"), HasSubstr("error[WI0102]")));
}

TEST(Imports, WhatIsNoModuleIsNoAnswer) {
  const std::string whole = Program{.imports = {{preview1, "proc_exit", 0}}, .code = call_0}.text();
  std::vector<std::string> wrong{"",
                                 "\x7f"
                                 "ELF",
                                 "(module)", "\0asm\x0d\0\1\0"s};
  for (std::size_t size = 1; size < whole.size(); size += 3) wrong.push_back(whole.substr(0, size));
  for (const std::string& text : wrong) {
    StubbornFiles files{{"app.wasm", text}};
    const Answer answer = witxc(files, {"imports", "app.wasm"});
    // What ends between two sections is a module, if a strange one.
    EXPECT_TRUE(answer.exit_code == 3 || text.starts_with("\0asm\1"s)) << text.size();
    EXPECT_NE(answer.exit_code, 70);
    if (answer.exit_code == 3) {
      EXPECT_THAT(answer.err, HasSubstr("error[WX0007]"));
    }
  }
  StubbornFiles files;
  EXPECT_EQ(witxc(files, {"imports", "none.wasm"}).exit_code, 3);
  EXPECT_EQ(witxc(files, {"imports"}).exit_code, 2);
}

TEST(Imports, EveryChangedByteIsAnAnswerOrARefusal) {
  const std::string whole = Program{.imports = {{preview1, "proc_exit", 0}}, .code = call_0}.text();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const int value : {0x00, 0x01, 0x40, 0x7f, 0x80, 0xff}) {
      std::string changed = whole;
      changed[i] = static_cast<char>(value);
      StubbornFiles files{{"app.wasm", changed}, {"empty.witx", ""}};
      const int exit_code = witxc(files, {"imports", "app.wasm", "--spec", "empty.witx", "-q"}).exit_code;
      EXPECT_TRUE(exit_code == 0 || exit_code == 1 || exit_code == 3) << i << ' ' << value;
    }
  }
}

}  // namespace
