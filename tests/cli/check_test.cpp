// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The command that `check` prints: in every format, for every kind of drift and with every option, it runs, and afterwards the
// same question is answered by "current".
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "sample_files.h"
#include "tool.h"

namespace {

using testing::HasSubstr;
using testing::Not;

using cli_tests::Answer;
using cli_tests::small_spec;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using nlohmann::json;
using Arguments = std::vector<std::string>;

constexpr std::string_view announced = "to fix it: ";

std::string replaced_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// The texts that a format shows to people, without what escapes them.
std::vector<std::string> texts_of(const std::string& format, const std::string& answer) {
  std::vector<std::string> texts;
  if (format == "json") {
    const json document = json::parse(answer);
    for (const json& finding : document.at("findings")) {
      for (const json& help : finding.at("help")) texts.push_back(help);
    }
    return texts;
  }
  if (format == "sarif") {
    const json document = json::parse(answer);
    for (const json& result : document.at("runs")[0].at("results")) texts.push_back(result["message"]["text"]);
    return texts;
  }
  std::string text = answer;
  if (format == "junit") {
    for (const auto& [from, to] :
         std::map<std::string, std::string>{{"&#10;", "\n"}, {"&lt;", "\n"}, {"<", "\n"}, {"&quot;", "\""}})
      text = replaced_all(text, from, to);
    text = replaced_all(text, "&amp;", "&");
  }
  if (format == "github") text = replaced_all(replaced_all(text, "%0A", "\n"), "%25", "%");
  return {text};
}

std::set<std::string> commands_in(const std::string& format, const std::string& answer) {
  std::set<std::string> commands;
  for (const std::string& text : texts_of(format, answer)) {
    for (std::size_t at = text.find(announced); at != std::string::npos; at = text.find(announced, at + 1)) {
      const std::size_t begin = at + announced.size();
      commands.insert(text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin));
    }
  }
  return commands;
}

// What a POSIX shell makes of a line that has nothing but words and single quotes and backslashes in it.
Arguments words_of(const std::string& line) {
  Arguments words;
  bool inside = false;
  bool open = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (!open && c == ' ') {
      inside = false;
      continue;
    }
    if (!inside) words.emplace_back();
    inside = true;
    if (c == '\'') {
      open = !open;
    } else {
      words.back() += !open && c == '\\' ? line[++i] : c;
    }
  }
  return words;
}

constexpr const char* configuration =
    R"({"specs": [{"files": ["a.witx"]}], "outputs": [{"language": "cpp", "folder": "gen"}]})";

// Files as they are when the question is asked, and the question.
struct Case {
  std::string name;
  std::map<std::string, std::string> files;
  Arguments arguments;
  std::string input = {};
};

std::map<std::string, std::string> generated(std::map<std::string, std::string> sources, const Arguments& arguments) {
  StubbornFiles files(sources);
  EXPECT_EQ(witxc(files, arguments).exit_code, 0);
  for (const std::string& path : files.written) sources[path] = files.text(path);
  return sources;
}

std::map<std::string, std::string> with(std::map<std::string, std::string> files, const std::string& path,
                                        const std::string& text) {
  files[path] = text;
  return files;
}

std::vector<Case> cases() {
  const std::map<std::string, std::string> source{{"a.witx", small_spec}};
  const std::map<std::string, std::string> current = generated(source, {"generate", "a.witx"});
  const std::string header = current.at("tiny.hpp");
  const std::string other = replaced_all(small_spec, "$bad", "$worse");
  const std::map<std::string, std::string> whole = generated(with(source, "witxc.json", configuration), {"generate"});
  const std::string in_c = replaced_all(configuration, R"("cpp")", R"("c")");
  std::vector<Case> all{
      {"missing", source, {"a.witx"}},
      {"specification", with(current, "a.witx", other), {"a.witx"}},
      {"edited", with(current, "tiny.hpp", replaced_all(header, "do_it", "undo_it")), {"a.witx"}},
      {"unknown", with(current, "tiny.hpp", "// mine\n"), {"a.witx"}},
      {"configuration", with(whole, "a.witx", other), {}},
      {"stale", with(whole, "witxc.json", in_c), {}},
      {"list", source, {"--files-from", "-"}, "a.witx\n"},
      {"list in a file", with(source, "list", "a.witx\n"), {"--files-from", "list"}},
      {"shell", {{"it's $HOME", small_spec}}, {"it's $HOME", "-o", "my `folder`"}},
      {"dashes", source, {"a.witx", "--output=-out"}},
      {"folders", {{"a.witx", "(use \"b.witx\")"}, {"in c/b.witx", small_spec}}, {"-I", "in c", "a.witx"}},
      {"dialect", {{"a.witx", "(typename $x (struct (field $a u8)))"}}, {"--dialect", "d1", "a.witx"}},
      {"look",
       source,
       {"a.witx", "--lang", "c", "--lang", "cpp", "--namespace", "a::b", "--docs", "none", "--layers", "raw",
        "--no-asserts"}},
      {"more look",
       source,
       {"a.witx", "--only", "do_it", "--no-names", "--no-messages", "--split", "--licence", "MIT OR Apache-2.0"}},
  };
  for (const Arguments& shown : {Arguments{"-q"}, Arguments{"--verbose"}, Arguments{"--color", "always"},
                                 Arguments{"--max-errors", "1"}, Arguments{"--warnings-as-errors"}}) {
    Case one{shown.front(), with(current, "a.witx", other), {"a.witx"}};
    one.arguments.insert(one.arguments.end(), shown.begin(), shown.end());
    all.push_back(one);
  }
  return all;
}

TEST(Check, EveryPrintedCommandFixesWhatItWasPrintedFor) {
  for (const Case& one : cases()) {
    for (const char* format : {"text", "gcc", "json", "sarif", "junit", "github"}) {
      SCOPED_TRACE(one.name + " as " + format);
      StubbornFiles files(one.files);
      Arguments question{"check"};
      question.insert(question.end(), one.arguments.begin(), one.arguments.end());
      question.insert(question.end(), {"--format", format});
      const Answer before = witxc(files, question, one.input);
      EXPECT_EQ(before.exit_code, 1) << before.out << before.err;
      const std::set<std::string> commands = commands_in(format, before.out);
      ASSERT_EQ(commands.size(), 1U) << before.out;
      Arguments command = words_of(*commands.begin());
      ASSERT_EQ(command.front(), "witxc");
      command.erase(command.begin());
      // No input: what was read from a pipe cannot be read again.
      const Answer fixed = witxc(files, command);
      EXPECT_EQ(fixed.exit_code, 0) << *commands.begin() << '\n' << fixed.err;
      const Answer after = witxc(files, question, one.input);
      EXPECT_EQ(after.exit_code, 0) << *commands.begin() << '\n' << after.out << after.err;
    }
  }
}

TEST(Check, GitlabHasNoRoomForACommand) {
  StubbornFiles files{{"a.witx", small_spec}};
  EXPECT_THAT(witxc(files, {"check", "a.witx", "--format", "gitlab"}).out, Not(HasSubstr("generate")));
}

TEST(CommandLine, LeavesOutWhatTheCommandDoesNotHave) {
  cli::Options options;
  options.command = cli::Command::check;
  options.formats = {"sarif"};
  options.quiet = true;
  options.inputs = {"-odd.witx", "-"};
  EXPECT_EQ(cli::command_line(cli::Command::generate, options), "witxc generate ./-odd.witx -");
}

}  // namespace
