// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `diff` and `changelog` as they are used: what they print, what they write, and how they leave.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "../cli/tool.h"
#include "report/changes.h"

namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

using cli_tests::Answer;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using nlohmann::json;
using Arguments = std::vector<std::string>;

StubbornFiles some_files() {
  return {{"old.witx", "(typename $e (enum (@witx tag u8) $a))\n(typename $n u32)\n(module $m)\n"},
          {"new.witx", "(typename $e (enum (@witx tag u8) $a $b))\n;;; A number.\n(typename $n u32)\n(module $m)\n"},
          {"wide.witx", "(typename $e (enum (@witx tag u8) $a))\n(typename $n u64)\n(module $m)\n"},
          {"two.witx",
           "(typename $e (enum (@witx tag u8) $a))\n(typename $n u32)\n(module $m)\n"
           "(module $o (@interface func (export \"f\")))\n"},
          {"bad.witx", "(typename $e u31)\n"}};
}

int exit_code(const Arguments& arguments) {
  StubbornFiles files = some_files();
  return witxc(files, arguments).exit_code;
}

TEST(DiffCommand, TellsTheDifferenceOfTheSnapshots) {
  StubbornFiles files;
  const Answer answer = witxc(files, {"diff", "@preview0", "@preview1"});
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_TRUE(answer.err.empty()) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("filestat 56 -> 64 bytes"));
  EXPECT_THAT(answer.out, HasSubstr("subscription 56 -> 48 bytes"));
  EXPECT_THAT(answer.out, HasSubstr("8 changes: 7 breaking, 1 dangerous, 0 compatible"));
}

TEST(DiffCommand, ShowsBothPlaces) {
  StubbornFiles files = some_files();
  const Answer answer = witxc(files, {"diff", "old.witx", "wide.witx"});
  EXPECT_THAT(answer.out, HasSubstr("old.witx:2:14: (typename $n u32)"));
  EXPECT_THAT(answer.out, HasSubstr("wide.witx:2:14: (typename $n u64)"));
}

TEST(DiffCommand, ThresholdLevelAndPerspectiveDecideTheExitCode) {
  EXPECT_EQ(exit_code({"diff", "old.witx", "old.witx", "--fail-on", "any", "--level", "docs"}), 0);
  EXPECT_EQ(exit_code({"diff", "old.witx", "wide.witx"}), 1);
  EXPECT_EQ(exit_code({"diff", "old.witx", "wide.witx", "--level", "link", "--fail-on", "any"}), 0);
  EXPECT_EQ(exit_code({"diff", "old.witx", "new.witx"}), 0);
  EXPECT_EQ(exit_code({"diff", "old.witx", "new.witx", "--fail-on", "dangerous"}), 1);
  EXPECT_EQ(exit_code({"diff", "old.witx", "two.witx", "--perspective", "guest"}), 0);
  EXPECT_EQ(exit_code({"diff", "old.witx", "two.witx", "--perspective", "host"}), 1);
}

TEST(DiffCommand, FormatAndQuietChangeNoExitCode) {
  for (const Arguments& more :
       {Arguments{}, Arguments{"--format", "json"}, Arguments{"-q"}, Arguments{"--color", "always"}}) {
    Arguments failing{"diff", "old.witx", "wide.witx"};
    Arguments clean{"diff", "old.witx", "new.witx"};
    failing.insert(failing.end(), more.begin(), more.end());
    clean.insert(clean.end(), more.begin(), more.end());
    EXPECT_EQ(exit_code(failing), 1);
    EXPECT_EQ(exit_code(clean), 0);
  }
}

TEST(DiffCommand, QuietLeavesOutReasonsAndCounts) {
  StubbornFiles files = some_files();
  const std::string loud = witxc(files, {"diff", "old.witx", "wide.witx"}).out;
  const std::string quiet = witxc(files, {"diff", "old.witx", "wide.witx", "-q"}).out;
  EXPECT_THAT(loud, AllOf(HasSubstr("  why "), HasSubstr("1 change: 1 breaking")));
  EXPECT_THAT(quiet, Not(AnyOf(HasSubstr("  why "), HasSubstr("1 change:"))));
  EXPECT_THAT(quiet, HasSubstr("breaking[WD0201]: n is u64"));
}

// Two functions with a type each, of which both change.
StubbornFiles two_functions() {
  const auto text = [](const std::string& a, const std::string& b) {
    return "(typename $a " + a + ")\n(typename $b " + b + R"()
(module $m (@interface func (export "f") (param $x $a)) (@interface func (export "g") (param $x $b))))";
  };
  return {{"old.witx", text("u8", "u8")}, {"new.witx", text("u16", "u32")}};
}

TEST(DiffCommand, OnlyComparesWhatIsNamedAndWhatItUses) {
  StubbornFiles files = two_functions();
  const Answer all = witxc(files, {"diff", "old.witx", "new.witx"});
  EXPECT_THAT(all.out, AllOf(HasSubstr("]: a is"), HasSubstr("]: b is")));
  const Answer one = witxc(files, {"diff", "old.witx", "new.witx", "--only", "f"});
  EXPECT_THAT(one.out, AllOf(HasSubstr("]: a is"), Not(HasSubstr("]: b is"))));
  EXPECT_THAT(one.out, HasSubstr("compared: f and what it uses"));
  EXPECT_EQ(witxc(files, {"diff", "old.witx", "new.witx", "--only", "m::g"}).exit_code, 1);
  const Answer none = witxc(files, {"diff", "old.witx", "new.witx", "--only", "ff"});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, HasSubstr("neither document has a function 'ff'"));
}

TEST(DiffCommand, ComparesWhatTheConfigurationVendors) {
  StubbornFiles files = two_functions();
  const auto configure = [&files](const std::string& outputs) {
    EXPECT_TRUE(files.write("witxc.json", R"({"specs": [{"files": ["old.witx"]}], "outputs": [)" + outputs + "]}")
                    .reason.empty());
  };
  configure(R"({"language": "cpp", "only": ["f", "elsewhere"]})");
  const Answer one = witxc(files, {"diff", "old.witx", "new.witx"});
  EXPECT_THAT(one.out, AllOf(HasSubstr("]: a is"), Not(HasSubstr("]: b is"))));
  const Answer all = witxc(files, {"diff", "old.witx", "new.witx", "--only", "*"});
  EXPECT_THAT(all.out, HasSubstr("]: b is"));
  // An output that has everything needs everything reviewed.
  configure(R"({"language": "cpp", "only": ["f"]}, {"language": "c"})");
  EXPECT_THAT(witxc(files, {"diff", "old.witx", "new.witx"}).out, HasSubstr("]: b is"));
}

TEST(DiffCommand, WrongQuestionsAreUsageErrors) {
  EXPECT_EQ(exit_code({"diff", "old.witx"}), 2);
  EXPECT_EQ(exit_code({"diff", "old.witx", "new.witx", "wide.witx"}), 2);
  EXPECT_EQ(exit_code({"diff", "old.witx", "@preview9"}), 2);
  EXPECT_EQ(exit_code({"diff", "old.witx", "new.witx", "--level", "lnk"}), 2);
  EXPECT_EQ(exit_code({"diff", "old.witx", "new.witx", "--map", "m"}), 2);
  EXPECT_EQ(exit_code({"diff", "old.witx", "new.witx", "--map", "m=n"}), 2);
  EXPECT_EQ(exit_code({"diff", "old.witx", "two.witx", "--map", "m=o", "--map", "m=m"}), 2);
  EXPECT_EQ(exit_code({"changelog", "old.witx"}), 2);
  EXPECT_EQ(exit_code({"changelog", "old.witx", "new.witx", "--format", "text"}), 2);
}

TEST(DiffCommand, UnansweredQuestionsAreNeverClean) {
  for (const char* command : {"diff", "changelog"}) {
    EXPECT_EQ(exit_code({command, "old.witx", "bad.witx"}), 3);
    EXPECT_EQ(exit_code({command, "bad.witx", "old.witx"}), 3);
    EXPECT_EQ(exit_code({command, "old.witx", "none.witx"}), 3);
  }
}

TEST(DiffCommand, MapsTellWhichModuleIsWhich) {
  StubbornFiles files = some_files();
  const Answer answer = witxc(files, {"diff", "old.witx", "two.witx", "--map", "m=o", "--fail-on", "any"});
  EXPECT_THAT(answer.out, HasSubstr("m is called o now"));
  EXPECT_THAT(answer.out, HasSubstr("m was added"));
}

TEST(DiffCommand, ApprovedChangesPassAndStaleApprovalsDoNot) {
  StubbornFiles files = some_files();
  const Answer written = witxc(files, {"diff", "old.witx", "wide.witx", "--write-accept", "accepted"});
  EXPECT_EQ(written.exit_code, 0) << written.err;
  EXPECT_EQ(written.out, "accepted: 1 change approved\n");
  EXPECT_EQ(witxc(files, {"diff", "old.witx", "wide.witx", "--accept", "accepted"}).exit_code, 0);
  const Answer stale = witxc(files, {"diff", "old.witx", "old.witx", "--accept", "accepted"});
  EXPECT_EQ(stale.exit_code, 1);
  EXPECT_THAT(stale.out, HasSubstr("matches no change any more"));
  EXPECT_THAT(stale.out, HasSubstr("accepted:3:1"));
  // Rewriting keeps what still matches and drops the rest.
  EXPECT_EQ(
      witxc(files, {"diff", "old.witx", "old.witx", "--accept", "accepted", "--write-accept", "accepted"}).exit_code,
      0);
  EXPECT_EQ(witxc(files, {"diff", "old.witx", "old.witx", "--accept", "accepted"}).exit_code, 0);
}

TEST(DiffCommand, ApprovalsFileMustBeReadableAndWritable) {
  StubbornFiles files = some_files();
  static_cast<void>(files.write("broken", "this is not a fingerprint\n"));
  EXPECT_EQ(witxc(files, {"diff", "old.witx", "wide.witx", "--accept", "none"}).exit_code, 3);
  EXPECT_EQ(witxc(files, {"diff", "old.witx", "wide.witx", "--accept", "broken"}).exit_code, 2);
  files.unwritable["full"] = {.kind = support::FileError::Kind::other, .reason = "no space left on the device"};
  const Answer full = witxc(files, {"diff", "old.witx", "wide.witx", "--write-accept", "full"});
  EXPECT_EQ(full.exit_code, 4);
  EXPECT_THAT(full.err, HasSubstr("no space left on the device"));
}

// Whether a value is as a schema says: as much of JSON Schema as the schema of changes uses.
std::string complaint(const json& value, const json& schema, const json& root, const std::string& at) {
  if (schema.contains("$ref")) {
    return complaint(value, root.at(json::json_pointer(schema["$ref"].get<std::string>().substr(1))), root, at);
  }
  if (schema.contains("anyOf")) {
    for (const json& alternative : schema["anyOf"]) {
      if (complaint(value, alternative, root, at).empty()) return {};
    }
    return at + ": no alternative fits";
  }
  if (schema.contains("const") && value != schema["const"]) return at + ": " + value.dump();
  if (schema.contains("enum")) {
    const json& allowed = schema["enum"];
    return std::find(allowed.begin(), allowed.end(), value) == allowed.end() ? at + ": " + value.dump() : std::string();
  }
  const std::string type = schema.value("type", "");
  if ((type == "string" && !value.is_string()) || (type == "integer" && !value.is_number_integer()) ||
      (type == "boolean" && !value.is_boolean()) || (type == "null" && !value.is_null()) ||
      (type == "array" && !value.is_array()) || (type == "object" && !value.is_object())) {
    return at + ": not of type " + type;
  }
  if (type == "array") {
    for (const json& item : value) {
      if (std::string found = complaint(item, schema["items"], root, at + "[]"); !found.empty()) return found;
    }
  }
  if (type != "object") return {};
  std::set<std::string> required;
  for (const json& name : schema["required"]) required.insert(name.get<std::string>());
  for (const auto& [name, property] : schema["properties"].items()) {
    if (required.erase(name) == 0) return at + ": does not require " + name;
    if (!value.contains(name)) return at + ": lacks " + name;
    if (std::string found = complaint(value[name], property, root, at + "." + name); !found.empty()) return found;
  }
  if (!required.empty()) return at + ": requires what it does not describe";
  return value.size() == schema["properties"].size() ? std::string() : at + ": has more than the schema describes";
}

TEST(DiffCommand, JsonIsAsItsSchemaSays) {
  StubbornFiles files = some_files();
  static_cast<void>(files.write("stale", "0123456789abcdef WD0201 gone\n"));
  const json schema = json::parse(witxc(files, {"diff", "--schema"}).out);
  for (const Arguments& arguments :
       {Arguments{"diff", "@preview0", "@preview1", "--format", "json", "--level", "docs"},
        Arguments{"diff", "old.witx", "old.witx", "--format", "json"},
        Arguments{"diff", "old.witx", "two.witx", "--format", "json", "--perspective", "guest"},
        Arguments{"diff", "old.witx", "wide.witx", "--format", "json", "--accept", "stale", "--fail-on", "any"}}) {
    const json document = json::parse(witxc(files, arguments).out);
    EXPECT_EQ(complaint(document, schema, schema, ""), "");
  }
}

TEST(DiffCommand, SchemaNoticesWhatDoesNotBelong) {
  StubbornFiles files = some_files();
  const json schema = json::parse(report::changes_schema());
  json document = json::parse(witxc(files, {"diff", "old.witx", "wide.witx", "--format", "json"}).out);
  document["changes"][0]["verdict"] = "fine";
  EXPECT_NE(complaint(document, schema, schema, ""), "");
  document["changes"][0].erase("verdict");
  EXPECT_NE(complaint(document, schema, schema, ""), "");
}

TEST(DiffCommand, JsonTellsTheSameAsTheText) {
  StubbornFiles files = some_files();
  const json document = json::parse(witxc(files, {"diff", "@preview0", "@preview1", "--format", "json"}).out);
  const std::string text = witxc(files, {"diff", "@preview0", "@preview1"}).out;
  EXPECT_EQ(document["changes"].size(), 8U);
  EXPECT_EQ(document["counts"]["failing"], 7);
  for (const json& change : document["changes"]) {
    const std::string line = change["verdict"].get<std::string>() + "[" + change["rule"].get<std::string>() +
                             "]: " + change["path"].get<std::string>() + " " + change["text"].get<std::string>() + "\n";
    EXPECT_THAT(text, HasSubstr(line)) << line;
    EXPECT_THAT(text, HasSubstr(change["fingerprint"].get<std::string>())) << line;
  }
}

TEST(ChangelogCommand, SortsByWhomItBreaks) {
  StubbornFiles files;
  const Answer answer = witxc(files, {"changelog", "@preview0", "@preview1"});
  EXPECT_EQ(answer.exit_code, 0);
  const std::size_t both = answer.out.find("### Breaking for programs and hosts");
  const std::size_t hosts = answer.out.find("### Breaking for hosts");
  const std::size_t doubtful = answer.out.find("### To be looked at");
  const std::size_t words = answer.out.find("### Documentation");
  EXPECT_TRUE(both < hosts && hosts < doubtful && doubtful < words && words != std::string::npos) << answer.out;
  const std::size_t function = answer.out.find("`sock_accept` was added");
  EXPECT_TRUE(hosts < function && function < doubtful) << answer.out;
  // What happened to three values of one type is one entry.
  EXPECT_THAT(answer.out, HasSubstr("`whence.cur` has the value 1 instead of 0; `whence.end` has"));
}

TEST(ChangelogCommand, HtmlAndJsonTellTheSame) {
  StubbornFiles files;
  const std::string html = witxc(files, {"changelog", "@preview0", "@preview1", "--format", "html"}).out;
  const json document = json::parse(witxc(files, {"changelog", "@preview0", "@preview1", "--format", "json"}).out);
  for (const json& section : document["sections"]) {
    EXPECT_THAT(html, HasSubstr("<h3>" + section["title"].get<std::string>() + "</h3>"));
    for (const json& entry : section["entries"]) {
      EXPECT_THAT(html, HasSubstr("<code>" + entry["path"].get<std::string>() + "</code>")) << entry;
    }
  }
  EXPECT_THAT(html, Not(HasSubstr("->")));
}

TEST(ChangelogCommand, MarkupIsEscaped) {
  StubbornFiles files{{"a", "(typename $a* u8)\n(typename $b<i>* u8)\n(typename $r (record (field $x $a*)))"},
                      {"b", "(typename $a* u8)\n(typename $b<i>* u8)\n(typename $r (record (field $x $b<i>*)))"}};
  const std::string markdown = witxc(files, {"changelog", "a", "b"}).out;
  EXPECT_THAT(markdown, HasSubstr("`r.x` is b\\<i\\>\\* (u8, 1 byte) instead of a\\* (u8, 1 byte)"));
  const std::string html = witxc(files, {"changelog", "a", "b", "--format", "html"}).out;
  EXPECT_THAT(html, HasSubstr("b&lt;i&gt;* (u8, 1 byte)"));
  EXPECT_THAT(html, Not(HasSubstr("<i>")));
}

TEST(ChangelogCommand, SaysSoWhenNothingChanged) {
  StubbornFiles files = some_files();
  EXPECT_EQ(witxc(files, {"changelog", "old.witx", "old.witx"}).out,
            "## From `old.witx` to `old.witx`\n\nNothing changed.\n");
}

}  // namespace
