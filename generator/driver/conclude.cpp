// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "driver/formats.h"
#include "driver/session.h"
#include "embedded/version.h"
#include "report/formats.h"
#include "report/recognize.h"
#include "report/text.h"
#include "support/html.h"

namespace driver {
namespace {

using diagnostics::Code;

report::TextOptions text_options(const Options& options, bool terminal) {
  return {.color = options.color == "always" || (options.color == "auto" && terminal),
          .max_errors = options.max_errors,
          .errors_only = options.quiet && !options.warnings_as_errors};
}

ExitCode exit_code(const Session& session, ExitCode otherwise) {
  const auto& all = session.diagnostics.all();
  const auto is_usage = [](const diagnostics::Diagnostic& d) {
    return d.severity == diagnostics::Severity::error &&
           (d.code == Code::usage || d.code == Code::bad_configuration || d.code == Code::unknown_builtin);
  };
  const auto is_unwritable = [](const diagnostics::Diagnostic& d) {
    return d.code == Code::unwritable_output || d.code == Code::not_generated;
  };
  if (std::any_of(all.begin(), all.end(), is_usage)) return ExitCode::usage;
  if (std::any_of(all.begin(), all.end(), is_unwritable)) return ExitCode::unwritable;
  if (session.diagnostics.errors() > 0) return ExitCode::bad_input;
  const bool strict = session.options.warnings_as_errors && session.diagnostics.warnings() > 0;
  const bool found = session.findings.errors() + session.findings.warnings() > 0;
  return (strict || found) && otherwise == ExitCode::clean ? ExitCode::finding : otherwise;
}

// Everything that was found, whichever way it was reported.
report::Findings all_findings(const Session& session) {
  const report::Places places = places_of(session);
  report::Findings all = findings_of(session.diagnostics, places, session.options.warnings_as_errors);
  report::Findings found = findings_of(session.findings, places, true);
  std::move(found.begin(), found.end(), std::back_inserter(all));
  all.insert(all.end(), session.found.begin(), session.found.end());
  report::tell_apart(all);
  report::add_line_hashes(all, session.sources, places);
  return all;
}

std::string subject_of(const Session& session) {
  const std::vector<std::string>& inputs = session.options.inputs;
  return inputs.empty() ? std::string("witxc.json") : places_of(session).file(inputs.back());
}

std::string page_of(std::string_view text) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"generator\" content=\"witxc\">"
      "<title>witxc</title><pre>{}</pre></html>\n",
      support::escaped_html(text));
}

std::string document(const Session& session, std::string_view format, const report::Findings& findings) {
  const bool answered = session.diagnostics.errors() == 0;
  // Some answers say more as JSON than findings can.
  if (format == "json" && answered && session.json) return *session.json;
  if (format == "html" && answered && session.html) return *session.html;
  const report::FindingReport told{.command = session.command,
                                   .tool_version = embedded::version,
                                   .subject = subject_of(session),
                                   .answered = answered,
                                   .findings = findings};
  for (const report::FormatInfo& info : report::all_formats()) {
    if (info.name == format) return info.write(told);
  }
  // There is no page where there is no answer: what is in the way.
  return page_of(report::gcc(told));
}

void write_text(Session& session) {
  const Options& options = session.options;
  session.host.out(session.text);
  report::TextOptions findings = text_options(options, session.host.out_terminal);
  // They are what was asked for, even of --quiet.
  findings.errors_only = false;
  session.host.out(report::render_text(session.findings, session.sources, findings));
  session.host.err(
      report::render_text(session.diagnostics, session.sources, text_options(options, session.host.terminal)));
}

// Colors are for terminals: without what sets them, from escape to 'm'.
std::string without_colors(std::string_view text) {
  std::string plain;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t escape = std::min(text.find("\x1b[", begin), text.size());
    plain += text.substr(begin, escape - begin);
    begin = std::min(text.find('m', escape), text.size() - 1) + 1;
  }
  return plain;
}

std::string plain_text(const Session& session) {
  report::TextOptions options = text_options(session.options, false);
  options.color = false;
  report::TextOptions findings = options;
  findings.errors_only = false;
  return without_colors(session.text) + report::render_text(session.findings, session.sources, findings) +
         report::render_text(session.diagnostics, session.sources, options);
}

// The files that formats are written to, with what is to be told now.
std::vector<MadeFile> report_files(const Session& session, const std::vector<Wanted>& wanted) {
  std::vector<MadeFile> files;
  const report::Findings findings = session.options.formats.empty() ? report::Findings() : all_findings(session);
  for (const Wanted& each : wanted) {
    if (each.file.empty()) continue;
    files.push_back(
        {.path = each.file,
         .text = each.format == "text" ? plain_text(session) : document(session, each.format, findings),
         .author = [](std::string_view there) { return report::is_report(there) ? Author::witxc : Author::user; },
         .always = true});
  }
  return files;
}

// The steps to the files, as far as they are possible.
std::vector<Step> steps_to(const std::vector<MadeFile>& files, const std::vector<Step>& steps) {
  std::vector<Step> found;
  for (const MadeFile& file : files) {
    const auto step =
        std::find_if(steps.begin(), steps.end(), [&file](const Step& s) { return s.file.path == file.path; });
    if (step == steps.end()) continue;
    found.push_back(*step);
    if (found.back().file.always) found.back().change->text = file.text;
  }
  return found;
}

// What a run does to files, all of it or none. The files of the formats tell how the run ended, and so they are written where
// the others are not, too.
void write_files(Session& session, const std::vector<Wanted>& wanted) {
  const auto everything = [&session, &wanted] {
    std::vector<MadeFile> files = session.made;
    std::vector<MadeFile> reports = report_files(session, wanted);
    files.insert(files.end(), std::make_move_iterator(reports.begin()), std::make_move_iterator(reports.end()));
    return files;
  };
  if (session.diagnostics.errors() > 0 && !session.made.empty()) {
    session.made.clear();
    session.host.err("no file was written: the errors come first\n");
  }
  const std::vector<Step> steps = possible(session, everything());
  std::optional<std::string> failed;
  if (session.diagnostics.errors() == 0) {
    const std::string answer = session.text;
    session.text = told(session, steps) + answer;
    if (session.options.dry_run) return;
    failed = take(session, steps_to(everything(), steps));
    if (!failed) return;
    session.text = answer;
  }
  for (const Step& report : steps_to(report_files(session, wanted), steps)) {
    if (report.file.path != failed) static_cast<void>(take(session, {report}));
  }
}

}  // namespace

report::Places places_of(const Session& session) { return {session.sources, session.host.files.canonical(".")}; }

bool answers_in_text(const Session& session) {
  for (const Wanted& wanted : wanted_formats(session.options)) {
    if (wanted.format == "text" && wanted.file.empty()) return true;
  }
  return false;
}

// Files first: what cannot be written is told on the terminal as well.
ExitCode conclude(Session& session, ExitCode otherwise) {
  const std::vector<Wanted> wanted = wanted_formats(session.options);
  write_files(session, wanted);
  const report::Findings findings = session.options.formats.empty() ? report::Findings() : all_findings(session);
  const Wanted& terminal = *std::find_if(wanted.begin(), wanted.end(), [](const Wanted& w) { return w.file.empty(); });
  if (terminal.format == "text") {
    write_text(session);
  } else {
    session.host.out(document(session, terminal.format, findings));
    // A document says nothing to those who look at the terminal only because the run was no answer.
    if (session.diagnostics.errors() > 0) {
      session.host.err(report::render_text(session.diagnostics, session.sources,
                                           text_options(session.options, session.host.terminal)));
    }
  }
  return exit_code(session, otherwise);
}

}  // namespace driver
