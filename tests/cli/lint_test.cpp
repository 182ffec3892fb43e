// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each rule of lint finds the example of its page and not the mended one, and no more once it is switched off.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "lint/lint.h"
#include "tool.h"

namespace {

using testing::HasSubstr;
using testing::Not;

using cli_tests::Answer;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using nlohmann::json;

std::multiset<std::string> found_in(const std::string& text, const std::string& config = "{}") {
  StubbornFiles files{{"witxc.json", config}, {"a.witx", text}};
  const Answer answer = witxc(files, {"lint", "a.witx", "--format", "json"});
  std::multiset<std::string> ids;
  const json document = json::parse(answer.out);
  for (const json& finding : document["findings"]) ids.insert(finding["rule"].get<std::string>());
  return ids;
}

std::string id_of(const lint::Rule& rule) { return std::string(info(rule.code).id); }

std::string said_of(const std::string& text) {
  StubbornFiles files{{"witxc.json", R"({"lint": {"WL0201": "off", "WL0301": "off", "WL0402": "off"}})"},
                      {"a.witx", text}};
  return witxc(files, {"lint", "a.witx", "--format", "gcc"}).out;
}

// Whoever documented no member is told so once, at the type; whoever forgot one, at that one.
TEST(Lint, ATypeWithoutAnyDocsOfMembersIsOneFinding) {
  EXPECT_EQ(said_of("(typename $e (enum (@witx tag u8) $a $b $c))"),
            "a.witx:1:11: note: none of the 3 cases of 'e' has docs [WL0202]\n");
  EXPECT_EQ(said_of("(typename $r (record (field $x u8) (field $y u8)))"),
            "a.witx:1:11: note: none of the 2 fields of 'r' has docs [WL0202]\n");
  EXPECT_EQ(said_of("(typename $r (record (field $x u8)))"), "a.witx:1:29: note: the field 'x' has no docs [WL0202]\n");
  EXPECT_EQ(said_of("(typename $r (record\n;;; D.\n(field $x u8) (field $y u8) (field $z u8)))"),
            "a.witx:3:22: note: the field 'y' has no docs [WL0202]\n"
            "a.witx:3:36: note: the field 'z' has no docs [WL0202]\n");
  EXPECT_EQ(said_of("(typename $l (list (variant (case $a) (case $b u8))))"),
            "a.witx:1:20: note: none of these 2 cases has docs [WL0202]\n");
}

// Each once, however often it is met; what other dialects added is not old.
TEST(Lint, OldSpellingsAreNoted) {
  const auto old = [](const std::string& text) {
    const std::string said = said_of(text);
    std::vector<std::string> found;
    for (std::size_t at = 0; (at = said.find(": note: ", at)) != std::string::npos; ++at) {
      const std::string line = said.substr(at + 8, said.find('\n', at) - at - 8);
      if (line.ends_with("[WL0501]")) found.push_back(line.substr(0, line.find(" is not in the standard")));
    }
    return found;
  };
  using Found = std::vector<std::string>;
  EXPECT_EQ(old("(typename $a (enum u8 $x)) (typename $b (enum u8 $x))"), Found{"a representation without '@witx'"});
  EXPECT_EQ(old("(typename $a (struct (field $x (array u8))))"), (Found{"'struct'", "'array'"}));
  EXPECT_EQ(old("(typename $a (union (field $x u8)))"), Found{"a union without a tag"});
  EXPECT_EQ(old("(typename $a (enum (@witx tag u8) $x))"), Found{});
  EXPECT_EQ(old("(typename $a (record (field $x (list u8))))"), Found{});
  EXPECT_EQ(old("(module $a (typename $o (option u8)) (export \"f\" (func (param $x $o))))"), Found{});
}

TEST(Lint, EveryRuleFindsItsExample) {
  ASSERT_GE(lint::all_rules().size(), 9U);
  std::set<std::string_view> purposes;
  for (const lint::Rule& rule : lint::all_rules()) {
    const diagnostics::CodeInfo& page = info(rule.code);
    const std::string wrong = std::string(page.wrong);
    const std::string right = std::string(page.right);
    ASSERT_FALSE(wrong.empty() || right.empty()) << page.id;
    EXPECT_TRUE(found_in(wrong).contains(id_of(rule))) << page.id << '\n' << wrong;
    EXPECT_FALSE(found_in(right).contains(id_of(rule))) << page.id << '\n' << right;
    EXPECT_FALSE(rule.purpose.empty());
    EXPECT_TRUE(purposes.insert(rule.purpose).second) << rule.purpose;
    StubbornFiles files{{"a.witx", wrong}};
    const std::string fixed = witxc(files, {"lint", "--fix", "a.witx"}).out;
    EXPECT_EQ(fixed.find("a.witx: fixed\n") != std::string::npos, rule.fixes) << page.id;
  }
}

TEST(Lint, RulesAreInTheOrderOfTheirIds) {
  const auto rules = lint::all_rules();
  EXPECT_TRUE(std::is_sorted(rules.begin(), rules.end(), [](const lint::Rule& a, const lint::Rule& b) {
    return info(a.code).id < info(b.code).id;
  }));
  std::size_t codes = 0;
  for (const diagnostics::CodeInfo& code : diagnostics::all_codes()) codes += code.id.starts_with("WL") ? 1 : 0;
  EXPECT_EQ(rules.size(), codes);
}

TEST(Lint, ConfigurationDecidesHowSevereARuleIs) {
  for (const lint::Rule& rule : lint::all_rules()) {
    const std::string wrong = std::string(info(rule.code).wrong);
    const std::string id = id_of(rule);
    EXPECT_FALSE(found_in(wrong, "{\"lint\": {\"" + id + "\": \"off\"}}").contains(id)) << id;
    for (const char* level : {"note", "warning", "error"}) {
      json config{{"lint", json::object()}};
      for (const lint::Rule& other : lint::all_rules()) config["lint"][id_of(other)] = "off";
      config["lint"][id] = level;
      StubbornFiles files{{"witxc.json", config.dump()}, {"a.witx", wrong}};
      const Answer answer = witxc(files, {"lint", "a.witx"});
      EXPECT_EQ(answer.exit_code, std::string_view(level) == "note" ? 0 : 1) << id << level << answer.out << answer.err;
      EXPECT_THAT(answer.out, HasSubstr(std::string(level) + "[" + id + "]: "));
    }
  }
}

TEST(Lint, WrongLevelsAreErrorsOfTheConfiguration) {
  const auto lint_with = [](const std::string& config) {
    StubbornFiles files{{"witxc.json", config}, {"a.witx", "(module $a)"}};
    return witxc(files, {"lint", "a.witx"});
  };
  const Answer unknown = lint_with("{\n  \"lint\": {\"WL0110\": \"off\"}\n}\n");
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("witxc.json:2:12"));
  EXPECT_THAT(unknown.err, HasSubstr("did you mean 'WL0101'?"));
  EXPECT_EQ(lint_with("{\"lint\": {\"WL0101\": \"of\"}}").exit_code, 2);
  EXPECT_EQ(lint_with("{\"lint\": [\"WL0101\"]}").exit_code, 2);
  EXPECT_EQ(lint_with("{\"lint\": {\"WL0101\": \"off\"}}").exit_code, 0);
}

TEST(Lint, FilesSayWhoseLevelsTheyGet) {
  const std::string config = R"({"lint": {"WL0101": "off"}})";
  StubbornFiles files{{"witxc.json", config}, {"other.json", config}, {"a.witx", "(typename $A u8)\n"}};
  const std::string said = "the levels of the rules are those of 'witxc.json'\n";
  EXPECT_EQ(witxc(files, {"lint", "a.witx"}).err, said);
  EXPECT_EQ(witxc(files, {"lint", "-q", "a.witx"}).err, "");
  EXPECT_EQ(witxc(files, {"lint", "--config", "other.json", "a.witx"}).err, "");
  static_cast<void>(files.write("witxc.json", "{}"));
  EXPECT_EQ(witxc(files, {"lint", "a.witx"}).err, "");
}

TEST(Lint, WithoutFilesLooksAtThoseOfTheConfiguration) {
  StubbornFiles files{{"witxc.json", R"({"specs": [{"files": ["s/a.witx"]}]})"}, {"s/a.witx", "(typename $A u8)\n"}};
  const Answer answer = witxc(files, {"lint"});
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_THAT(answer.out, HasSubstr("--> s/a.witx:1:"));
  StubbornFiles none;
  EXPECT_EQ(witxc(none, {"lint"}).exit_code, 2);
}

TEST(Lint, InvalidDefinitionsAreNoAnswer) {
  StubbornFiles files{{"bad.witx", "(typename $a $b)"}};
  EXPECT_EQ(witxc(files, {"lint", "bad.witx"}).exit_code, 3);
  EXPECT_EQ(witxc(files, {"lint", "none.witx"}).exit_code, 3);
  EXPECT_EQ(witxc(files, {"lint", "@none"}).exit_code, 2);
}

TEST(Lint, TheSnapshotsThatTheToolCarriesHaveNothingButWhatTheyAre) {
  StubbornFiles files;
  const Answer answer = witxc(files, {"lint", "@preview1", "--format", "json"});
  std::multiset<std::string> ids;
  const json document = json::parse(answer.out);
  for (const json& finding : document["findings"]) {
    if (finding["level"] != "note")
      ids.insert(finding["rule"].get<std::string>() + " " + finding["message"].get<std::string>());
  }
  EXPECT_EQ(ids, (std::multiset<std::string>{})) << answer.out;
  EXPECT_EQ(answer.exit_code, 0);
}

constexpr const char* lost =
    ";; Of the file.\n\n;; A number\n;; of bytes.\n(typename $size u32)\n"
    "  ;; Not docs, for something stands between.\n\n;;; Docs.\n(typename $documented u8)\n"
    ";;; Flags.\n(typename $f (flags (@witx repr u8)\n  ;; The first.\n  $a\n  $b))\n";

TEST(Lint, FixMakesCommentsDocsAndNothingElse) {
  StubbornFiles files{{"a.witx", lost}};
  const std::string before = witxc(files, {"dump", "--no-docs", "a.witx"}).out;
  const Answer answer = witxc(files, {"lint", "--fix", "a.witx"});
  EXPECT_THAT(answer.out, HasSubstr("a.witx: fixed\n"));
  EXPECT_THAT(answer.out, Not(HasSubstr("WL0203")));
  const std::string text = files.text("a.witx");
  EXPECT_TRUE(text.starts_with(";; Of the file.\n\n;;; A number\n;;; of bytes.\n(typename $size")) << text;
  EXPECT_THAT(text, HasSubstr("  ;; Not docs,"));
  EXPECT_THAT(text, HasSubstr("  ;;; The first.\n  $a\n"));
  EXPECT_EQ(witxc(files, {"dump", "--no-docs", "a.witx"}).out, before);
  // A second run has nothing to write.
  files.written.clear();
  static_cast<void>(witxc(files, {"lint", "--fix", "a.witx"}));
  EXPECT_TRUE(files.written.empty());
}

TEST(Lint, FixDoesNotTouchWhatIsSwitchedOffOrCannotBeWritten) {
  StubbornFiles off{{"witxc.json", R"({"lint": {"WL0203": "off"}})"}, {"a.witx", lost}};
  static_cast<void>(witxc(off, {"lint", "--fix", "a.witx"}));
  EXPECT_TRUE(off.written.empty());
  StubbornFiles full{{"a.witx", lost}};
  full.unwritable["a.witx"] = {.kind = support::FileError::Kind::other, .reason = "no space left on the device"};
  EXPECT_EQ(witxc(full, {"lint", "--fix", "a.witx"}).exit_code, 4);
  EXPECT_EQ(full.text("a.witx"), lost);
}

TEST(Lint, MessagesPointAtWhatTheySpeakOf) {
  StubbornFiles files{{"a.witx",
                       "(typename $errno (enum (@witx tag u16) $bad $success))\n"
                       "(typename $fileSize u64)\n"
                       "(module $m (@interface func (export \"f\")\n"
                       "  (param $n $fileSize) (result $error (expected (error $errno)))))\n"}};
  const Answer answer = witxc(files, {"lint", "a.witx", "--format", "gcc"});
  for (const char* line : {"a.witx:2:11: warning: the type 'fileSize' is not in snake_case [WL0101]\n",
                           "a.witx:2:11: note: for example 'file_size'\n",
                           "a.witx:1:40: warning: the error 'bad' has the value 0, which stands for success [WL0401]\n",
                           "warning: the function 'f' has no docs [WL0201]\n"}) {
    EXPECT_THAT(answer.out, HasSubstr(line)) << line << answer.out;
  }
}

}  // namespace
