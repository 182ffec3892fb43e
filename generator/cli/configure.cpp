// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// config init | schema: a witxc.json that says what holds without one, and what may stand in it.
#include <fmt/format.h>

#include <array>
#include <variant>

#include "cli/session.h"
#include "config/config.h"
#include "support/suggest.h"

namespace cli {
namespace {

using support::Code;

constexpr const char* path = "witxc.json";

void init(Session& session) {
  if (session.host.files.exists(path)) {
    session.diagnostics.report(Code::unwritable_output, {}, fmt::format("'{}' is there already", path))
        .with_help("edit it: 'witxc config schema' prints what may stand in it");
    return;
  }
  const support::FileError error = session.host.files.write(path, config::initial_text());
  if (error.reason.empty()) {
    if (!session.options.quiet) session.host.out(fmt::format("{}\n", path));
    return;
  }
  session.diagnostics.report(Code::unwritable_output, {}, fmt::format("cannot write '{}': {}", path, error.reason));
}

}  // namespace

ExitCode run_config(Session& session) {
  const std::vector<std::string>& inputs = session.options.inputs;
  const std::string action = inputs.size() == 1 ? inputs.front() : "";
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

}  // namespace cli
