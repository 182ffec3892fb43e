// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/changelog.h"

#include <optional>
#include <vector>

#include "cli/commands/commands.h"
#include "driver/comparison.h"
#include "driver/session.h"

namespace cli::commands {

ExitCode run_changelog(driver::Session& session) {
  const std::optional<driver::Comparison> compared = compare_inputs(session);
  if (!compared) return conclude(session, ExitCode::clean);
  const report::ChangeReport told{
      .before = compared->before,
      .after = compared->after,
      .changes = compared->changes,
      .question = {.level = diff::Level::docs, .fail_on = diff::Verdict::breaking, .perspective = {}},
      .approved = std::vector<bool>(compared->changes.size(), false),
      .unused = {},
      .only = compared->only};
  const std::string& format = session.options.format;
  session.host.out(format == "html"   ? changes_page(session, *compared, told)
                   : format == "json" ? report::changelog_json(told)
                                      : report::changelog_markdown(told));
  return conclude(session, ExitCode::clean);
}

}  // namespace cli::commands
