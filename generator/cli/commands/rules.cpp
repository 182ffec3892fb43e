// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include "cli/commands/commands.h"
#include "diagnostics/codes.h"

namespace cli::commands {

ExitCode run_rules(driver::Session& session) {
  for (const diagnostics::CodeInfo& rule : diagnostics::all_codes())
    session.host.out(fmt::format("{}  {}\n", rule.id, rule.title));
  return ExitCode::clean;
}

}  // namespace cli::commands
