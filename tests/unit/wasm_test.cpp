// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "wasm/code.h"
#include "wasm/module.h"

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes operator+(Bytes left, const Bytes& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

Bytes text(std::string_view characters) {
  return Bytes{static_cast<std::uint8_t>(characters.size())} + Bytes(characters.begin(), characters.end());
}

Bytes section(std::uint8_t number, const Bytes& contents) {
  return Bytes{number, static_cast<std::uint8_t>(contents.size())} + contents;
}

const Bytes preamble = {0, 'a', 's', 'm', 1, 0, 0, 0};

// One type (i32, i64) -> (i32), one function of it imported and one of the module's own, a memory, and two exports.
Bytes small_module() {
  return preamble + section(1, {1, 0x60, 2, 0x7f, 0x7e, 1, 0x7f}) +
         section(2, Bytes{1} + text("env") + text("f") + Bytes{0, 0}) + section(3, {1, 0}) + section(5, {1, 1, 2, 16}) +
         section(7, Bytes{2} + text("memory") + Bytes{2, 0} + text("g") + Bytes{0, 1}) +
         section(10, {1, 4, 0, 0x20, 0, 0x0b});
}

wasm::Module module_of(const Bytes& bytes) {
  const auto result = wasm::read(bytes);
  if (const auto* const error = std::get_if<wasm::Error>(&result)) {
    ADD_FAILURE() << "at byte " << error->offset << ": " << error->message;
    return {};
  }
  return std::get<wasm::Module>(result);
}

wasm::Error error_of(const Bytes& bytes) {
  const auto result = wasm::read(bytes);
  if (std::holds_alternative<wasm::Module>(result)) {
    ADD_FAILURE() << "these bytes were read as a module";
    return {};
  }
  return std::get<wasm::Error>(result);
}

void expect_error(const Bytes& bytes, std::string_view part, std::size_t offset) {
  const wasm::Error error = error_of(bytes);
  EXPECT_NE(error.message.find(part), std::string::npos) << error.message;
  EXPECT_EQ(error.offset, offset) << error.message;
}

TEST(Wasm, ReadsTypesImportsMemoriesAndExports) {
  const wasm::Module module = module_of(small_module());

  ASSERT_EQ(module.types.size(), 1U);
  EXPECT_EQ(wasm::to_string(module.types[0].value()), "(i32, i64) -> (i32)");
  ASSERT_EQ(module.imports.size(), 1U);
  EXPECT_EQ(module.imports[0].module, "env");
  EXPECT_EQ(module.imports[0].name, "f");
  EXPECT_EQ(module.imports[0].kind, wasm::ExternalKind::function);
  EXPECT_EQ(module.functions, (std::vector<std::uint32_t>{0, 0}));
  ASSERT_EQ(module.memories.size(), 1U);
  EXPECT_EQ(module.memories[0].minimum, 2U);
  EXPECT_EQ(module.memories[0].maximum, 16U);
  ASSERT_EQ(module.exports.size(), 2U);
  EXPECT_EQ(module.exports[0].name, "memory");
  EXPECT_EQ(module.exports[0].kind, wasm::ExternalKind::memory);
  EXPECT_EQ(module.exports[1].name, "g");
  EXPECT_EQ(module.exports[1].index, 1U);
  EXPECT_FALSE(module.start.has_value());
}

TEST(Wasm, ReadsImportsOfEveryKind) {
  const Bytes imports = Bytes{5} + text("m") + text("f") + Bytes{0, 0} + text("m") + text("t") + Bytes{1, 0x70, 0, 1} +
                        text("m") + text("mem") + Bytes{2, 0, 1} + text("m") + text("g") + Bytes{3, 0x7e, 1} +
                        text("m") + text("e") + Bytes{4, 0, 0};
  const wasm::Module module = module_of(preamble + section(1, {1, 0x60, 0, 0}) + section(2, imports));

  std::vector<std::string_view> kinds;
  for (const wasm::Import& import : module.imports) kinds.push_back(wasm::name(import.kind));
  EXPECT_EQ(kinds, (std::vector<std::string_view>{"function", "table", "memory", "global", "tag"}));
}

TEST(Wasm, ReadsTheStartFunctionAndSkipsWhatItDoesNotNeed) {
  const Bytes custom = section(0, text("name") + Bytes{1, 2, 3});
  const Bytes bytes = preamble + custom + section(1, {1, 0x60, 0, 0}) + section(3, {1, 0}) + custom + section(8, {0}) +
                      section(10, {1, 2, 0, 0x0b}) + section(11, {0});
  EXPECT_EQ(module_of(bytes).start, 0U);
}

TEST(Wasm, NumbersMayBeWrittenLongerThanNeeded) {
  const Bytes bytes = preamble + section(1, {0x81, 0x80, 0x00, 0x60, 0, 0});
  EXPECT_EQ(module_of(bytes).types.size(), 1U);
}

TEST(Wasm, WhatIsNotWasmIsNamed) {
  expect_error({}, "does not begin with", 0);
  expect_error({'\x7f', 'E', 'L', 'F', 0, 0, 0, 0}, "does not begin with", 0);
  expect_error({0, 'a', 's', 'm', 2, 0, 0, 0}, "version", 4);
  expect_error({0, 'a', 's', 'm', 0x0d, 0, 1, 0}, "component", 4);
}

TEST(Wasm, LengthsBeyondTheBytesAreRefused) {
  expect_error(preamble + Bytes{1, 0x20, 0}, "announced", 10);
  // A count that would take gigabytes if it were believed.
  expect_error(preamble + section(1, {0xff, 0xff, 0xff, 0xff, 0x0f}), "announced", 10);
  expect_error(preamble + section(2, {1, 0x30, 'x'}), "name", 11);
}

TEST(Wasm, NumbersOfTooManyBitsAreRefused) {
  expect_error(preamble + section(1, {0xff, 0xff, 0xff, 0xff, 0x1f}), "32 bits", 10);
  expect_error(preamble + section(1, {0x80, 0x80, 0x80, 0x80, 0x80, 0x00}), "more bytes", 10);
}

TEST(Wasm, IndicesThatReferToNothingAreRefused) {
  const Bytes type = section(1, {1, 0x60, 0, 0});
  expect_error(preamble + section(3, {1, 0}), "type 0", 11);
  expect_error(preamble + type + section(7, Bytes{1} + text("f") + Bytes{0, 0}), "exports function 0", 17);
  expect_error(preamble + type + section(8, {3}), "starts with function 3", 16);
}

TEST(Wasm, UnknownCodesAreRefused) {
  expect_error(preamble + section(1, {1, 0x5c, 0, 0}), "0x5c", 11);
  expect_error(preamble + section(1, {1, 0x60, 1, 0x40, 0}), "0x40", 13);
  expect_error(preamble + section(2, Bytes{1} + text("m") + text("x") + Bytes{9}), "0x09", 15);
  expect_error(preamble + section(5, {1, 16, 1}), "0x10", 11);
  expect_error(preamble + section(14, {}), "section 14", 8);
}

TEST(Wasm, SectionsOutOfOrderOrRepeatedAreRefused) {
  const Bytes type = section(1, {0});
  expect_error(preamble + type + type, "section 1", 11);
  expect_error(preamble + section(2, {0}) + type, "section 1", 11);
}

// Of every section whose entries are read: one entry, and a byte behind it.
TEST(Wasm, BytesBehindTheLastEntryAreRefused) {
  const Bytes type = section(1, {1, 0x60, 0, 0});
  const Bytes function = type + section(3, {1, 0});
  const Bytes memory = section(5, {1, 0, 1});
  const std::vector<std::pair<Bytes, Bytes>> sections{
      {section(1, {1, 0x60, 0, 0}), section(1, {1, 0x60, 0, 0, 0})},
      {type + section(2, Bytes{1} + text("m") + text("f") + Bytes{0, 0}),
       type + section(2, Bytes{1} + text("m") + text("f") + Bytes{0, 0, 0})},
      {function, type + section(3, {1, 0, 0})},
      {section(4, {1, 0x70, 0, 1}), section(4, {1, 0x70, 0, 1, 0})},
      {memory, section(5, {1, 0, 1, 0})},
      {type + section(13, {1, 0, 0}), type + section(13, {1, 0, 0, 0})},
      {section(6, {1, 0x7f, 0, 0x41, 0, 0x0b}), section(6, {1, 0x7f, 0, 0x41, 0, 0x0b, 0})},
      {memory + section(7, Bytes{1} + text("m") + Bytes{2, 0}),
       memory + section(7, Bytes{1} + text("m") + Bytes{2, 0, 0})},
      {function + section(8, {0}), function + section(8, {0, 0})},
      {section(12, {0}), section(12, {0, 0})}};
  for (const auto& [right, wrong] : sections) {
    EXPECT_TRUE(std::holds_alternative<wasm::Module>(wasm::read(preamble + right)));
    const wasm::Error error = error_of(preamble + wrong);
    EXPECT_NE(error.message.find("more bytes"), std::string::npos) << error.message;
    EXPECT_EQ(error.offset, preamble.size() + wrong.size() - 1);
  }
}

// Code and segments are read only to see which functions they use: where bytes are left over, nothing is said of that.
TEST(Wasm, BytesBehindCodeOrSegmentsLeaveNothingToSay) {
  const Bytes begin = preamble + section(1, {1, 0x60, 0, 0}) + section(3, {1, 0});
  const auto uses = [](const Bytes& bytes) {
    return wasm::used_functions(bytes, std::get<wasm::Module>(wasm::read(bytes))).has_value();
  };
  EXPECT_TRUE(uses(begin + section(9, {1, 1, 0, 1, 0}) + section(10, {1, 2, 0, 0x0b})));
  EXPECT_FALSE(uses(begin + section(9, {1, 1, 0, 1, 0, 0}) + section(10, {1, 2, 0, 0x0b})));
  EXPECT_FALSE(uses(begin + section(9, {1, 1, 0, 1, 0}) + section(10, {1, 2, 0, 0x0b, 0})));
}

TEST(Wasm, ReferencesAreSpelledAsTheTextFormatDoes) {
  const Bytes types = {3,    0x5f, 0,    0x60, 9,    0x70, 0x6f, 0x6e, 0x71, 0x73, 0x63, 0,
                       0x64, 0,    0x64, 0x70, 0x63, 0x6c, 0,    0x60, 0,    2,    0x7b, 0x7d};
  const wasm::Module module = module_of(preamble + section(1, types));
  EXPECT_FALSE(module.types.at(0).has_value());
  EXPECT_EQ(wasm::to_string(module.types.at(1).value()),
            "(funcref, externref, anyref, nullref, nullfuncref, (ref null 0), (ref 0), (ref func), i31ref) -> ()");
  EXPECT_EQ(wasm::to_string(module.types.at(2).value()), "() -> (v128, f32)");
}

TEST(Wasm, TypesReferToThoseBeforeAndToTheirGroup) {
  // A group of two that refer to each other, and a third that is not there.
  const auto group = [](std::uint8_t second) {
    return preamble + section(1, {1, 0x4e, 2, 0x5f, 1, 0x63, second, 0, 0x60, 0, 0});
  };
  EXPECT_EQ(module_of(group(1)).types.size(), 2U);
  expect_error(group(2), "type 2 is referred to", 16);
  // Alone, a type may refer to itself.
  EXPECT_EQ(module_of(preamble + section(1, {1, 0x5e, 0x63, 0, 1})).types.size(), 1U);
  expect_error(preamble + section(1, {1, 0x5e, 0x63, 1, 1}), "type 1 is referred to", 13);
  expect_error(preamble + section(1, {1, 0x50, 1, 7, 0x5f, 0}), "type 7 is referred to", 13);
}

TEST(Wasm, FunctionsAreOfTypesOfFunctions) {
  expect_error(preamble + section(1, {1, 0x5f, 0}) + section(3, {1, 0}), "type 0 is not one of functions", 16);
  expect_error(preamble + section(1, {1, 0x5f, 0}) + section(2, Bytes{1} + text("m") + text("f") + Bytes{4, 0, 0}),
               "type 0 is not one of functions", 22);
}

// A short module cannot ask for gigabytes of names.
TEST(Wasm, LongNamesAreNotCopiedWithoutEnd) {
  const auto long_bytes = [](std::size_t size) {
    Bytes bytes;
    for (; size >= 0x80; size >>= 7U) bytes.push_back(static_cast<std::uint8_t>(size | 0x80U));
    bytes.push_back(static_cast<std::uint8_t>(size));
    return bytes;
  };
  constexpr std::size_t length = 1U << 16U;
  constexpr std::size_t count = 1U << 16U;
  const Bytes contents = Bytes{1} + long_bytes(length) + Bytes(length, 'a') + Bytes{0, 0x7e, 2, 0, 1} +
                         long_bytes(count) + Bytes(count, 0);
  const wasm::Error error = error_of(preamble + Bytes{2} + long_bytes(contents.size()) + contents);
  EXPECT_NE(error.message.find("so long a name"), std::string::npos) << error.message;
}

TEST(Wasm, NamesAreUtf8AndExportedOnce) {
  expect_error(preamble + section(2, {1, 2, 0xc0, 0x80}), "UTF-8", 12);
  const Bytes twice = Bytes{2} + text("m") + Bytes{2, 0} + text("m") + Bytes{2, 0};
  expect_error(preamble + section(5, {1, 0, 1}) + section(7, twice), "twice", 20);
}

TEST(Wasm, EveryPrefixOfAModuleIsReadOrRefused) {
  const Bytes whole = small_module();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    (void)wasm::read(std::span(whole).first(size));
  }
}

TEST(Wasm, EveryChangedByteIsReadOrRefused) {
  const Bytes whole = small_module();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    Bytes changed = whole;
    for (int value = 0; value < 256; ++value) {
      changed[i] = static_cast<std::uint8_t>(value);
      (void)wasm::read(changed);
    }
  }
}

}  // namespace
