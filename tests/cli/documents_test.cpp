// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which FILES form one document, and where their texts come from.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sample_files.h"
#include "tool.h"

namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

using cli_tests::Answer;
using cli_tests::count;
using cli_tests::small_spec;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using Arguments = std::vector<std::string>;

// Two documents that share a fragment, and define `$out` each.
constexpr const char* shared_part = "(typename $size u32)\n";
constexpr const char* left_root = R"((use "part.witx")
(typename $out (record (field $n $size)))
(module $left (@interface func (export "go") (param $p (@witx const_pointer $out))))
)";
constexpr const char* right_root = R"((use "part.witx")
(typename $out u64)
(module $right (@interface func (export "go") (param $p $out)))
)";
// No document: it lacks what part.witx defines and its root brings.
constexpr const char* fragment = "(typename $pair (record (field $a $size) (field $b $size)))\n";

StubbornFiles two_documents() {
  return StubbornFiles{{"part.witx", shared_part},
                       {"left.witx", left_root},
                       {"right.witx", right_root},
                       {"fragment.witx", fragment},
                       {"root.witx", "(use \"part.witx\")\n(use \"fragment.witx\")\n(module $m)\n"},
                       {"two.json", R"({"specs": [{"files": ["left.witx"]}, {"files": ["right.witx"]}],
                                        "outputs": [{"language": "cpp", "folder": "out"}]})"}};
}

// Each command that takes FILES, with what it needs besides.
const std::vector<Arguments>& reading_commands() {
  static const std::vector<Arguments> commands{
      {"validate"}, {"lint"}, {"dump"}, {"dump", "--view"}, {"generate"}, {"layout", "out"}, {"layout", "--list"}};
  return commands;
}

Answer run(StubbornFiles& files, Arguments command, const Arguments& more) {
  command.insert(command.end(), more.begin(), more.end());
  return witxc(files, command);
}

TEST(Documents, FilesAreDocumentsEachByItself) {
  for (const Arguments& command : reading_commands()) {
    StubbornFiles files = two_documents();
    const Answer both = run(files, command, {"left.witx", "right.witx"});
    EXPECT_LT(both.exit_code, 2) << command.front() << both.err;
    EXPECT_EQ(both.err, "") << command.front();
    // What is defined in both is defined twice only if they are one.
    const Answer joined = run(files, command, {"--join", "left.witx", "right.witx"});
    EXPECT_EQ(joined.exit_code, 3) << command.front();
    EXPECT_THAT(joined.err, AnyOf(HasSubstr("'out' is defined twice"), HasSubstr("error[WX0101]")));
  }
}

TEST(Documents, AFileThatAnotherOneUsesIsJudgedAsPartOfThatOne) {
  const std::vector<Arguments> orders{{"root.witx", "fragment.witx", "part.witx"},
                                      {"fragment.witx", "root.witx", "part.witx"},
                                      {"part.witx", "fragment.witx", "root.witx"},
                                      {"fragment.witx", "fragment.witx", "root.witx", "./root.witx"}};
  for (const Arguments& order : orders) {
    for (const Arguments& command : {Arguments{"validate"}, {"dump"}, {"layout", "pair"}, {"generate"}}) {
      StubbornFiles files = two_documents();
      StubbornFiles same = two_documents();
      const Answer all = run(files, command, order);
      const Answer root = run(same, command, {"root.witx"});
      EXPECT_EQ(all.exit_code, 0) << command.front() << all.err;
      EXPECT_EQ(all.out, root.out) << command.front();
    }
  }
}

TEST(Documents, OfFilesThatUseEachOtherTheFirstIsTheDocument) {
  StubbornFiles files{{"a.witx", "(use \"b.witx\")\n(typename $a u8)\n"},
                      {"b.witx", "(use \"a.witx\")\n(typename $b u8)\n"}};
  EXPECT_EQ(witxc(files, {"dump", "b.witx", "a.witx"}).out, witxc(files, {"dump", "b.witx"}).out);
  EXPECT_EQ(witxc(files, {"dump", "a.witx", "b.witx"}).out, witxc(files, {"dump", "a.witx"}).out);
}

TEST(Documents, AMistakeOfASharedPartIsToldOnce) {
  StubbornFiles files = two_documents();
  static_cast<void>(files.write("part.witx", "(typename $size u32)\n(typename $x $nowhere)\n"));
  const Answer answer = witxc(files, {"validate", "left.witx", "right.witx"});
  EXPECT_EQ(answer.exit_code, 3);
  EXPECT_EQ(count(answer.err, "error[WX"), 1U) << answer.err;
  EXPECT_THAT(answer.err, HasSubstr("1 error"));
  static_cast<void>(files.write("part.witx", "(typename $Size u32)\n(typename $size u32)\n"));
  const Answer lint = witxc(files, {"lint", "left.witx", "right.witx"});
  EXPECT_EQ(count(lint.out, "'Size'"), count(witxc(files, {"lint", "left.witx"}).out, "'Size'")) << lint.out;
}

TEST(Documents, AllMistakesOfAllDocumentsAreTold) {
  for (const Arguments& command : reading_commands()) {
    StubbornFiles files = two_documents();
    static_cast<void>(files.write("left.witx", "(typename $out $one)"));
    static_cast<void>(files.write("right.witx", "(typename $out $two)"));
    const Answer answer = run(files, command, {"left.witx", "@nothing", "right.witx"});
    EXPECT_THAT(answer.err, HasSubstr("'one'")) << command.front() << answer.err;
    EXPECT_THAT(answer.err, HasSubstr("'two'")) << command.front() << answer.err;
    EXPECT_THAT(answer.err, HasSubstr("'@nothing'")) << command.front() << answer.err;
  }
}

TEST(Documents, APartThatFailsAloneNamesItsWhole) {
  StubbornFiles files = two_documents();
  const Answer answer = witxc(files, {"validate", "fragment.witx"});
  EXPECT_EQ(answer.exit_code, 3);
  EXPECT_THAT(answer.err, HasSubstr("= help: 'fragment.witx' is part of 'root.witx': validate that\n"));
  EXPECT_EQ(count(answer.err, "is part of"), 1U) << answer.err;
  EXPECT_THAT(witxc(files, {"dump", "fragment.witx"}).err, HasSubstr("is part of 'root.witx': name that\n"));
  // In the folder above, too; and the whole is what nothing else uses.
  StubbornFiles deep{{"parts/fragment.witx", fragment},
                     {"middle.witx", "(typename $size u8)\n(use \"parts/fragment.witx\")\n"},
                     {"whole.witx", "(use \"middle.witx\")\n"}};
  EXPECT_THAT(witxc(deep, {"validate", "parts/fragment.witx"}).err,
              HasSubstr("'parts/fragment.witx' is part of 'whole.witx': validate that"));
}

TEST(Documents, NoWholeIsNamedThatIsNoHelp) {
  StubbornFiles files{{"part.witx", "(typename $a $nowhere)\n"},
                      {"root.witx", "(use \"part.witx\")\n"},
                      {"other.witx", "(typename $nowhere u8)\n"}};
  EXPECT_THAT(witxc(files, {"validate", "part.witx"}).err, Not(HasSubstr("is part of")));
  EXPECT_THAT(witxc(files, {"validate", "root.witx"}).err, Not(HasSubstr("is part of")));
}

TEST(Documents, WithoutFilesAreThoseOfTheConfiguration) {
  for (const Arguments& command : reading_commands()) {
    StubbornFiles files = two_documents();
    static_cast<void>(files.write("witxc.json", files.text("two.json")));
    StubbornFiles named = two_documents();
    const Answer answer = run(files, command, {});
    const Answer expected = run(named, command,
                                command.front() == "generate" ? Arguments{"-o", "out", "left.witx", "right.witx"}
                                                              : Arguments{"left.witx", "right.witx"});
    EXPECT_EQ(answer.exit_code, expected.exit_code) << command.front() << answer.err;
    EXPECT_EQ(answer.out, expected.out) << command.front();
    EXPECT_EQ(run(named, command, {}).exit_code, 2) << command.front();
    StubbornFiles configured = two_documents();
    EXPECT_EQ(run(configured, command, {"--config", "two.json"}).out, expected.out) << command.front();
  }
  // A list in it is one document, whoever uses whom.
  StubbornFiles files = two_documents();
  static_cast<void>(files.write("witxc.json", R"({"specs": [{"files": ["left.witx", "right.witx"]}]})"));
  EXPECT_EQ(witxc(files, {"validate"}).exit_code, 3);
}

TEST(Documents, FmtChecksAndWritesThoseOfTheConfigurationAndWhatTheyUse) {
  StubbornFiles files = two_documents();
  static_cast<void>(files.write("witxc.json", R"({"specs": [{"files": ["root.witx"]}, {"files": ["@preview1"]}]})"));
  EXPECT_EQ(witxc(files, {"fmt"}).exit_code, 2);
  static_cast<void>(witxc(files, {"fmt", "-w"}));
  EXPECT_EQ(witxc(files, {"fmt", "--check"}).exit_code, 0);
  EXPECT_EQ(files.text("left.witx"), left_root);
  static_cast<void>(files.write("part.witx", "(typename   $size u32)\n"));
  const Answer checked = witxc(files, {"fmt", "--check"});
  EXPECT_EQ(checked.exit_code, 1);
  EXPECT_EQ(checked.out, "part.witx is not formatted\n");
  EXPECT_THAT(witxc(files, {"fmt", "--diff"}).out, HasSubstr("-(typename   $size u32)"));
  EXPECT_EQ(witxc(files, {"fmt", "-w"}).out, "part.witx\n");
  EXPECT_EQ(files.text("part.witx"), "(typename $size u32)\n");
}

TEST(Documents, OptionsThatWouldDoNothingAreRefused) {
  StubbornFiles files = two_documents();
  EXPECT_EQ(witxc(files, {"validate", "--join", "--config", "two.json"}).exit_code, 2);
  EXPECT_EQ(witxc(files, {"validate", "left.witx", "--config", "two.json"}).exit_code, 2);
  EXPECT_EQ(witxc(files, {"fmt", "left.witx", "--config", "two.json"}).exit_code, 2);
  // An empty list of files does not mean those of the configuration.
  static_cast<void>(files.write("witxc.json", files.text("two.json")));
  for (const char* command : {"validate", "lint", "generate", "check", "dump"}) {
    EXPECT_EQ(witxc(files, {command, "--files-from", "-"}, "\n").exit_code, 2) << command;
  }
}

TEST(Documents, ImportsTakesEachSpecificationByItself) {
  StubbornFiles files = two_documents();
  static_cast<void>(files.write("empty.wasm", std::string("\0asm\1\0\0\0", 8)));
  const Answer apart = witxc(files, {"imports", "empty.wasm", "--spec", "left.witx", "--spec", "right.witx"});
  EXPECT_THAT(apart.err, Not(HasSubstr("error[WX")));
  EXPECT_EQ(witxc(files, {"imports", "empty.wasm", "--join", "--spec", "left.witx,right.witx"}).exit_code, 3);
}

TEST(Documents, ASideOfDiffMayBeSeveralFiles) {
  StubbornFiles files{{"one.witx", "(typename $a u8)\n(typename $b u16)\n"},
                      {"a.witx", "(typename $a u8)\n"},
                      {"b.witx", "(typename $b u32)\n"}};
  const Answer expected = [] {
    StubbornFiles whole{{"one.witx", "(typename $a u8)\n(typename $b u16)\n"},
                        {"two.witx", "(typename $a u8)\n(typename $b u32)\n"}};
    return witxc(whole, {"diff", "one.witx", "two.witx", "--format", "json"});
  }();
  const auto rules = [](const Answer& answer) {
    std::vector<std::string> found;
    const nlohmann::json document = nlohmann::json::parse(answer.out);
    for (const auto& change : document["changes"]) found.push_back(change["fingerprint"].get<std::string>());
    return found;
  };
  for (const Arguments& sides : {Arguments{"one.witx", "--new", "a.witx", "--new", "b.witx"},
                                 {"--new", "a.witx,b.witx", "one.witx"},
                                 {"--old", "one.witx", "--new", "a.witx", "--new", "b.witx"}}) {
    Arguments arguments{"diff", "--format", "json"};
    arguments.insert(arguments.end(), sides.begin(), sides.end());
    const Answer answer = witxc(files, arguments);
    EXPECT_EQ(answer.exit_code, expected.exit_code) << answer.err;
    EXPECT_EQ(rules(answer), rules(expected));
  }
  EXPECT_EQ(witxc(files, {"diff", "--old", "a.witx", "--old", "b.witx", "one.witx"}).exit_code, 1);
  EXPECT_EQ(witxc(files, {"changelog", "one.witx", "--new", "a.witx,b.witx"}).exit_code, 0);
  EXPECT_THAT(witxc(files, {"diff", "one.witx", "--new", "a.witx", "b.witx"}).err,
              HasSubstr("'b.witx' belongs to neither side"));
  EXPECT_EQ(witxc(files, {"diff", "--old", "one.witx"}).exit_code, 2);
  EXPECT_EQ(witxc(files, {"diff", "one.witx", "a.witx", "b.witx"}).exit_code, 2);
}

TEST(StandardInput, StandsWhereOneFileIsRead) {
  StubbornFiles files{{"same.witx", small_spec}};
  for (const Arguments& command : {Arguments{"validate"}, {"lint"}, {"dump"}, {"layout", "errno"}, {"fmt"}}) {
    StubbornFiles none;
    Arguments arguments = command;
    arguments.push_back("-");
    const Answer answer = witxc(none, arguments, small_spec);
    arguments.back() = "same.witx";
    const Answer expected = witxc(files, arguments);
    EXPECT_EQ(answer.exit_code, expected.exit_code) << command.front() << answer.err;
    EXPECT_EQ(count(answer.out, "\n"), count(expected.out, "\n")) << command.front();
  }
  EXPECT_EQ(witxc(files, {"generate", "-", "-o", "-"}, small_spec).exit_code, 0);
  EXPECT_EQ(witxc(files, {"fmt", "--upgrade", "-"}, small_spec).out, witxc(files, {"fmt", "same.witx"}).out);
  EXPECT_EQ(witxc(files, {"diff", "-", "same.witx"}, small_spec).exit_code, 0);
  EXPECT_EQ(witxc(files, {"diff", "same.witx", "-"}, "(typename $errno u8)").exit_code, 1);
  EXPECT_EQ(witxc(files, {"imports", "-"}, std::string("\0asm\1\0\0\0", 8)).exit_code,
            witxc(files, {"imports", "-", "same.witx"}, std::string("\0asm\1\0\0\0", 8)).exit_code);
  EXPECT_THAT(witxc(files, {"validate", "-"}, "(typename $a $b)").err, HasSubstr("--> standard input:1:14"));
  EXPECT_EQ(witxc(files, {"diff", "-", "-"}, small_spec).exit_code, 2);
  EXPECT_EQ(witxc(files, {"validate", "-", "--files-from", "-"}, small_spec).exit_code, 2);
}

TEST(StandardInput, CannotBeWritten) {
  StubbornFiles files;
  const std::map<std::string, std::string> kept{{"-", "fmt - > out.witx"},
                                                {"@preview1", "fmt @preview1 > preview1.witx"},
                                                {"git:HEAD:x/a.witx", "fmt git:HEAD:x/a.witx > a.witx"},
                                                {"git:HEAD:a.witx", "fmt git:HEAD:a.witx > a.witx"}};
  for (const auto& [file, command] : kept) {
    const Answer answer = witxc(files, {"fmt", "-w", file}, "(typename   $a u8)");
    EXPECT_EQ(answer.exit_code, 2) << file;
    EXPECT_EQ(answer.out, "") << file;
    EXPECT_THAT(answer.err, HasSubstr("'-w' cannot write to '" + file + "'"));
    EXPECT_THAT(answer.err, HasSubstr("without '-w' the text is printed: 'witxc " + command + "' keeps it"));
    EXPECT_TRUE(files.written.empty());
  }
}

TEST(Builtins, StandWhereFilesDo) {
  StubbornFiles files;
  for (const char* name : {"@preview0", "@preview1"}) {
    const Answer text = witxc(files, {"fmt", name});
    EXPECT_EQ(text.exit_code, 0) << text.err;
    EXPECT_THAT(text.out, HasSubstr("(module $wasi_"));
    EXPECT_EQ(witxc(files, {"fmt", "--check", name}).exit_code, 0);
  }
  EXPECT_EQ(witxc(files, {"fmt", "@preview9"}).exit_code, 2);
}

// Of files that use each other one is the document that the others are part of, in whatever order they are named: where reading can
// begin with one of them only, it begins with that.
TEST(Documents, FilesThatUseEachOtherAreOneDocumentInAnyOrder) {
  const std::map<std::string, std::string> texts{{"a.witx", "(use \"b.witx\")\n(typename $a (record (field $b $b)))\n"},
                                                 {"b.witx", "(use \"c.witx\")\n(typename $b (record (field $c $c)))\n"},
                                                 {"c.witx", "(use \"a.witx\")\n(typename $c u8)\n"}};
  for (const Arguments& command : {Arguments{"validate"},
                                   {"lint"},
                                   {"fmt", "--check"},
                                   {"fmt", "--upgrade"},
                                   {"dump"},
                                   {"layout", "--list"},
                                   {"layout", "a"},
                                   {"generate", "-o", "-"},
                                   {"check"}}) {
    StubbornFiles first(texts);
    const Answer expected = run(first, command, {"a.witx", "b.witx", "c.witx"});
    EXPECT_NE(expected.exit_code, 3) << command.front() << expected.err;
    Arguments order{"a.witx", "b.witx", "c.witx"};
    while (std::next_permutation(order.begin(), order.end())) {
      StubbornFiles files(texts);
      const Answer answer = run(files, command, order);
      EXPECT_EQ(answer.exit_code, expected.exit_code) << command.front() << ' ' << order.front() << answer.err;
      // Each text is printed where it was named, and a command that is to be repeated names its files so.
      if (command.front() == "fmt" || command.front() == "check") continue;
      EXPECT_EQ(answer.out, expected.out) << command.front() << ' ' << order.front();
      EXPECT_EQ(answer.err, expected.err) << command.front() << ' ' << order.front();
    }
  }
  // By itself such a file is told of the one to name, and nobody is sent to move a definition that is in another file.
  StubbornFiles files(texts);
  const Answer alone = witxc(files, {"validate", "c.witx"});
  EXPECT_EQ(alone.exit_code, 3);
  EXPECT_THAT(alone.err, HasSubstr("'c.witx' is part of 'a.witx': validate that"));
  EXPECT_THAT(alone.err, HasSubstr("files are read in the order of '(use ...)', each once"));
  EXPECT_THAT(alone.err, Not(HasSubstr("move the definition")));
}

// Nothing that a reader could take for "all is well".
TEST(EmptyQuestions, HaveNoCleanAnswer) {
  for (const char* text : {"", "\n", ";; Only a comment.\n", "(use \"void.witx\")\n"}) {
    for (const Arguments& command : {Arguments{"dump", "a.witx"},
                                     {"generate", "a.witx"},
                                     {"check", "a.witx"},
                                     {"lint", "a.witx"},
                                     {"layout", "--list", "a.witx"},
                                     {"diff", "a.witx", "a.witx"},
                                     {"diff", "a.witx", "ok.witx"},
                                     {"changelog", "ok.witx", "a.witx"},
                                     {"imports", "m.wasm", "--spec", "a.witx"}}) {
      StubbornFiles files{
          {"a.witx", text}, {"void.witx", ""}, {"ok.witx", small_spec}, {"m.wasm", std::string("\0asm\1\0\0\0", 8)}};
      const Answer answer = witxc(files, command);
      EXPECT_EQ(answer.exit_code, 3) << command.front() << ' ' << text;
      EXPECT_THAT(answer.err, HasSubstr("error[WX0008]: 'a.witx' defines nothing")) << command.front() << answer.err;
      EXPECT_TRUE(files.written.empty()) << command.front();
    }
    StubbornFiles files{{"a.witx", text}, {"void.witx", ""}};
    const Answer valid = witxc(files, {"validate", "a.witx"});
    EXPECT_EQ(valid.exit_code, 0);
    EXPECT_THAT(valid.err, HasSubstr("warning[WX0008]: 'a.witx' defines nothing"));
    EXPECT_EQ(witxc(files, {"validate", "a.witx", "--warnings-as-errors"}).exit_code, 1);
  }
}

TEST(EmptyQuestions, AFileOfNoBytesIsNotFormatted) {
  for (const Arguments& command : {Arguments{"fmt"}, {"fmt", "--check"}, {"fmt", "-w"}, {"fmt", "--diff"}}) {
    StubbornFiles files{{"a.witx", ""}};
    const Answer answer = run(files, command, {"a.witx"});
    EXPECT_EQ(answer.exit_code, 3);
    EXPECT_THAT(answer.err, HasSubstr("'a.witx' is empty"));
  }
}

TEST(EmptyQuestions, AConfigurationThatAsksForNothingIsWrong) {
  const std::vector<std::pair<std::string, std::string>> empty{
      {"{}", "'witxc.json' names no specification"},
      {R"({"specs": []})", "'witxc.json' names no specification"},
      {R"({"specs": [{"files": []}]})", "'witxc.json' names no file of a specification"}};
  for (const auto& [text, message] : empty) {
    for (const Arguments& command : reading_commands()) {
      StubbornFiles files{{"witxc.json", text}};
      const Answer answer = run(files, command, {});
      EXPECT_EQ(answer.exit_code, 2) << command.front() << text;
      EXPECT_THAT(answer.err, HasSubstr(message));
    }
  }
  for (const char* command : {"generate", "check"}) {
    StubbornFiles files{{"a.witx", small_spec}, {"witxc.json", R"({"specs": [{"files": ["a.witx"]}], "outputs": []})"}};
    const Answer answer = witxc(files, {command});
    EXPECT_EQ(answer.exit_code, 2) << command;
    EXPECT_THAT(answer.err, HasSubstr("'witxc.json' names no output"));
    EXPECT_TRUE(files.written.empty());
  }
}

}  // namespace
