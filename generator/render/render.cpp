// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "render/render.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <utility>

#include "render/mustache.h"
#include "support/sha256.h"
#include "support/suggest.h"

namespace render {
namespace {

using diagnostics::Code;
using nlohmann::json;

void collect_keys(const json& value, std::set<std::string>& keys) {
  for (const auto& [key, member] : value.items()) {
    if (value.is_object()) keys.insert(key);
    if (member.is_structured()) collect_keys(member, keys);
  }
}

// A path that stays in the folder it is put in.
bool is_inside(std::string_view path) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' '; };
  if (std::any_of(path.begin(), path.end(), is_control)) return false;
  if (path.empty() || path.front() == '/' || path.back() == '/') return false;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part.empty() || part == "..") return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

// The same path without what leads nowhere, "./"; empty where nothing else is left.
std::string without_dots(std::string_view path) {
  std::string plain;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size() - 1) + 1;
    const std::string_view part = path.substr(0, end);
    if (part != "./" && part != ".") plain += part;
    path.remove_prefix(end);
  }
  return plain;
}

// What an element of a view is called: the value of its shortest key that ends so. Empty where there is none.
struct Called {
  std::string_view key = {};
  std::string_view value = {};
};

Called called(const json& element) {
  Called found;
  if (!element.is_object()) return found;
  for (const auto& [key, value] : element.items()) {
    const bool shorter = found.key.empty() || key.size() < found.key.size();
    if (!key.ends_with("_name") || !value.is_string() || !shorter) continue;
    found = {.key = key, .value = value.get_ref<const std::string&>()};
  }
  return found;
}

// The names of the first elements by which two places differ.
std::pair<Called, Called> told_apart(const Mustache::Place& one, const Mustache::Place& other) {
  const auto [a, b] = std::ranges::mismatch(one, other);
  if (a == one.end() || b == other.end()) return {};
  return {called(**a), called(**b)};
}

class Renderer {
 public:
  Renderer(const json& view, const TemplateSet& set, const Provenance& origin, const support::Sources& sources,
           diagnostics::Sink& diagnostics, const Finish& finish)
      : view_(view),
        set_(set),
        sources_(sources),
        diagnostics_(diagnostics),
        finish_(finish),
        mustache_(view, texts()) {
    mustache_.set("tool_version", origin.tool_version);
    mustache_.set("spec_names", origin.spec_names);
    mustache_.set("spec_sha256", origin.spec_sha256);
    mustache_.set("options_sha256", origin.options_sha256);
    mustache_.set("template_set", set.language);
    mustache_.set("template_sha256", set.sha256);
  }

  std::vector<Output> run() {
    const std::size_t errors = diagnostics_.errors();
    std::vector<Output> outputs;
    const std::vector<Mustache::Line> lines = mustache_.lines(set_.files.text, problems_);
    if (problems_.any()) {
      report_problems();
      return {};
    }
    // Of a line that is wrong for several elements only the first is shown.
    std::set<std::uint32_t> refused;
    for (const Mustache::Line& line : lines) {
      const FileList::Line& places = set_.files.lines.at(line.number);
      if (line.text.empty() || refused.contains(places.path.begin)) continue;
      const std::size_t space = std::min(line.text.find(' '), line.text.size());
      const std::string name = line.text.substr(0, space);
      const std::string given = line.text.substr(std::min(space + 1, line.text.size()));
      const std::string path = without_dots(given);
      if (check_output(name, given, places, line.place)) {
        outputs.push_back({.path = path, .text = file_of(name, path, line.place), .path_place = places.path});
      } else {
        refused.insert(places.path.begin);
      }
    }
    report_problems();
    if (diagnostics_.errors() != errors) outputs.clear();
    return outputs;
  }

 private:
  [[nodiscard]] std::map<std::string, std::string_view> texts() const {
    std::map<std::string, std::string_view> texts;
    for (const auto& [name, made] : set_.templates) texts.emplace(name, sources_.text(made.source));
    return texts;
  }

  bool check_output(const std::string& name, const std::string& given, const FileList::Line& places,
                    const Mustache::Place& at) {
    if (!set_.templates.contains(name)) {
      diagnostics_.report(Code::template_error, places.name,
                          fmt::format("'outputs' names a template that does not exist: '{}'", name));
      return false;
    }
    const std::string path = without_dots(given);
    if (!is_inside(path)) {
      diagnostics_
          .report(Code::template_error, places.path,
                  fmt::format("'{}' is not a path for the output of template '{}'", given, name))
          .with_help("a path is relative, names a file, and has no '..' and no control characters");
      return false;
    }
    const auto [before, fresh] = paths_.emplace(path, Listed{.place = places.path, .at = at});
    if (fresh) return true;
    const auto [one, other] = told_apart(before->second.at, at);
    std::string message = fmt::format("two outputs are written to '{}'", path);
    if (!one.value.empty() && one.value != other.value)
      message += fmt::format(": that of '{}' and that of '{}'", one.value, other.value);
    diagnostics::Diagnostic& error = diagnostics_.report(Code::template_error, places.path, std::move(message));
    if (before->second.place != places.path) {
      error.also(before->second.place, "the other one");
    } else {
      const bool known = !one.value.empty() && one.value != other.value;
      error.with_help(
          fmt::format("name in the path what tells them apart{}",
                      known ? fmt::format(": <%{}%>", one.key) : ", such as <%function_name%> or <%module_name%>"));
    }
    return false;
  }

  [[nodiscard]] std::string file_of(const std::string& name, const std::string& path, const Mustache::Place& place) {
    std::string body = mustache_.render(name, place, problems_);
    if (finish_) body = finish_(path, std::move(body));
    mustache_.set("body_sha256", support::sha256_hex(body));
    std::string text;
    if (set_.templates.contains("provenance")) text = mustache_.render("provenance", place, problems_) + '\n';
    text += body;
    if (set_.templates.contains("footer")) text += mustache_.render("footer", place, problems_);
    return text;
  }

  // The list of files is a template of the set, or what a configuration lists.
  [[nodiscard]] const std::vector<Tag>& tags_of(const std::string& name) const {
    const auto found = set_.templates.find(name.empty() ? "outputs" : name);
    return found == set_.templates.end() ? set_.files.tags : found->second.tags;
  }

  void report_problems() {
    for (const std::string& name : problems_.endless) {
      const support::Span begin{.source = set_.templates.at(name).source, .begin = 0, .end = 0};
      diagnostics_.report(Code::template_error, begin, fmt::format("template '{}' needs itself without an end", name))
          .with_help("a template may name itself only within a section that is empty some time");
    }
    for (const auto& [name, spans] : places_of(problems_.no_text, {Tag::Kind::variable})) report_no_text(name, spans);
    if (problems_.missing.empty()) return;
    std::set<std::string> keys;
    collect_keys(view_, keys);
    const auto asked = {Tag::Kind::variable, Tag::Kind::section, Tag::Kind::inverted};
    for (const auto& [name, spans] : places_of(problems_.missing, asked))
      report_missing(name, spans, {keys.begin(), keys.end()});
  }

  // By name, all tags of these kinds that ask for it.
  [[nodiscard]] std::map<std::string, std::vector<support::Span>> places_of(
      const std::set<Problems::Missing>& problems, std::initializer_list<Tag::Kind> kinds) const {
    std::map<std::string, std::vector<support::Span>> places;
    for (const Problems::Missing& problem : problems) {
      for (const Tag& tag : tags_of(problem.asked_by)) {
        if (tag.name == problem.name && std::ranges::find(kinds, tag.kind) != kinds.end())
          places[problem.name].push_back(tag.span);
      }
    }
    return places;
  }

  void report_no_text(const std::string& name, const std::vector<support::Span>& spans) {
    diagnostics::Diagnostic& error =
        diagnostics_.report(Code::template_error, spans.empty() ? support::Span() : spans.front(),
                            fmt::format("'{}' is not text here, but a list, an object or a truth value", name));
    for (std::size_t i = 1; i < spans.size() && i <= 2; ++i) error.also(spans[i], "and here");
    if (name != ".")
      error.with_help(fmt::format("write <%#{0}%> ... <%/{0}%> for what is in it, or whether there is any", name));
  }

  // One report a name, at the first tag that asks for it: in the list of files, then in the order of the templates' names.
  void report_missing(const std::string& name, const std::vector<support::Span>& spans,
                      const std::vector<std::string_view>& known) {
    diagnostics::Diagnostic& error =
        diagnostics_.report(Code::template_error, spans.empty() ? support::Span() : spans.front(),
                            fmt::format("templates are given no '{}' here", name));
    for (std::size_t i = 1; i < spans.size() && i <= 2; ++i) error.also(spans[i], "and here");
    const std::string_view first = std::string_view(name).substr(0, name.find('.'));
    std::string help = support::did_you_mean(first, known);
    if (std::ranges::binary_search(known, first))
      help = fmt::format("'{}' belongs to another level, or has no such member", first);
    if (!help.empty()) error.with_help(std::move(help));
  }

  const json& view_;
  const TemplateSet& set_;
  const support::Sources& sources_;
  diagnostics::Sink& diagnostics_;
  const Finish& finish_;
  Mustache mustache_;
  // What was listed, where, and for which element.
  struct Listed {
    support::Span place;
    Mustache::Place at;
  };
  std::map<std::string, Listed> paths_;
  Problems problems_;
};

}  // namespace

std::vector<Output> render(const json& view, const TemplateSet& set, const Provenance& origin,
                           const support::Sources& sources, diagnostics::Sink& diagnostics, const Finish& finish) {
  return Renderer(view, set, origin, sources, diagnostics, finish).run();
}

}  // namespace render
