// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "backend/backend.h"
#include "driver/config_file.h"
#include "driver/extra_files.h"
#include "driver/template_files.h"
#include "render/provenance.h"
#include "render/template_set.h"
#include "support/sha256.h"
#include "support/suggest.h"

namespace driver {

using diagnostics::Code;

std::string joined_path(std::string_view folder, std::string_view path) {
  return folder.empty() || folder == "." ? std::string(path) : fmt::format("{}/{}", folder, path);
}

std::string template_path(std::string_view folder, std::string_view language, std::string_view name) {
  return joined_path(folder, fmt::format("{}/{}{}", language, name, template_suffix));
}

namespace {

// Every name that a template of a language may ask for, at whatever level.
std::set<std::string> known_keys(std::string_view language) {
  std::set<std::string> keys = backend::view_keys(language);
  keys.insert(render::added_keys.begin(), render::added_keys.end());
  return keys;
}

// What is to be checked: the templates of one language in one folder, and what a configuration asks of them.
struct CheckedSet {
  std::string folder;
  std::string language;
  std::vector<render::ExtraFile> extra;
};

class Checker {
 public:
  explicit Checker(Session& session) : session_(session) {}

  void check(const CheckedSet& checked) {
    keys_ = known_keys(checked.language);
    const support::FileSystem& files = session_.host.files;
    const auto own =
        render::load_templates(checked.language, checked.folder, files, session_.sources, session_.diagnostics);
    if (own) check(checked, *own);
    if (!own || checked.extra.empty()) return;
    const auto extra = render::load_templates(checked.language, checked.folder, checked.extra, files, session_.sources,
                                              session_.diagnostics);
    if (!extra) return;
    for (const render::Tag& tag : extra->files.tags) check_tag(tag);
    check(checked, *extra);
  }

  [[nodiscard]] bool changed() const { return changed_; }

 private:
  void check(const CheckedSet& checked, const render::TemplateSet& set) {
    const std::map<std::string, std::string> ancestors = read_ancestors(checked);
    for (const auto& [name, made] : set.templates) {
      if (made.built_in || !seen_.insert(session_.sources.name(made.source)).second) continue;
      for (const render::Tag& tag : made.tags) check_tag(tag);
      check_ancestor(checked, name, ancestors, session_.sources.text(made.source));
    }
  }

  void check_tag(const render::Tag& tag) {
    if (tag.kind == render::Tag::Kind::end || tag.kind == render::Tag::Kind::partial || tag.name == ".") return;
    for (std::string_view rest = tag.name; !rest.empty();) {
      const std::size_t dot = rest.find('.');
      const std::string word(rest.substr(0, dot));
      rest.remove_prefix(dot == std::string_view::npos ? rest.size() : dot + 1);
      if (keys_.contains(word)) continue;
      diagnostics::Diagnostic& error = session_.diagnostics.report(Code::template_error, tag.span,
                                                                   fmt::format("templates are never given '{}'", word));
      const std::vector<std::string_view> known(keys_.begin(), keys_.end());
      if (std::string help = support::did_you_mean(word, known); !help.empty()) error.with_help(std::move(help));
      return;
    }
  }

  [[nodiscard]] std::map<std::string, std::string> read_ancestors(const CheckedSet& checked) const {
    std::map<std::string, std::string> ancestors;
    const auto read =
        session_.host.files.read(joined_path(checked.folder, fmt::format("{}/{}", checked.language, ancestors_name)));
    const auto* text = std::get_if<std::string>(&read);
    for (std::size_t begin = 0; text != nullptr && begin < text->size();) {
      const std::size_t end = std::min(text->find('\n', begin), text->size());
      const std::size_t space = std::min(text->find(' ', begin), end);
      if (space < end) ancestors[text->substr(space + 1, end - space - 1)] = text->substr(begin, space - begin);
      begin = end + 1;
    }
    return ancestors;
  }

  void check_ancestor(const CheckedSet& checked, const std::string& name,
                      const std::map<std::string, std::string>& ancestors, std::string_view text) {
    const std::string path = template_path(checked.folder, checked.language, name);
    const std::optional<std::string_view> own = render::builtin_template(checked.language, name);
    const auto ancestor = ancestors.find(name);
    const auto say = [&](std::string_view what) { session_.host.out(fmt::format("{}: {}\n", path, what)); };
    if (ancestor != ancestors.end() && (!own || support::sha256_hex(*own) != ancestor->second)) {
      changed_ = true;
      return say(own ? "the built-in template changed since this one was exported"
                     : "the built-in template that this one was exported from is no more");
    }
    if (session_.options.quiet) return;
    if (!own) return say("adds to the built-in templates");
    say(*own == text ? "is the built-in template, unchanged" : "replaces the built-in template");
  }

  Session& session_;
  // Of the language that is being checked.
  std::set<std::string> keys_;
  // Files that were looked at.
  std::set<std::string> seen_;
  bool changed_ = false;
};

// The built-in languages of which the folder has something.
std::vector<std::string> languages_in(const Session& session, const std::string& folder) {
  std::vector<std::string> found;
  for (const std::string_view language : render::builtin_languages()) {
    const std::vector<std::string_view> names = render::builtin_templates(language);
    const bool any = std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return session.host.files.exists(template_path(folder, language, name));
    });
    if (any) found.emplace_back(language);
  }
  return found;
}

// What the configuration's outputs use, where there is one. `folder`: of that folder alone, if it is not empty.
std::vector<CheckedSet> configured_sets(Session& session, const std::string& folder) {
  std::vector<CheckedSet> sets;
  const std::optional<ConfigFile> found = effective_config(session, {});
  if (!found) return sets;
  const support::FileSystem& files = session.host.files;
  for (const config::Output& output : found->config.outputs) {
    const std::string& used = output.look.templates;
    const bool other = !folder.empty() && (used.empty() || files.canonical(used) != files.canonical(folder));
    if (!other) sets.push_back({.folder = used, .language = output.language, .extra = extra_files(output)});
  }
  return sets;
}

std::vector<CheckedSet> sets_of(Session& session, const std::vector<std::string>& where) {
  if (where.empty()) return configured_sets(session, {});
  const std::string& folder = where.front();
  std::vector<std::string> languages(where.begin() + 1, where.end());
  const bool all = languages.empty();
  if (all) languages = languages_in(session, folder);
  std::vector<CheckedSet> sets;
  for (const std::string& language : languages) sets.push_back({.folder = folder, .language = language, .extra = {}});
  if (!has_config(session)) return sets;
  for (CheckedSet& checked : configured_sets(session, folder)) {
    const bool wanted = all || std::find(languages.begin(), languages.end(), checked.language) != languages.end();
    checked.folder = folder;
    if (wanted) sets.push_back(std::move(checked));
  }
  return sets;
}

}  // namespace

ExitCode check_templates(Session& session, const std::vector<std::string>& where) {
  const std::vector<CheckedSet> sets = sets_of(session, where);
  if (sets.empty() && session.diagnostics.errors() == 0) {
    session.diagnostics.report(Code::usage, {}, fmt::format("'{}' replaces no built-in template", where.front()))
        .with_help("templates lie in DIR/LANG/NAME.mustache; name the language if the tool has none of that name");
  }
  if (session.diagnostics.errors() > 0) return conclude(session, ExitCode::clean);
  Checker checker(session);
  for (const CheckedSet& checked : sets) checker.check(checked);
  return conclude(session, checker.changed() ? ExitCode::finding : ExitCode::clean);
}

}  // namespace driver
