// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "cli/commands/commands.h"
#include "diagnostics/codes.h"
#include "driver/session.h"
#include "support/suggest.h"

namespace cli::commands {
namespace {

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
std::string laid_out(const diagnostics::CodeInfo& rule) {
  const std::string page = diagnostics::page(rule);
  std::string text = fmt::format("{}: {}\n\n", rule.id, rule.title);
  const auto part = [&text] {
    if (!text.ends_with("\n\n")) text += '\n';
  };
  bool in_example = false;
  for (std::size_t begin = 0; begin < page.size();) {
    const std::size_t end = std::min(page.find('\n', begin), page.size());
    const std::string_view line = std::string_view(page).substr(begin, end - begin);
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
  const std::span<const diagnostics::CodeInfo> rules = diagnostics::all_codes();
  if (session.options.inputs.empty()) {
    session.diagnostics.report(diagnostics::Code::usage, {}, "no rule to explain")
        .with_help("'witxc rules' lists them");
  }
  for (const std::string& id : session.options.inputs) {
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&id](const diagnostics::CodeInfo& r) { return r.id == id; });
    if (rule != rules.end()) {
      session.host.out(laid_out(*rule));
      continue;
    }
    std::vector<std::string_view> known(rules.size());
    std::transform(rules.begin(), rules.end(), known.begin(), [](const diagnostics::CodeInfo& r) { return r.id; });
    const std::string hint = support::did_you_mean(id, known);
    session.diagnostics.report(diagnostics::Code::usage, {}, fmt::format("unknown rule '{}'", id))
        .with_help(hint.empty() ? "'witxc rules' lists them" : hint);
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli::commands
