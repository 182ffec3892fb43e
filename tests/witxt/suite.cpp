// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "witxt/suite.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "model/abi.h"
#include "model/representable.h"
#include "syntax/lexer.h"
#include "witxt/document.h"
#include "witxt/expected_text.h"

namespace witxt {
namespace {

using syntax::Cursor;
using syntax::NodeIndex;
using tests::FrontEnd;

// Why a directive failed; nothing if it passed.
using Failure = std::optional<std::string>;

std::string all_messages(const FrontEnd& front_end) {
  std::vector<std::string> messages;
  for (const diagnostics::Diagnostic& d : front_end.diagnostics.all()) {
    if (d.severity == diagnostics::Severity::error)
      messages.push_back(fmt::format("{} {}", diagnostics::info(d.code).id, d.message));
  }
  return fmt::format("{}", fmt::join(messages, "; "));
}

class Suite {
 public:
  Suite(const syntax::Tree& tree, const support::Sources& sources, std::string path)
      : tree_(tree), sources_(sources), path_(std::move(path)) {}

  Outcome run() {
    for (Cursor cursor(tree_); !cursor.done();) {
      const NodeIndex node = cursor.take();
      if (const Failure failure = directive(node)) {
        ++outcome_.failed;
        say(node, *failure);
      } else {
        ++outcome_.passed;
      }
    }
    return std::move(outcome_);
  }

 private:
  void say(NodeIndex node, std::string_view what) {
    outcome_.lines.push_back(
        fmt::format("{}:{}: {}", path_, sources_.position(tree_.source, tree_.token(node).begin).line, what));
  }

  Failure directive(NodeIndex node) {
    if (!tree_.is_group(node)) return fmt::format("expected a directive, found '{}'", tree_.node_text(node));
    const std::string_view head = tree_.head(node);
    if (head == "witx") return valid(node);
    if (head == "assert_invalid") return invalid(node);
    if (head == "assert_representable") return representable(node, {});
    // Before these directives were one, a suite could only ask whether two types have one representation.
    if (head == "assert_eq") return representable(node, "eq");
    if (head == "assert_ne") return representable(node, "ne");
    if (head == "assert_abi") return abi(node);
    return fmt::format("unknown directive '{}'", head);
  }

  Failure valid(NodeIndex node) {
    FrontEnd document;
    read_document(tree_, node, path_, document);
    const std::string id = document_form(tree_, node).id;
    documents_.erase(id);
    if (document.diagnostics.errors() > 0) return fmt::format("the document is invalid: {}", all_messages(document));
    if (!id.empty()) documents_.insert_or_assign(id, std::move(document.model));
    return std::nullopt;
  }

  Failure invalid(NodeIndex node) {
    Cursor cursor = inside(node);
    const std::optional<NodeIndex> witx = take_form(cursor, "witx");
    const std::optional<std::string> text = witx ? take_string(cursor) : std::nullopt;
    if (!text || !cursor.done()) return R"(expected (assert_invalid (witx ...) "text"))";
    FrontEnd document;
    read_document(tree_, *witx, path_, document);
    if (document.diagnostics.errors() == 0)
      return fmt::format("the document is valid, but should not be: \"{}\"", *text);
    const auto meant = codes_meant(*text);
    if (meant.empty()) {
      say(node, fmt::format("note: not known what \"{}\" means here, but the document is invalid: {}", *text,
                            all_messages(document)));
      return std::nullopt;
    }
    const auto& all = document.diagnostics.all();
    const bool matches = std::ranges::any_of(
        all, [&meant](const diagnostics::Diagnostic& d) { return std::ranges::find(meant, d.code) != meant.end(); });
    if (matches) return std::nullopt;
    return fmt::format("the document is invalid for another reason than \"{}\": {}", *text, all_messages(document));
  }

  // `relation` is empty where the directive names it itself.
  Failure representable(NodeIndex node, std::string_view relation) {
    Cursor cursor = inside(node);
    if (relation.empty() && !cursor.done()) relation = tree_.node_text(cursor.take());
    std::vector<model::TypeOf> types;
    for (int i = 0; i < 2; ++i) {
      const bool has_id = !cursor.done() && tree_.token(cursor.peek()).kind == syntax::TokenKind::identifier;
      const std::string id(has_id ? tree_.node_text(cursor.take()).substr(1) : "");
      const std::optional<std::string> name = take_string(cursor);
      if (!has_id || !name)
        return fmt::format(R"(expected ({}{} $id "type" $id "type"))", tree_.head(node),
                           tree_.head(node) == "assert_representable" ? " eq|noteq|superset" : "");
      const auto document = documents_.find(id);
      if (document == documents_.end()) return fmt::format("there is no document '${}'", id);
      const auto& definitions = document->second.definitions;
      const auto found =
          std::ranges::find_if(definitions, [&name](const model::Definition& d) { return d.name == *name; });
      if (found == definitions.end()) return fmt::format("the document '${}' has no type \"{}\"", id, *name);
      types.push_back({document->second, found->type});
    }
    const std::string_view actual = word(model::representable(types[0], types[1]));
    if (relation == actual || (relation == "ne" && actual != "eq")) return std::nullopt;
    if (relation != "ne" && relation != "eq" && relation != "noteq" && relation != "superset")
      return fmt::format("unknown relation '{}'", relation);
    return fmt::format("expected {}, found {}", relation, actual);
  }

  static std::string_view word(model::Representation representation) {
    switch (representation) {
      case model::Representation::equal: return "eq";
      case model::Representation::superset: return "superset";
      case model::Representation::different: return "noteq";
    }
    return "";
  }

  // The instructions that follow the signature belong to a code generator, which is not what is tested here.
  Failure abi(NodeIndex node) {
    Cursor cursor = inside(node);
    const std::optional<NodeIndex> witx = take_form(cursor, "witx");
    const std::optional<NodeIndex> wasm = witx ? take_form(cursor, "wasm") : std::nullopt;
    if (!wasm) return "expected (assert_abi (witx ...) (wasm ...) ...)";
    FrontEnd document;
    read_document(tree_, *witx, path_, document);
    if (document.diagnostics.errors() > 0) return fmt::format("the document is invalid: {}", all_messages(document));
    const auto& modules = document.model.modules;
    if (modules.size() != 1 || modules.begin()->functions.size() != 1) return "expected one module with one function";
    const model::Layouts layouts(document.model, {});
    const model::Signature signature = model::lower(document.model, layouts, modules.begin()->functions.front());
    std::vector<model::Core> params;
    params.reserve(signature.params.size());
    for (const model::CoreParam& param : signature.params) params.push_back(param.core);
    const std::string actual = spelled("param", params) + spelled("result", signature.results);
    const std::string expected = written(*wasm);
    if (expected == actual) return std::nullopt;
    return fmt::format("expected (wasm{}), found (wasm{})", expected, actual);
  }

  static std::string spelled(std::string_view head, const std::vector<model::Core>& cores) {
    if (cores.empty()) return {};
    std::string text = fmt::format(" ({}", head);
    for (const model::Core core : cores) text += fmt::format(" {}", model::name_of(core));
    return text + ")";
  }

  // The members of a group as they would be spelled, less those that hold nothing.
  std::string written(NodeIndex wasm) {
    std::string text;
    for (Cursor cursor = inside(wasm); !cursor.done();) {
      const NodeIndex group = cursor.take();
      Cursor words(tree_, group);
      std::vector<std::string_view> all;
      while (!words.done()) all.push_back(tree_.node_text(words.take()));
      if (all.size() > 1) text += fmt::format(" ({})", fmt::join(all, " "));
    }
    return text;
  }

  [[nodiscard]] Cursor inside(NodeIndex group) const {
    Cursor cursor(tree_, group);
    cursor.take();
    return cursor;
  }

  std::optional<NodeIndex> take_form(Cursor& cursor, std::string_view head) const {
    if (cursor.done() || !tree_.is_group(cursor.peek()) || tree_.head(cursor.peek()) != head) return std::nullopt;
    return cursor.take();
  }

  std::optional<std::string> take_string(Cursor& cursor) const {
    if (cursor.done() || tree_.token(cursor.peek()).kind != syntax::TokenKind::string) return std::nullopt;
    return syntax::unescape(tree_.node_text(cursor.take()));
  }

  const syntax::Tree& tree_;
  const support::Sources& sources_;
  std::string path_;
  std::map<std::string, model::Model> documents_;
  Outcome outcome_;
};

}  // namespace

Outcome run_file(const std::string& path) {
  auto read = support::RealFiles().read(path);
  if (const auto* error = std::get_if<support::FileError>(&read)) {
    return {.passed = 0, .failed = 1, .lines = {fmt::format("{}: cannot be read: {}", path, error->reason)}};
  }
  support::Sources sources;
  diagnostics::Sink diagnostics;
  const support::SourceId source = sources.add(path, std::get<std::string>(std::move(read)));
  const syntax::Tree tree = syntax::read_tree(sources, source, diagnostics);
  if (diagnostics.errors() == 0) return Suite(tree, sources, path).run();
  Outcome outcome{.passed = 0, .failed = 1, .lines = {}};
  for (const diagnostics::Diagnostic& d : diagnostics.all()) {
    outcome.lines.push_back(
        fmt::format("{}:{}: {}", path, sources.position(source, d.primary.span.begin).line, d.message));
  }
  return outcome;
}

}  // namespace witxt
