// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What users say about the look of outputs, and what is then written: licenses, namespaces, names of files, links.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "config/config.h"
#include "config/spdx.h"
#include "render/template_set.h"
#include "sample_files.h"
#include "tool.h"

namespace {

using testing::AnyOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

using cli_tests::Answer;
using cli_tests::small_spec;
using cli_tests::StubbornFiles;
using cli_tests::witxc;

TEST(License, IsAnSpdxExpression) {
  for (const char* good : {"MIT", "Apache-2.0 WITH LLVM-exception", "GPL-2.0+", "MIT OR (ISC AND 0BSD)", "((MIT))",
                           "LicenseRef-ours", "DocumentRef-a.b:LicenseRef-c", "MIT  AND ISC"}) {
    EXPECT_TRUE(config::is_spdx_expression(good)) << good;
  }
  for (const char* bad : {"",
                          " ",
                          "MIT\nint evil;",
                          "MIT\r",
                          "MIT -->",
                          "MIT */",
                          "MIT \\",
                          "MIT OR",
                          "AND",
                          "OR MIT",
                          "(MIT",
                          "MIT)",
                          "()",
                          "MIT ISC",
                          "MIT WITH",
                          "MIT WITH OR",
                          "MIT WITH a WITH b",
                          "MIT/X11",
                          "(c) me",
                          "DocumentRef-a",
                          "DocumentRef-a:MIT",
                          "LicenseRef-",
                          "LicenseRef-a+",
                          "+",
                          "MIT\xC3\xA9"}) {
    EXPECT_FALSE(config::is_spdx_expression(bad)) << bad;
  }
  EXPECT_FALSE(config::is_spdx_expression(std::string(100000, '(')));
}

TEST(License, AnythingElseIsRefused) {
  for (const char* const option : {"--license", "--licence"}) {
    StubbornFiles files{{"a.witx", small_spec}};
    EXPECT_EQ(witxc(files, {"generate", "a.witx", option, "MIT\nint evil;"}).exit_code, 2);
    EXPECT_TRUE(files.written.empty());
    EXPECT_EQ(witxc(files, {"generate", "a.witx", option, "MIT OR ISC"}).exit_code, 0);
    EXPECT_THAT(files.text("tiny.hpp"), HasSubstr("\n// SPDX-License-Identifier: MIT OR ISC\n"));
  }
  StubbornFiles files{{"a.witx", small_spec}, {"witxc.json", R"({"specs": [{"files": ["a.witx"]}],
"licence": "MIT\nint evil;"})"}};
  const Answer answer = witxc(files, {"generate"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("witxc.json:2:12"));
  EXPECT_THAT(answer.err, HasSubstr("expected an SPDX expression"));
}

// As if no license had ever been spoken of: in every language, whoever says it, and whatever the configuration says.
TEST(License, NoneIsNoLicense) {
  const auto generated = [](const std::string& configured, const std::vector<std::string>& options) {
    std::map<std::string, std::string> texts;
    for (const std::string_view language : render::builtin_languages()) {
      StubbornFiles files{{"a.witx", small_spec},
                          {"witxc.json", R"({"specs": [{"files": ["a.witx"]}], "outputs": [{"language": ")" +
                                             std::string(language) + "\"}]" + configured + "}"}};
      std::vector<std::string> arguments{"generate"};
      arguments.insert(arguments.end(), options.begin(), options.end());
      const Answer answer = witxc(files, arguments);
      EXPECT_EQ(answer.exit_code, 0) << answer.err;
      for (const std::string& path : files.written) texts[std::string(language) + path] = files.text(path);
    }
    return texts;
  };
  const auto without = generated("", {});
  for (const auto& [path, text] : without) EXPECT_THAT(text, Not(HasSubstr("SPDX"))) << path;
  for (const char* const none : {"none", "NONE", "None"}) {
    for (const std::string key : {"license", "licence"}) {
      EXPECT_EQ(generated(", \"" + key + "\": \"" + none + "\"", {}), without);
      EXPECT_EQ(generated("", {"--" + key, none}), without);
      EXPECT_EQ(generated(", \"" + key + "\": \"MIT\"", {"--" + key + "=" + none}), without);
      EXPECT_NE(generated(", \"" + key + "\": \"MIT\"", {}), without);
    }
  }
  for (const char* const bad : {"MIT OR none", "none WITH x", "(none)", "MIT WITH NONE"})
    EXPECT_FALSE(config::is_license(bad)) << bad;
}

TEST(License, HasOneSpellingInAFile) {
  StubbornFiles files{{"a.witx", small_spec},
                      {"witxc.json", R"({"specs": [{"files": ["a.witx"]}], "licence": "MIT", "license": "MIT"})"}};
  const Answer answer = witxc(files, {"generate"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("'license' and 'licence' are one key"));
  // The one that is documented.
  EXPECT_THAT(config::initial_text(), HasSubstr("\"license\""));
  EXPECT_THAT(config::initial_text(), Not(HasSubstr("\"licence\"")));
  EXPECT_THAT(config::schema(), HasSubstr("\"licence\""));
}

TEST(Namespace, ThatWasAskedForIsPlain) {
  StubbornFiles files;
  ASSERT_EQ(witxc(files, {"generate", "@preview1"}).exit_code, 0);
  EXPECT_THAT(files.text("wasi/preview1.hpp"), HasSubstr("\ninline namespace preview1 {\n"));
  ASSERT_EQ(witxc(files, {"generate", "@preview1", "--namespace", "mycorp::wasi"}).exit_code, 0);
  EXPECT_THAT(files.text("mycorp/wasi.hpp"), HasSubstr("\nnamespace mycorp {\nnamespace wasi {\n"));
}

TEST(Namespace, OfTheCommandLineComesBeforeTheConfiguration) {
  StubbornFiles files{{"a.witx", small_spec},
                      {"witxc.json", R"({"specs": [{"files": ["a.witx"], "namespace": "a::b"}]})"}};
  ASSERT_EQ(witxc(files, {"generate", "--namespace", "c"}).exit_code, 0);
  EXPECT_THAT(files.text("c.hpp"), HasSubstr("\nnamespace c {\n"));
  EXPECT_EQ(witxc(files, {"check", "--namespace", "c"}).exit_code, 0);
}

TEST(Namespace, WhatIsNotOneIsRefused) {
  for (const char* bad : {"a::", "::a", "a::::b", "a:b", "a b", "1a", "class", "a::int", "a\nb"}) {
    StubbornFiles files{{"a.witx", small_spec}};
    EXPECT_EQ(witxc(files, {"generate", "a.witx", "--namespace", bad}).exit_code, 2) << bad;
    EXPECT_TRUE(files.written.empty());
  }
}

// A file may be called anything, and its name stands in a comment.
TEST(Written, NamesOfFilesStayInTheirComments) {
  for (const char* name : {"a\nint evil;.witx", "a-->.witx", "a*/.witx", "a\\"}) {
    StubbornFiles files{{name, small_spec}};
    ASSERT_EQ(witxc(files, {"generate", name, "--lang", "cpp", "--lang", "c", "--lang", "md"}).exit_code, 0);
    for (const std::string& path : files.written) {
      const std::string text = files.text(path);
      const std::size_t begin = text.find("specification: ");
      const std::string line = text.substr(begin, text.find('\n', begin) - begin);
      EXPECT_THAT(text, Not(HasSubstr("\nint evil")));
      EXPECT_EQ(cli_tests::count(line, "-->"), path.ends_with(".md") ? 1U : 0U) << line;
      EXPECT_THAT(line, Not(AnyOf(HasSubstr("*/"), EndsWith("\\"))));
    }
  }
}

std::string file(const std::string& path) {
  std::ifstream in(PROJECT_DIR "/" + path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// Specifications with every kind of type, as files.
const std::map<std::string, std::string>& specs() {
  static const std::map<std::string, std::string> texts{
      {"shapes.witx", file("tests/bindings/specs/shapes.witx")},
      {"flat.witx", file("tests/bindings/specs/flat.witx")},
      {"oldest.witx", file("tests/bindings/specs/oldest.witx")},
      {"two.witx", std::string("(module $one (@interface func (export \"f\")))") + small_spec},
  };
  return texts;
}

std::string folded(const std::string& path) {
  std::vector<std::string> parts;
  std::istringstream in(path);
  for (std::string part; std::getline(in, part, '/');) {
    if (part == ".." && !parts.empty()) {
      parts.pop_back();
    } else {
      parts.push_back(part);
    }
  }
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "/") + part;
  return out;
}

// Code is not a link.
std::string without_code(const std::string& text) {
  static const std::regex code("`[^`\n]*`");
  return std::regex_replace(text, code, "");
}

TEST(Markdown, EveryLinkLeadsToAnAnchor) {
  const std::string extra = R"("extra": [
    {"template": "function", "for_each": "function", "file": "a/<%module_names.kebab%>/<%function_names.kebab%>.md"},
    {"template": "type", "for_each": "type", "file": "types/<%type_names.kebab%>.md"},
    {"template": "type", "for_each": "record", "file": "<%type_names.kebab%>.md"}]}]})";
  std::size_t links = 0;
  for (const char* spec : {"shapes.witx", "flat.witx", "oldest.witx", "two.witx", "@preview1", "@preview0"}) {
    StubbornFiles files(specs());
    ASSERT_EQ(files
                  .write("witxc.json", R"({"specs": [{"files": [")" + std::string(spec) +
                                           R"("]}], "outputs": [{"language": "md", )" + extra)
                  .reason,
              "");
    files.written.clear();
    const Answer answer = witxc(files, {"generate"});
    ASSERT_EQ(answer.exit_code, 0) << answer.err;
    EXPECT_EQ(witxc(files, {"check"}).exit_code, 0);
    static const std::regex link(R"(\]\(([^)#]*)#([^)]*)\))");
    for (const std::string& path : files.written) {
      const std::string text = without_code(files.text(path));
      for (std::sregex_iterator at(text.begin(), text.end(), link), end; at != end; ++at, ++links) {
        const std::string to = (*at)[1];
        const std::string folder = path.substr(0, path.rfind('/') + 1);
        const std::string target = to.empty() ? path : folded(folder + to);
        EXPECT_THAT(files.text(target), HasSubstr("<a id=\"" + (*at)[2].str() + "\">"))
            << spec << ": " << path << " has " << at->str();
      }
    }
  }
  EXPECT_GT(links, 1000U);
}

TEST(Markdown, SpellsNoCpp) {
  for (const char* spec : {"shapes.witx", "flat.witx", "oldest.witx", "@preview1"}) {
    StubbornFiles files(specs());
    const std::string text = witxc(files, {"generate", "--lang", "md", "-o", "-", spec}).out;
    EXPECT_THAT(text, Not(AnyOf(HasSubstr(")&"), HasSubstr("const [")))) << spec;
  }
}

TEST(Written, NumbersAgree) {
  static const std::regex wrong("[^0-9]1 bytes");
  for (const auto& [spec, text] : specs()) {
    StubbornFiles files(specs());
    const Answer answer = witxc(files, {"generate", "--lang", "cpp", "--lang", "c", "--lang", "md", spec});
    ASSERT_EQ(answer.exit_code, 0) << answer.err;
    for (const std::string& path : files.written) EXPECT_FALSE(std::regex_search(files.text(path), wrong)) << path;
  }
  StubbornFiles files;
  EXPECT_FALSE(std::regex_search(witxc(files, {"generate", "--lang", "c", "@preview1"}).out, wrong));
}

// Every brace at the beginning of a line that closes a namespace says which.
TEST(Namespace, IsNamedWhereItEnds) {
  StubbornFiles files(specs());
  for (const char* spec : {"@preview1", "two.witx"}) {
    for (const char* split : {"-q", "--split"}) ASSERT_EQ(witxc(files, {"generate", spec, split}).exit_code, 0);
  }
  for (const std::string& path : files.written) {
    const std::string text = files.text(path);
    std::vector<std::string> open;
    std::istringstream lines(text);
    static const std::regex opening("(?:inline )?namespace ([a-z_0-9:]+|witx::inline v1) \\{");
    for (std::string line; std::getline(lines, line);) {
      std::smatch name;
      if (std::regex_match(line, name, opening)) {
        open.push_back(name[1] == "witx::inline v1" ? "witx::v1" : name[1].str());
      } else if (line.starts_with("}  // namespace ")) {
        ASSERT_FALSE(open.empty()) << path;
        EXPECT_EQ(line, "}  // namespace " + open.back()) << path;
        open.pop_back();
      }
    }
    EXPECT_TRUE(open.empty()) << path;
  }
}

}  // namespace
