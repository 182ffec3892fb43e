// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One fault at a time, planted at random in bindings that are right: audit finds it, where it is. The comment behind a line of a
// sample says which faults it can have.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <regex>
#include <set>
#include <sstream>

#include "samples.h"

namespace {

using tests::Answer;
using tests::Found;
using tests::Sample;
using Lines = std::vector<std::string>;

constexpr unsigned seed = 20261128;
constexpr std::size_t wanted = 400;

struct Place {
  const Sample* sample = nullptr;
  std::size_t line = 0;
  std::string tag;
};

// What was planted: the lines at which it may be found, and what is gone.
struct Fault {
  Lines lines;
  std::set<std::size_t> places;
  std::string gone;
};
using Planted = std::optional<Fault>;

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

std::string tag_of(const std::string& line) {
  const std::size_t at = line.rfind("// ");
  return at == std::string::npos ? std::string() : line.substr(at + 3);
}

// The last number before the tag; npos for none.
std::pair<std::size_t, std::size_t> number_in(const std::string& line) {
  static const std::regex number(R"(\b(0x[0-9a-f]+|[0-9]+)(?=[nL)]*[,;)\s]*//))");
  static const std::regex hex(R"(\$([0-9a-f]+);)");
  std::smatch match;
  if (std::regex_search(line, match, hex)) return {match.position(1), match.length(1)};
  if (!std::regex_search(line, match, number)) return {std::string::npos, 0};
  return {match.position(1), match.length(1)};
}

// A type by another one, in the part of a line from `from` on.
bool replace_word(std::string& line, const std::vector<std::pair<std::string, std::string>>& pairs,
                  std::size_t from = 0) {
  for (const auto& [before, after] : pairs) {
    std::smatch match;
    const std::string part = line.substr(from, line.find("//") - from);
    if (!std::regex_search(part, match, std::regex("\\b" + before + "\\b"))) continue;
    line.replace(from + static_cast<std::size_t>(match.position(0)), before.size(), after);
    return true;
  }
  return false;
}

const std::vector<std::pair<std::string, std::string>> narrower{{"uint64_t", "uint32_t"},
                                                                {"int64_t", "int32_t"},
                                                                {"uint16_t", "uint8_t"},
                                                                {"uint32_t", "uint16_t"},
                                                                {"uint8_t", "uint16_t"},
                                                                {"uint64", "uint32"},
                                                                {"int64", "int32"},
                                                                {"uint16", "uint8"},
                                                                {"uint32", "uint16"},
                                                                {"UInt64", "UInt32"},
                                                                {"Int64", "Int32"},
                                                                {"UInt16", "UInt8"},
                                                                {"UInt32", "UInt16"},
                                                                {"UInt8", "UInt16"},
                                                                {"u64", "u32"},
                                                                {"i64", "i32"},
                                                                {"u16", "u8"},
                                                                {"u32", "u16"},
                                                                {"u8", "u16"},
                                                                {"ulong", "uint"},
                                                                {"long", "int"},
                                                                {"ushort", "byte"},
                                                                {"uint", "ushort"},
                                                                {"byte", "ushort"},
                                                                {"bigint", "number"},
                                                                {"Long", "Int"}};
const std::vector<std::pair<std::string, std::string>> other_sign{
    {"uint64_t", "int64_t"}, {"int64_t", "uint64_t"}, {"uint16_t", "int16_t"}, {"uint32_t", "int32_t"},
    {"uint8_t", "int8_t"},   {"uint64", "int64"},     {"int64", "uint64"},     {"uint16", "int16"},
    {"uint32", "int32"},     {"uint8", "int8"},       {"UInt64", "Int64"},     {"Int64", "UInt64"},
    {"UInt16", "Int16"},     {"UInt32", "Int32"},     {"UInt8", "Int8"},       {"u64", "i64"},
    {"i64", "u64"},          {"u16", "i16"},          {"u32", "i32"},          {"u8", "i8"},
    {"ulong", "long"},       {"ushort", "short"},     {"long", "ulong"},       {"uint", "int"},
    {"byte", "sbyte"}};
const std::vector<std::pair<std::string, std::string>> half{
    {"uint64_t", "uint32_t"}, {"int64_t", "int32_t"}, {"uint64", "uint32"}, {"int64", "int32"},
    {"UInt64", "UInt32"},     {"Int64", "Int32"},     {"u64", "u32"},       {"i64", "i32"},
    {"ulong", "uint"},        {"long", "int"},        {"bigint", "number"}, {"Long", "Int"}};
const std::vector<std::pair<std::string, std::string>> other_access{{"setBigUint64", "setUint32"},
                                                                    {"setUint32", "setUint16"},
                                                                    {"setUint16", "setUint32"},
                                                                    {"getBigUint64", "getUint32"},
                                                                    {"getUint32", "getUint16"},
                                                                    {"getUint16", "getUint8"},
                                                                    {"PutUint64", "PutUint32"},
                                                                    {"PutUint32", "PutUint16"},
                                                                    {"putLong", "putInt"},
                                                                    {"putInt", "putShort"},
                                                                    {"u64", "u32"},
                                                                    {"u32", "u16"}};

Planted at_line(Lines lines, std::size_t line, std::string text) {
  if (lines[line] == text) return std::nullopt;
  lines[line] = std::move(text);
  return Fault{.lines = std::move(lines), .places = {line}, .gone = {}};
}

Planted number(const Lines& lines, std::size_t line, const std::string& by) {
  std::string text = lines[line];
  const auto [at, size] = number_in(text);
  if (at == std::string::npos) return std::nullopt;
  text.replace(at, size, by);
  return at_line(lines, line, text);
}

Planted swapped(Lines lines, std::size_t line) {
  if (line + 1 >= lines.size() || tag_of(lines[line + 1]) != tag_of(lines[line])) return std::nullopt;
  std::swap(lines[line], lines[line + 1]);
  return Fault{.lines = std::move(lines), .places = {line, line + 1}, .gone = {}};
}

Planted values_swapped(Lines lines, std::size_t line) {
  if (line + 1 >= lines.size() || tag_of(lines[line + 1]) != "value") return std::nullopt;
  const auto [at, size] = number_in(lines[line]);
  const auto [next, next_size] = number_in(lines[line + 1]);
  if (at == std::string::npos || next == std::string::npos) return std::nullopt;
  const std::string first = lines[line].substr(at, size);
  const std::string second = lines[line + 1].substr(next, next_size);
  lines[line].replace(at, size, second);
  lines[line + 1].replace(next, next_size, first);
  return Fault{.lines = std::move(lines), .places = {line, line + 1}, .gone = {}};
}

// The first of the names that a line has.
std::string name_in(const std::string& line, const std::vector<std::string>& names) {
  const std::string word = audit::squashed(line.substr(0, line.find_first_of("=(:", line.find_first_not_of(" \t"))));
  for (const std::string& name : names) {
    if (word.ends_with(name) || word.starts_with("case" + name) || word.find(name) != std::string::npos) return name;
  }
  return {};
}

Planted removed(Lines lines, std::size_t line, const std::vector<std::string>& names) {
  const std::string gone = name_in(lines[line], names);
  if (gone.empty()) return std::nullopt;
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(line));
  return Fault{.lines = std::move(lines), .places = {}, .gone = gone};
}

// The parenthesis of the parameters.
std::size_t params_in(const std::string& line) {
  static const std::regex open(R"(\b[kK]iln_?(v1")?[A-Za-z_]*(: )?( :: proc)?\()");
  std::smatch match;
  std::size_t found = std::string::npos;
  for (auto at = std::sregex_iterator(line.begin(), line.end(), open); at != std::sregex_iterator(); ++at) {
    if (found == std::string::npos) found = static_cast<std::size_t>(at->position(0) + at->length(0));
  }
  return found;
}

Planted one_less(const Lines& lines, std::size_t line) {
  std::string text = lines[line];
  const std::size_t open = params_in(text);
  if (open == std::string::npos) return std::nullopt;
  const std::size_t close = text.find(')', open);
  const std::size_t comma = text.find_first_of(",;", open);
  if (comma == std::string::npos || comma > close) return std::nullopt;
  text.erase(open, comma + 2 - open);
  return at_line(lines, line, text);
}

Planted one_more(const Lines& lines, std::size_t line) {
  std::string text = lines[line];
  const std::size_t open = params_in(text);
  if (open == std::string::npos) return std::nullopt;
  const std::size_t end = text.find_first_of(",;)", open);
  const std::string separator =
      text.find("external") != std::string::npos && text.find("external fun") == std::string::npos ? "; " : ", ";
  text.insert(open,
              std::regex_replace(text.substr(open, end - open), std::regex(R"(\b(name|kiln)\b)"), "more") + separator);
  return at_line(lines, line, text);
}

Planted retyped(const Lines& lines, std::size_t line, const std::vector<std::pair<std::string, std::string>>& pairs,
                std::size_t from = 0) {
  std::string text = lines[line];
  if (from == std::string::npos || !replace_word(text, pairs, from)) return std::nullopt;
  return at_line(lines, line, text);
}

Planted moved(const Lines& lines, std::size_t line) {
  static const std::regex offset(R"((\+ |\[)(\d+))");
  std::smatch match;
  std::string text = lines[line];
  if (!std::regex_search(text, match, offset)) return std::nullopt;
  text.replace(static_cast<std::size_t>(match.position(2)), static_cast<std::size_t>(match.length(2)),
               std::to_string(std::stoi(match[2]) + 4));
  return at_line(lines, line, text);
}

Planted other_module(const Lines& lines, std::size_t line) {
  std::string text = lines[line];
  const std::size_t at = text.find("kiln_v1");
  if (at == std::string::npos) return std::nullopt;
  text.replace(at, 7, "kiln_v2");
  return at_line(lines, line, text);
}

struct Kind {
  std::string name;
  std::set<std::string> tags;
  std::function<Planted(const Lines&, std::size_t)> plant;
};

const std::vector<std::string> cases{"jammed", "denied", "current", "busy", "cold", "lost", "wood", "gas", "ok"};
const std::vector<std::string> field_names{"taken", "zone", "options", "heat", "drift", "after", "fuel"};

std::vector<Kind> kinds() {
  return {
      {"value", {"value"}, [](const Lines& l, std::size_t i) { return number(l, i, "77"); }},
      {"permuted values", {"value"}, values_swapped},
      {"missing case", {"value"}, [](const Lines& l, std::size_t i) { return removed(l, i, cases); }},
      {"wrong bit", {"bit"}, [](const Lines& l, std::size_t i) { return number(l, i, "11"); }},
      {"width", {"type", "field"}, [](const Lines& l, std::size_t i) { return retyped(l, i, narrower); }},
      {"sign", {"type", "field"}, [](const Lines& l, std::size_t i) { return retyped(l, i, other_sign); }},
      {"order", {"field"}, swapped},
      {"size", {"field"}, [](const Lines& l, std::size_t i) { return removed(l, i, field_names); }},
      {"one parameter less", {"import"}, one_less},
      {"one parameter more", {"import"}, one_more},
      {"core type", {"import"}, [](const Lines& l, std::size_t i) { return retyped(l, i, half, params_in(l[i])); }},
      {"module", {"module", "import"}, other_module},
      {"offset", {"access"}, moved},
      {"width of an access", {"access"}, [](const Lines& l, std::size_t i) { return retyped(l, i, other_access); }},
  };
}

bool is_found(const Answer& answer, const Fault& fault) {
  return std::any_of(answer.found.begin(), answer.found.end(), [&](const Found& f) {
    if (!fault.gone.empty()) return f.message.find(fault.gone) != std::string::npos;
    return fault.places.contains(f.line - 1);
  });
}

TEST(AuditMutations, AFaultIsFoundWhereItIs) {
  std::mt19937 random(seed);
  std::map<std::string, std::size_t> planted;
  std::set<std::string> files;
  std::size_t total = 0;
  std::size_t found = 0;
  std::string missed;
  const std::vector<Kind> all = kinds();
  for (std::size_t tries = 0; total < wanted && tries < 100 * wanted; ++tries) {
    const Kind& kind = all[tries % all.size()];
    const Sample& sample = tests::samples()[random() % tests::samples().size()];
    const Lines lines = lines_of(sample.text);
    const std::size_t line = random() % lines.size();
    if (!kind.tags.contains(tag_of(lines[line]))) continue;
    const Planted fault = kind.plant(lines, line);
    if (!fault) continue;
    ++total;
    ++planted[kind.name];
    files.insert(sample.file);
    const Answer answer = tests::audited(sample.file, joined(fault->lines));
    if (is_found(answer, *fault)) {
      ++found;
    } else {
      missed += kind.name + ": " + sample.file + ':' + std::to_string(line + 1) + ": " + lines[line] + '\n';
    }
  }
  EXPECT_GE(total, 300U);
  EXPECT_GE(planted.size(), 10U);
  EXPECT_GE(files.size(), 13U);
  EXPECT_GE(found * 100, total * 97) << found << " of " << total << '\n' << missed;
  RecordProperty("planted", static_cast<int>(total));
  RecordProperty("found", static_cast<int>(found));
}

// A text on one line has no lines to tell places by: the column does.
TEST(AuditMutations, AFaultIsFoundInAScriptOfOneLine) {
  const std::string text = tests::text_of(std::string(AUDIT_CASES) + "/kiln.min.js");
  std::size_t total = 0;
  static const std::regex numbers(R"((p\+|FUEL_[A-Z]+=|1<<|"\]=)(\d+))");
  for (auto at = std::sregex_iterator(text.begin(), text.end(), numbers); at != std::sregex_iterator(); ++at) {
    std::string mutated = text;
    mutated.replace(static_cast<std::size_t>(at->position(2)), static_cast<std::size_t>(at->length(2)), "13");
    ++total;
    EXPECT_EQ(tests::audited("kiln.min.js", mutated).errors(), 1U) << at->str();
  }
  EXPECT_GT(total, 15U);
}

}  // namespace
