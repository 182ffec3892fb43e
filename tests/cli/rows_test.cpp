// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every row of the tables of findings (WC, WI, WL) is alone in a case here: one question, one finding, of this severity. A row
// that another one always accompanies could be wrong without anybody noticing.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "diagnostics/codes.h"
#include "tool.h"

namespace {

using cli_tests::Answer;
using cli_tests::small_spec;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using nlohmann::json;
using Arguments = std::vector<std::string>;
using Files = std::map<std::string, std::string>;
using namespace std::string_literals;

struct Case {
  std::string id;
  std::string level;
  Arguments question;
  Files files;
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

using Change = std::function<void(Files&)>;

// What was generated from the small specification, and then something happened.
Case drift(std::string id, const Change& change, Arguments more = {}) {
  StubbornFiles made{{"a.witx", small_spec}};
  EXPECT_EQ(witxc(made, {"generate", "a.witx"}).exit_code, 0);
  Files files{{"a.witx", small_spec}, {"tiny.hpp", made.text("tiny.hpp")}};
  change(files);
  Arguments question{"check", "a.witx"};
  question.insert(question.end(), more.begin(), more.end());
  return {std::move(id), "error", std::move(question), std::move(files)};
}

// The hash behind `key` in the head of a generated file, turned into another one.
void spoil_hash(std::string& text, const std::string& key) {
  const std::size_t at = text.find("sha256 ", text.find(key)) + 7;
  text[at] = text[at] == '0' ? '1' : '0';
}

// Something in the body that only a tool of another time would write, with the hash that fits it.
void rewrite_body(std::string& text) {
  StubbornFiles made{{"b.witx", replaced(small_spec, "$bad", "$worse")}};
  EXPECT_EQ(witxc(made, {"generate", "b.witx"}).exit_code, 0);
  const std::string other = made.text("tiny.hpp");
  const std::string end_of_head = "\n\n#ifndef";
  text = text.substr(0, text.find(end_of_head)) + other.substr(other.find(end_of_head));
}

std::vector<Case> cases_of_check() {
  const std::string config = R"({"specs": [{"files": ["a.witx"]}], "outputs": [{"language": "cpp", "folder": "."}]})";
  Case stale{"WC0102", "error", {"check"}, {{"witxc.json", config}, {"a.witx", small_spec}}};
  {
    StubbornFiles made(stale.files);
    EXPECT_EQ(witxc(made, {"generate"}).exit_code, 0);
    stale.files["tiny.hpp"] = made.text("tiny.hpp");
    StubbornFiles more(stale.files);
    EXPECT_EQ(
        more.write("witxc.json", replaced(config, "[{\"l", "[{\"language\": \"c\", \"folder\": \".\"}, {\"l")).reason,
        "");
    EXPECT_EQ(witxc(more, {"generate"}).exit_code, 0);
    for (const char* file : {"witxc.outputs", "tiny.h", "tiny.c"}) stale.files[file] = more.text(file);
    // Of the two files in C only one is left on the disk.
    stale.files.erase("tiny.c");
  }
  return {
      drift("WC0101", [](Files& files) { files.erase("tiny.hpp"); }),
      std::move(stale),
      drift("WC0111", [](Files& files) { files["a.witx"] = replaced(small_spec, "$bad", "$worse"); }),
      drift("WC0112",
            [](Files& files) {
              rewrite_body(files["tiny.hpp"]);
              spoil_hash(files["tiny.hpp"], "templates: ");
            }),
      // A new tool brings new templates of its own: these are the cause, and the tool is not named beside them.
      drift("WC0112",
            [](Files& files) {
              std::string& text = files["tiny.hpp"];
              rewrite_body(text);
              spoil_hash(text, "templates: ");
              text = replaced(text, "by witxc 0.", "by witxc 9.");
            }),
      drift("WC0113",
            [](Files& files) {
              rewrite_body(files["tiny.hpp"]);
              files["tiny.hpp"] = replaced(files["tiny.hpp"], "by witxc 0.", "by witxc 9.");
            }),
      // Within one version, as between two builds of it.
      drift("WC0113", [](Files& files) { rewrite_body(files["tiny.hpp"]); }),
      drift("WC0114", [](Files&) {}, {"--docs", "none"}),
      drift("WC0115", [](Files& files) { files["tiny.hpp"] = replaced(files["tiny.hpp"], "do_it", "undo_it"); }),
      drift("WC0116", [](Files& files) { files["tiny.hpp"] = "// Somebody's own.\n"; }),
  };
}

std::vector<Case> cases_of_lint() {
  const auto lint = [](std::string id, std::string level, std::string text) {
    return Case{std::move(id), std::move(level), {"lint", "a.witx"}, {{"a.witx", std::move(text)}}};
  };
  // Lost docs are missing docs, too, so these are not asked for.
  Case lost = lint("WL0203", "warning", "(typename $n u8)\n;; Docs.\n(typename $size u64)\n");
  lost.files["witxc.json"] = R"({"lint": {"WL0201": "off"}})";
  const std::string function = ";;; Does it.\n(@interface func (export \"f\") ";
  return {
      lint("WL0101", "warning", ";;; Docs.\n(typename $fileSize u64)\n"),
      lint("WL0201", "warning", "(typename $size u64)\n"),
      lint("WL0202", "note", ";;; Docs.\n(typename $p (record (field $x u32)))\n"),
      std::move(lost),
      lint("WL0301", "note", ";;; Docs.\n(typename $size u64)\n(module $m\n" + function + "(param $n u8)))\n"),
      lint("WL0401", "warning",
           ";;; Docs.\n(typename $e (enum (@witx tag u16)\n;;; Docs.\n$bad))\n(module $m\n" + function +
               "(result $r (expected (error $e)))))\n"),
      lint("WL0402", "note",
           ";;; Docs.\n(typename $t (record\n;;; D.\n(field $a u8)\n;;; D.\n(field $b u32)\n;;; D.\n(field $c u8)))\n"),
      lint("WL0403", "note",
           "(module $m\n" + function + "(param $p (@witx const_pointer u8)) (param $p_len (@witx usize))))\n"),
      lint(
          "WL0404", "note",
          ";;; Docs.\n(typename $f (flags (@witx repr u8)\n;;; D.\n$a\n;;; D.\n$b\n;;; D.\n$c\n;;; D.\n$d\n;;; D.\n$e\n"
          ";;; D.\n$f\n;;; D.\n$g))\n"),
      lint("WL0501", "note", ";;; Docs.\n(typename $w (enum u8\n;;; D.\n$left\n;;; D.\n$right))\n"),
  };
}

std::string bytes(std::initializer_list<int> values) {
  std::string text;
  for (const int value : values) text += static_cast<char>(value);
  return text;
}
std::string sized(const std::string& contents) { return bytes({static_cast<int>(contents.size())}) + contents; }
std::string section(int number, const std::string& contents) { return bytes({number}) + sized(contents); }

// Every function is imported as (i32) -> (), except as the case says, and called by the program's only one.
struct Import {
  std::string module;
  std::string name;
  // A function of the type 0; `bytes` of another kind otherwise.
  std::string what = bytes({0, 0});
};

std::string program(const std::vector<Import>& imports, const std::vector<std::string>& exported, bool memory,
                    bool calls) {
  std::string all = bytes({static_cast<int>(imports.size())});
  std::string code = bytes({0});
  int functions = 0;
  for (const Import& import : imports) {
    all += sized(import.module) + sized(import.name) + import.what;
    if (import.what[0] != 0) continue;
    if (calls) code += bytes({0x41, 0, 0x10, functions});
    ++functions;
  }
  std::string exports = bytes({static_cast<int>(exported.size()) + (memory ? 1 : 0)});
  if (memory) exports += sized("memory") + bytes({2, 0});
  for (const std::string& name : exported) exports += sized(name) + bytes({0, functions});
  return "\0asm\1\0\0\0"s + section(1, bytes({3, 0x60, 1, 0x7f, 0, 0x60, 0, 0, 0x60, 1, 0x7e, 0})) + section(2, all) +
         section(3, bytes({1, 1})) + section(5, bytes({1, 0, 1})) + section(7, exports) +
         section(10, bytes({1}) + sized(code + bytes({0x0b})));
}

std::vector<Case> cases_of_imports() {
  const std::string now = "wasi_snapshot_preview1";
  const auto imports = [](std::string id, std::string level, std::string module, Arguments more = {}) {
    Arguments question{"imports", "app.wasm"};
    question.insert(question.end(), more.begin(), more.end());
    return Case{std::move(id), std::move(level), std::move(question), {{"app.wasm", std::move(module)}}};
  };
  const auto one = [&](const Import& import) { return program({import}, {"_start"}, true, true); };
  return {
      imports("WI0101", "error", one({"env", "proc_exit"})),
      imports("WI0102", "error", one({now, "proc_exti"})),
      // One core value more or less, or one of another type.
      imports("WI0103", "error", program({{now, "proc_exit", bytes({0, 1})}}, {"_start"}, true, true)),
      imports("WI0103", "error", program({{now, "proc_exit", bytes({0, 2})}}, {"_start"}, true, true)),
      imports("WI0104", "error", one({"wasi_unstable", "proc_exit"})),
      // A global: i32, immutable.
      imports("WI0105", "error", one({now, "proc_exit", bytes({3, 0x7f, 0})})),
      imports("WI0106", "warning", program({{now, "proc_exit"}}, {"_start"}, true, false)),
      imports("WI0201", "error", program({}, {"_start", "_initialize"}, true, true)),
      imports("WI0202", "error", program({{now, "proc_exit"}}, {"_start"}, false, true)),
      // Each snapshot has one of the two, none has both.
      imports("WI0301", "error", program({{now, "proc_exit"}, {"wasi_unstable", "proc_exit"}}, {"_start"}, true, true),
              {"--min-spec"}),
  };
}

std::vector<Case> all_cases() {
  std::vector<Case> all = cases_of_check();
  for (auto* more : {&cases_of_imports, &cases_of_lint}) {
    for (Case& c : more()) all.push_back(std::move(c));
  }
  return all;
}

using Found = std::vector<std::pair<std::string, std::string>>;

Found found_by(const Case& c) {
  StubbornFiles files(c.files);
  Arguments arguments = c.question;
  arguments.insert(arguments.end(), {"--format", "json"});
  const Answer answer = witxc(files, arguments);
  Found found;
  const json document = json::parse(answer.out, nullptr, false);
  EXPECT_FALSE(document.is_discarded()) << c.id << answer.out << answer.err;
  if (document.is_discarded()) return found;
  for (const json& finding : document["findings"]) {
    found.emplace_back(finding["rule"].get<std::string>(), finding["level"].get<std::string>());
  }
  EXPECT_EQ(answer.exit_code, c.level == "note" ? 0 : 1) << c.id << answer.out << answer.err;
  return found;
}

TEST(Rows, EachCaseFindsOneThingOfItsLevel) {
  for (const Case& c : all_cases()) EXPECT_EQ(found_by(c), (Found{{c.id, c.level}})) << c.id;
}

// A name alone does not make a snapshot fit.
TEST(Rows, MinSpecComparesSignatures) {
  const auto ask = [](const std::string& type) {
    StubbornFiles files{{"app.wasm", program({{"wasi_snapshot_preview1", "proc_exit", type}}, {"_start"}, true, true)}};
    return witxc(files, {"imports", "app.wasm", "--min-spec"});
  };
  EXPECT_EQ(ask(bytes({0, 0})).out, "@preview1\n");
  for (const int other : {1, 2}) {
    const Answer answer = ask(bytes({0, other}));
    EXPECT_EQ(answer.exit_code, 1);
    for (const char* id : {"WI0301", "WI0103"}) EXPECT_NE(answer.out.find(id), std::string::npos) << answer.out;
  }
}

TEST(Rows, EveryRowIsAloneInACase) {
  std::set<std::string, std::less<>> alone;
  for (const Case& c : all_cases()) alone.insert(c.id);
  for (const diagnostics::CodeInfo& code : diagnostics::all_codes()) {
    // The cases of diff and of audit have tables of their own.
    if (code.id.starts_with("WX") || code.id.starts_with("WD") || code.id.starts_with("WA")) continue;
    EXPECT_TRUE(alone.contains(code.id)) << code.id << ": " << code.title;
  }
}

}  // namespace
