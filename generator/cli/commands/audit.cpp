// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "audit/audit.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

#include "cli/commands/commands.h"
#include "diff/approvals.h"
#include "driver/config_file.h"
#include "driver/inputs.h"
#include "driver/session.h"
#include "report/finding.h"
#include "report/text.h"

namespace cli::commands {
namespace {

using diagnostics::Code;

// What belongs together: the files of one binding, and the definitions that it is held to.
struct Plan {
  std::vector<std::string> files;
  config::Spec spec;
  audit::NameMap map;
};

config::Spec spec_of(std::vector<std::string> files) {
  if (files.empty()) files = {"@preview1"};
  return {.files = std::move(files), .name_space = {}, .file = {}, .is_default = {}};
}

// NAME=ITEM
audit::NameMap map_of(driver::Session& session) {
  audit::NameMap map;
  for (const std::string& pair : session.options.map) {
    const std::size_t sign = pair.find('=');
    if (sign == 0 || sign == std::string::npos || sign + 1 == pair.size()) {
      session.diagnostics.report(Code::usage, {}, fmt::format("--map: '{}' is not of the form NAME=ITEM", pair))
          .with_help("for example: --map E_BADF=errno.badf --map StatBuf=filestat");
      continue;
    }
    map[pair.substr(0, sign)] = pair.substr(sign + 1);
  }
  return map;
}

// What witxc.json asks for.
std::vector<Plan> configured(driver::Session& session) {
  const std::optional<driver::ConfigFile> file = driver::read_config(session);
  if (!file) return {};
  std::vector<Plan> plans;
  const audit::NameMap map = map_of(session);
  for (const config::Audit& asked : file->config.audit) {
    Plan plan{.files = {}, .spec = spec_of(session.options.specs), .map = {asked.map.begin(), asked.map.end()}};
    for (const std::string& path : asked.files) plan.files.push_back(driver::join(file->folder, path));
    if (session.options.specs.empty() && !asked.spec.empty()) {
      plan.spec.files = {driver::is_writable(asked.spec) ? driver::join(file->folder, asked.spec) : asked.spec};
    }
    for (const auto& [name, item] : map) plan.map[name] = item;
    plans.push_back(std::move(plan));
  }
  if (plans.empty()) {
    session.diagnostics.report(Code::usage, {}, "no files to audit, and 'witxc.json' names none")
        .with_help(R"(for example: "audit": [{"files": ["src/wasi.ts"]}])");
  }
  return plans;
}

std::vector<Plan> plans_of(driver::Session& session) {
  const auto inputs = driver::all_inputs(session);
  if (!inputs) return {};
  if (!inputs->empty()) return {{.files = *inputs, .spec = spec_of(session.options.specs), .map = map_of(session)}};
  if (driver::has_config(session) || !session.options.config.empty()) return configured(session);
  session.diagnostics.report(Code::usage, {}, "no files to audit")
      .with_help("for example: witxc audit src/wasi.ts --spec @preview1");
  return {};
}

std::string known_extensions() {
  std::vector<std::string_view> all;
  for (const audit::Language& language : audit::all_languages())
    all.insert(all.end(), language.extensions.begin(), language.extensions.end());
  return fmt::format("{}", fmt::join(all, ", "));
}

// A file and its language; nothing, and a report, if either is not to be had.
std::optional<audit::File> file_of(driver::Session& session, const std::string& path) {
  auto read = driver::InputFiles(session).read(path);
  if (const auto* error = std::get_if<support::FileError>(&read)) {
    session.diagnostics.report(Code::unreadable_file, {}, fmt::format("cannot read '{}': {}", path, error->reason));
    return std::nullopt;
  }
  const support::SourceId source = session.sources.add(path, std::get<std::string>(std::move(read)));
  const std::vector<std::string>& asked = session.options.languages;
  const audit::Language* language = asked.empty()
                                        ? audit::language_of(path, session.sources.text(source))
                                        : audit::language_of('.' + asked.back(), session.sources.text(source));
  if (language == nullptr) {
    session.diagnostics
        .report(Code::usage, {},
                asked.empty() ? fmt::format("the language of '{}' is not known", path)
                              : fmt::format("'{}' is not a language that audit reads", asked.back()))
        .with_help(fmt::format("--lang EXTENSION says which one it is: {}", known_extensions()));
    return std::nullopt;
  }
  return audit::File{.source = source, .language = language};
}

struct Audited {
  diagnostics::Sink findings;
  std::string text;
};

// One plan. Nothing where there is no answer, which is reported.
std::optional<Audited> audit_one(driver::Session& session, const Plan& plan) {
  const driver::Document document = read_document(session, plan.spec.files);
  std::vector<audit::File> files;
  for (const std::string& path : plan.files) {
    if (const auto file = file_of(session, path)) files.push_back(*file);
  }
  if (!document.valid || session.diagnostics.errors() > 0) return std::nullopt;
  const model::Layouts layouts(document.model, {.pointer_size = 4});
  const audit::Items items = audit::items_of(document.model, layouts);
  Audited audited;
  const audit::Summary summary =
      audit::audit({.files = files, .sources = session.sources, .items = items, .map = plan.map}, audited.findings);
  for (const std::string& name : summary.unused_map) {
    session.diagnostics.report(Code::usage, {}, fmt::format("the map names '{}', which no file has", name))
        .with_help("it is a name as the files write it, and stands before '='");
  }
  for (const std::string& item : summary.unknown_items) {
    session.diagnostics
        .report(Code::usage, {},
                fmt::format("the map says '{}', which '{}' does not have", item, driver::name_of(plan.spec)))
        .with_help("an item is a type, a function, a value or a field: errno, fd_read, errno.badf, filestat.size");
  }
  if (!summary.unknown_items.empty()) return std::nullopt;
  if (summary.claims() == 0) {
    session.diagnostics
        .report(Code::nothing_understood, {.source = files.front().source, .begin = 0, .end = 0},
                fmt::format("nothing in '{}' is understood as a part of '{}'", fmt::join(plan.files, "', '"),
                            driver::name_of(plan.spec)))
        .with_help("names are compared; --map NAME=ITEM says what one means, --lang EXTENSION which language it is");
    return std::nullopt;
  }
  audited.text = fmt::format("text mode, {}: {}\n", driver::name_of(plan.spec), audit::told(summary));
  return audited;
}

// The findings that nobody has approved, in one place.
class Approvals {
 public:
  explicit Approvals(driver::Session& session) : session_(session) {}

  // Whether all is well with the file that approves.
  bool read() {
    const std::string& path = session_.options.accept;
    if (path.empty()) return true;
    auto read = session_.host.files.read(path);
    if (const auto* error = std::get_if<support::FileError>(&read)) {
      session_.diagnostics.report(Code::unreadable_file, {}, fmt::format("cannot read '{}': {}", path, error->reason))
          .with_help("--write-accept FILE writes one that approves what there is now");
      return false;
    }
    const support::SourceId file = session_.sources.add(path, std::get<std::string>(std::move(read)));
    approvals_ = diff::read_approvals(file, session_.sources, session_.diagnostics);
    return session_.diagnostics.errors() == 0;
  }

  [[nodiscard]] diagnostics::Sink remaining(const diagnostics::Sink& all) {
    diagnostics::Sink left;
    for (const diagnostics::Diagnostic& each : all.all()) {
      const bool is_approved = std::any_of(approvals_.begin(), approvals_.end(), [&](const diff::Approval& approval) {
        return approval.fingerprint == fingerprint_of(each);
      });
      if (is_approved) {
        used_.insert(fingerprint_of(each));
      } else {
        left.report(each.code, each.severity, each.primary.span, each.message) = each;
      }
    }
    return left;
  }

  void report_unused(diagnostics::Sink& findings) const {
    for (const diff::Approval& approval : approvals_) {
      if (used_.contains(approval.fingerprint)) continue;
      findings
          .report(Code::unused_approval, approval.span,
                  fmt::format("the approval {} matches no finding any more", approval.fingerprint))
          .with_help("remove the line, or write the file anew with --write-accept");
    }
  }

  // Has the session write a file that approves all of these.
  void write(const diagnostics::Sink& all) {
    const std::string& path = session_.options.write_accept;
    const auto there = session_.host.files.read(path);
    const auto* before = std::get_if<std::string>(&there);
    std::vector<diff::ApprovalLine> lines;
    for (const diagnostics::Diagnostic& each : all.all())
      lines.push_back(
          {.fingerprint = fingerprint_of(each), .words = fmt::format("{} {}", info(each.code).id, each.message)});
    session_.made.push_back(
        {.path = path,
         .text = diff::approvals_text(lines, before == nullptr ? std::string_view() : *before,
                                      "# Approved findings, one a line: fingerprint, rule, what was found. Only the "
                                      "fingerprint counts.\n# Written by 'witxc audit FILES "
                                      "--write-accept FILE', read with '--accept FILE'.\n"),
         .author =
             [](std::string_view text) {
               return diff::are_approvals(text) ? driver::Author::witxc : driver::Author::user;
             },
         .told = fmt::format("{}: {} finding{} approved", path, lines.size(), lines.size() == 1 ? "" : "s")});
  }

 private:
  [[nodiscard]] std::string fingerprint_of(const diagnostics::Diagnostic& each) const {
    diagnostics::Sink one;
    one.report(each.code, each.severity, each.primary.span, each.message) = each;
    return findings_of(one, places_of(session_), true).front().fingerprint;
  }

  driver::Session& session_;
  std::vector<diff::Approval> approvals_;
  std::set<std::string> used_;
};

}  // namespace

ExitCode run_audit(driver::Session& session) {
  const Options& options = session.options;
  diagnostics::Sink all;
  std::string told;
  for (const Plan& plan : plans_of(session)) {
    std::optional<Audited> audited = audit_one(session, plan);
    if (!audited) continue;
    all.take_new(std::move(audited->findings));
    told += audited->text;
  }
  Approvals approvals(session);
  if (session.diagnostics.errors() > 0 || !approvals.read()) return conclude(session, ExitCode::clean);
  diagnostics::Sink left = approvals.remaining(all);
  if (!options.write_accept.empty()) {
    approvals.write(all);
    return conclude(session, ExitCode::clean);
  }
  approvals.report_unused(left);
  const bool color = options.color == "always" || (options.color == "auto" && session.host.out_terminal);
  const bool strict = options.fail_on == "missing" || options.warnings_as_errors;
  session.text =
      report::render_text(left, session.sources,
                          {.color = color, .max_errors = options.max_errors, .errors_only = options.quiet && !strict});
  if (!options.quiet || left.errors() > 0) session.text += told;
  session.found = findings_of(left, places_of(session), strict);
  const bool fails = left.errors() > 0 || (strict && left.warnings() > 0);
  return conclude(session, fails ? ExitCode::finding : ExitCode::clean);
}

}  // namespace cli::commands
