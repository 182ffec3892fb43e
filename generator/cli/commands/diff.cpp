// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "cli/commands/commands.h"
#include "diff/approvals.h"
#include "diff/judgement.h"
#include "driver/comparison.h"
#include "driver/formats.h"
#include "driver/inputs.h"
#include "driver/session.h"
#include "report/changes.h"

namespace cli::commands {
namespace {

using diagnostics::Code;
using diff::Level;
using diff::Perspective;
using diff::Verdict;

// The option table has let no other words through.
diff::Question question(const Options& options) {
  diff::Question asked;
  for (const Level level : {Level::link, Level::abi, Level::source, Level::docs}) {
    if (options.level == name_of(level)) asked.level = level;
  }
  for (const Verdict threshold : {Verdict::dangerous, Verdict::breaking}) {
    if (options.fail_on == name_of(threshold)) asked.fail_on = threshold;
  }
  if (options.fail_on == "any") asked.fail_on = Verdict::compatible;
  if (options.perspective == "guest") asked.perspective = Perspective::guest;
  if (options.perspective == "host") asked.perspective = Perspective::host;
  return asked;
}

// Nothing if the file cannot be read, which is reported.
std::optional<std::vector<diff::Approval>> approvals(driver::Session& session) {
  const std::string& path = session.options.accept;
  if (path.empty()) return std::vector<diff::Approval>();
  auto read = session.host.files.read(path);
  if (const auto* error = std::get_if<support::FileError>(&read)) {
    session.diagnostics.report(Code::unreadable_file, {}, fmt::format("cannot read '{}': {}", path, error->reason))
        .with_help("--write-accept FILE writes one that approves what there is now");
    return std::nullopt;
  }
  const support::SourceId file = session.sources.add(path, std::get<std::string>(std::move(read)));
  std::vector<diff::Approval> found = diff::read_approvals(file, session.sources, session.diagnostics);
  if (session.diagnostics.errors() > 0) return std::nullopt;
  return found;
}

// A file that approves what would fail now, and what it approved before as far as that is still there.
ExitCode write_approvals(driver::Session& session, report::ChangeReport shown) {
  std::vector<const diff::Change*> approved;
  for (std::size_t i = 0; i < shown.changes.size(); ++i) {
    shown.approved[i] = shown.approved[i] || fails(shown.changes[i], shown.question);
    if (shown.approved[i]) approved.push_back(&shown.changes[i]);
  }
  shown.unused.clear();
  const std::string& path = session.options.write_accept;
  const auto there = driver::read_output(session, path);
  const auto* before = std::get_if<std::string>(&there);
  session.made.push_back(
      {.path = path,
       .text = diff::write_approvals(approved, before == nullptr ? std::string_view() : *before),
       .author =
           [](std::string_view text) {
             return diff::are_approvals(text) ? driver::Author::witxc : driver::Author::user;
           },
       .told = fmt::format("{}: {} change{} approved", path, approved.size(), approved.size() == 1 ? "" : "s")});
  session.json = report::changes_json(shown, session.sources);
  session.found = findings_of(shown, places_of(session));
  return conclude(session, ExitCode::clean);
}

}  // namespace

ExitCode run_diff(driver::Session& session) {
  const Options& options = session.options;
  if (options.schema) {
    session.host.out(report::changes_schema());
    return ExitCode::clean;
  }
  const std::optional<driver::Comparison> compared = compare_inputs(session);
  if (!compared) return conclude(session, ExitCode::clean);
  const auto accepted = approvals(session);
  if (!accepted) return conclude(session, ExitCode::clean);

  const diff::Approved approved = diff::apply(*accepted, compared->changes);
  report::ChangeReport shown{.before = compared->before,
                             .after = compared->after,
                             .changes = compared->changes,
                             .question = question(options),
                             .approved = approved.changes,
                             .unused = {},
                             .only = compared->only};
  for (const std::size_t unused : approved.unused) shown.unused.push_back(&accepted->at(unused));
  if (!options.write_accept.empty()) return write_approvals(session, shown);

  const bool color = options.color == "always" || (options.color == "auto" && session.host.out_terminal);
  session.text = report::changes_text(shown, session.sources, {.color = color, .quiet = options.quiet});
  session.json = report::changes_json(shown, session.sources);
  const auto formats = driver::wanted_formats(options);
  if (std::ranges::any_of(formats, [](const auto& wanted) { return wanted.format == "html"; }))
    session.html = changes_page(session, *compared, shown);
  session.found = findings_of(shown, places_of(session));
  const bool found = report::count(shown).failing > 0 || !shown.unused.empty();
  return conclude(session, found ? ExitCode::finding : ExitCode::clean);
}

}  // namespace cli::commands
