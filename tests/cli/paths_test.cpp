// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every path that the command line takes, as the tables of commands and options list them: what is not a file, not a folder or not
// text is an error with its exit code, and never the end of the tool.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "cli/option_text.h"
#include "cli/options.h"
#include "disk.h"
#include "sample_files.h"
#include "tool.h"

namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;
using cli::Command;
using cli::CommandInfo;
using cli::OptionInfo;
using cli::PathUse;
using cli_tests::Answer;
using cli_tests::small_spec;
using Arguments = std::vector<std::string>;

const std::string not_utf8 = "n\xff\xc3.witx";
// A module without anything.
const std::string module("\0asm\1\0\0\0", 8);

struct Paths : cli_tests::Disk {
  void SetUp() override {
    Disk::SetUp();
    fs::create_directory("folder");
    for (const std::string& path : {std::string("a.witx"), std::string("a folder/a file.witx"), not_utf8})
      put(path, small_spec);
    put("m.wasm", module);
    put("code.ts", "export enum Errno { success = 0, bad = 1, badf = 8 }\n");
    put("list", "a.witx\n");
    put("c.json", R"({"specs": [{"files": ["a.witx"]}]})");
  }
  Answer run(const Arguments& arguments) { return Disk::run(arguments, small_spec); }
};

// The operands with which a command has something to do. `file` is a definition.
Arguments operands(Command command, const std::string& file) {
  switch (command) {
    case Command::diff:
    case Command::changelog: return {"a.witx", file};
    case Command::imports: return {"m.wasm", file};
    case Command::audit: return {"code.ts"};
    case Command::layout: return {"errno", file};
    case Command::explain: return {"WX0101"};
    case Command::completion: return {"bash"};
    case Command::template_: return {"export", "md"};
    case Command::config: return {"schema"};
    case Command::rules:
    case Command::man: return {};
    default: return {file};
  }
}

// Code is read by audit, and definitions by all others.
bool reads_files(const CommandInfo& command) {
  if (command.command == Command::audit) return false;
  return command.operands.find("FILES") != std::string_view::npos || command.operands == "OLD NEW";
}

Arguments question(const CommandInfo& command, const Arguments& given) {
  Arguments all{std::string(command.name)};
  all.insert(all.end(), given.begin(), given.end());
  return all;
}

std::string shown(const Arguments& arguments) {
  std::string text;
  for (const std::string& word : arguments) text += '\'' + word + "' ";
  return text;
}

TEST_F(Paths, EveryFileOperandIsAFileOrAnError) {
  struct Row {
    std::string path;
    std::set<int> exit_codes;
    const char* message;
  };
  const std::set<int> answered{0, 1};
  const std::vector<Row> rows{{"folder", {3}, "cannot read 'folder': is a folder"},
                              {"none.witx", {3}, "cannot read 'none.witx': no such file"},
                              {"none/../a.witx", {3}, "cannot read 'none/../a.witx': no such file"},
                              {"a.witx/b", {3}, "cannot read 'a.witx/b': a part of the path is not a folder"},
                              {"", {2}, "an operand is empty"},
                              {"folder/../a.witx", answered, ""},
                              {"a folder/a file.witx", answered, ""},
                              {not_utf8, answered, ""},
                              {"-", answered, ""}};
  for (const CommandInfo& command : cli::all_commands()) {
    if (!reads_files(command)) continue;
    for (const Row& row : rows) {
      const Arguments arguments = question(command, operands(command.command, row.path));
      const Answer answer = run(arguments);
      EXPECT_TRUE(row.exit_codes.contains(answer.exit_code)) << shown(arguments) << answer.exit_code << answer.err;
      EXPECT_THAT(answer.err, HasSubstr(row.message)) << shown(arguments) << answer.err;
    }
  }
}

// What the first operand of these is, if it is not a definition.
TEST_F(Paths, AModuleIsAFileOrAnError) {
  for (const char* const command : {"imports", "audit"}) {
    for (const char* const path : {"folder", "none.wasm", "a.witx/b"}) {
      const Answer answer = run({command, path});
      EXPECT_EQ(answer.exit_code, 3) << answer.err;
      EXPECT_THAT(answer.err, HasSubstr(std::string("cannot read '") + path + "': "));
    }
  }
}

TEST_F(Paths, EveryOptionWithAPathIsKnownAsOne) {
  for (const OptionInfo& option : cli::all_options()) {
    const bool names_one = option.value == "FILE" || option.value == "DIR";
    EXPECT_EQ(option.path != PathUse::none, names_one) << option.names;
  }
}

// Every command with every option that takes a path, and that path.
template <typename Each>
void for_every_path(Each each) {
  for (const CommandInfo& command : cli::all_commands()) {
    for (const OptionInfo& option : cli::all_options()) {
      if (option.path == PathUse::none || (option.commands & cli::set_of(command.command)) == 0) continue;
      each(command, option, cli::names_of(option).back());
    }
  }
}

// As each option is used, so that nothing else is wrong.
Arguments with_option(const CommandInfo& command, const std::string& name, const std::string& value) {
  Arguments given = operands(command.command, "a.witx");
  if (name == "--config" || name == "--files-from") given.clear();
  if (name == "--files-from" && command.command == Command::layout) given = {"errno"};
  if (name == "--config" && command.command == Command::layout) given = {"errno"};
  if (name == "--config" && command.command == Command::template_) given = {"check"};
  if (name == "--config" && (command.command == Command::diff || command.command == Command::changelog))
    given = {"a.witx", "a.witx"};
  if (name == "--files-from" && command.command == Command::imports) given = {"m.wasm"};
  if (name == "--files-from" && (command.command == Command::diff || command.command == Command::changelog))
    given = {"a.witx"};
  if (name == "--old" || name == "--new") given = {"a.witx"};
  if (name == "--spec") given = {command.command == Command::audit ? "code.ts" : "m.wasm"};
  if (name == "--depfile" || name == "--write-accept" || name == "--accept") given.push_back("-q");
  if (command.command == Command::fmt && name == "--config") given = {"--check"};
  given.push_back(name + "=" + value);
  return question(command, given);
}

TEST_F(Paths, AnOptionThatNamesNothingIsWrong) {
  for_every_path([&](const CommandInfo& command, const OptionInfo& /*option*/, const std::string& name) {
    for (const Arguments& last : {Arguments{name, ""}, Arguments{name + "="}}) {
      Arguments arguments = question(command, operands(command.command, "a.witx"));
      arguments.insert(arguments.end(), last.begin(), last.end());
      const Answer answer = run(arguments);
      EXPECT_EQ(answer.exit_code, 2) << shown(arguments) << answer.out << answer.err;
      EXPECT_THAT(answer.err, HasSubstr(name));
    }
  });
}

// '-' is standard input or output, or the option says that it has none; there never is a file of that name.
TEST_F(Paths, ADashIsNeverAFile) {
  for_every_path([&](const CommandInfo& command, const OptionInfo& option, const std::string& name) {
    Arguments arguments = with_option(command, name, "-");
    const std::string list = command.command == Command::audit ? "code.ts\n" : "a.witx\n";
    const Answer answer = Disk::run(arguments, name == "--files-from" ? list : small_spec);
    const bool is_stream = option.path == PathUse::input_or_stdin || option.path == PathUse::output_or_stdout;
    // 'check' compares files.
    if (is_stream && (command.command != Command::check || name != "--output")) {
      EXPECT_LE(answer.exit_code, 1) << shown(arguments) << answer.err;
    } else {
      EXPECT_GE(answer.exit_code, 2) << shown(arguments) << answer.out;
      EXPECT_THAT(answer.err, HasSubstr("-"));
    }
    EXPECT_FALSE(fs::exists("-")) << shown(arguments);
  });
  for (const char* const command : {"validate", "check", "lint"}) {
    EXPECT_EQ(run({command, "a.witx", "--format", "json=-"}).out, run({command, "a.witx", "--format", "json"}).out);
    EXPECT_EQ(run({command, "a.witx", "--format", "json=-,sarif"}).exit_code, 2);
    EXPECT_FALSE(fs::exists("-"));
  }
}

TEST_F(Paths, WhatIsNotThereOrOfTheWrongKindIsAnError) {
  for_every_path([&](const CommandInfo& command, const OptionInfo& option, const std::string& name) {
    const bool is_output = option.path == PathUse::output || option.path == PathUse::output_or_stdout;
    const bool is_folder = option.value == "DIR";
    std::vector<std::string> wrong;
    if (!is_output) wrong = {"none", "a.witx/b"};
    wrong.emplace_back(is_folder ? "a.witx" : "folder");
    for (const std::string& value : wrong) {
      const Arguments arguments = with_option(command, name, value);
      const Answer answer = run(arguments);
      // 'check' writes nothing, and finds nothing there.
      const bool only_looks = command.command == Command::check && name == "--output";
      if (only_looks) {
        EXPECT_EQ(answer.exit_code, 1) << shown(arguments);
        EXPECT_THAT(answer.out, HasSubstr("in the way: "));
      } else if (is_output) {
        EXPECT_EQ(answer.exit_code, 4) << shown(arguments) << answer.err;
      } else {
        EXPECT_TRUE(answer.exit_code == 2 || answer.exit_code == 3) << shown(arguments) << answer.exit_code;
      }
      if (!only_looks) {
        EXPECT_THAT(answer.err, HasSubstr('\'' + value)) << shown(arguments) << answer.err;
      }
    }
  });
}

// Any value of any option, and any operand, may have bytes that are no text.
TEST_F(Paths, BytesThatAreNoTextAreAnAnswerOrAnError) {
  const std::string bytes = "\xff\xfe\xc3";
  for (const CommandInfo& command : cli::all_commands()) {
    for (const OptionInfo& option : cli::all_options()) {
      if (option.value.empty() || (option.commands & cli::set_of(command.command)) == 0) continue;
      Arguments arguments = question(command, operands(command.command, "a.witx"));
      arguments.push_back(cli::names_of(option).back() + "=" + bytes);
      EXPECT_LE(run(arguments).exit_code, 4) << shown(arguments);
    }
    EXPECT_LE(run({std::string(command.name), bytes}).exit_code, 4) << command.name;
    EXPECT_LE(run({std::string(command.name), bytes, bytes}).exit_code, 4) << command.name;
  }
  for (const char* const format : {"text", "gcc", "json", "sarif", "junit", "github", "gitlab"}) {
    for (const Arguments& start : {Arguments{"validate"}, {"lint"}, {"check"}, {"diff", "a.witx"}}) {
      Arguments arguments = start;
      arguments.insert(arguments.end(), {not_utf8, "--format", format});
      EXPECT_LE(run(arguments).exit_code, 1) << shown(arguments);
    }
  }
  for (const char* const format : {"md", "html", "json"})
    EXPECT_EQ(run({"changelog", "a.witx", not_utf8, "--format", format}).exit_code, 0) << format;
}

}  // namespace
