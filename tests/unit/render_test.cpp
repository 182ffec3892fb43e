// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "render/render.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/files.h"
#include "support/line_endings.h"
#include "support/sha256.h"

namespace {

using nlohmann::json;

struct Rendered {
  std::vector<render::Output> outputs;
  support::Sources sources;
  diagnostics::Sink diagnostics;

  [[nodiscard]] std::string first_message() const {
    return diagnostics.all().empty() ? "" : diagnostics.all().front().message;
  }
};

// Templates of the language "mine", by name; `outputs` makes one file of `main` unless it is given.
void render_into(Rendered& out, std::map<std::string, std::string> templates, const json& view) {
  std::map<std::string, std::string> files;
  templates.emplace("outputs", "main out/file.txt\n");
  for (auto& [name, text] : templates) files["t/mine/" + name + ".mustache"] = std::move(text);
  const support::MemoryFiles memory(std::move(files));
  const auto set = render::load_templates("mine", "t", memory, out.sources, out.diagnostics);
  if (!set) return;
  const render::Provenance origin{.tool_version = "1.2.3",
                                  .spec_names = "a.witx, b.witx",
                                  .spec_sha256 = support::sha256_hex("spec"),
                                  .options_sha256 = support::sha256_hex("options"),
                                  .template_set = {},
                                  .template_sha256 = {},
                                  .body_sha256 = {}};
  out.outputs = render::render(view, *set, origin, out.sources, out.diagnostics);
}

std::string rendered(std::map<std::string, std::string> templates, const json& view = json::object()) {
  Rendered out;
  render_into(out, std::move(templates), view);
  EXPECT_EQ(out.diagnostics.errors(), 0U) << out.first_message();
  return out.outputs.empty() ? "" : out.outputs[0].text;
}

TEST(Render, ValuesAreNotEscaped) {
  EXPECT_EQ(rendered({{"main", "a<%x%>b {{x}}\n"}}, {{"x", "<&\"'>"}}), "a<&\"'>b {{x}}\n");
}

TEST(Render, LinesThatHoldOnlyATagLeaveNothing) {
  const json view{{"yes", true}, {"no", false}, {"list", {{{"x", "1"}}, {{"x", "2"}}}}, {"none", json::array()}};
  EXPECT_EQ(rendered({{"main", "a\n<%#no%>\nb\n<%/no%>\nc\n"}}, view), "a\nc\n");
  EXPECT_EQ(rendered({{"main", "a\n<%#yes%>\n\nb\n<%/yes%>\nc\n"}}, view), "a\n\nb\nc\n");
  EXPECT_EQ(rendered({{"main", "<%#list%>\n<%x%>,\n<%/list%>\n<%^none%>\nend\n<%/none%>\n"}}, view), "1,\n2,\nend\n");
  EXPECT_EQ(rendered({{"main", "<%#list%><%x%> <%/list%>\n"}}, view), "1 2 \n");
}

TEST(Render, PartialsKeepTheirLines) {
  EXPECT_EQ(rendered({{"main", "a\n<%> part%>\nb\n"}, {"part", "one\n<%x%>\n"}}, {{"x", "two"}}), "a\none\ntwo\nb\n");
}

TEST(Render, ListsOfTextsAndNestedNames) {
  EXPECT_EQ(rendered({{"main", "<%#lines%>\n//<%.%>\n<%/lines%>\n<%names.snake%>\n"}},
                     {{"lines", {" a", ""}}, {"names", {{"snake", "s"}}}}),
            "// a\n//\ns\n");
}

TEST(Render, MissingVariableIsAnErrorWithItsPlace) {
  Rendered out;
  render_into(out, {{"main", "line\n  <%functoin%> <%functoin%>\n"}}, {{"function", "f"}});
  ASSERT_EQ(out.diagnostics.errors(), 1U);
  EXPECT_TRUE(out.outputs.empty());
  const diagnostics::Diagnostic& error = out.diagnostics.all().front();
  EXPECT_EQ(error.message, "templates are given no 'functoin' here");
  EXPECT_EQ(out.sources.name(error.primary.span.source), "t/mine/main.mustache");
  const support::Position at = out.sources.position(error.primary.span.source, error.primary.span.begin);
  EXPECT_EQ(at.line, 2U);
  EXPECT_EQ(at.column, 3U);
  EXPECT_EQ(error.secondary.size(), 1U);
  ASSERT_EQ(error.help.size(), 1U);
  EXPECT_EQ(error.help[0], "did you mean 'function'?");
}

// What a value is decides, not where it stands: in a section, behind a point, in the list of files.
TEST(Render, WhatIsNotTextIsNotWritten) {
  const json view{
      {"list", {{{"x", "1"}}}}, {"none", json::array()}, {"names", {{"snake", "s"}}}, {"yes", true}, {"no", false}};
  for (const char* name : {"list", "none", "names", "yes", "no"}) {
    Rendered out;
    render_into(out, {{"main", fmt::format("<%#yes%>a <%{}%><%/yes%>\n", name)}}, view);
    ASSERT_EQ(out.diagnostics.errors(), 1U) << name;
    EXPECT_TRUE(out.outputs.empty());
    EXPECT_EQ(out.first_message(), fmt::format("'{}' is not text here, but a list, an object or a truth value", name));
    EXPECT_EQ(out.diagnostics.all().front().primary.span.begin, std::string_view("<%#yes%>a ").size());
    EXPECT_EQ(out.diagnostics.all().front().help.size(), 1U);
  }
  Rendered element;
  render_into(element, {{"main", "<%#list%><%.%><%/list%>\n"}}, view);
  EXPECT_EQ(element.first_message(), "'.' is not text here, but a list, an object or a truth value");
  Rendered path;
  render_into(path, {{"outputs", "main <%names%>.txt\n"}, {"main", "a\n"}}, view);
  EXPECT_EQ(path.first_message(), "'names' is not text here, but a list, an object or a truth value");
  EXPECT_EQ(rendered({{"main", "<%#list%><%x%><%/list%><%names.snake%>\n"}}, view), "1s\n");
}

TEST(Render, MissingSectionIsAnErrorToo) {
  Rendered out;
  render_into(out, {{"main", "<%#nowhere%>x<%/nowhere%><%^never%>y<%/never%>"}}, json::object());
  EXPECT_EQ(out.diagnostics.errors(), 2U);
}

TEST(Render, MissingPartialIsFoundAtLoad) {
  Rendered out;
  render_into(out, {{"main", "<%> nothing%>"}}, json::object());
  EXPECT_EQ(out.first_message(), "there is no template 'nothing'");
}

TEST(Render, TagsThatDoNotFitAreRefused) {
  const std::pair<const char*, const char*> cases[]{
      {"<%#a%>", "section 'a' is never closed"},
      {"<%/a%>", "no section 'a' is open here"},
      {"<%#a%><%/b%>", "section 'b' ends inside section 'a'"},
      {"<%a", "a tag that '%>' does not end"},
      {"<%! note %>", "tags that begin with '!' are not used in these templates"},
      {"<% %>", "a tag without a name"},
  };
  for (const auto& [text, message] : cases) {
    Rendered out;
    render_into(out, {{"main", text}}, {{"a", "1"}, {"b", "2"}});
    EXPECT_EQ(out.first_message(), message);
    EXPECT_TRUE(out.outputs.empty());
  }
}

TEST(Render, PathsStayInTheirFolder) {
  for (const char* path : {"/etc/x", "../x", "a/../../x", "", "a//b", "a/"}) {
    Rendered out;
    render_into(out, {{"main", "x"}, {"outputs", std::string("main ") + path + "\n"}}, json::object());
    EXPECT_EQ(out.diagnostics.errors(), 1U) << path;
  }
}

TEST(Render, PathsWithinTheirFolderAreTaken) {
  for (const char* path : {"x", "a/b/c", ".x", "..x", "a/...", "x.", "a b", "\x7f"}) {
    Rendered out;
    render_into(out, {{"main", "x"}, {"outputs", std::string("main ") + path + "\n"}}, json::object());
    EXPECT_EQ(out.diagnostics.errors(), 0U) << path << ": " << out.first_message();
    ASSERT_EQ(out.outputs.size(), 1U);
    EXPECT_EQ(out.outputs[0].path, path);
  }
  // A dot leads nowhere.
  for (const char* path : {"./a/x", "a/./x", "././a/./x"}) {
    Rendered out;
    render_into(out, {{"main", "x"}, {"outputs", std::string("main ") + path + "\n"}}, json::object());
    ASSERT_EQ(out.outputs.size(), 1U) << path << ": " << out.first_message();
    EXPECT_EQ(out.outputs[0].path, "a/x") << path;
  }
  for (const char* path : {"./", "a/.", "a/..", ".", "/./x",
                           "a\x1f"
                           "b",
                           "a\tb", "main/"}) {
    Rendered out;
    render_into(out, {{"main", "x"}, {"outputs", std::string("main ") + path + "\n"}}, json::object());
    EXPECT_EQ(out.diagnostics.errors(), 1U) << path;
    EXPECT_EQ(out.first_message(), std::string("'") + path + "' is not a path for the output of template 'main'");
  }
}

TEST(Render, LinesOfOutputsAreATemplateAndAPath) {
  Rendered empty;
  render_into(empty, {{"main", "x"}, {"outputs", "\nmain a\n\n"}}, json::object());
  EXPECT_EQ(empty.diagnostics.errors(), 0U);
  EXPECT_EQ(empty.outputs.size(), 1U);
  Rendered bare;
  render_into(bare, {{"main", "x"}, {"outputs", "main"}}, json::object());
  EXPECT_EQ(bare.first_message(), "'' is not a path for the output of template 'main'");
  Rendered unknown;
  render_into(unknown, {{"main", "x"}, {"outputs", "mian a\n"}}, json::object());
  EXPECT_EQ(unknown.first_message(), "there is no template 'mian'");
  ASSERT_EQ(unknown.diagnostics.all().front().help.size(), 1U);
  EXPECT_EQ(unknown.diagnostics.all().front().help[0], "it would be 't/mine/mian.mustache'");
}

TEST(Render, TheFirstThreePlacesOfAMissingNameAreShown) {
  const auto places = [](const std::string& text) {
    Rendered out;
    render_into(out, {{"main", text}}, {{"other", {{"inner", "x"}}}});
    EXPECT_EQ(out.diagnostics.errors(), 1U);
    return out.diagnostics.errors() == 0 ? 0 : 1 + out.diagnostics.all().front().secondary.size();
  };
  EXPECT_EQ(places("<%a%>"), 1U);
  EXPECT_EQ(places("<%a%> <%#a%><%/a%>"), 2U);
  EXPECT_EQ(places("<%a%> <%a%> <%a%>"), 3U);
  EXPECT_EQ(places("<%a%> <%a%> <%a%> <%a%>"), 3U);
  // A name that is known, on another level.
  Rendered out;
  render_into(out, {{"main", "<%inner%>"}}, {{"other", {{"inner", "x"}}}});
  ASSERT_EQ(out.diagnostics.errors(), 1U);
  EXPECT_EQ(out.diagnostics.all().front().help,
            std::vector<std::string>{"'inner' belongs to another level, or has no such member"});
}

TEST(Render, ALineIsATagsOwnOnlyWhereNothingElseStandsOnIt) {
  const json view{{"yes", true}, {"x", "1"}};
  EXPECT_EQ(rendered({{"main", " \t<%#yes%> \t\r\na\n<%/yes%>"}}, view), "a\n");
  EXPECT_EQ(rendered({{"main", "<%#yes%>a\n<%/yes%>\n"}}, view), "a\n");
  EXPECT_EQ(rendered({{"main", "-<%#yes%>\na\n<%/yes%>-\n"}}, view), "-\na\n-\n");
  EXPECT_EQ(rendered({{"main", "<%#yes%><%/yes%>\nb\n"}}, view), "\nb\n");
  EXPECT_EQ(rendered({{"main", "<%x%>\n<% x %>\n"}}, view), "1\n1\n");
  EXPECT_EQ(rendered({{"main", "a <%> part%> b\n"}, {"part", "-"}}, view), "a - b\n");
  EXPECT_EQ(rendered({{"main", "\n \n<%^yes%>\nno\n<%/yes%>\n"}}, view), "\n \n");
}

TEST(Render, EveryByteMayStandInATemplateAndInAValue) {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  EXPECT_EQ(rendered({{"main", all + "<%x%>"}}, {{"x", all}}), all + all);
}

TEST(Render, ANameIsLookedForInTheInnermostElementThatHasItsFirstPart) {
  const json view{
      {"a", {{"x", "outer a.x"}, {"y", "outer a.y"}}}, {"x", "outer x"}, {"in", {{"a", {{"x", "inner a.x"}}}}}};
  EXPECT_EQ(rendered({{"main", "<%a.x%>, <%#in%><%a.x%>, <%x%><%/in%>"}}, view), "outer a.x, inner a.x, outer x");
  Rendered out;
  render_into(out, {{"main", "<%#in%><%a.y%><%/in%>"}}, view);
  EXPECT_EQ(out.first_message(), "templates are given no 'a.y' here");
}

TEST(Render, ATemplateMayNameItselfAsLongAsThereIsAnEnd) {
  const json leaf{{"name", "c"}, {"parts", json::array()}};
  const json tree{{"name", "a"}, {"parts", {{{"name", "b"}, {"parts", {leaf}}}, leaf}}};
  EXPECT_EQ(rendered({{"main", "<%name%>(<%#parts%><%>main%><%/parts%>)"}}, tree), "a(b(c())c())");

  Rendered out;
  render_into(out, {{"main", "<%>one%>"}, {"one", "<%>two%>"}, {"two", "<%>one%>"}}, json::object());
  ASSERT_GE(out.diagnostics.errors(), 1U);
  EXPECT_TRUE(out.outputs.empty());
  EXPECT_EQ(out.first_message(), "template 'one' needs itself without an end");
}

TEST(Render, AListThatLeadsBackToItselfIsNotFollowedForEachElement) {
  // As 'functions' is found again from within one of them: twice at each of 200 levels would never be done.
  const json view{{"list", {{{"x", "1"}}, {{"x", "2"}}}}};
  Rendered out;
  render_into(out, {{"main", "<%>one%>"}, {"one", "<%#list%><%>one%><%/list%>"}}, view);
  EXPECT_EQ(out.diagnostics.errors(), 1U);
  EXPECT_EQ(out.first_message(), "template 'one' needs itself without an end");
}

TEST(Render, AMissingNameIsShownWhereItIsMissing) {
  // What 'main' asks for is there.
  Rendered out;
  render_into(out, {{"main", "<%#in%><%x%><%/in%>\n<%>part%>\n"}, {"part", "\n<%x%>"}}, {{"in", {{"x", "1"}}}});
  ASSERT_EQ(out.diagnostics.errors(), 1U);
  EXPECT_EQ(out.sources.name(out.diagnostics.all()[0].primary.span.source), "t/mine/part.mustache");
}

TEST(Render, OneOutputAPath) {
  Rendered out;
  render_into(out, {{"main", "x"}, {"outputs", "main a\nmain a\n"}}, json::object());
  EXPECT_EQ(out.first_message(), "two outputs are written to 'a'");
}

TEST(Render, ATemplateNamedInASectionIsRenderedThere) {
  const json view{{"title", "T"},
                  {"groups",
                   {{{"group", "a"}, {"items", {{{"item", "x"}}, {{"item", "y"}}}}},
                    {{"group", "b"}, {"items", {{{"item", "x"}}}}}}}};
  Rendered out;
  render_into(
      out,
      {{"main", "<%title%>\n"},
       {"leaf", "<%title%> <%group%> <%item%>\n"},
       {"outputs", "main all\n<%#groups%>\n<%#items%>\nleaf <%group%>/<%item%>\n<%/items%>\n<%/groups%>\nmain end\n"}},
      view);
  ASSERT_EQ(out.diagnostics.errors(), 0U) << out.first_message();
  std::map<std::string, std::string> made;
  for (const render::Output& output : out.outputs) made.emplace(output.path, output.text);
  EXPECT_EQ(made, (std::map<std::string, std::string>{
                      {"all", "T\n"}, {"a/x", "T a x\n"}, {"a/y", "T a y\n"}, {"b/x", "T b x\n"}, {"end", "T\n"}}));
}

TEST(Render, AWrongLineIsReportedOnceAndWhereItStands) {
  Rendered out;
  render_into(out, {{"main", "x"}, {"outputs", "<%#items%>\nmain <%.%>\n<%/items%>\n"}},
              {{"items", {"../a", "../b", "../c"}}});
  ASSERT_EQ(out.diagnostics.errors(), 1U);
  const support::Span span = out.diagnostics.all().front().primary.span;
  EXPECT_EQ(out.sources.text(span), "<%.%>");
}

TEST(Render, AValueEndsNoLineOfOutputs) {
  Rendered out;
  render_into(out, {{"main", "x"}, {"outputs", "main <%name%>\n"}}, {{"name", "a\nmain b"}});
  EXPECT_EQ(out.diagnostics.errors(), 1U);
  EXPECT_TRUE(out.outputs.empty());
}

TEST(Render, LanguageWithoutTemplatesNamesThoseThatHave) {
  support::Sources sources;
  diagnostics::Sink diagnostics;
  EXPECT_FALSE(render::load_templates("cqp", "", support::MemoryFiles(), sources, diagnostics));
  EXPECT_EQ(diagnostics.all().front().help.front(), "did you mean 'cpp'?");
}

TEST(Provenance, SaysWhereAFileComesFromAndIsReadAgain) {
  const std::string text = rendered({{"main", "body\n"},
                                     {"provenance",
                                      "# @generated by witxc <%tool_version%>. Do not edit.\n"
                                      "# specification: <%spec_names%>\n#   sha256 <%spec_sha256%>\n"
                                      "# options: sha256 <%options_sha256%>\n"
                                      "# templates: <%template_set%>\n#   sha256 <%template_sha256%>\n"},
                                     {"footer", "# body: sha256 <%body_sha256%>\n"}});
  EXPECT_EQ(render::body_of(text), "body\n");
  const auto found = render::read_provenance(text);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->tool_version, "1.2.3");
  EXPECT_EQ(found->spec_names, "a.witx, b.witx");
  EXPECT_EQ(found->spec_sha256, support::sha256_hex("spec"));
  EXPECT_EQ(found->options_sha256, support::sha256_hex("options"));
  EXPECT_EQ(found->template_set, "mine");
  EXPECT_EQ(found->template_sha256.size(), 64U);
  EXPECT_EQ(found->body_sha256, support::sha256_hex("body\n"));
}

TEST(Provenance, BodyIsComparedWithoutLineEndingsAndOrigin) {
  EXPECT_EQ(render::body_of("a\r\nb\r\n"), "a\nb\n");
  EXPECT_FALSE(render::read_provenance("a\nb\n"));
  EXPECT_EQ(render::body_of("x @generated by witxc 1. \r\n\r\nbody\r\n// body: sha256 0\r\n"), "body\n");
  EXPECT_EQ(render::body_of("x @generated by witxc 1. \n\nbody\n// body: sha256 0"), "body\n");
}

TEST(Provenance, WhatIsWrittenBelowTheFooterIsPartOfTheBody) {
  EXPECT_EQ(render::body_of("x @generated by witxc 1. \n\nbody\n// body: sha256 0\nint by_hand;\n"),
            "body\nint by_hand;\n");
}

TEST(Templates, UsersFileReplacesOneAndTheRestStays) {
  support::Sources sources;
  diagnostics::Sink diagnostics;
  const support::MemoryFiles files(std::map<std::string, std::string>{{"t/cpp/alias.mustache", "// mine\n"}});
  const auto set = render::load_templates("cpp", "t", files, sources, diagnostics);
  ASSERT_TRUE(set) << diagnostics.all().front().message;
  EXPECT_FALSE(set->templates.at("alias").built_in);
  EXPECT_TRUE(set->templates.at("enum").built_in);
  const auto original = render::load_templates("cpp", "", files, sources, diagnostics);
  EXPECT_NE(original->sha256, set->sha256);
}

TEST(Templates, ACheckoutWithOtherLineEndingsIsTheSameSet) {
  const std::map<std::string, std::string> lf{{"t/mine/outputs.mustache", "main a.txt\nmain b.txt\n"},
                                              {"t/mine/main.mustache", "x\n<%#yes%>\ny\n<%/yes%>\n"}};
  std::map<std::string, std::string> crlf = lf;
  for (auto& [path, text] : crlf) text = support::with_ending(text, support::LineEnding::crlf);
  std::vector<std::string> hashes;
  for (const std::map<std::string, std::string>& files : {lf, crlf}) {
    Rendered out;
    const support::MemoryFiles memory(files);
    const auto set = render::load_templates("mine", "t", memory, out.sources, out.diagnostics);
    ASSERT_TRUE(set);
    hashes.push_back(set->sha256);
    const auto outputs = render::render({{"yes", true}}, *set, {}, out.sources, out.diagnostics);
    ASSERT_EQ(outputs.size(), 2U) << out.first_message();
    EXPECT_EQ(outputs[1].path, "b.txt");
    EXPECT_EQ(outputs[1].text, "x\ny\n");
  }
  EXPECT_EQ(hashes[0], hashes[1]);
}

TEST(Templates, AnUnchangedCopyIsTheSameSet) {
  std::map<std::string, std::string> copies;
  for (const std::string_view name : render::builtin_templates("cpp")) {
    copies["t/cpp/" + std::string(name) + ".mustache"] = std::string(*render::builtin_template("cpp", name));
  }
  support::Sources sources;
  diagnostics::Sink diagnostics;
  const auto own = render::load_templates("cpp", "", support::MemoryFiles(), sources, diagnostics);
  const auto copied = render::load_templates("cpp", "t", support::MemoryFiles(std::move(copies)), sources, diagnostics);
  ASSERT_TRUE(own && copied);
  EXPECT_EQ(own->sha256, copied->sha256);
}

}  // namespace
