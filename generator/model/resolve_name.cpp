// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names: what they stand for, and what to say where that is nothing, or nothing that fits.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/resolver.h"
#include "model/spell.h"
#include "support/suggest.h"

namespace model {

using diagnostics::Code;
using support::Span;

namespace {

// Values are handles of a resource, and those need a name.
std::string help_for_resource(std::string_view name) {
  return fmt::format("values are handles of it: write '(typename ${0} (handle ${0}))' and use that type", name);
}

}  // namespace

// A name that is defined is what was meant, whatever else the word looks like.
Type::Shape TypeResolver::shape(const syntax::WordExpr& expr, Span span, bool /*named*/) {
  if (!state_.reported_words.insert(expr.word).second) return Unknown{};
  auto& diagnostic =
      state_.diagnostics.report(Code::expected_type, span, fmt::format("expected a type, found '{}'", expr.word));
  const bool defined = scope_.types.contains(expr.word) || all_names().contains(expr.word);
  if (scope_.resources.contains(expr.word) && !defined) {
    diagnostic.with_help(help_for_resource(expr.word));
  } else if (defined || expr.help.empty()) {
    diagnostic.with_help(fmt::format("names of types begin with '$': '${}'", expr.word));
  } else {
    diagnostic.with_help(expr.help);
  }
  return Unknown{};
}

// In the dialects that have resources a handle is one of a resource, and of nothing else.
void TypeResolver::report_no_resource(const syntax::Name& name) {
  if (scope_.resources.contains(name.text) || state_.incomplete || !state_.reported.insert(name.text).second) return;
  auto& diagnostic =
      state_.diagnostics.report(Code::unknown_name, name.span, fmt::format("unknown resource '{}'", name.text));
  if (const auto type = scope_.types.find(name.text); type != scope_.types.end())
    diagnostic.also(type->second.span, "a type, which has no handles");
  if (state_.diagnostics.crowded()) return;
  std::vector<std::string_view> known;
  for (const auto& [text, entry] : scope_.resources) known.push_back(text);
  std::sort(known.begin(), known.end());
  if (std::string help = support::did_you_mean(name.text, known); !help.empty()) diagnostic.with_help(std::move(help));
}

DefinitionId TypeResolver::definition(const syntax::Name& name) {
  const auto found = scope_.types.find(name.text);
  if (found == scope_.types.end()) {
    if (const auto resource = scope_.resources.find(name.text); resource != scope_.resources.end()) {
      report_resource(name, resource->second.span);
    } else {
      report_unknown(name);
    }
    return {};
  }
  const ScopeEntry& entry = found->second;
  if (const auto* id = std::get_if<DefinitionId>(&entry.what)) return *id;
  if (std::holds_alternative<InProgress>(entry.what)) {
    state_.diagnostics.report(Code::recursive_type, name.span, fmt::format("type '{}' contains itself", name.text))
        .also(entry.span, "defined here")
        .with_help("a witx type cannot refer to itself, not even through a pointer or a list");
  } else if (!std::holds_alternative<Reported>(entry.what)) {
    if (!std::holds_alternative<ModuleId>(entry.what)) {
      report_resource(name, entry.span);
      return {};
    }
    state_.diagnostics
        .report(Code::wrong_kind_of_name, name.span, fmt::format("'{}' is a module, not a type", name.text))
        .also(entry.span, "defined here");
  }
  return {};
}

Alias TypeResolver::alias(DefinitionId definition) const {
  const TypeId type = state_.model.definitions[definition].type;
  const auto* next = std::get_if<Alias>(&state_.model.types[type].shape);
  return {.definition = definition, .target = next != nullptr ? next->target : type};
}

void TypeResolver::report_resource(const syntax::Name& name, Span defined) {
  state_.diagnostics
      .report(Code::wrong_kind_of_name, name.span, fmt::format("'{}' is a resource, not a type", name.text))
      .also(defined, "defined here")
      .with_help(help_for_resource(name.text));
}

void TypeResolver::report_unknown(const syntax::Name& name) {
  if (!state_.reported.insert(name.text).second) return;
  if (const auto later = all_names().find(name.text); later != all_names().end()) {
    state_.diagnostics
        .report(Code::used_before_definition, name.span,
                fmt::format("type '{}' is used before it is defined", name.text))
        .also(later->second, "defined here")
        .with_help(
            later->second.source == name.span.source
                ? "move the definition above its first use"
                : "files are read in the order of '(use ...)', each once: the one that defines it must come first");
    return;
  }
  if (state_.incomplete) return;
  auto& diagnostic =
      state_.diagnostics.report(Code::unknown_name, name.span, fmt::format("unknown type '{}'", name.text));
  if (std::string help = help_for_unknown(name.text); !help.empty()) diagnostic.with_help(std::move(help));
}

std::string TypeResolver::help_for_unknown(std::string_view name) {
  if (name == "usize") return "write '(@witx usize)'";
  if (name == "string" || name == "bool" || primitive_named(name)) {
    return fmt::format("'{}' is a word of the language and has no '$'", name);
  }
  if (state_.diagnostics.crowded()) return {};
  std::vector<std::string_view> known;
  for (const auto& [text, entry] : scope_.types) known.push_back(text);
  // Also what is defined further down: somebody may have meant that, and learns next that it comes too late.
  for (const auto& [text, span] : all_names()) known.push_back(text);
  std::sort(known.begin(), known.end());
  std::string guess = support::did_you_mean(name, known);
  const bool alone = state_.document.files.size() == 1 && state_.reported.size() == 1;
  return guess.empty() && alone ? "this file uses no other: is a line such as '(use \"typenames.witx\")' missing?"
                                : guess;
}

const std::unordered_map<std::string_view, Span>& TypeResolver::all_names() {
  if (state_.all_names) return *state_.all_names;
  state_.all_names.emplace();
  const auto gather = [this](const std::vector<syntax::Item>& items, const auto& self) -> void {
    for (const syntax::Item& item : items) {
      if (const auto* decl = std::get_if<syntax::TypenameDecl>(&item))
        state_.all_names->emplace(decl->name.text, decl->name.span);
      if (const auto* module = std::get_if<syntax::ModuleDecl>(&item)) self(module->items, self);
    }
  };
  for (const syntax::ParsedFile& file : state_.document.files) gather(file.ast.items, gather);
  return *state_.all_names;
}

}  // namespace model
