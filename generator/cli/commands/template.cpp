// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// template list | export LANG -o DIR | check [DIR [LANG...]]: what the tool carries, a copy of it to change, and whether what was
// changed still fits.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "cli/commands/commands.h"
#include "driver/session.h"
#include "driver/template_files.h"
#include "render/template_set.h"
#include "support/sha256.h"
#include "support/suggest.h"

namespace cli::commands {
namespace {

using diagnostics::Code;

void usage(driver::Session& session, std::string message, std::string help) {
  session.diagnostics.report(Code::usage, {}, std::move(message)).with_help(std::move(help));
}

// Whether there are built-in templates for it; if not, says so.
bool is_known(driver::Session& session, const std::string& language) {
  const std::vector<std::string_view> known = render::builtin_languages();
  if (std::find(known.begin(), known.end(), language) != known.end()) return true;
  const std::string hint = support::did_you_mean(language, known);
  usage(session, fmt::format("there are no templates for '{}'", language),
        hint.empty() ? fmt::format("the languages are {}", fmt::join(known, ", ")) : hint);
  return false;
}

void list(driver::Session& session) {
  for (const std::string_view language : render::builtin_languages()) {
    for (const std::string_view name : render::builtin_templates(language))
      session.host.out(fmt::format("{}/{}{}\n", language, name, driver::template_suffix));
  }
}

// A template that is there and differs is somebody's work.
driver::Author author_of(std::string_view /*there*/) { return driver::Author::user; }

void add(driver::Session& session, const std::string& path, std::string text) {
  session.made.push_back({.path = path, .text = std::move(text), .author = author_of, .told = path});
}

void export_set(driver::Session& session, const std::string& language) {
  if (!is_known(session, language)) return;
  const std::string& folder = session.options.output;
  std::string ancestors;
  for (const std::string_view name : render::builtin_templates(language)) {
    const std::string_view text = *render::builtin_template(language, name);
    add(session, driver::template_path(folder, language, name), std::string(text));
    ancestors += fmt::format("{} {}\n", support::sha256_hex(text), name);
  }
  add(session, driver::joined_path(folder, fmt::format("{}/{}", language, driver::ancestors_name)),
      std::move(ancestors));
}

}  // namespace

ExitCode run_template(driver::Session& session) {
  const std::vector<std::string>& inputs = session.options.inputs;
  const std::string action = inputs.empty() ? "" : inputs.front();
  if (action == "list" && inputs.size() == 1) {
    list(session);
  } else if (action == "export" && inputs.size() == 2) {
    export_set(session, inputs[1]);
  } else if (action == "export" && inputs.size() == 1) {
    usage(session, "no language to export the templates of",
          fmt::format("the languages are {}; for example: witxc template export cpp -o DIR",
                      fmt::join(render::builtin_languages(), ", ")));
  } else if (action == "list" || action == "export") {
    usage(session, fmt::format("'{}' is one word too many", inputs[action == "list" ? 1 : 2]),
          action == "list" ? "'template list' takes none" : "'template export' takes one language");
  } else if (action == "check") {
    return check_templates(session, {inputs.begin() + 1, inputs.end()});
  } else {
    constexpr std::array<std::string_view, 3> actions{"list", "export", "check"};
    const std::string hint = support::did_you_mean(action, actions);
    usage(session, "what is asked of 'template'?",
          hint.empty() ? "list | export LANG -o DIR | check [DIR [LANG...]]" : hint);
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli::commands
