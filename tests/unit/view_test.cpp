// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "view/view_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/layout.h"
#include "model/resolve.h"
#include "support/files.h"
#include "syntax/load.h"
#include "validate/validate.h"
#include "view/names.h"
#include "view/text.h"

namespace {

using nlohmann::json;
using view::ViewOptions;

// The view-model of one text; the text must be without errors.
json view_of(std::string text, ViewOptions options = {}) {
  const support::MemoryFiles files(std::map<std::string, std::string>{{"m.witx", std::move(text)}});
  support::Sources sources;
  support::Diagnostics diagnostics;
  const syntax::Document document = syntax::load({"m.witx"}, {}, files, sources, diagnostics);
  const syntax::Dialect dialect = syntax::decide_dialect(document.features, std::nullopt, diagnostics);
  const model::Model model = model::resolve(document, dialect, sources, diagnostics);
  validate::validate(model, diagnostics);
  EXPECT_EQ(diagnostics.errors(), 0U) << (diagnostics.errors() != 0 ? diagnostics.all().front().message : "");
  const model::Layouts layouts(model, {.pointer_size = 4});
  if (options.stem.empty()) options.stem = "m";
  return view::view_model(model, layouts, options);
}

const json& named(const json& list, const char* key, std::string_view spec_name) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const json& e) { return e[key]["spec"] == spec_name; });
  EXPECT_NE(found, list.end()) << spec_name;
  return *found;
}

std::string function_with(const char* parts) {
  return std::string("(module $m (@interface func (export \"f\") ") + parts + "))";
}

const std::string errno_type = "(typename $errno (enum (@witx tag u16) $success $2big))";

TEST(Names, WordsAreFoundInEveryStyle) {
  using view::words_of;
  EXPECT_EQ(words_of("fd_readTwice-2x"), (std::vector<std::string>{"fd", "read", "twice", "2x"}));
  EXPECT_EQ(words_of("HTTPServer"), (std::vector<std::string>{"http", "server"}));
  EXPECT_EQ(words_of("$!"), (std::vector<std::string>{"unnamed"}));
  EXPECT_EQ(view::to_style("fd_fdstat_get", view::Style::pascal), "FdFdstatGet");
  EXPECT_EQ(view::to_style("fd_fdstat_get", view::Style::camel), "fdFdstatGet");
  EXPECT_EQ(view::to_style("FdStat", view::Style::upper), "FD_STAT");
  EXPECT_EQ(view::to_style("u_8_16", view::Style::pascal), "U8_16");
}

TEST(Names, ReservedWordsAndDigitsAreMended) {
  const view::Language& cpp = *view::find_language("cpp");
  using view::Symbol;
  EXPECT_EQ(view::identifier(cpp, Symbol::case_, "int"), "int_");
  EXPECT_EQ(view::identifier(cpp, Symbol::case_, "2big"), "_2big");
  EXPECT_EQ(view::identifier(cpp, Symbol::param, "errno"), "errno_");
  EXPECT_EQ(view::identifier(cpp, Symbol::type, "errno"), "Errno");
  EXPECT_EQ(view::identifier(cpp, Symbol::field, "a__b"), "a_b");
}

TEST(Names, EqualOnesAreNumberedWithoutReservedUnderscores) {
  view::Scope scope;
  EXPECT_EQ(scope.add("a"), "a");
  EXPECT_EQ(scope.add("a"), "a_2");
  EXPECT_EQ(scope.add("a_2"), "a_2_2");
  EXPECT_EQ(scope.add("int_"), "int_");
  EXPECT_EQ(scope.add("int_"), "int_2");
}

TEST(Text, ParagraphsAreWrappedAndListsKept) {
  EXPECT_EQ(view::wrap_docs("one two\nthree\n\n- item four\n- five\n", 9),
            (std::vector<std::string>{"one two", "three", "", "- item", "  four", "- five"}));
  EXPECT_EQ(view::wrap_docs("```\n  a   b\n```", 4), (std::vector<std::string>{"```", "  a   b", "```"}));
  EXPECT_TRUE(view::wrap_docs("\n \n", 10).empty());
}

TEST(Text, NothingInDocsEndsACommentOrALine) {
  EXPECT_EQ(view::harmless("a */ b /* c"), "a * / b / * c");
  EXPECT_EQ(view::harmless("path \\ \\"), "path");
  EXPECT_EQ(view::harmless("a\x01\xE2\x80\xAE\xEF\xBB\xBF"
                           "b"),
            "ab");
  EXPECT_EQ(view::harmless("bad \xFF byte"), "bad ? byte");
  EXPECT_EQ(view::harmless("**/"), "** /");
}

TEST(Text, FirstSentenceIsOneLineWithoutItsPeriod) {
  EXPECT_EQ(view::first_sentence("No such\nfile. Or directory."), "No such file");
  EXPECT_EQ(view::first_sentence("As in e.g. this one.\n\nMore."), "As in e.g. this one");
  EXPECT_EQ(view::first_sentence(""), "");
  EXPECT_EQ(view::escape_literal("a\"b\\c?"
                                 "?/"),
            "a\\\"b\\\\c?\\?/");
}

TEST(Text, ItemsBreakOnlyWhereTheyMust) {
  EXPECT_EQ(view::wrap_items({"a", "b"}, 10, 2, 4, 20), "a, b");
  EXPECT_EQ(view::wrap_items({"aaaaaa", "bbbbbb", "cccccc"}, 10, 2, 4, 20), "\n    aaaaaa, bbbbbb,\n    cccccc");
}

TEST(View, RecordHasNamesTypesAndOffsets) {
  const json view = view_of("(typename $r (record (field $a u8) (field $fd u64)))");
  const json& type = named(view["types"], "type_names", "r");
  EXPECT_EQ(type["type_name"], "R");
  EXPECT_EQ(type["type_size"], "16");
  EXPECT_EQ(type["fields"][1]["field_name"], "fd");
  EXPECT_EQ(type["fields"][1]["field_type"], "witx::u64");
  EXPECT_EQ(type["fields"][1]["field_offset"], "8");
  EXPECT_EQ(view["assertions"][0]["assertion_condition"], "sizeof(R) == 16 && alignof(R) == 8");
}

// Every kind of symbol in one style.
ViewOptions in_style(view::Style style) {
  using view::Symbol;
  ViewOptions options;
  for (const Symbol kind :
       {Symbol::type, Symbol::field, Symbol::case_, Symbol::function, Symbol::param, Symbol::constant, Symbol::module})
    options.naming[kind] = style;
  return options;
}

constexpr const char* every_kind =
    "(typename $kind_of (enum (@witx tag u8) $is_file))"
    "(typename $some_flags (flags (@witx repr u8) $is_on))"
    "(typename $a_record (record (field $kind_of $kind_of)))"
    "(module $my_module (@interface func (export \"do_it\") (param $a_record $a_record)))";

TEST(Naming, EveryKindHasItsStyle) {
  const json view = view_of(every_kind, in_style(view::Style::camel));
  const json& record = named(view["types"], "type_names", "a_record");
  EXPECT_EQ(record["type_name"], "aRecord");
  EXPECT_EQ(named(view["types"], "type_names", "kind_of")["values"][0]["value_name"], "isFile");
  EXPECT_EQ(named(view["types"], "type_names", "some_flags")["flags_none"], "none");
  EXPECT_EQ(view["modules"][0]["functions"][0]["function_name"], "doIt");
  EXPECT_EQ(view["namespace"], "myModule");
  ViewOptions upper;
  upper.naming[view::Symbol::case_] = view::Style::upper;
  const json shouted = view_of(every_kind, upper);
  EXPECT_EQ(named(shouted["types"], "type_names", "some_flags")["flags_none"], "NONE");
  EXPECT_EQ(named(shouted["types"], "type_names", "kind_of")["values"][0]["value_name"], "IS_FILE");
  EXPECT_EQ(named(shouted["types"], "type_names", "a_record")["fields"][0]["field_name"], "kind_of");
}

TEST(Naming, WhatBecomesEqualIsMendedAndSaid) {
  const json view = view_of(every_kind, in_style(view::Style::snake));
  const json& field = named(view["types"], "type_names", "a_record")["fields"][0];
  EXPECT_EQ(field["field_type"], "kind_of");
  EXPECT_EQ(field["field_name"], "kind_of_");
  EXPECT_EQ(field["field_docs"][0], " In the specification: `kind_of`.");
  EXPECT_TRUE(named(view["types"], "type_names", "a_record")["type_docs"].empty());
}

TEST(Naming, TypesKeepClearOfWhatTemplatesDeclareInThem) {
  const json view = view_of("(typename $size u32) (typename $value (handle))", in_style(view::Style::snake));
  EXPECT_EQ(named(view["types"], "type_names", "size")["type_name"], "size_");
  EXPECT_EQ(named(view["types"], "type_names", "value")["type_name"], "value_");
}

TEST(Naming, PrefixesFollowInCapitals) {
  ViewOptions options{.language = "c"};
  const auto case_name = [&] {
    return named(view_of(every_kind, options)["types"], "type_names", "kind_of")["values"][0]["value_name"];
  };
  EXPECT_EQ(case_name(), "MY_MODULE_KIND_OF_IS_FILE");
  options.naming[view::Symbol::case_] = view::Style::pascal;
  EXPECT_EQ(case_name(), "my_module_KindOfIsFile");
  options.naming[view::Symbol::type] = view::Style::pascal;
  EXPECT_EQ(named(view_of(every_kind, options)["types"], "type_names", "a_record")["type_name"], "my_module_ARecord_t");
}

TEST(View, PartsLieBesideTheWhole) {
  const json view = view_of("(module $m)", {.file = "x/y.hh", .split = true});
  EXPECT_EQ(view["is_split"], true);
  EXPECT_EQ(view["parts_path"], "x/y");
  EXPECT_EQ(view["parts_name"], "y");
  EXPECT_EQ(view["file_suffix"], ".hh");
  EXPECT_EQ(view["has_functions"], false);
  const json bare = view_of(every_kind, {.file = "v1.0/y"});
  EXPECT_EQ(bare["is_split"], false);
  EXPECT_EQ(bare["parts_path"], "v1.0/y_parts");
  EXPECT_EQ(bare["file_suffix"], "");
  EXPECT_EQ(bare["has_functions"], true);
}

TEST(View, SliceIsKnownByItsShape) {
  const json view = view_of(
      "(typename $any (record (field $p (@witx const_pointer u8)) (field $n u32)))"
      "(typename $no (record (field $p (@witx pointer u16)) (field $n u32)))");
  EXPECT_TRUE(named(view["types"], "type_names", "any")["type_is_slice"]);
  EXPECT_TRUE(named(view["types"], "type_names", "no")["type_is_record"]);
}

TEST(View, RenamedNamesSayWhatTheyWere) {
  const json view = view_of(errno_type);
  const json& values = view["types"][0]["values"];
  EXPECT_EQ(values[1]["value_name"], "_2big");
  EXPECT_EQ(values[1]["value_docs"][0], " In the specification: `2big`.");
  EXPECT_TRUE(values[0]["value_docs"].empty());
}

TEST(View, RenamesOverride) {
  const json view = view_of(errno_type, {.renames = {{"errno", "Error"}, {"errno.2big", "too_big"}}});
  EXPECT_EQ(view["types"][0]["type_name"], "Error");
  EXPECT_EQ(view["types"][0]["values"][1]["value_name"], "too_big");
}

TEST(View, ErrorsAreResultsAndListsHaveOverloads) {
  const json view = view_of(
      errno_type + "(typename $n u32)" +
      function_with("(param $path string) (param $all (list $n)) (result $error (expected $n (error $errno)))"));
  const json& f = view["modules"][0]["functions"][0];
  EXPECT_EQ(f["typed_result"], "Result<N>");
  EXPECT_EQ(f["raw_result"], "witx::s32");
  EXPECT_EQ(f["raw_params"],
            "\n    const char* path, witx::usize path_len, const N* all, witx::usize all_len, N* value");
  EXPECT_EQ(f["typed_params"], "witx::Str path, witx::Span<const N> all");
  EXPECT_EQ(f["array_params"], "witx::Str path, const N (&all)[N_]");
  EXPECT_TRUE(f["call_is_payload"]);
  EXPECT_EQ(f["function_core"], "(func (param i32 i32 i32 i32 i32) (result i32))");
}

TEST(View, WasiModulesHaveTheirPlaces) {
  const json one = view_of("(module $wasi_snapshot_preview1)");
  EXPECT_EQ(one["namespace"], "wasi::preview1");
  EXPECT_EQ(one["file_path"], "wasi/preview1.hpp");
  EXPECT_TRUE(one["namespaces"][1]["namespace_is_inline"]);
  const json zero = view_of("(module $wasi_unstable)");
  EXPECT_EQ(zero["file_path"], "wasi/preview0.hpp");
  EXPECT_FALSE(zero["namespaces"][1]["namespace_is_inline"]);
  EXPECT_EQ(view_of("(module $other)")["file_path"], "other.hpp");
  EXPECT_EQ(view_of("(typename $t u8)")["file_path"], "m.hpp");
  EXPECT_EQ(view_of("(module $witx)")["namespace"], "witx_");
  EXPECT_EQ(view_of("(module $m)", {.name_space = "a::b", .file = "x/y.hh"})["file_path"], "x/y.hh");
}

TEST(View, EveryLanguageHasItsOwnSuffix) {
  const std::string text = "(module $wasi_snapshot_preview1)";
  EXPECT_EQ(view_of(text, {.language = "c"})["file_path"], "wasi/api.h");
  EXPECT_EQ(view_of(text, {.language = "c"})["source_path"], "wasi_api.c");
  EXPECT_EQ(view_of(text, {.language = "c", .file = "x/y.hpp"})["file_path"], "x/y.h");
  EXPECT_EQ(view_of(text, {.language = "c", .name_space = "a::b"})["file_path"], "a/b.h");
  EXPECT_EQ(view_of(text, {.language = "cpp", .file = "x/y.h"})["file_path"], "x/y.hpp");
}

TEST(View, CNamesBeginWithTheirDocument) {
  const std::string text =
      errno_type + "(typename $r (record (field $int (list string)))) (typename $n u8) (module $m" +
      "(@interface func (export \"errno\") (param $s string) (result $e (expected $n (error $errno)))))";
  const json view = view_of(text, {.language = "c"});
  const json& type = named(view["types"], "type_names", "errno");
  EXPECT_EQ(type["type_name"], "m_errno_t");
  EXPECT_EQ(type["values"][1]["value_name"], "M_ERRNO_2BIG");
  EXPECT_TRUE(type["values"][1]["value_docs"].empty());
  EXPECT_EQ(named(view["types"], "type_names", "r")["fields"][0]["field_name"], "int_");
  EXPECT_EQ(named(view["types"], "type_names", "r")["fields"][0]["field_type"], "m_list_list_char_t");
  const json& function = view["modules"][0]["functions"][0];
  EXPECT_EQ(function["function_name"], "m_errno");
  EXPECT_EQ(function["c_params"], "const char* s, m_n_t* retptr0");
  EXPECT_EQ(function["c_call_args"], "s, __builtin_strlen(s), retptr0");
  EXPECT_EQ(function["c_import_params"], "const char*, size_t, m_n_t*");
}

TEST(View, DocsCanBeLeftOut) {
  const std::string text = ";;; First.\n;;;\n;;; Second.\n(typename $t u8)";
  EXPECT_EQ(view_of(text)["types"][0]["type_docs"], (json{" First.", "", " Second."}));
  EXPECT_EQ(view_of(text, {.docs = ViewOptions::DocsLevel::brief})["types"][0]["type_docs"], (json{" First."}));
  EXPECT_TRUE(view_of(text, {.docs = ViewOptions::DocsLevel::none})["types"][0]["type_docs"].empty());
}

TEST(View, TablesAndAssertionsCanBeLeftOut) {
  const json view = view_of(errno_type + "(typename $r (record (field $a u8)))",
                            {.names = false, .messages = false, .asserts = false});
  EXPECT_EQ(view["types"][0]["names_table"], "nullptr");
  EXPECT_EQ(view["types"][0]["messages_table"], "nullptr");
  EXPECT_FALSE(view["has_names"]);
  EXPECT_FALSE(view["has_assertions"]);
}

TEST(View, LanguageWithoutRulesKeepsNames) {
  const json view = view_of(errno_type, {.language = "plain"});
  EXPECT_EQ(view["file_path"], "m.txt");
}

// Everything that the renderer may meet, in one document.
const std::string everything =
    errno_type +
    "(typename $n u32) (typename $fd (handle)) (typename $f (flags $a $b))"
    "(typename $s (record (field $p (@witx pointer u8)) (field $n $n)))"
    "(typename $v (variant (case $a) (case $b $s)))"
    "(@witx const $n $one 1)"
    "(module $wasi_m (import \"memory\" (memory))"
    " (@interface func (export \"f\") (param $l (list $n)) (result $error (expected (tuple $n $fd) (error $errno))))"
    " (@interface func (export \"g\") (param $v $v) (@witx noreturn)))";

void check(const json& value, const json& schema, const json& root, const std::string& path) {
  if (schema.contains("$ref")) {
    const std::string name = schema["$ref"].get<std::string>().substr(std::string_view("#/$defs/").size());
    return check(value, root["$defs"][name], root, path);
  }
  const std::string type = schema["type"];
  if (type == "string") {
    EXPECT_TRUE(value.is_string()) << path;
  } else if (type == "boolean") {
    EXPECT_TRUE(value.is_boolean()) << path;
  } else if (type == "array") {
    ASSERT_TRUE(value.is_array()) << path;
    for (std::size_t i = 0; i < value.size(); ++i)
      check(value[i], schema["items"], root, path + "[" + std::to_string(i) + "]");
  } else {
    ASSERT_TRUE(value.is_object()) << path;
    std::set<std::string> required;
    for (const json& key : schema["required"]) required.insert(key.get<std::string>());
    EXPECT_EQ(required.size(), schema["properties"].size()) << path;
    for (const auto& [key, member] : value.items()) {
      ASSERT_TRUE(schema["properties"].contains(key)) << path << "." << key << " is not in the schema";
      required.erase(key);
      check(member, schema["properties"][key], root, path + "." + key);
    }
    EXPECT_TRUE(required.empty()) << path << " lacks " << (required.empty() ? "" : *required.begin());
  }
}

TEST(View, SchemaAndViewSayTheSame) {
  const json schema = json::parse(view::view_schema());
  const json view = view_of(everything);
  check(view, schema, schema, "view");
  EXPECT_EQ(view["view_version"], std::to_string(view::view_version));
  EXPECT_EQ(view_of(everything), view);
}

}  // namespace
