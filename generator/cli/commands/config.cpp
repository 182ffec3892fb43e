// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// config init | schema: a witxc.json that says what holds without one, and what may stand in it.
#include <fmt/format.h>

#include <array>
#include <utility>

#include "cli/commands/commands.h"
#include "config/config.h"
#include "driver/session.h"
#include "support/suggest.h"

namespace cli::commands {
namespace {

using diagnostics::Code;

constexpr const char* path = "witxc.json";

// A configuration that is there is always somebody's work.
driver::Author author_of(std::string_view /*there*/) { return driver::Author::user; }

// The configuration, and the schema that it names, so that editors know its keys.
void init(driver::Session& session) {
  for (const auto& [file, text] : {std::pair{path, config::initial_text()}, {config::schema_name, config::schema()}})
    session.made.push_back({.path = file, .text = text, .author = author_of, .told = file});
}

}  // namespace

ExitCode run_config(driver::Session& session) {
  const std::vector<std::string>& inputs = session.options.inputs;
  const std::string action = inputs.empty() ? "" : inputs.front();
  if (inputs.size() > 1 && (action == "init" || action == "schema")) {
    session.diagnostics.report(Code::usage, {}, fmt::format("'{}' is one word too many", inputs[1]))
        .with_help(fmt::format("'config {}' takes none", action));
    return conclude(session, ExitCode::clean);
  }
  if (action == "init") {
    init(session);
  } else if (action == "schema") {
    session.host.out(config::schema());
  } else {
    constexpr std::array<std::string_view, 2> actions{"init", "schema"};
    const std::string hint = support::did_you_mean(inputs.empty() ? "" : inputs.front(), actions);
    session.diagnostics.report(Code::usage, {}, "what is asked of 'config'?")
        .with_help(hint.empty() ? "init | schema" : hint);
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli::commands
