// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/run.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/options.h"
#include "support/git_files.h"

namespace cli {
namespace {

// Where files that are used would be looked for in vain, which is reported. A folder of a revision is git's to know.
bool lacks_a_folder(driver::Session& session) {
  const support::FileSystem& files = session.host.files;
  const std::vector<std::string>& inputs = session.options.inputs;
  if (std::any_of(inputs.begin(), inputs.end(), support::GitFiles::is_git)) return false;
  for (const std::string& folder : session.options.include_folders) {
    if (!files.list(folder).empty()) continue;
    const auto read = files.read(folder);
    const auto* error = std::get_if<support::FileError>(&read);
    if (error != nullptr && error->kind == support::FileError::Kind::not_a_file) continue;
    session.diagnostics.report(diagnostics::Code::usage, {}, fmt::format("'{}' is not a folder", folder))
        .with_help("-I names a folder in which files that are used are looked for");
  }
  return session.diagnostics.errors() > 0;
}

}  // namespace

int run(const std::vector<std::string>& arguments, driver::Host& host) {
  const std::variant<Options, Leave> parsed = parse_options(arguments);
  if (const auto* leave = std::get_if<Leave>(&parsed)) {
    host.out(leave->out);
    host.err(leave->err);
    return static_cast<int>(leave->exit_code);
  }
  const CommandInfo& command = info(std::get<Options>(parsed).command);
  driver::Session session{.host = host, .options = std::get<Options>(parsed), .command = command.name};
  return static_cast<int>(lacks_a_folder(session) ? conclude(session, ExitCode::clean) : command.run(session));
}

}  // namespace cli
