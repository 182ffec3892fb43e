// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/run.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/options.h"
#include "support/git_files.h"

namespace cli {
namespace {

// Where files that are used would be looked for in vain, which is reported. A folder of a revision is git's to know.
bool lacks_a_folder(Session& session) {
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

ExitCode dispatch(Session& session) {
  if (lacks_a_folder(session)) return conclude(session, ExitCode::clean);
  switch (session.options.command) {
    case Command::generate: return run_generate(session);
    case Command::check: return run_check(session);
    case Command::diff: return run_diff(session);
    case Command::changelog: return run_changelog(session);
    case Command::validate: return run_validate(session);
    case Command::lint: return run_lint(session);
    case Command::imports: return run_imports(session);
    case Command::fmt: return run_fmt(session);
    case Command::layout: return run_layout(session);
    case Command::dump: return run_dump(session);
    case Command::explain: return run_explain(session);
    case Command::rules: return run_rules(session);
    case Command::completion: return run_completion(session);
    case Command::man: return run_man(session);
    case Command::template_: return run_template(session);
    case Command::config: return run_config(session);
  }
  return ExitCode::bug;
}

}  // namespace

int run(const std::vector<std::string>& arguments, Host& host) {
  const std::variant<Options, Leave> parsed = parse_options(arguments);
  if (const auto* leave = std::get_if<Leave>(&parsed)) {
    host.out(leave->out);
    host.err(leave->err);
    return static_cast<int>(leave->exit_code);
  }
  Session session{.host = host,
                  .options = std::get<Options>(parsed),
                  .sources = {},
                  .input = {},
                  .diagnostics = diagnostics::Sink(),
                  .findings = diagnostics::Sink(),
                  .text = {},
                  .found = {},
                  .json = {}};
  return static_cast<int>(dispatch(session));
}

}  // namespace cli
