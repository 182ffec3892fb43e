// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What may stand in witxc.json: the schema that the tool prints and the parser are asked the same questions.
#include "config/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "backend/view_paths.h"
#include "bind/names.h"
#include "cli/option_text.h"
#include "cli/options.h"
#include "config/keys.h"
#include "sample_files.h"

namespace {

using testing::HasSubstr;
using testing::Not;

using cli_tests::Answer;
using cli_tests::small_spec;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using nlohmann::json;

bool parses(const json& document) {
  support::Sources sources;
  diagnostics::Sink diagnostics;
  return config::parse(sources, sources.add("witxc.json", document.dump(1)), diagnostics).has_value();
}

bool has_type(const json& value, const json& types) {
  if (types.is_array())
    return std::any_of(types.begin(), types.end(), [&value](const json& type) { return has_type(value, type); });
  const auto type = types.get<std::string>();
  if (type == "null") return value.is_null();
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "boolean") return value.is_boolean();
  EXPECT_EQ(type, "string");
  return value.is_string();
}

bool allows_members(const json& schema, const json& value);

// As much of JSON Schema as the tool's own one uses; anything else in it fails the test.
bool allows(const json& schema, const json& value) {
  if (schema.is_boolean()) return schema.get<bool>();
  for (const auto& [key, rule] : schema.items()) {
    if (key == "type" && !has_type(value, rule)) return false;
    if (key == "enum" && std::find(rule.begin(), rule.end(), value) == rule.end()) return false;
    if (key == "pattern" && value.is_string() &&
        !std::regex_match(value.get<std::string>(), std::regex(rule.get<std::string>())))
      return false;
    if (key == "items" && value.is_array() &&
        !std::all_of(value.begin(), value.end(), [&](const json& element) { return allows(rule, element); }))
      return false;
    if (key == "required" && value.is_object() &&
        !std::all_of(rule.begin(), rule.end(), [&](const json& name) { return value.contains(name); }))
      return false;
    static const std::set<std::string> known{"type",        "enum",          "items",
                                             "required",    "properties",    "$schema",
                                             "title",       "default",       "additionalProperties",
                                             "description", "propertyNames", "pattern",
                                             "deprecated"};
    EXPECT_TRUE(known.contains(key)) << "this test knows nothing of '" << key << "'";
  }
  return !value.is_object() || allows_members(schema, value);
}

bool allows_members(const json& schema, const json& value) {
  const json properties = schema.value("properties", json::object());
  for (const auto& [name, member] : value.items()) {
    if (schema.contains("propertyNames") && !allows(schema["propertyNames"], name)) return false;
    const json& rule = properties.contains(name) ? properties[name] : schema.value("additionalProperties", json(true));
    if (!allows(rule, member)) return false;
  }
  return true;
}

// A value that the schema allows, with every key that there may be.
json sample(const json& schema) {
  if (schema.contains("enum")) return schema["enum"].back();
  if (schema["type"] == "boolean" || schema["type"].is_array()) return true;
  if (schema["type"] == "string") return "text";
  if (schema["type"] == "array") return json::array({sample(schema["items"])});
  json object = json::object();
  if (!schema.contains("properties")) {
    const std::string name = schema.contains("propertyNames") ? schema["propertyNames"]["enum"][0] : json("name");
    object[name] = sample(schema["additionalProperties"]);
    return object;
  }
  for (const auto& [name, member] : schema["properties"].items()) {
    // Another spelling of a key stands instead of it.
    if (!member.contains("deprecated")) object[name] = sample(member);
  }
  return object;
}

void collect_places(const json& value, const json::json_pointer& here, std::vector<json::json_pointer>& places) {
  places.push_back(here);
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) collect_places(value[i], here / i, places);
  } else if (value.is_object()) {
    for (const auto& [name, member] : value.items()) collect_places(member, here / name, places);
  }
}

TEST(ConfigSchema, SaysWhatTheParserTakes) {
  const json schema = json::parse(config::schema());
  const json full = sample(schema);
  ASSERT_TRUE(allows(schema, full));
  ASSERT_TRUE(parses(full)) << full.dump(1);
  std::vector<json::json_pointer> places;
  collect_places(full, json::json_pointer(), places);
  ASSERT_GT(places.size(), 40U);
  const std::vector<json> others{
      nullptr,      7,         true, "", "other", json::array(), json::array({"a"}), json::array({7}), json::object(),
      {{"a", "b"}}, {{"a", 7}}};
  std::size_t refused = 0;
  const auto compare = [&](const json& changed) {
    EXPECT_EQ(allows(schema, changed), parses(changed)) << changed.dump(1);
    refused += parses(changed) ? 0U : 1U;
  };
  for (const json::json_pointer& place : places) {
    for (const json& other : others) {
      json changed = full;
      changed[place] = other;
      compare(changed);
    }
    json changed = full;
    if (changed[place].is_object()) {
      changed[place]["unheard_of"] = "text";
      compare(changed);
    }
    if (place.empty()) continue;
    changed = full;
    json& parent = changed[place.parent_pointer()];
    if (parent.is_array()) {
      parent.erase(std::stoul(place.back()));
    } else {
      parent.erase(place.back());
    }
    compare(changed);
  }
  EXPECT_GT(refused, 200U);
}

TEST(ConfigSchema, AllowsWhatInitWritesAndWhatThisProjectUses) {
  const json schema = json::parse(config::schema());
  const json initial = json::parse(config::initial_text());
  EXPECT_TRUE(allows(schema, initial));
  std::ifstream own(PROJECT_DIR "/witxc.json");
  EXPECT_TRUE(allows(schema, json::parse(own)));
  // Every key, as it is where nothing is said; of an element, what is not said of all.
  for (const auto& [name, rule] : schema["properties"].items()) {
    if (rule.contains("deprecated")) continue;
    ASSERT_TRUE(initial.contains(name)) << name;
    if (rule.contains("default") && name != "$schema") {
      EXPECT_EQ(initial[name], rule["default"]) << name;
    }
  }
  for (const char* list : {"specs", "outputs"}) {
    ASSERT_EQ(initial[list].size(), 1U);
    for (const auto& [name, rule] : schema["properties"][list]["items"]["properties"].items())
      EXPECT_TRUE(rule.contains("deprecated") || initial[list][0].contains(name) != initial.contains(name))
          << list << ' ' << name;
  }
}

TEST(ConfigInit, WritesTheSchemaThatItNames) {
  StubbornFiles files;
  const Answer answer = witxc(files, {"config", "init"});
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_EQ(answer.out, "witxc.json\nwitxc.schema.json\n");
  EXPECT_EQ(files.text(json::parse(files.text("witxc.json"))["$schema"].get<std::string>()), config::schema());
  // It says what holds without it.
  static_cast<void>(witxc(files, {"generate"}));
  StubbornFiles bare;
  static_cast<void>(witxc(bare, {"generate", "@preview1", "-o", "generated"}));
  const std::string header = "generated/wasi/preview1.hpp";
  EXPECT_EQ(files.text(header), bare.text(header));
  EXPECT_FALSE(files.text(header).empty());
}

TEST(ConfigInit, OverwritesNothing) {
  for (const char* name : {"witxc.json", "witxc.schema.json"}) {
    StubbornFiles files{{name, "{}"}};
    EXPECT_EQ(witxc(files, {"config", "init"}).exit_code, 4) << name;
    EXPECT_TRUE(files.written.empty());
  }
  StubbornFiles files{{"witxc.schema.json", config::schema()}};
  EXPECT_EQ(witxc(files, {"config", "init"}).out, "witxc.json\n");
}

// Whatever the command does with it.
TEST(Config, EveryCommandNamesRulesOfLintThatThereAreNot) {
  for (const char* command : {"generate", "check", "validate", "lint", "dump", "fmt"}) {
    StubbornFiles files{
        {"a.witx", small_spec},
        {"witxc.json", R"({"specs": [{"files": ["a.witx"]}], "lint": {"WL0110": "off", "WX1": "off"}})"}};
    std::vector<std::string> arguments{command};
    if (arguments[0] == "fmt") arguments.emplace_back("--check");
    const Answer answer = witxc(files, arguments);
    EXPECT_EQ(answer.exit_code, 2) << command;
    EXPECT_THAT(answer.err, HasSubstr("lint has no rule 'WL0110'")) << command << answer.err;
    EXPECT_THAT(answer.err, HasSubstr("did you mean 'WL0101'?")) << command << answer.err;
    EXPECT_THAT(answer.err, HasSubstr("lint has no rule 'WX1'")) << command << answer.err;
  }
}

// What may be said on the command line too is called alike there.
TEST(ConfigSchema, WordsAreThoseOfTheCommandLine) {
  config::Config config;
  std::size_t compared = 0;
  for (const config::Key& key : config::keys_of(config)) {
    for (const cli::OptionInfo& option : cli::all_options()) {
      const bool generates = (option.commands & cli::set_of(cli::Command::generate)) != 0;
      if (!generates || option.names != "--" + std::string(key.name) || key.words.empty()) continue;
      EXPECT_EQ(cli::words_of(option), std::vector<std::string>(key.words.begin(), key.words.end())) << key.name;
      ++compared;
    }
  }
  EXPECT_GE(compared, 2U);
}

TEST(ConfigSchema, WhatAnOutputLooksLikeCanBeSaidOnTheCommandLine) {
  config::Output output;
  for (const config::Key& key : config::keys_of(output)) {
    // Objects are for the file.
    if (!key.inherited || std::holds_alternative<std::map<std::string, std::string>*>(key.value)) continue;
    const auto* const value = std::get_if<bool*>(&key.value);
    const bool on = value != nullptr && **value;
    const std::string name = (on ? "--no-" : "--") + std::string(key.name);
    const auto options = cli::all_options();
    EXPECT_TRUE(std::any_of(options.begin(), options.end(), [&](const cli::OptionInfo& option) {
      const std::vector<std::string> names = cli::names_of(option);
      return std::find(names.begin(), names.end(), name) != names.end() &&
             (option.commands & cli::set_of(cli::Command::generate)) != 0;
    })) << name;
  }
}

TEST(ConfigSchema, WordsMeanSomethingToTheViewModel) {
  for (const std::string_view kind : config::naming_kinds()) EXPECT_TRUE(bind::symbol_named(kind)) << kind;
  for (const std::string_view style : config::naming_styles()) EXPECT_TRUE(bind::style_named(style)) << style;
  std::set<std::string_view> kinds;
  for (const backend::ViewPath& path : backend::view_paths()) kinds.insert(path.kind);
  EXPECT_EQ(kinds, (std::set<std::string_view>(config::for_each_words().begin(), config::for_each_words().end())));
}

std::string config_of(const std::string& outputs, const std::string& more = {}) {
  return R"({"specs": [{"files": ["a.witx"]}], )" + more + R"("outputs": [)" + outputs + "]}";
}

TEST(Config, AnOutputSaysMoreThanTheFile) {
  StubbornFiles files{{"a.witx", small_spec},
                      {"witxc.json", config_of(R"({"language": "cpp", "folder": "x", "docs": "none", "licence": "MIT"},
                                  {"language": "cpp", "folder": "y", "layers": "raw"})",
                                               R"("licence": "ISC", "names": false, )")}};
  ASSERT_EQ(witxc(files, {"generate"}).exit_code, 0);
  const std::string x = files.text("x/tiny.hpp");
  const std::string y = files.text("y/tiny.hpp");
  EXPECT_THAT(x, HasSubstr("SPDX-License-Identifier: MIT"));
  EXPECT_THAT(y, HasSubstr("SPDX-License-Identifier: ISC"));
  EXPECT_THAT(x, Not(HasSubstr("All is well.")));
  EXPECT_THAT(y, HasSubstr("All is well."));
  EXPECT_THAT(x, HasSubstr("Result<>"));
  EXPECT_THAT(y, Not(HasSubstr("Result<>")));
  // The command line wins over both.
  ASSERT_EQ(witxc(files, {"generate", "--licence", "Zlib"}).exit_code, 0);
  EXPECT_THAT(files.text("x/tiny.hpp"), HasSubstr("SPDX-License-Identifier: Zlib"));
  EXPECT_THAT(files.text("y/tiny.hpp"), HasSubstr("SPDX-License-Identifier: Zlib"));
}

TEST(Config, AnOutputAddsToTheNamesOfAll) {
  StubbornFiles files{{"a.witx", small_spec},
                      {"witxc.json", config_of(R"({"language": "cpp", "rename": {"errno.bad": "worse"}})",
                                               R"("rename": {"errno": "Problem", "errno.bad": "awful"}, )")}};
  ASSERT_EQ(witxc(files, {"generate"}).exit_code, 0);
  EXPECT_THAT(files.text("tiny.hpp"), HasSubstr("enum class Problem"));
  EXPECT_THAT(files.text("tiny.hpp"), HasSubstr("worse = 1"));
}

TEST(Config, NamesAreSpelledAsAnOutputSays) {
  StubbornFiles files{{"a.witx", small_spec},
                      {"witxc.json", config_of(R"({"language": "cpp", "folder": "x", "naming": {"functions": "camel"}},
                                                  {"language": "cpp", "folder": "y", "naming": {"types": "upper"}})",
                                               R"("naming": {"functions": "pascal"}, )")}};
  ASSERT_EQ(witxc(files, {"generate"}).exit_code, 0);
  EXPECT_THAT(files.text("x/tiny.hpp"), HasSubstr(" doIt(witx::u32 x)"));
  EXPECT_THAT(files.text("x/tiny.hpp"), HasSubstr("enum class Errno"));
  EXPECT_THAT(files.text("y/tiny.hpp"), HasSubstr(" DoIt(witx::u32 x)"));
  EXPECT_THAT(files.text("y/tiny.hpp"), HasSubstr("enum class ERRNO"));
}

TEST(Config, NamesThatALanguageCannotHaveAreRefused) {
  const auto said = [](const std::string& language, const std::string& path, const std::string& name) {
    StubbornFiles files{{"a.witx", small_spec},
                        {"witxc.json", config_of("{\"language\": \"" + language + "\"},\n{\"language\": \"" + language +
                                                     "\", \"folder\": \"x\"}",
                                                 "\"rename\": {\n\"" + path + "\": \"" + name + "\"}, ")}};
    const Answer answer = witxc(files, {"generate"});
    EXPECT_EQ(files.written.empty(), answer.exit_code != 0);
    return answer.err;
  };
  for (const char* name : {"", "no-name", "2big", "a b", "int", "errno"}) {
    const std::string err = said("cpp", "errno", name);
    EXPECT_THAT(err, HasSubstr("'" + std::string(name) + "' is not a name in cpp"));
    EXPECT_THAT(err, HasSubstr("witxc.json:2:10"));
    EXPECT_EQ(cli_tests::count(err, "error[WX"), 1U) << err;
  }
  EXPECT_EQ(said("cpp", "errno", "Problem"), "");
  EXPECT_EQ(said("md", "errno", "no-name"), "");
  StubbornFiles files{{"a.witx", small_spec},
                      {"witxc.json", R"({"specs": [{"files": ["a.witx"], "namespace": "a::b-c"}],)"
                                     R"("outputs": [{"language": "cpp"}]})"}};
  const Answer answer = witxc(files, {"generate"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("'b-c' is not a name in cpp"));
  EXPECT_THAT(answer.err, HasSubstr("witxc.json:1:47"));
}

TEST(Config, RenamesThatNameNothingAreWarnedOf) {
  StubbornFiles files{{"a.witx", small_spec},
                      {"witxc.json", config_of("{\"language\": \"cpp\"}",
                                               "\"rename\": {\"errno.bda\": \"worse\", \"tiny.do_it.x\": \"y\"}, ")}};
  const Answer answer = witxc(files, {"generate"});
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.err, HasSubstr("warning[WX0904]: no specification has anything at 'errno.bda'"));
  EXPECT_THAT(answer.err, HasSubstr("did you mean 'errno.bad'?"));
  EXPECT_EQ(cli_tests::count(answer.err, "no specification has anything"), 1U) << answer.err;
  EXPECT_EQ(witxc(files, {"generate", "--warnings-as-errors"}).exit_code, 1);
  // They may be of specifications that this run is not about.
  EXPECT_EQ(witxc(files, {"generate", "--config", "witxc.json", "-q", "@preview1"}).err, "");
}

TEST(Config, AnOutputIsSplit) {
  StubbornFiles files{{"a.witx", small_spec},
                      {"witxc.json", config_of(R"({"language": "cpp", "folder": "x", "split": true},
                                                  {"language": "cpp", "folder": "y"})")}};
  EXPECT_EQ(witxc(files, {"generate", "--list-outputs"}).out,
            "x/tiny.hpp\nx/tiny/support.hpp\nx/tiny/types.hpp\nx/tiny/raw.hpp\nx/tiny/functions.hpp\ny/tiny.hpp\n");
  EXPECT_EQ(witxc(files, {"generate", "--list-outputs", "--split", "--layers", "raw", "a.witx"}).out,
            "tiny.hpp\ntiny/support.hpp\ntiny/types.hpp\ntiny/raw.hpp\n");
  ASSERT_EQ(witxc(files, {"generate"}).exit_code, 0);
  EXPECT_EQ(witxc(files, {"check"}).exit_code, 0);
  EXPECT_THAT(files.text("x/tiny/functions.hpp"), HasSubstr(" do_it(witx::u32 x) noexcept"));
  EXPECT_THAT(files.text("x/tiny/raw.hpp"), Not(HasSubstr("Result")));
  EXPECT_EQ(witxc(files, {"generate", "--split", "-o", "-", "a.witx"}).exit_code, 2);
}

TEST(Config, TemplatesOfAnOutputLieBesideTheFile) {
  StubbornFiles files{{"../a.witx", small_spec},
                      {"../mine/cpp/import.mustache", "// replaced\n"},
                      {"../witxc.json", config_of(R"({"language": "cpp", "folder": "x", "templates": "mine"},
                                                     {"language": "cpp", "folder": "y"})")}};
  const Answer answer = witxc(files, {"generate"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(files.text("../x/tiny.hpp"), HasSubstr("// replaced"));
  EXPECT_THAT(files.text("../y/tiny.hpp"), Not(HasSubstr("// replaced")));
}

TEST(Config, MistakesHaveTheirPlacesAndWhatWasMeant) {
  const auto said = [](const std::string& config) {
    StubbornFiles files{{"a.witx", small_spec}, {"witxc.json", config}};
    const Answer answer = witxc(files, {"generate"});
    EXPECT_EQ(answer.exit_code, 2);
    EXPECT_TRUE(files.written.empty());
    return answer.err;
  };
  const std::string key = said(config_of("{\"language\": \"md\",\n\"dosc\": \"none\"}"));
  EXPECT_THAT(key, HasSubstr("witxc.json:2:1"));
  EXPECT_THAT(key, HasSubstr("unknown key 'dosc'"));
  EXPECT_THAT(key, HasSubstr("did you mean 'docs'?"));
  const std::string word = said(config_of("{\"language\": \"md\",\n\"docs\": \"non\"}"));
  EXPECT_THAT(word, HasSubstr("witxc.json:2:9"));
  EXPECT_THAT(word, HasSubstr("did you mean 'none'?"));
  const std::string kind =
      said(config_of("{\"language\": \"md\",\n\"extra\": [{\"template\": \"a\", \"file\": \"b\",\n"
                     "\"for_each\": \"functions\"}]}"));
  EXPECT_THAT(kind, HasSubstr("witxc.json:3:13"));
  EXPECT_THAT(kind, HasSubstr("did you mean 'function'?"));
  EXPECT_THAT(said(config_of(R"({"language": "c", "naming": {"type": "snake"}})")), HasSubstr("did you mean 'types'?"));
  EXPECT_THAT(said(config_of(R"({"language": "c", "naming": {"types": "snaek"}})")),
              HasSubstr("did you mean 'snake'?"));
  EXPECT_THAT(said(config_of(R"({"folder": "x"})")), HasSubstr("the key 'language' is missing"));
}

}  // namespace
