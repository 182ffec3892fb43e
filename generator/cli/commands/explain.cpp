// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/commands/commands.h"
#include "diff/rules.h"
#include "driver/session.h"
#include "support/suggest.h"

namespace cli::commands {
namespace {

// One rule of whatever table: of what is wrong (WX) or of what changed (WD).
struct Page {
  std::string_view id;
  std::string_view title;
  std::string_view explanation;
};

std::vector<Page> all_pages() {
  std::vector<Page> pages;
  for (const diagnostics::CodeInfo& code : diagnostics::all_codes())
    pages.push_back({code.id, code.title, code.explanation});
  for (const diff::RuleInfo& rule : diff::all_rules()) pages.push_back({rule.id, rule.title, rule.explanation});
  return pages;
}

constexpr std::size_t widest = 78;

// At most as wide as a page; broken at blanks.
void wrap(std::string_view line, std::string& page) {
  while (line.size() > widest) {
    std::size_t end = line.rfind(' ', widest);
    if (end == 0 || end == std::string_view::npos) end = std::min(line.find(' ', widest), line.size());
    page.append(line.substr(0, end)) += '\n';
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  page.append(line) += '\n';
}

// Every page alike, however its text was broken: what it is about, and each heading and example apart.
std::string laid_out(const Page& page) {
  std::string text = fmt::format("{}: {}\n\n", page.id, page.title);
  const auto part = [&text] {
    if (!text.ends_with("\n\n")) text += '\n';
  };
  bool in_example = false;
  for (std::size_t begin = 0; begin < page.explanation.size();) {
    const std::size_t end = std::min(page.explanation.find('\n', begin), page.explanation.size());
    const std::string_view line = page.explanation.substr(begin, end - begin);
    begin = end + 1;
    const bool example = line.starts_with("    ");
    if (line.empty() || line == "Wrong:" || line == "Right:" || example != in_example) part();
    in_example = example || (line.empty() && in_example);
    if (!line.empty()) wrap(line, text);
  }
  return text;
}

}  // namespace

ExitCode run_explain(driver::Session& session) {
  const std::vector<Page> pages = all_pages();
  if (session.options.inputs.empty()) {
    session.diagnostics.report(diagnostics::Code::usage, {}, "no rule to explain")
        .with_help("'witxc rules' lists them");
  }
  for (const std::string& id : session.options.inputs) {
    const auto page = std::find_if(pages.begin(), pages.end(), [&id](const Page& p) { return p.id == id; });
    if (page != pages.end()) {
      session.host.out(laid_out(*page));
      continue;
    }
    std::vector<std::string_view> known(pages.size());
    std::transform(pages.begin(), pages.end(), known.begin(), [](const Page& p) { return p.id; });
    const std::string hint = support::did_you_mean(id, known);
    session.diagnostics.report(diagnostics::Code::usage, {}, fmt::format("there is no rule '{}'", id))
        .with_help(hint.empty() ? "'witxc rules' lists them" : hint);
  }
  return conclude(session, ExitCode::clean);
}

ExitCode run_rules(driver::Session& session) {
  for (const Page& page : all_pages()) session.host.out(fmt::format("{}  {}\n", page.id, page.title));
  return ExitCode::clean;
}

}  // namespace cli::commands
