// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// template list | export LANG -o DIR | check DIR [LANG...]: what the tool carries, a copy of it to change, and whether what was
// changed still fits.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <variant>

#include "cli/session.h"
#include "render/template_set.h"
#include "support/sha256.h"
#include "support/suggest.h"
#include "view/view_model.h"

namespace cli {
namespace {

using support::Code;
using support::FileError;

constexpr std::string_view suffix = ".mustache";
// Which built-in template each exported file was, a line each: hash and name.
constexpr std::string_view ancestors_name = "ancestors";

std::string joined(std::string_view folder, std::string_view path) {
  return folder.empty() || folder == "." ? std::string(path) : fmt::format("{}/{}", folder, path);
}

std::string template_path(std::string_view folder, std::string_view language, std::string_view name) {
  return joined(folder, fmt::format("{}/{}{}", language, name, suffix));
}

void usage(Session& session, std::string message, std::string help) {
  session.diagnostics.report(Code::usage, {}, std::move(message)).with_help(std::move(help));
}

// Whether there are built-in templates for it; if not, says so.
bool is_known(Session& session, const std::string& language) {
  const std::vector<std::string_view> known = render::builtin_languages();
  if (std::find(known.begin(), known.end(), language) != known.end()) return true;
  const std::string hint = support::did_you_mean(language, known);
  usage(session, fmt::format("there are no templates for '{}'", language),
        hint.empty() ? fmt::format("the languages are {}", fmt::join(known, ", ")) : hint);
  return false;
}

void list(Session& session) {
  for (const std::string_view language : render::builtin_languages()) {
    for (const std::string_view name : render::builtin_templates(language))
      session.host.out(fmt::format("{}/{}{}\n", language, name, suffix));
  }
}

// Writes what is not there yet. What is there and differs is the user's work.
bool write_new(Session& session, const std::string& path, std::string_view text) {
  const auto there = session.host.files.read(path);
  if (const auto* old = std::get_if<std::string>(&there)) {
    if (*old == text) return true;
    session.diagnostics
        .report(Code::unwritable_output, {}, fmt::format("'{}' exists, and is not the built-in one", path))
        .with_help("export into another folder, or remove it first");
    return false;
  }
  const FileError error = session.host.files.write(path, text);
  if (!error.reason.empty()) {
    session.diagnostics.report(Code::unwritable_output, {}, fmt::format("cannot write '{}': {}", path, error.reason));
    return false;
  }
  if (!session.options.quiet) session.host.out(path + '\n');
  return true;
}

void export_set(Session& session, const std::string& language) {
  if (!is_known(session, language)) return;
  const std::string& folder = session.options.output;
  std::string ancestors;
  for (const std::string_view name : render::builtin_templates(language)) {
    const std::string_view text = *render::builtin_template(language, name);
    if (!write_new(session, template_path(folder, language, name), text)) return;
    ancestors += fmt::format("{} {}\n", support::sha256_hex(text), name);
  }
  static_cast<void>(write_new(session, joined(folder, fmt::format("{}/{}", language, ancestors_name)), ancestors));
}

// Every name that a template may ask for, at whatever level.
void collect_keys(const nlohmann::json& schema, std::set<std::string>& keys) {
  for (const auto& [key, member] : schema.items()) {
    if (key == "properties" && member.is_object()) {
      for (const auto& [name, property] : member.items()) keys.insert(name);
    }
    if (member.is_structured()) collect_keys(member, keys);
  }
}

std::set<std::string> known_keys() {
  std::set<std::string> keys{"tool_version", "spec_names",      "spec_sha256", "options_sha256",
                             "template_set", "template_sha256", "body_sha256"};
  collect_keys(nlohmann::json::parse(view::view_schema()), keys);
  return keys;
}

class Checker {
 public:
  Checker(Session& session, std::string folder)
      : session_(session), folder_(std::move(folder)), keys_(known_keys()), names_(keys_.begin(), keys_.end()) {}

  void check(const std::string& language) {
    const auto set =
        render::load_templates(language, folder_, session_.host.files, session_.sources, session_.diagnostics);
    if (!set) return;
    const std::map<std::string, std::string> ancestors = read_ancestors(language);
    for (const auto& [name, made] : set->templates) {
      if (made.built_in) continue;
      ++files_;
      for (const render::Tag& tag : made.tags) check_tag(tag);
      check_ancestor(language, name, ancestors, session_.sources.text(made.source));
    }
  }

  [[nodiscard]] bool changed() const { return changed_; }
  [[nodiscard]] std::size_t files() const { return files_; }

 private:
  void check_tag(const render::Tag& tag) {
    if (tag.kind == render::Tag::Kind::end || tag.kind == render::Tag::Kind::partial || tag.name == ".") return;
    for (std::string_view rest = tag.name; !rest.empty();) {
      const std::size_t dot = rest.find('.');
      const std::string word(rest.substr(0, dot));
      rest.remove_prefix(dot == std::string_view::npos ? rest.size() : dot + 1);
      if (keys_.contains(word)) continue;
      support::Diagnostic& error = session_.diagnostics.report(Code::template_error, tag.span,
                                                               fmt::format("templates are never given '{}'", word));
      if (std::string help = support::did_you_mean(word, names_); !help.empty()) error.with_help(std::move(help));
      return;
    }
  }

  [[nodiscard]] std::map<std::string, std::string> read_ancestors(const std::string& language) const {
    std::map<std::string, std::string> ancestors;
    const auto read = session_.host.files.read(joined(folder_, fmt::format("{}/{}", language, ancestors_name)));
    const auto* text = std::get_if<std::string>(&read);
    for (std::size_t begin = 0; text != nullptr && begin < text->size();) {
      const std::size_t end = std::min(text->find('\n', begin), text->size());
      const std::size_t space = std::min(text->find(' ', begin), end);
      if (space < end) ancestors[text->substr(space + 1, end - space - 1)] = text->substr(begin, space - begin);
      begin = end + 1;
    }
    return ancestors;
  }

  void check_ancestor(const std::string& language, const std::string& name,
                      const std::map<std::string, std::string>& ancestors, std::string_view text) {
    const std::string path = template_path(folder_, language, name);
    const std::optional<std::string_view> own = render::builtin_template(language, name);
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
  std::string folder_;
  std::set<std::string> keys_;
  std::vector<std::string_view> names_;
  std::size_t files_ = 0;
  bool changed_ = false;
};

// The languages that are named, or the built-in ones of which the folder has something.
std::vector<std::string> languages_to_check(const Session& session, const std::string& folder) {
  const std::vector<std::string>& inputs = session.options.inputs;
  if (inputs.size() > 2) return {inputs.begin() + 2, inputs.end()};
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

ExitCode check(Session& session, const std::string& folder) {
  const std::vector<std::string> languages = languages_to_check(session, folder);
  if (languages.empty()) {
    usage(session, fmt::format("'{}' replaces no built-in template", folder),
          "templates lie in DIR/LANG/NAME.mustache; name the language if the tool has none of that name");
    return conclude(session, ExitCode::clean);
  }
  Checker checker(session, folder);
  for (const std::string& language : languages) checker.check(language);
  return conclude(session, checker.changed() ? ExitCode::finding : ExitCode::clean);
}

}  // namespace

ExitCode run_template(Session& session) {
  const std::vector<std::string>& inputs = session.options.inputs;
  const std::string action = inputs.empty() ? "" : inputs.front();
  if (action == "list" && inputs.size() == 1) {
    list(session);
  } else if (action == "export" && inputs.size() == 2) {
    export_set(session, inputs[1]);
  } else if (action == "check" && inputs.size() >= 2) {
    return check(session, inputs[1]);
  } else {
    constexpr std::array<std::string_view, 3> actions{"list", "export", "check"};
    const std::string hint = support::did_you_mean(action, actions);
    usage(session, "what is asked of 'template'?",
          hint.empty() ? "list | export LANG -o DIR | check DIR [LANG...]" : hint);
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli
