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

// Whether a new file can have this name. Reports a file that has it already.
bool is_free(Session& session, const std::string& file) {
  if (!session.host.files.exists(file)) return true;
  session.diagnostics.report(Code::unwritable_output, {}, fmt::format("'{}' is there already", file))
      .with_help("edit it: 'witxc config schema' prints what may stand in it");
  return false;
}

void write(Session& session, const std::string& file, const std::string& text) {
  const support::FileError error = session.host.files.write(file, text);
  if (!error.reason.empty()) {
    session.diagnostics.report(Code::unwritable_output, {}, fmt::format("cannot write '{}': {}", file, error.reason));
  } else if (!session.options.quiet) {
    session.host.out(file + '\n');
  }
}

// The configuration, and the schema that it names, so that editors know its keys.
void init(Session& session) {
  if (!is_free(session, path)) return;
  const auto there = session.host.files.read(config::schema_name);
  const auto* schema = std::get_if<std::string>(&there);
  const bool is_current = schema != nullptr && *schema == config::schema();
  if (!is_current && !is_free(session, config::schema_name)) return;
  write(session, path, config::initial_text());
  if (!is_current) write(session, config::schema_name, config::schema());
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
