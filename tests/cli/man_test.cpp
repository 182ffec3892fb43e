// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Manual pages say what the tables say: every command has one, every option of a command is in it and no other, and nothing of
// the text is taken for a request to the formatter.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/option_text.h"
#include "cli/options.h"
#include "lines.h"
#include "tool.h"

namespace {

using cli_tests::Answer;
using cli_tests::lines_of;
using cli_tests::StubbornFiles;
using cli_tests::witxc;

// A page as its reader sees it: no fonts, no escapes.
std::string read(const std::string& page) {
  std::string text;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page[i] != '\\') {
      text += page[i];
      continue;
    }
    switch (page[++i]) {
      case 'f': ++i; break;
      case '&': break;
      case 'e': text += '\\'; break;
      default: text += page[i];
    }
  }
  return text;
}

// A page, by its name.
std::string page_of(std::string_view name) {
  StubbornFiles files;
  EXPECT_EQ(witxc(files, {"man", "-o", "pages"}).exit_code, 0);
  return files.text("pages/" + std::string(name) + ".1");
}

TEST(Man, EveryCommandHasAPage) {
  StubbornFiles files;
  const Answer answer = witxc(files, {"man", "-o", "pages"});
  std::vector<std::string> expected{"pages/witxc.1"};
  std::string said = "pages/witxc.1\n";
  for (const cli::CommandInfo& command : cli::all_commands()) {
    expected.push_back("pages/witxc-" + std::string(command.name) + ".1");
    said += expected.back() + "\n";
    const std::string tool = read(files.text("pages/witxc.1"));
    EXPECT_NE(tool.find(".TP\n.BR witxc-" + std::string(command.name) + " (1)\n" + std::string(command.help) + "\n"),
              std::string::npos)
        << command.name;
  }
  EXPECT_EQ(files.written, expected);
  EXPECT_EQ(answer.out, said);
  EXPECT_EQ(witxc(files, {"man", "-q", "-o", "pages"}).out, "");
}

TEST(Man, APageHasTheOptionsOfItsCommandAndNoOthers) {
  for (const cli::CommandInfo& command : cli::all_commands()) {
    const std::string page = read(page_of("witxc-" + std::string(command.name)));
    EXPECT_NE(page.find("witxc-" + std::string(command.name) + " - " + std::string(command.help) + "\n"),
              std::string::npos);
    EXPECT_EQ(page.find(".SH OPERANDS") == std::string::npos, command.operands.empty()) << command.name;
    std::size_t expected = 0;
    for (const cli::OptionInfo& option : cli::all_options()) {
      std::string entry = ".TP\n";
      for (const std::string& name : cli::names_of(option)) entry += (entry.ends_with('\n') ? "" : ", ") + name;
      if (!option.value.empty()) entry += " " + std::string(option.value);
      entry += "\n" + std::string(option.help) + "\n";
      const bool has = (option.commands & cli::set_of(command.command)) != 0;
      expected += has ? 1 : 0;
      EXPECT_EQ(page.find(entry) != std::string::npos, has) << command.name << ' ' << entry;
    }
    const std::size_t begin = page.find(".SH OPTIONS\n");
    const std::string options = page.substr(begin, page.find(".SH EXIT STATUS") - begin);
    std::size_t entries = 0;
    for (const std::string& line : lines_of(options)) entries += line == ".TP" ? 1 : 0;
    EXPECT_EQ(entries, expected) << command.name;
  }
}

TEST(Man, ExitCodesAreThoseOfTheHelp) {
  const std::string page = page_of("witxc");
  const std::string status = page.substr(page.find(".SH EXIT STATUS"));
  std::vector<std::string> codes;
  const std::vector<std::string> lines = lines_of(status);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].starts_with(".B ")) continue;
    codes.push_back(lines[i].substr(3));
    ASSERT_LT(i + 1, lines.size());
    EXPECT_FALSE(lines[i + 1].empty() || lines[i + 1].starts_with('.') || lines[i + 1].starts_with(' '));
  }
  for (const char* code : {"0", "1", "2", "3", "4"})
    EXPECT_EQ(std::count(codes.begin(), codes.end(), code), 1) << code << status;
}

TEST(Man, NothingOfTheTextIsARequest) {
  const std::set<std::string> requests{".TH", ".SH", ".TP", ".B", ".BR", ".I", ".\\\""};
  StubbornFiles files;
  EXPECT_EQ(witxc(files, {"man", "-o", "pages"}).exit_code, 0);
  for (const std::string& path : files.written) {
    const std::string page = files.text(path);
    for (const std::string& line : lines_of(page)) {
      EXPECT_FALSE(line.starts_with('\'')) << path << ": " << line;
      if (line.starts_with('.')) {
        EXPECT_TRUE(requests.contains(line.substr(0, line.find(' ')))) << path << ": " << line;
      }
    }
    for (std::size_t at = page.find('\\'); at != std::string::npos; at = page.find('\\', at + 2))
      EXPECT_NE(std::string("-e&f\"").find(page[at + 1]), std::string::npos) << path;
    // A hyphen that is not escaped may be broken or turned into another character.
    for (std::size_t at = page.find('-'); at != std::string::npos; at = page.find('-', at + 1))
      EXPECT_EQ(page[at - 1], '\\') << path << ": " << page.substr(at - std::min<std::size_t>(at, 20), 40);
    EXPECT_TRUE(page.starts_with(".TH WITXC")) << path;
  }
}

TEST(Man, PagesThatWereEditedAreKept) {
  StubbornFiles files;
  EXPECT_EQ(witxc(files, {"man", "-o", "pages"}).exit_code, 0);
  const std::string path = "pages/witxc-fmt.1";
  const std::string ours = files.text(path);
  const std::string old = std::string(ours).replace(ours.find("\"witxc "), 7, "\"witxc 0.");
  const std::string below = ours + ".SH MINE\n";
  const std::string unsigned_page = ours.substr(0, ours.rfind(".\\\""));
  for (const std::string& edited : {old, below, unsigned_page}) {
    EXPECT_TRUE(files.write(path, edited).reason.empty());
    const Answer answer = witxc(files, {"man", "-o", "pages"});
    EXPECT_EQ(answer.exit_code, 4);
    EXPECT_NE(answer.err.find("'pages/witxc-fmt.1' was edited after it was generated"), std::string::npos)
        << answer.err;
    EXPECT_EQ(files.text(path), edited);
    EXPECT_EQ(witxc(files, {"man", "-o", "pages", "--force"}).exit_code, 0);
    EXPECT_EQ(files.text(path), ours);
  }
  // One of another version, and with other line endings, is as it was written.
  EXPECT_TRUE(files.write(path, cli_tests::with_crlf(ours)).reason.empty());
  EXPECT_EQ(witxc(files, {"man", "-o", "pages"}).exit_code, 0);
}

TEST(Man, NeedsAFolderThatCanBeWritten) {
  StubbornFiles files;
  EXPECT_EQ(witxc(files, {"man"}).exit_code, 2);
  files.unwritable["pages/witxc.1"] = {.kind = support::FileError::Kind::other, .reason = "no space"};
  EXPECT_EQ(witxc(files, {"man", "-o", "pages"}).exit_code, 4);
}

}  // namespace
