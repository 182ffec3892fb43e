// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/model_json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "../front_end.h"

namespace {

using nlohmann::json;
using tests::FrontEnd;

FrontEnd read(const std::string& text, std::optional<syntax::Dialect> forced = std::nullopt) {
  FrontEnd front_end;
  front_end.read_text(text, {}, forced);
  EXPECT_EQ(front_end.diagnostics.errors(), 0U) << text;
  return front_end;
}

std::string dump(const FrontEnd& read, bool docs = true) {
  const model::Layouts layouts(read.model, {});
  return report::model_json(read.model, layouts, {.dialect = syntax::info(read.dialect).id, .docs = docs});
}

json parsed(const std::string& text, std::optional<syntax::Dialect> forced = std::nullopt) {
  return json::parse(dump(read(text, forced)));
}

// As much of JSON Schema as the schema uses, and a failure for whatever else it might come to use. Remembers which properties
// and which alternatives it has met, so that a test can ask for those that nothing ever needs.
class Schema {
 public:
  explicit Schema(json root) : root_(std::move(root)) {}

  [[nodiscard]] bool accepts(const json& value) { return check(value, root_, "#"); }
  [[nodiscard]] const std::string& complaint() const { return complaint_; }

  // Everything that the schema allows, and no accepted document has shown.
  [[nodiscard]] std::vector<std::string> unmet() const {
    std::set<std::string> all;
    collect(root_, "#", all);
    std::vector<std::string> result;
    std::set_difference(all.begin(), all.end(), met_.begin(), met_.end(), std::back_inserter(result));
    return result;
  }

 private:
  bool fail(const std::string& where, const std::string& what) {
    complaint_ = where + ": " + what;
    return false;
  }

  bool check(const json& value, const json& schema, const std::string& at) {
    // Of what is not an object, `type` speaks.
    const bool object = value.is_object();
    for (const auto& [key, rule] : schema.items()) {
      if (!object && (key == "required" || key == "additionalProperties" || key == "properties")) continue;
      if (key == "$ref") {
        const std::string target = rule.get<std::string>();
        if (!check(value, root_.at(json::json_pointer(target.substr(1))), target)) return false;
      } else if (key == "type") {
        if (!has_type(value, rule)) return fail(at, value.dump() + " is not a " + rule.dump());
      } else if (key == "const") {
        if (value != rule) return fail(at, value.dump() + " is not " + rule.dump());
      } else if (key == "enum") {
        const auto found = std::find(rule.begin(), rule.end(), value);
        if (found == rule.end()) return fail(at, value.dump() + " is not one of " + rule.dump());
        met_.insert(at + "=" + value.dump());
      } else if (key == "minimum" || key == "maximum") {
        if (key == "minimum" ? value < rule : value > rule) return fail(at, value.dump() + " is out of range");
      } else if (key == "items") {
        for (const json& item : value) {
          if (!check(item, rule, at + "/items")) return false;
        }
      } else if (key == "required") {
        for (const json& name : rule) {
          if (!value.contains(name)) return fail(at, "lacks " + name.dump());
        }
      } else if (key == "additionalProperties") {
        for (const auto& [name, member] : value.items()) {
          if (!schema.at("properties").contains(name)) return fail(at, "must not have " + name);
        }
      } else if (key == "properties") {
        if (!check_properties(value, rule, at)) return false;
      } else if (key == "oneOf") {
        const auto matches = [&](const json& alternative) { return check(value, alternative, at); };
        if (std::count_if(rule.begin(), rule.end(), matches) != 1)
          return fail(at, value.dump() + " is not exactly one alternative: " + complaint_);
      } else if (key != "$schema" && key != "$defs" && key != "title" && key != "description") {
        return fail(at, "the test does not know '" + key + "'");
      }
    }
    return true;
  }

  bool check_properties(const json& value, const json& properties, const std::string& at) {
    // A kind decides: what another alternative would have said of the other members is not evidence.
    if (properties.contains("kind") && value.value("kind", json()) != properties["kind"]["const"])
      return fail(at, "is of another kind");
    for (const auto& [name, property] : properties.items()) {
      if (!value.contains(name)) continue;
      if (!check(value[name], property, at + "/properties/" + name)) return false;
      met_.insert(at + "/" + name);
    }
    return true;
  }

  static bool has_type(const json& value, const json& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_number_integer();
    if (type == "boolean") return value.is_boolean();
    return type == "null" && value.is_null();
  }

  static void collect(const json& schema, const std::string& at, std::set<std::string>& all) {
    const json properties = schema.value("properties", json::object());
    for (const auto& [name, property] : properties.items()) {
      all.insert(at + "/" + name);
      collect(property, at + "/properties/" + name, all);
    }
    const json values = schema.value("enum", json::array());
    for (const json& value : values) all.insert(at + "=" + value.dump());
    if (schema.contains("items")) collect(schema["items"], at + "/items", all);
    const json definitions = schema.value("$defs", json::object());
    for (const auto& [name, definition] : definitions.items()) collect(definition, "#/$defs/" + name, all);
  }

  json root_;
  std::set<std::string> met_;
  std::string complaint_;
};

// Documents of several dialects that together need every key and every value of the schema; what they show is listed by the
// schema itself, not here.
const std::vector<std::string> documents{
    // d6
    R"(
(typename $size u32)
;;; An error.
(typename $errno (enum (@witx tag u16) ;;; None.
  $success $bad))
(typename $f (flags (@witx repr u64) $a $b))
(typename $r (record (field $p (@witx const_pointer u8)) (field $q (@witx pointer char)) (field $l (list s16))))
(typename $every (tuple u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 char (@witx char8) (@witx usize) bool))
(typename $u (union (@witx tag $errno) u8 $r))
(typename $v (variant (@witx tag u8) (case $x) (case $y u64)))
(typename $h (handle))
(@witx const $size $limit 0xffff_ffff_ffff_ffff)
;;; The module.
(module $m
  ;;; Memory.
  (import "memory" (memory))
  ;;; Reads.
  (@interface func (export "read")
    ;;; From.
    (param $h $h) (param $l (list u8)) (param $r $r) (param $x u64) (param $f f32) (param $g f64)
    (result $error (expected (tuple $size $r) (error $errno))))
  (@interface func (export "value") (result $x u64))
  (@interface func (export "ratio") (result $x f32))
  (@interface func (export "exact") (result $x f64))
  (@interface func (export "exit") (@witx noreturn)))
)",
    // d3
    R"(
(typename $a (handle))
(typename $b (handle $a))
(typename $i (int u8 (const $x 3)))
(typename $u (union (field $x u8) (field $y f64)))
(module $m
  (@interface func (export "f") (result $error u16) (result $x (array u8)) (result $y u32)))
)",
    // d8
    R"(
(module $m
  ;;; Thing.
  (resource $thing)
  (typename $h (handle $thing))
  (typename $t u32)
  (typename $o (option $t))
  (@witx const $t $zero 0)
  (export "f" (func (param $b (in-buffer u8)) (param $h $h) (result $x $t) (result $y $o))))
)",
    // dx
    "(typename hidden $h usize)",
    // Nothing but an old word, to be told by.
    "(typename $a (array u8)) (typename $b (flags u8 (flag $x)))",
    "(typename $t u8) (typename $x (enum u8 $a)) (typename $u (union $x (empty $a)))",
    "(typename $f (flags (@witx bitflags u8) $x))",
    "(resource $r) (typename $h (handle $r)) (module $m (@interface func (export \"f\") (param $x $h)))",
};

TEST(ModelJson, SchemaAndOutputAllowTheSame) {
  Schema schema(json::parse(report::model_schema()));
  for (const std::string& text : documents) {
    EXPECT_TRUE(schema.accepts(parsed(text))) << schema.complaint() << "\nin" << text;
  }
  // No text is read as d2 unasked: whatever is d2 is also d3 or d4.
  EXPECT_TRUE(schema.accepts(parsed("(typename $a (array u8))", syntax::Dialect::d2))) << schema.complaint();
  const model::Model empty;
  EXPECT_TRUE(schema.accepts(json::parse(report::model_json(empty, model::Layouts(empty, {.pointer_size = 8})))))
      << schema.complaint();
  for (const std::string& key : schema.unmet()) ADD_FAILURE() << "no document shows " << key;
}

TEST(ModelJson, SchemaRefusesWhatTheOutputLacks) {
  Schema schema(json::parse(report::model_schema()));
  json document = parsed(documents[0]);
  ASSERT_TRUE(schema.accepts(document));
  json extra = document;
  extra["types"][0]["colour"] = "red";
  EXPECT_FALSE(schema.accepts(extra));
  json lacking = document;
  lacking["modules"][0]["functions"][0].erase("core");
  EXPECT_FALSE(schema.accepts(lacking));
  json wrong = document;
  wrong["types"][0]["type"]["size"] = "4";
  EXPECT_FALSE(schema.accepts(wrong));
}

TEST(ModelJson, SaysOffsetsAndRoles) {
  const json document = parsed(R"(
(typename $e (enum (@witx tag u8) $ok $bad))
(typename $r (record (field $a u8) (field $b u64)))
(typename $v (variant (@witx tag u8) (case $x) (case $y $r)))
(module $m (@interface func (export "f") (param $l (list $r)) (result $error (expected $r (error $e))))))");
  const json& record = document["types"][1]["type"];
  EXPECT_EQ(record["size"], 16);
  EXPECT_EQ(record["fields"][1]["offset"], 8);
  const json& variant = document["types"][2]["type"];
  EXPECT_EQ(variant["size"], 24);
  EXPECT_EQ(variant["cases"][0]["payload"], nullptr);
  EXPECT_EQ(variant["cases"][1]["offset"], 8);
  EXPECT_EQ(variant["cases"][1]["payload"]["name"], "r");
  const json core = json::parse(R"({
    "params": [{"core": "i32", "role": "list_pointer", "param": 0}, {"core": "i32", "role": "list_length", "param": 0},
               {"core": "i32", "role": "result", "result": 0, "member": 0}],
    "results": ["i32"], "result_is_error": true})");
  EXPECT_EQ(document["modules"][0]["functions"][0]["core"], core);
}

TEST(ModelJson, KeepsTheGreatestNumberWhole) {
  const std::string text = dump(read("(@witx const $t $c 0xffff_ffff_ffff_ffff)"));
  EXPECT_NE(text.find("\"value\": 18446744073709551615"), std::string::npos) << text;
}

TEST(ModelJson, WithoutDocsModelsThatDifferInNothingElseAreEqual) {
  const FrontEnd documented =
      read(";;; One.\n(typename $a u8)\n;;; Module.\n(module $m ;;; F.\n(@interface func (export \"f\")))");
  const FrontEnd bare = read("(typename $a u8) (module $m (@interface func (export \"f\")))");
  EXPECT_NE(dump(documented), dump(bare));
  EXPECT_EQ(dump(documented, false), dump(bare, false));
  EXPECT_EQ(dump(bare, false).find("docs"), std::string::npos);
}

// As a person would lay it out, without waiting for the whole.
TEST(ModelJson, IsIndentedThroughout) {
  const FrontEnd small = read("(typename $a u8) (module $m (@interface func (export \"f\") (@witx noreturn)))");
  EXPECT_EQ(dump(small, false), R"({
  "format": 1,
  "dialect": "d6",
  "target": {"pointer_size": 4},
  "types": [
    {
      "name": "a",
      "type": {
        "kind": "primitive",
        "name": "u8",
        "size": 1,
        "align": 1
      }
    }
  ],
  "resources": [],
  "constants": [],
  "modules": [
    {
      "name": "m",
      "imports": [],
      "functions": [
        {
          "name": "f",
          "params": [],
          "results": [],
          "noreturn": true,
          "convention": "preview1",
          "core": {
            "params": [],
            "results": [],
            "result_is_error": false
          }
        }
      ]
    }
  ]
}
)");
}

}  // namespace
