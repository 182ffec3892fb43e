// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/config_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "backend/backend.h"
#include "config/places.h"
#include "lint/lint.h"
#include "support/suggest.h"

namespace driver {
namespace {

using diagnostics::Code;

// Where the file says something of an output, or of all.
class Places {
 public:
  Places(const Session& session, const ConfigFile& file)
      // Outputs that the command line names are not the file's.
      : of_outputs_(session.options.languages.empty()),
        places_(file.source ? config::places(session.sources, file.source) : std::map<std::string, config::Place>()) {}

  // Null, if the file does not say it.
  [[nodiscard]] const config::Place* find(const std::string& pointer) const {
    const auto place = places_.find(pointer);
    return place == places_.end() ? nullptr : &place->second;
  }

  [[nodiscard]] const config::Place* of_output(std::size_t output, const std::string& pointer) const {
    const config::Place* own = of_outputs_ ? find(fmt::format("/outputs/{}{}", output, pointer)) : nullptr;
    return own != nullptr ? own : find(pointer);
  }

 private:
  bool of_outputs_;
  std::map<std::string, config::Place> places_;
};

// The entry of an output's "rename" for a path.
std::string entry(const std::string& path) { return "/rename/" + path; }

// Why no generated header may open a namespace of which `part` is a name, the first one or a later one; empty: it may.
std::string_view why_reserved(std::string_view part, bool is_first) {
  if (part == "witx") return "generated headers have types of their own there";
  const bool is_std = part.starts_with("std") && part.find_first_not_of("0123456789", 3) == std::string_view::npos;
  if (is_first && (is_std || part == "posix")) return "C++ keeps it for its own library";
  const bool is_upper = part.size() > 1 && part[1] >= 'A' && part[1] <= 'Z';
  if (part.find("__") != std::string_view::npos || (part.starts_with('_') && (is_first || is_upper)))
    return "C++ keeps names that begin so or have two underscores in a row for compilers";
  return {};
}

// Whether it is reserved as the first part alone.
bool is_first_only(std::string_view part) { return why_reserved(part, false).empty(); }

}  // namespace

void check_identifiers(Session& session, const ConfigFile& file) {
  const Places places(session, file);
  // What several outputs inherit is said once.
  std::set<std::pair<std::uint32_t, std::string_view>> said;
  const auto check = [&](const std::string& name, std::string_view language, const config::Place* place) {
    const backend::Backend* rules = backend::find(language);
    if (rules == nullptr || bind::is_identifier(rules->naming(), name)) return;
    const support::Span span = place == nullptr ? support::Span() : place->value;
    if (!said.emplace(span.begin, language).second) return;
    session.diagnostics.report(Code::bad_configuration, span, fmt::format("'{}' is not a name in {}", name, language))
        .with_help("letters, digits and '_', no digit first, and no word that the language or its headers keep");
  };
  for (std::size_t i = 0; i < file.config.outputs.size(); ++i) {
    const config::Output& output = file.config.outputs[i];
    for (const auto& [path, name] : output.look.rename) check(name, output.language, places.of_output(i, entry(path)));
    for (std::size_t s = 0; s < file.config.specs.size(); ++s) {
      const std::string& name = file.config.specs[s].name_space;
      const bool own = session.options.name_space.empty();
      const config::Place* place = own ? places.find(fmt::format("/specs/{}/namespace", s)) : nullptr;
      constexpr std::string_view separator = "::";
      for (std::size_t begin = 0; !name.empty() && begin <= name.size();) {
        const std::size_t end = std::min(name.find(separator, begin), name.size());
        const std::string part = name.substr(begin, end - begin);
        check(part, output.language, place);
        const std::string_view why = why_reserved(part, begin == 0);
        if (!why.empty() && said.emplace(place == nullptr ? 0 : place->value.begin, why).second) {
          session.diagnostics
              .report(
                  Code::bad_configuration, place == nullptr ? support::Span() : place->value,
                  fmt::format("{} '{}'",
                              is_first_only(part) ? "a namespace cannot begin with" : "no part of a namespace can be",
                              part))
              .with_help(std::string(why));
        }
        begin = end + separator.size();
      }
    }
  }
}

void check_renames(Session& session, const ConfigFile& file, const std::set<std::string>& known) {
  const Places places(session, file);
  const std::vector<std::string_view> names(known.begin(), known.end());
  std::set<std::string> said;
  for (std::size_t i = 0; i < file.config.outputs.size(); ++i) {
    for (const auto& [path, name] : file.config.outputs[i].look.rename) {
      if (known.contains(path) || !said.insert(path).second) continue;
      const config::Place* place = places.of_output(i, entry(path));
      diagnostics::Diagnostic& warning = session.diagnostics.report(
          Code::bad_configuration, diagnostics::Severity::warning, place == nullptr ? support::Span() : place->key,
          fmt::format("no specification has anything at '{}'", path));
      const std::string hint = support::did_you_mean(path, names);
      warning.with_help(hint.empty() ? "paths are TYPE, TYPE.MEMBER, MODULE.FUNCTION, MODULE.FUNCTION.PARAM" : hint);
    }
  }
}

bool check_rules(Session& session, const ConfigFile& file) {
  const Places places(session, file);
  std::vector<std::string_view> known;
  for (const lint::Rule& rule : lint::all_rules()) known.push_back(info(rule.code).id);
  bool are_known = true;
  for (const auto& [id, level] : file.config.lint) {
    if (std::find(known.begin(), known.end(), id) != known.end()) continue;
    const config::Place* place = places.find("/lint/" + id);
    const std::string hint = support::did_you_mean(id, known);
    session.diagnostics
        .report(Code::bad_configuration, place == nullptr ? support::Span{.source = file.source} : place->key,
                fmt::format("lint has no rule '{}'", id))
        .with_help(hint.empty() ? fmt::format("the rules are {}", fmt::join(known, ", ")) : hint);
    are_known = false;
  }
  return are_known;
}

}  // namespace driver
