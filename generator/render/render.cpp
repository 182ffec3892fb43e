// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "render/render.h"

#include <fmt/format.h>

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

using nlohmann::json;
using support::Code;

void collect_keys(const json& value, std::set<std::string>& keys) {
  for (const auto& [key, member] : value.items()) {
    if (value.is_object()) keys.insert(key);
    if (member.is_structured()) collect_keys(member, keys);
  }
}

// A path that stays in the folder it is put in.
bool is_inside(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.back() == '/') return false;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part.empty() || part == "." || part == "..") return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

class Renderer {
 public:
  Renderer(const json& view, const TemplateSet& set, const Provenance& origin, const support::Sources& sources,
           support::Diagnostics& diagnostics)
      : view_(view), set_(set), sources_(sources), diagnostics_(diagnostics), mustache_(view, texts()) {
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
    const std::string list = mustache_.render("outputs", missing_);
    std::set<std::string> paths;
    for (std::string_view rest = list; !rest.empty();) {
      const std::size_t end = rest.find('\n');
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      if (line.empty()) continue;
      const std::size_t space = line.find(' ');
      const std::string name(line.substr(0, space));
      const std::string path(space == std::string_view::npos ? std::string_view() : line.substr(space + 1));
      if (check_output(name, path, paths)) outputs.push_back({.path = path, .text = file_of(name)});
    }
    report_missing();
    if (diagnostics_.errors() != errors) outputs.clear();
    return outputs;
  }

 private:
  [[nodiscard]] std::map<std::string, std::string_view> texts() const {
    std::map<std::string, std::string_view> texts;
    for (const auto& [name, made] : set_.templates) texts.emplace(name, sources_.text(made.source));
    return texts;
  }

  bool check_output(const std::string& name, const std::string& path, std::set<std::string>& paths) {
    const support::Span whole{.source = set_.templates.at("outputs").source};
    if (!set_.templates.contains(name)) {
      diagnostics_.report(Code::template_error, whole,
                          fmt::format("'outputs' names a template that does not exist: '{}'", name));
      return false;
    }
    if (!is_inside(path)) {
      diagnostics_
          .report(Code::template_error, whole,
                  fmt::format("'{}' is no path for the output of template '{}'", path, name))
          .with_help("write '<template> <path>', the path relative and without '..'");
      return false;
    }
    if (!paths.insert(path).second) {
      diagnostics_.report(Code::template_error, whole, fmt::format("two outputs are written to '{}'", path));
      return false;
    }
    return true;
  }

  [[nodiscard]] std::string file_of(const std::string& name) {
    const std::string body = mustache_.render(name, missing_);
    mustache_.set("body_sha256", support::sha256_hex(body));
    std::string text;
    if (set_.templates.contains("provenance")) text = mustache_.render("provenance", missing_) + '\n';
    text += body;
    if (set_.templates.contains("footer")) text += mustache_.render("footer", missing_);
    return text;
  }

  // One report a name, at the first tag that has it, in the order of the templates' names.
  void report_missing() {
    if (missing_.empty()) return;
    std::set<std::string> keys;
    collect_keys(view_, keys);
    const std::vector<std::string_view> known(keys.begin(), keys.end());
    for (const std::string& name : missing_) {
      support::Diagnostic* error = nullptr;
      for (const auto& [template_name, made] : set_.templates) {
        for (const Tag& tag : made.tags) {
          if (tag.name != name || tag.kind == Tag::Kind::end || tag.kind == Tag::Kind::partial) continue;
          if (error == nullptr) {
            error = &diagnostics_.report(Code::template_error, tag.span,
                                         fmt::format("templates are given no '{}' here", name));
          } else if (error->secondary.size() < 2) {
            error->also(tag.span, "and here");
          }
        }
      }
      if (error == nullptr) continue;
      const std::string_view first = std::string_view(name).substr(0, name.find('.'));
      std::string help = support::did_you_mean(first, known);
      if (keys.contains(std::string(first)))
        help = fmt::format("'{}' belongs to another level, or has no such member", first);
      if (!help.empty()) error->with_help(std::move(help));
    }
  }

  const json& view_;
  const TemplateSet& set_;
  const support::Sources& sources_;
  support::Diagnostics& diagnostics_;
  Mustache mustache_;
  std::set<std::string> missing_;
};

}  // namespace

std::vector<Output> render(const json& view, const TemplateSet& set, const Provenance& origin,
                           const support::Sources& sources, support::Diagnostics& diagnostics) {
  return Renderer(view, set, origin, sources, diagnostics).run();
}

}  // namespace render
