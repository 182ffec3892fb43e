// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/backend.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../front_end.h"
#include "backend/base/literals.h"
#include "bind/names.h"
#include "bind/text.h"
#include "model/layout.h"
#include "model/resolve.h"
#include "support/files.h"
#include "syntax/load.h"
#include "validate/validate.h"

namespace {

using nlohmann::json;

// The view-model of one text; the text must be without errors.
json view_of(std::string text, bind::Options options = {}) {
  const support::MemoryFiles files(std::map<std::string, std::string>{{"m.witx", std::move(text)}});
  support::Sources sources;
  diagnostics::Sink diagnostics;
  const syntax::Document document = syntax::load({"m.witx"}, {}, files, sources, diagnostics);
  const syntax::Dialect dialect = syntax::decide_dialect(document.features, std::nullopt, diagnostics);
  const model::Model model = model::resolve(document, dialect, sources, diagnostics);
  validate::validate(model, diagnostics);
  EXPECT_EQ(diagnostics.errors(), 0U) << (diagnostics.errors() != 0 ? diagnostics.all().front().message : "");
  const model::Layouts layouts(model, {.pointer_size = 4});
  if (options.stem.empty()) options.stem = "m";
  return backend::view(model, layouts, options);
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
  using bind::words_of;
  EXPECT_EQ(words_of("fd_readTwice-2x"), (std::vector<std::string>{"fd", "read", "twice", "2x"}));
  EXPECT_EQ(words_of("HTTPServer"), (std::vector<std::string>{"http", "server"}));
  EXPECT_EQ(words_of("$!"), (std::vector<std::string>{"unnamed"}));
  EXPECT_EQ(bind::to_style("fd_fdstat_get", bind::Style::pascal), "FdFdstatGet");
  EXPECT_EQ(bind::to_style("fd_fdstat_get", bind::Style::camel), "fdFdstatGet");
  EXPECT_EQ(bind::to_style("FdStat", bind::Style::upper), "FD_STAT");
  EXPECT_EQ(bind::to_style("u_8_16", bind::Style::pascal), "U8_16");
}

TEST(Names, ReservedWordsAndDigitsAreMended) {
  const bind::Naming cpp = backend::find("cpp")->naming();
  using bind::Symbol;
  EXPECT_EQ(bind::identifier(cpp, Symbol::case_, "int"), "int_");
  EXPECT_EQ(bind::identifier(cpp, Symbol::case_, "2big"), "_2big");
  EXPECT_EQ(bind::identifier(cpp, Symbol::param, "errno"), "errno_");
  EXPECT_EQ(bind::identifier(cpp, Symbol::type, "errno"), "Errno");
  EXPECT_EQ(bind::identifier(cpp, Symbol::field, "a__b"), "a_b");
}

TEST(Names, EqualOnesAreNumberedWithoutReservedUnderscores) {
  bind::Scope scope;
  EXPECT_EQ(scope.add("a"), "a");
  EXPECT_EQ(scope.add("a"), "a_2");
  EXPECT_EQ(scope.add("a_2"), "a_2_2");
  EXPECT_EQ(scope.add("int_"), "int_");
  EXPECT_EQ(scope.add("int_"), "int_2");
}

TEST(Text, ParagraphsAreWrappedAndListsKept) {
  EXPECT_EQ(bind::wrap_docs("one two\nthree\n\n- item four\n- five\n", 9),
            (std::vector<std::string>{"one two", "three", "", "- item", "  four", "- five"}));
  EXPECT_EQ(bind::wrap_docs("```\n  a   b\n```", 4), (std::vector<std::string>{"```", "  a   b", "```"}));
  EXPECT_TRUE(bind::wrap_docs("\n \n", 10).empty());
}

TEST(Text, NothingInDocsEndsACommentOrALine) {
  EXPECT_EQ(bind::harmless("a */ b /* c"), "a * / b / * c");
  EXPECT_EQ(bind::harmless("path \\ \\"), "path");
  EXPECT_EQ(bind::harmless("a\x01\xE2\x80\xAE\xEF\xBB\xBF"
                           "b"),
            "ab");
  EXPECT_EQ(bind::harmless("bad \xFF byte"), "bad ? byte");
  EXPECT_EQ(bind::harmless("**/"), "** /");
}

TEST(Text, FirstSentenceIsOneLineWithoutItsPeriod) {
  EXPECT_EQ(bind::first_sentence("No such\nfile. Or directory."), "No such file");
  EXPECT_EQ(bind::first_sentence("As in e.g. this one.\n\nMore."), "As in e.g. this one");
  EXPECT_EQ(bind::first_sentence(""), "");
  const std::string text =
      "a\"b\\c?"
      "?/";
  EXPECT_EQ(backend::escape_c_literal(text), "a\\\"b\\\\c?\\?/");
  EXPECT_EQ(backend::escape_literal(text),
            "a\\\"b\\\\c?"
            "?/");
}

TEST(Text, ItemsBreakOnlyWhereTheyMust) {
  EXPECT_EQ(backend::wrap_items({"a", "b"}, 10, 2, 4, 20), "a, b");
  EXPECT_EQ(backend::wrap_items({"aaaaaa", "bbbbbb", "cccccc"}, 10, 2, 4, 20), "\n    aaaaaa, bbbbbb,\n    cccccc");
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
bind::Options in_style(bind::Style style) {
  using bind::Symbol;
  bind::Options options;
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
  const json view = view_of(every_kind, in_style(bind::Style::camel));
  const json& record = named(view["types"], "type_names", "a_record");
  EXPECT_EQ(record["type_name"], "aRecord");
  EXPECT_EQ(named(view["types"], "type_names", "kind_of")["values"][0]["value_name"], "isFile");
  EXPECT_EQ(named(view["types"], "type_names", "some_flags")["flags_none"], "none");
  EXPECT_EQ(view["modules"][0]["functions"][0]["function_name"], "doIt");
  EXPECT_EQ(view["namespaces"][0]["namespace_name"], "myModule");
  bind::Options upper;
  upper.naming[bind::Symbol::case_] = bind::Style::upper;
  const json shouted = view_of(every_kind, upper);
  EXPECT_EQ(named(shouted["types"], "type_names", "some_flags")["flags_none"], "NONE");
  EXPECT_EQ(named(shouted["types"], "type_names", "kind_of")["values"][0]["value_name"], "IS_FILE");
  EXPECT_EQ(named(shouted["types"], "type_names", "a_record")["fields"][0]["field_name"], "kind_of");
}

TEST(Naming, WhatBecomesEqualIsMendedAndSaid) {
  const json view = view_of(every_kind, in_style(bind::Style::snake));
  const json& field = named(view["types"], "type_names", "a_record")["fields"][0];
  EXPECT_EQ(field["field_type"], "kind_of");
  EXPECT_EQ(field["field_name"], "kind_of_");
  EXPECT_EQ(field["field_docs"][0], " In the specification: `kind_of`.");
  EXPECT_TRUE(named(view["types"], "type_names", "a_record")["type_docs"].empty());
}

TEST(Naming, TypesKeepClearOfWhatTemplatesDeclareInThem) {
  const json view = view_of("(typename $size u32) (typename $value (handle))", in_style(bind::Style::snake));
  EXPECT_EQ(named(view["types"], "type_names", "size")["type_name"], "size_");
  EXPECT_EQ(named(view["types"], "type_names", "value")["type_name"], "value_");
  const json variants = view_of("(typename $tag u8) (typename $payload (variant (@witx tag u8) (case $a $tag)))");
  EXPECT_EQ(named(variants["types"], "type_names", "tag")["type_name"], "Tag_");
  EXPECT_EQ(named(variants["types"], "type_names", "payload")["type_name"], "Payload_");
}

TEST(Naming, ParametersKeepClearOfWhatCallsName) {
  const json view =
      view_of("(module $m (@interface func (export \"f\") (param $result u8)))", in_style(bind::Style::pascal));
  EXPECT_EQ(view["modules"][0]["functions"][0]["params"][0]["param_name"], "Result_");
}

TEST(Naming, SizesOfArraysKeepClearOfTheFunction) {
  const json view =
      view_of("(module $m (@interface func (export \"n\") (param $a (list u8))))", in_style(bind::Style::upper));
  const std::string shown = view["modules"][0]["functions"][0].dump();
  EXPECT_NE(shown.find("[N_]"), std::string::npos) << shown;
  EXPECT_EQ(shown.find("[N]"), std::string::npos) << shown;
}

TEST(Naming, PrefixesFollowInCapitals) {
  bind::Options options{.language = "c"};
  const auto case_name = [&] {
    return named(view_of(every_kind, options)["types"], "type_names", "kind_of")["values"][0]["value_name"];
  };
  EXPECT_EQ(case_name(), "MY_MODULE_KIND_OF_IS_FILE");
  options.naming[bind::Symbol::case_] = bind::Style::pascal;
  EXPECT_EQ(case_name(), "my_module_KindOfIsFile");
  options.naming[bind::Symbol::type] = bind::Style::pascal;
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
  EXPECT_EQ(one["namespaces"][0]["namespace_name"], "wasi");
  EXPECT_EQ(one["namespaces_inside_out"][0]["namespace_name"], "preview1");
  EXPECT_EQ(one["file_path"], "wasi/preview1.hpp");
  EXPECT_TRUE(one["namespaces"][1]["namespace_is_inline"]);
  const json zero = view_of("(module $wasi_unstable)");
  EXPECT_EQ(zero["file_path"], "wasi/preview0.hpp");
  EXPECT_FALSE(zero["namespaces"][1]["namespace_is_inline"]);
  EXPECT_EQ(view_of("(module $other)")["file_path"], "other.hpp");
  EXPECT_EQ(view_of("(typename $t u8)")["file_path"], "m.hpp");
  EXPECT_EQ(view_of("(module $witx)")["namespaces"][0]["namespace_name"], "witx_");
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
  EXPECT_EQ(view_of(text, {.docs = bind::Options::DocsLevel::brief})["types"][0]["type_docs"], (json{" First."}));
  EXPECT_TRUE(view_of(text, {.docs = bind::Options::DocsLevel::none})["types"][0]["type_docs"].empty());
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
  for (const char* language : {"cpp", "c", "md", "another"}) {
    const json schema = json::parse(backend::view_schema(language));
    const json view = view_of(everything, {.language = language});
    check(view, schema, schema, language);
    EXPECT_EQ(view["view_version"], std::to_string(backend::view_version));
    EXPECT_EQ(view_of(everything, {.language = language}), view);
  }
}

// Keys that are not asked for are not made; those that are, have the same values as ever.
TEST(View, OnlyWhatIsWantedIsMade) {
  tests::FrontEnd front;
  front.read_text(everything);
  const model::Layouts layouts(front.model, {});
  const json all = backend::view(front.model, layouts, {});
  const json some = backend::view(front.model, layouts, {}, {"types", "type_names", "snake", "pointer_bits"});
  EXPECT_EQ(some.size(), 2U);
  EXPECT_EQ(some["pointer_bits"], all["pointer_bits"]);
  ASSERT_EQ(some["types"].size(), all["types"].size());
  EXPECT_EQ(some["types"][0], (json{{"type_names", {{"snake", "errno"}}}}));
}

// What a language needs that the tool does not know, without a word of another one.
TEST(View, NeutralKeysShowTheImportAsAnEngineSeesIt) {
  const json view = view_of(everything, {.language = "another"});
  const json& f = view["modules"][0]["functions"][0];
  std::string params;
  for (const json& param : f["core_params"]) {
    params += param["core_param_name"].get<std::string>() + " " + param["core_param_type"].get<std::string>() + " " +
              param["core_param_role"].get<std::string>() + "\n";
  }
  EXPECT_EQ(params, "l i32 list\nl_len i32 length\n_0 i32 result\n_1 i32 result\n");
  EXPECT_EQ(f["core_results"], (json::array({{{"core_result_type", "i32"}, {"core_result_is_error", true}}})));
  EXPECT_EQ(view.dump().find("witx::"), std::string::npos);
}

}  // namespace
