// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/comparison.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "diff/diff.h"
#include "driver/config_file.h"
#include "driver/inputs.h"
#include "driver/page.h"
#include "model/layout.h"
#include "report/drawn.h"
#include "support/suggest.h"

namespace driver {
namespace {

using diagnostics::Code;

// OLDMOD of one document, NEWMOD of the other.
bool check_module(Session& session, const std::string& name, const model::Model& model, std::string_view side) {
  std::vector<std::string_view> known;
  for (const model::Module& module : model.modules) known.push_back(module.name);
  for (const std::string_view module : known) {
    if (module == name) return true;
  }
  auto& diagnostic =
      session.diagnostics.report(Code::usage, {}, fmt::format("--map: the {} document has no module '{}'", side, name));
  const std::string hint = support::did_you_mean(name, known);
  diagnostic.with_help(!hint.empty()   ? hint
                       : known.empty() ? "it has no modules"
                                       : fmt::format("it has {}", fmt::join(known, ", ")));
  return false;
}

std::vector<std::pair<std::string, std::string>> read_map(Session& session, const model::Model& before,
                                                          const model::Model& after) {
  std::vector<std::pair<std::string, std::string>> map;
  std::set<std::string> old_names;
  std::set<std::string> new_names;
  for (const std::string& entry : session.options.map) {
    const std::size_t equals = entry.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == entry.size()) {
      session.diagnostics.report(Code::usage, {}, fmt::format("--map: '{}' is not of the form OLDMOD=NEWMOD", entry));
      continue;
    }
    std::pair<std::string, std::string> names(entry.substr(0, equals), entry.substr(equals + 1));
    if (!check_module(session, names.first, before, "old") || !check_module(session, names.second, after, "new"))
      continue;
    if (!old_names.insert(names.first).second || !new_names.insert(names.second).second) {
      session.diagnostics.report(Code::usage, {},
                                 fmt::format("--map: '{}' maps a module that is mapped already", entry));
      continue;
    }
    map.push_back(std::move(names));
  }
  return map;
}

bool has_function(const model::Model& model, std::string_view name) {
  const std::size_t colons = name.rfind("::");
  for (const model::Module& module : model.modules) {
    if (colons != std::string_view::npos && module.name != name.substr(0, colons)) continue;
    for (const model::Function& f : module.functions) {
      if (f.name == name.substr(colons == std::string_view::npos ? 0 : colons + 2)) return true;
    }
  }
  return false;
}

// What --only names has to be there on one side at least.
void check_functions(Session& session, const model::Model& before, const model::Model& after) {
  std::vector<std::string_view> known;
  for (const model::Model* model : {&before, &after}) {
    for (const model::Module& module : model->modules) {
      for (const model::Function& f : module.functions) known.push_back(f.name);
    }
  }
  for (const std::string& name : session.options.only) {
    if (has_function(before, name) || has_function(after, name)) continue;
    auto& diagnostic =
        session.diagnostics.report(Code::usage, {}, fmt::format("--only: neither document has a function '{}'", name));
    if (const std::string hint = support::did_you_mean(name, known); !hint.empty()) diagnostic.with_help(hint);
  }
}

// If you vendor six functions, you review six: where every output in the configuration has an `only`, the comparison covers these
// functions. The configuration may list functions of other documents; those that neither side has are left out.
std::vector<std::string> configured_functions(Session& session, const model::Model& before, const model::Model& after) {
  if (!has_config(session)) return {};
  const std::optional<ConfigFile> found = read_config(session);
  if (!found) return {};
  std::set<std::string> names;
  for (const config::Output& output : found->config.outputs) {
    if (output.look.only.empty()) return {};
    names.insert(output.look.only.begin(), output.look.only.end());
  }
  std::erase_if(names,
                [&](const std::string& name) { return !has_function(before, name) && !has_function(after, name); });
  return {names.begin(), names.end()};
}

std::vector<std::string> functions_to_compare(Session& session, const model::Model& before, const model::Model& after) {
  if (session.options.only == std::vector<std::string>{"*"}) return {};
  if (session.options.only.empty()) return configured_functions(session, before, after);
  check_functions(session, before, after);
  return session.options.only;
}

// The entry files of both sides. A side of one file stands by its place, one of several behind --old or --new.
struct Sides {
  std::vector<std::string> before;
  std::vector<std::string> after;
};

std::optional<Sides> sides_of(Session& session) {
  const auto inputs = all_inputs(session);
  if (!inputs) return std::nullopt;
  Sides sides{.before = session.options.old_files, .after = session.options.new_files};
  std::size_t next = 0;
  for (std::vector<std::string>* side : {&sides.before, &sides.after}) {
    if (side->empty() && next < inputs->size()) side->push_back(inputs->at(next++));
  }
  if (!sides.before.empty() && !sides.after.empty() && next == inputs->size()) return sides;
  if (next < inputs->size() && !(session.options.old_files.empty() && session.options.new_files.empty())) {
    session.diagnostics
        .report(Code::usage, {}, fmt::format("'{}' belongs to neither side of the comparison", inputs->at(next)))
        .with_help("--old and --new take one FILE each, and can be given several times");
    return std::nullopt;
  }
  const std::size_t given =
      inputs->size() + (session.options.old_files.empty() ? 0 : 1) + (session.options.new_files.empty() ? 0 : 1);
  session.diagnostics
      .report(Code::usage, {},
              fmt::format("two documents are needed, the old one and the new one, but {} {} given", given,
                          given == 1 ? "was" : "were"))
      .with_help("each is the file that a document begins with, or a built-in such as '@preview1'")
      .with_help("name a document of several files with '--old FILE --old FILE' or '--new FILE --new FILE'");
  return std::nullopt;
}

}  // namespace

std::optional<Comparison> compare_inputs(Session& session) {
  const std::optional<Sides> sides = sides_of(session);
  if (!sides) return std::nullopt;
  Document before = read_document(session, sides->before);
  Document after = read_document(session, sides->after);
  if (session.diagnostics.errors() > 0) return std::nullopt;
  const diff::Options options{.module_names = read_map(session, before.model, after.model),
                              .target = {.pointer_size = session.options.wasm64 ? 8U : 4U},
                              .only = functions_to_compare(session, before.model, after.model),
                              .disabled = {}};
  if (session.diagnostics.errors() > 0) return std::nullopt;
  diff::Changes changes = diff::diff(before.model, after.model, options);
  return Comparison{.before = fmt::format("{}", fmt::join(sides->before, ", ")),
                    .after = fmt::format("{}", fmt::join(sides->after, ", ")),
                    .changes = std::move(changes),
                    .old_model = std::move(before.model),
                    .new_model = std::move(after.model),
                    .only = options.only};
}

std::string changes_page(Session& session, const Comparison& compared, const report::ChangeReport& report) {
  const model::Target target{.pointer_size = session.options.wasm64 ? 8U : 4U};
  const model::Layouts before(compared.old_model, target);
  const model::Layouts after(compared.new_model, target);
  return page_of(session, "changes",
                 report::changes_view(report, {.model = compared.old_model, .layouts = before},
                                      {.model = compared.new_model, .layouts = after}));
}

}  // namespace driver
