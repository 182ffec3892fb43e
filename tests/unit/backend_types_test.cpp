// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a template is told of each form of type, worked out by hand; and that it is told nothing of the other forms.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../front_end.h"
#include "backend/backend.h"
#include "model/layout.h"

namespace {

using nlohmann::json;

json types_of(const std::string& text, bind::Options options = {}) {
  tests::FrontEnd front;
  front.read_text(text);
  EXPECT_EQ(front.diagnostics.errors(), 0U) << text;
  options.stem = "m";
  return backend::view(front.model, model::Layouts(front.model, {}), options)["types"];
}

// The type of this name.
json type_of(const std::string& text, std::string_view name, bind::Options options = {}) {
  for (const json& type : types_of(text, std::move(options))) {
    if (type["type_names"]["spec"] == name) return type;
  }
  ADD_FAILURE() << name << " is not in " << text;
  return {};
}

// These keys of an object, in this order of the test's.
json only(const json& object, const std::vector<std::string>& keys) {
  json list = json::array();
  for (const std::string& key : keys) list.push_back(object.at(key));
  return list;
}

constexpr const char* forms =
    "(typename $alias u32)(typename $list (list u8))(typename $enum (enum (@witx tag u8) $a $b))"
    "(typename $flags (flags (@witx repr u16) $a $b))(typename $handle (handle))"
    "(typename $record (record (field $a u8) (field $b u32)))"
    "(typename $slice (record (field $p (@witx const_pointer u8)) (field $n u32)))"
    "(typename $variant (variant (@witx tag u8) (case $none) (case $some u32)))";

bool is_empty(const json& value) {
  return value.is_boolean() ? !value.get<bool>() : value == "" || value == json::array() || value == "0";
}

TEST(ViewTypes, EachIsOfOneFormAndHasTheAnswersOfThatFormAlone) {
  // By form: what its keys begin with. Values belong to enums, flags and constants; fields to all that have members.
  const std::map<std::string, std::set<std::string>> own{
      {"alias", {"type_target", "value", "list_"}},
      {"list", {"type_target", "list_", "type_is_list"}},
      {"enum", {"value", "names_table", "messages_table", "type_repr"}},
      {"flags", {"value", "names_table", "flags_", "type_repr"}},
      {"handle", {"handle_", "type_repr"}},
      {"record", {"field"}},
      {"slice", {"field", "slice_"}},
      {"variant", {"cases", "variant_", "type_repr"}},
  };
  const std::set<std::string> shared{"type_name",       "type_names",      "type_docs",          "type_witx",
                                     "type_size",       "type_align",      "type_is_structural", "value_count",
                                     "type_has_values", "type_has_fields", "type_is_empty",      "type_is_last"};
  for (const auto& [name, prefixes] : own) {
    const json type = type_of(forms, name);
    int kinds = 0;
    for (const auto& [key, value] : type.items()) {
      if (key.starts_with("type_is_") && key != "type_is_list" && key != "type_is_last" && value == true) {
        ++kinds;
        EXPECT_EQ(key, "type_is_" + (name == "list" ? "alias" : name));
        continue;
      }
      bool mine = shared.contains(key);
      for (const std::string& prefix : prefixes) mine = mine || key.starts_with(prefix);
      EXPECT_TRUE(mine || is_empty(value)) << name << ": " << key << " is " << value;
    }
    EXPECT_EQ(kinds, 1) << name;
    EXPECT_EQ(type["type_has_values"], name == "enum" || name == "flags") << name;
    EXPECT_EQ(type["type_has_fields"], name == "record" || name == "slice") << name;
  }
}

TEST(ViewTypes, ValuesAreNumbersInEverySpelling) {
  const std::vector<std::string> keys{"value_number", "value_hex", "value_decimal", "value_bit"};
  const json cases = type_of(forms, "enum")["values"];
  EXPECT_EQ(only(cases[1], keys), (json{"1", "0x1", "1", "1"}));
  const json ints = type_of(
      "(typename $i (int u64 (const $a 9223372036854775807) (const $b 9223372036854775808) (const $c 16)))", "i");
  EXPECT_EQ(only(ints["values"][0], keys),
            (json{"9223372036854775807", "0x7fffffffffffffff", "9223372036854775807", "9223372036854775807"}));
  // Beyond the signed integers a literal has a suffix.
  EXPECT_EQ(ints["values"][1]["value_number"], "9223372036854775808u");
  EXPECT_EQ(ints["values"][1]["value_decimal"], "9223372036854775808");
  EXPECT_EQ(only(ints["values"][2], keys), (json{"16", "0x10", "16", "16"}));
  EXPECT_EQ(only(ints, {"type_repr", "type_repr_bits", "type_target", "value_count"}),
            (json{"witx::u64", "64", "witx::u64", "3"}));
  std::string many;
  for (int i = 0; i < 64; ++i) many += " $f" + std::to_string(i);
  const json flags = type_of("(typename $f (flags (@witx repr u64)" + many + "))", "f");
  EXPECT_EQ(only(flags["values"][0], keys), (json{"1", "0x1", "1", "0"}));
  EXPECT_EQ(only(flags["values"][63], keys),
            (json{"9223372036854775808u", "0x8000000000000000", "9223372036854775808", "63"}));
  EXPECT_EQ(flags["flags_known_bits"], "0xffffffffffffffff");
}

TEST(ViewTypes, FlagsKnowTheirBitsAndWhetherOneIsCalledNone) {
  const json flags = type_of(forms, "flags");
  EXPECT_EQ(only(flags, {"flags_known_bits", "flags_has_none", "flags_none", "type_repr", "type_repr_bits"}),
            (json{"0x3", false, "none", "witx::u16", "16"}));
  EXPECT_EQ(type_of("(typename $f (flags (@witx repr u8) $a $none))", "f")["flags_has_none"], true);
}

TEST(ViewTypes, FieldsHaveOffsetsAndSizes) {
  const std::vector<std::string> keys{"field_name", "field_type",     "field_witx",    "field_offset",
                                      "field_size", "field_is_first", "field_is_empty"};
  const json record = type_of(forms, "record");
  EXPECT_EQ(only(record["fields"][0], keys), (json{"a", "witx::u8", "u8", "0", "1", true, false}));
  EXPECT_EQ(only(record["fields"][1], keys), (json{"b", "witx::u32", "u32", "4", "4", false, false}));
  EXPECT_EQ(only(record, {"type_size", "type_align", "type_is_empty"}), (json{"8", "4", false}));
  const json holder =
      type_of("(typename $nothing (tuple)) (typename $r (record (field $n $nothing) (field $a u8)))", "r");
  EXPECT_EQ(holder["fields"][0]["field_is_empty"], true);
  EXPECT_EQ(holder["fields"][0]["field_size"], "0");
  EXPECT_EQ(type_of("(typename $nothing (tuple))", "nothing")["type_is_empty"], true);
}

TEST(ViewTypes, ASliceIsAPointerToBytesAndALength) {
  const auto slice = [](const std::string& fields) { return type_of("(typename $t (record " + fields + "))", "t"); };
  const std::vector<std::string> keys{"type_is_slice", "slice_initializers", "slice_const"};
  EXPECT_EQ(only(slice("(field $p (@witx const_pointer u8)) (field $n u32)"), keys),
            (json{true, "p(witx::byte_address(data)), n(static_cast<witx::u32>(size))", "const "}));
  EXPECT_EQ(only(slice("(field $buf (@witx pointer u8)) (field $len (@witx usize))"), keys),
            (json{true, "buf(witx::byte_address(data)), len(static_cast<witx::usize>(size))", ""}));
  for (const char* fields :
       {"(field $p (@witx pointer u8)) (field $n u64)", "(field $p (@witx pointer u16)) (field $n u32)",
        "(field $n u32) (field $p (@witx pointer u8))", "(field $p (@witx pointer u8))",
        "(field $p (@witx pointer u8)) (field $n u32) (field $m u32)", "(field $p u32) (field $n u32)"}) {
    EXPECT_EQ(only(slice(fields), {"type_is_slice", "type_is_record"}), (json{false, true})) << fields;
  }
}

TEST(ViewTypes, CasesHaveTagsAndPayloads) {
  const json variant = type_of(forms, "variant");
  const std::vector<std::string> keys{"case_name", "case_tag",  "case_has_payload", "case_is_first_payload",
                                      "case_type", "case_witx", "case_accessor",    "case_position"};
  EXPECT_EQ(only(variant["cases"][0], keys), (json{"none", "Tag::none", false, false, "", "", "as_none", "0"}));
  EXPECT_EQ(only(variant["cases"][1], keys),
            (json{"some", "Tag::some", true, true, "witx::u32", "u32", "as_some", "1"}));
  EXPECT_EQ(only(variant, {"variant_has_payloads", "variant_has_own_tag", "variant_tag_type", "variant_payload_offset",
                           "type_repr", "type_repr_bits"}),
            (json{true, true, "Tag", "4", "witx::u8", "8"}));
  // Of two payloads one is the first; a tag that is an enum lends its names.
  const json tagged =
      type_of("(typename $kind (enum (@witx tag u16) $x $y)) (typename $t (union (@witx tag $kind) u64 u8))", "t");
  EXPECT_EQ(only(tagged["cases"][0], {"case_tag", "case_is_first_payload"}), (json{"Kind::x", true}));
  EXPECT_EQ(only(tagged["cases"][1], {"case_tag", "case_is_first_payload"}), (json{"Kind::y", false}));
  EXPECT_EQ(only(tagged, {"variant_has_own_tag", "variant_tag_type", "variant_payload_offset", "type_repr_bits"}),
            (json{false, "Kind", "8", "16"}));
  EXPECT_EQ(type_of("(typename $t (variant (@witx tag u8) (case $a) (case $b)))", "t")["variant_has_payloads"], false);
}

// In C a variant's payload and tags have names beside the types; elsewhere they take none from them.
TEST(ViewTypes, OnlyCNamesThePartsOfAVariant) {
  const std::string text = "(typename $t (variant (@witx tag u8) (case $a) (case $b u8))) (typename $t_u u8)";
  EXPECT_FALSE(type_of(text, "t").contains("variant_payload_name"));
  EXPECT_EQ(type_of(text, "t_u")["type_name"], "TU");
  const json payload = type_of(text, "t", {.language = "c"})["variant_payload_name"];
  EXPECT_NE(payload, "");
  EXPECT_NE(payload, type_of(text, "t_u", {.language = "c"})["type_name"]);
}

TEST(ViewTypes, ListsAndHandlesSayWhatTheyHold) {
  EXPECT_EQ(only(type_of(forms, "list"), {"type_is_list", "type_target"}), (json{true, "witx::Span<const witx::u8>"}));
  EXPECT_EQ(only(type_of(forms, "alias"), {"type_is_list", "type_target"}), (json{false, "witx::u32"}));
  const json handle = type_of("(typename $a (handle)) (typename $b (handle $a))", "b");
  ASSERT_EQ(handle["handle_supertypes"].size(), 1U);
  EXPECT_EQ(handle["handle_supertypes"][0]["supertype_name"], "A");
  // No standard streams without WASI.
  EXPECT_TRUE(type_of("(typename $fd (handle))", "fd")["handle_constants"].empty());
  const json fd = type_of("(typename $fd (handle)) (module $wasi_snapshot_preview1)", "fd");
  ASSERT_EQ(fd["handle_constants"].size(), 3U);
  EXPECT_EQ(only(fd["handle_constants"][2], {"handle_constant_name", "handle_constant_value"}),
            (json{"stderr_fd", "2"}));
}

TEST(ViewTypes, TextsOfATableFitTheirColumns) {
  std::string cases;
  for (int i = 0; i < 30; ++i) cases += "\n;;; Message number " + std::to_string(i) + ".\n$name_" + std::to_string(i);
  const std::string text = "(typename $e (enum (@witx tag u8)" + cases + "))";
  for (const unsigned columns : {60U, 80U, 100U}) {
    const json type = type_of(text, "e", {.columns = columns});
    for (const char* table : {"names_table", "messages_table"}) {
      std::string line(10, ' ');
      std::size_t longest = 0;
      std::size_t zeros = 0;
      const std::string packed = type[table];
      for (std::size_t i = 0; i < packed.size(); ++i) {
        if (packed[i] == '\n')
          line.clear();
        else
          line += packed[i];
        longest = std::max(longest, line.size());
        zeros += packed.compare(i, 2, "\\0") == 0 ? 1 : 0;
      }
      EXPECT_EQ(zeros, 30U);
      // Two columns are left for what closes the table; a line less full would have had room for one more.
      EXPECT_LE(longest, columns - 2) << table << packed;
      EXPECT_GE(longest, columns - 2 - 25) << table << packed;
    }
  }
  EXPECT_EQ(type_of("(typename $e (enum (@witx tag u8) $a $b))", "e")["names_table"], "\"a\\0\" \"b\\0\"");
}

TEST(ViewTypes, SizesOfWasiAreTheCompilersOwnInC) {
  const std::string size = "(typename $size u32) (typename $count u32) ";
  const auto target = [&](const char* module, const char* name) {
    return type_of(size + module, name, {.language = "c"})["type_target"];
  };
  EXPECT_EQ(target("(module $wasi_snapshot_preview1)", "size"), "size_t");
  EXPECT_EQ(target("(module $wasi_snapshot_preview1)", "count"), "uint32_t");
  EXPECT_EQ(target("(module $other)", "size"), "uint32_t");
  EXPECT_EQ(type_of(size + "(module $wasi_snapshot_preview1)", "size")["type_target"], "witx::u32");
}

}  // namespace
