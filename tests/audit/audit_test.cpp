// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include <set>

#include "audit/expression.h"
#include "audit/names.h"
#include "audit/tokens.h"
#include "samples.h"

namespace {

using diagnostics::Code;
using tests::Answer;

TEST(Audit, RightBindingsAgree) {
  ASSERT_GE(tests::samples().size(), 14U);
  for (const tests::Sample& sample : tests::samples()) {
    const Answer answer = tests::audited(sample.file, sample.text);
    EXPECT_EQ(answer.errors(), 0U) << sample.file << ": " << (answer.found.empty() ? "" : answer.found[0].message);
    EXPECT_GE(answer.summary.agree, 26U) << sample.file;
    EXPECT_LE(answer.summary.lines_not_understood, 1U) << sample.file;
  }
}

// What witxc writes itself says the same as what it was written from.
TEST(Audit, GeneratedHeadersAgree) {
  const std::string generated = std::string(PROJECT_DIR) + "/generated/c/";
  const std::string definitions = std::string(PROJECT_DIR) + "/witx/preview1/wasi_snapshot_preview1.witx";
  const std::string text = tests::text_of(generated + "wasi/api.h");
  ASSERT_FALSE(text.empty());
  const Answer answer = tests::audited("api.h", text, definitions);
  EXPECT_EQ(answer.errors(), 0U) << tests::messages(answer);
  EXPECT_GT(answer.summary.agree, 250U);
  EXPECT_TRUE(answer.summary.missing.empty()) << answer.summary.missing.front();
}

TEST(Audit, AnotherSnapshotDiffers) {
  const std::string text = tests::text_of(std::string(PROJECT_DIR) + "/generated/c/wasi/api.h");
  const Answer answer = tests::audited("api.h", text, std::string(PROJECT_DIR) + "/witx/preview0/wasi_unstable.witx");
  std::size_t whences = 0;
  for (const tests::Found& found : answer.found) whences += found.message.find("whence") != std::string::npos ? 1U : 0U;
  EXPECT_EQ(whences, 3U);
}

TEST(Audit, ATextWithoutSuchNamesSaysNothing) {
  EXPECT_EQ(tests::audited("a.ts", "export const a = 1;\nfunction b(c: number) { return c + 1; }\n").summary.claims(),
            0U);
}

// Names that POSIX has too count only where their values mostly agree.
TEST(Audit, ForeignNumbersAreNoClaim) {
  const std::string definitions = std::string(PROJECT_DIR) + "/witx/preview1/wasi_snapshot_preview1.witx";
  const std::string linux = "#define EPERM 1\n#define ENOENT 2\n#define EINTR 4\n#define EIO 5\n";
  EXPECT_EQ(tests::audited("errno.h", linux, definitions).summary.claims(), 0U);
  const std::string ours = "#define WASI_EPERM 1\n#define WASI_ENOENT 44\n";
  EXPECT_EQ(tests::audited("errno.h", ours, definitions).summary.differ, 1U);
}

// Functions of the same names that take other things are no host.
TEST(Audit, ClassesBehindAnInterfaceAreNotTheInterface) {
  const std::string text =
      "class Kiln {\n  kiln_read() {}\n  kiln_trim(drift, fuel) { return drift; }\n"
      "  kiln_wait(until) { return until; }\n  kiln_open(name, options) { return name; }\n}\n";
  EXPECT_EQ(tests::audited("kiln.js", text).errors(), 0U);
}

TEST(Audit, AMapSaysWhatANameMeans) {
  const std::string text = "export const QQ = 3;\nexport const STATUS_BUSY = 1;\n";
  EXPECT_EQ(tests::audited("a.js", text).summary.claims(), 1U);
  const Answer answer = tests::audited("a.js", text, {}, {{"QQ", "status.cold"}, {"RR", "status.ok"}});
  EXPECT_EQ(answer.summary.differ, 1U);
  EXPECT_EQ(answer.summary.unused_map, std::vector<std::string>{"RR"});
}

TEST(Audit, WhatAMapMeansIsInTheDefinitions) {
  const auto unknown = [](const char* item) {
    return tests::audited("a.js", "export const QQ = 3;\n", {}, {{"QQ", item}}).summary.unknown_items;
  };
  for (const char* const item : {"status", "status.cold", "reading", "reading.taken", "kiln_read"})
    EXPECT_TRUE(unknown(item).empty()) << item;
  for (const char* const item : {"none", "status.none", "reading.none", "status.", ".cold", "kiln_none"})
    EXPECT_EQ(unknown(item), std::vector<std::string>{item});
}

TEST(Audit, APackedRecordLiesElsewhere) {
  const std::string fields =
      "uint64_t taken; uint32_t zone; uint8_t fuel; uint16_t options; uint64_t heat; int64_t drift; ";
  const Answer answer = tests::audited("a.h", "struct __attribute__((packed)) reading { " + fields + "};\n");
  ASSERT_EQ(answer.errors(), 1U);
  EXPECT_EQ(answer.found[0].code, Code::audit_field_offset);
  EXPECT_EQ(tests::audited("a.h", "struct reading { " + fields + "};\n").errors(), 0U);
}

TEST(Audit, HalvesOfANumberAreThatNumber) {
  const std::string text =
      "function writeReading(view, p, r) {\n  view.setUint32(p + 16, r.heat, true);\n  view.setUint32(p + 20, r.heat "
      ">> 32n, true);\n"
      "  view.setUint32(p + 8, r.zone, true);\n}\n";
  EXPECT_EQ(tests::audited("a.js", text).errors(), 0U);
}

TEST(Audit, AViewWithoutItsOrderIsBigEndian) {
  const std::string text =
      "function writeStep(view, p, s) {\n  view.setBigUint64(p, s.after, true);\n  view.setUint32(p + 8, s.zone);\n}\n";
  const Answer answer = tests::audited("a.js", text);
  ASSERT_EQ(answer.errors(), 1U);
  EXPECT_EQ(answer.found[0].code, Code::audit_byte_order);
}

TEST(Audit, AnAddressThatMovesIsFollowed) {
  const std::string text =
      "function writeStep(view, p, s) {\n  view.setBigUint64(p, s.after, true);\n  p += 8;\n  view.setUint32(p, "
      "s.zone, true);\n}\n";
  EXPECT_EQ(tests::audited("a.js", text).summary.agree, 2U);
}

TEST(AuditExpression, ConstantsOfEveryLanguage) {
  const audit::Constants constants{{"BASE", 4}};
  const auto value = [&](std::string_view text) -> std::uint64_t {
    const audit::Tokens tokens = audit::tokenize(text, {});
    const auto found = audit::evaluate(tokens, 0, constants);
    return found ? found->value : 999;
  };
  EXPECT_EQ(value("0x1f"), 31U);
  EXPECT_EQ(value("0b101"), 5U);
  EXPECT_EQ(value("1_000u64"), 1000U);
  EXPECT_EQ(value("1n << 5n"), 32U);
  EXPECT_EQ(value("((uint64_t)1 << 3)"), 8U);
  EXPECT_EQ(value("UINT16_C(7)"), 7U);
  EXPECT_EQ(value("Options(rawValue: 1 << 2)"), 4U);
  EXPECT_EQ(value("BASE + 2 * 3"), 10U);
  EXPECT_EQ(value("1 shl 3"), 8U);
  EXPECT_EQ(value("010"), 999U);
  EXPECT_EQ(value("1.5"), 999U);
  EXPECT_EQ(value("x + 1"), 999U);
  EXPECT_EQ(value("1 << 64"), 999U);
}

TEST(AuditNames, WordsOfEveryStyle) {
  EXPECT_EQ(audit::words_of("__wasi_fd_read"), (std::vector<std::string>{"wasi", "fd", "read"}));
  EXPECT_EQ(audit::words_of("kErrnoBadf"), (std::vector<std::string>{"k", "errno", "badf"}));
  EXPECT_EQ(audit::words_of("FDRead"), (std::vector<std::string>{"fd", "read"}));
  EXPECT_EQ(audit::squashed("E_2BIG"), "e2big");
}

struct Rule {
  Code code;
  const char* file;
  const char* text;
};

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all{
      {Code::audit_value, "a.js", "const STATUS_COLD = 3;"},
      {Code::audit_width, "a.h", "typedef uint8_t status_t;"},
      {Code::audit_sign, "a.h", "typedef uint64_t drift_t;"},
      {Code::audit_size, "a.h", "struct step { uint64_t after; uint32_t zone; uint64_t more; };"},
      {Code::audit_field_offset, "a.h", "struct step { uint64_t more; uint64_t after; uint32_t zone; };"},
      {Code::audit_field_width, "a.h", "struct step { uint32_t after; uint32_t zone; };"},
      {Code::audit_field_order, "a.h", "struct step { uint32_t zone; uint64_t after; };"},
      {Code::audit_missing_field, "a.h", "struct step { uint64_t after; };"},
      {Code::audit_access_offset, "a.js",
       "function readStep(v, p) { s.after = v.getBigUint64(p, true); s.zone = v.getUint32(p + 12, true); }"},
      {Code::audit_access_width, "a.js",
       "function readStep(v, p) { s.after = v.getBigUint64(p, true); s.zone = v.getUint16(p + 8, true); }"},
      {Code::audit_byte_order, "a.js",
       "function readStep(v, p) { s.after = v.getBigUint64(p, true); s.zone = v.getUint32(p + 8); }"},
      {Code::audit_arity, "a.rs", "extern \"C\" { fn kiln_wait(kiln: i32, until: i64) -> i32; }"},
      {Code::audit_core_type, "a.rs", "extern \"C\" { fn kiln_wait(kiln: i32, until: i32, out: i32) -> i32; }"},
      {Code::audit_module, "a.zig", "extern \"kiln\" fn kiln_close(kiln: i32) u16;"},
      {Code::audit_missing_case, "a.ts", "enum Fuel { gas, wood }"},
      {Code::audit_extra_case, "a.ts", "enum Fuel { gas, wood, current, steam }"},
      {Code::audit_missing_function, "a.rs",
       "extern \"C\" { fn kiln_close(k: i32) -> i32; fn kiln_read(k: i32, p: i32) -> i32;"
       " fn kiln_trim(k: i32, d: i64, f: i32) -> i32; }"},
      {Code::audit_extra_function, "a.zig",
       "extern \"kiln_v1\" fn kiln_close(kiln: i32) u16; extern \"kiln_v1\" fn kiln_burn(kiln: i32) u16;"},
  };
  return all;
}

TEST(Audit, EveryRuleIsFoundAlone) {
  std::set<Code> codes;
  for (const Rule& rule : rules()) {
    const Answer answer = tests::audited(rule.file, rule.text);
    ASSERT_EQ(answer.found.size(), 1U) << rule.text << ": " << tests::messages(answer);
    EXPECT_EQ(answer.found[0].code, rule.code) << answer.found[0].message;
    codes.insert(rule.code);
  }
  for (const diagnostics::CodeInfo& code : diagnostics::all_codes())
    EXPECT_EQ(codes.contains(code.code), code.id.starts_with("WA")) << code.id;
}

// Whatever the text, the answer comes back.
TEST(Audit, HostileTextsEnd) {
  const std::string deep(20000, '(');
  for (const char* const extension :
       {".h", ".rs", ".zig", ".go", ".ts", ".js", ".java", ".kt", ".swift", ".cs", ".odin", ".pas"}) {
    for (const std::string& text :
         {deep, std::string(20000, '{'), std::string(20000, '='), std::string("enum"), std::string("enum {"),
          std::string("struct status {"), std::string("'"), std::string("`${`"), std::string("//go:wasmimport"),
          std::string("const ("), std::string("=>{"), std::string("record"), std::string("a[a["), std::string()}) {
      EXPECT_EQ(tests::audited(std::string("a") + extension, text).summary.differ, 0U);
    }
  }
}

}  // namespace
