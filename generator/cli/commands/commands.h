// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What each command does, in a file of its name: the order of the rooms, and how to leave. Their rows are in cli/option_table.cpp.
#pragma once

#include "cli/options.h"
#include "driver/session.h"

namespace cli::commands {

[[nodiscard]] ExitCode run_generate(driver::Session& session);
[[nodiscard]] ExitCode run_check(driver::Session& session);
[[nodiscard]] ExitCode run_diff(driver::Session& session);
[[nodiscard]] ExitCode run_changelog(driver::Session& session);
[[nodiscard]] ExitCode run_validate(driver::Session& session);
[[nodiscard]] ExitCode run_lint(driver::Session& session);
[[nodiscard]] ExitCode run_imports(driver::Session& session);
[[nodiscard]] ExitCode run_audit(driver::Session& session);
[[nodiscard]] ExitCode run_fmt(driver::Session& session);
[[nodiscard]] ExitCode run_layout(driver::Session& session);
[[nodiscard]] ExitCode run_dump(driver::Session& session);
[[nodiscard]] ExitCode run_explain(driver::Session& session);
[[nodiscard]] ExitCode run_rules(driver::Session& session);
[[nodiscard]] ExitCode run_completion(driver::Session& session);
[[nodiscard]] ExitCode run_man(driver::Session& session);
[[nodiscard]] ExitCode run_template(driver::Session& session);
[[nodiscard]] ExitCode run_config(driver::Session& session);

}  // namespace cli::commands
