// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/session.h"
#include "diff/rules.h"
#include "support/suggest.h"

namespace cli {
namespace {

// One rule of whatever table: of what is wrong (WX) or of what changed (WD).
struct Page {
  std::string_view id;
  std::string_view title;
  std::string_view explanation;
};

std::vector<Page> all_pages() {
  std::vector<Page> pages;
  for (const support::CodeInfo& code : support::all_codes()) pages.push_back({code.id, code.title, code.explanation});
  for (const diff::RuleInfo& rule : diff::all_rules()) pages.push_back({rule.id, rule.title, rule.explanation});
  return pages;
}

}  // namespace

ExitCode run_explain(Session& session) {
  const std::vector<Page> pages = all_pages();
  if (session.options.inputs.empty()) {
    session.diagnostics.report(support::Code::usage, {}, "no rule to explain").with_help("'witxc rules' lists them");
  }
  for (const std::string& id : session.options.inputs) {
    const auto page = std::find_if(pages.begin(), pages.end(), [&id](const Page& p) { return p.id == id; });
    if (page != pages.end()) {
      session.host.out(fmt::format("{}: {}\n\n{}{}", page->id, page->title, page->explanation,
                                   page->explanation.ends_with('\n') ? "" : "\n"));
      continue;
    }
    std::vector<std::string_view> known(pages.size());
    std::transform(pages.begin(), pages.end(), known.begin(), [](const Page& p) { return p.id; });
    const std::string hint = support::did_you_mean(id, known);
    session.diagnostics.report(support::Code::usage, {}, fmt::format("there is no rule '{}'", id))
        .with_help(hint.empty() ? "'witxc rules' lists them" : hint);
  }
  return conclude(session, ExitCode::clean);
}

ExitCode run_rules(Session& session) {
  for (const Page& page : all_pages()) session.host.out(fmt::format("{}  {}\n", page.id, page.title));
  return ExitCode::clean;
}

}  // namespace cli
