// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/inputs.h"
#include "cli/session.h"
#include "support/unified_diff.h"
#include "syntax/format.h"
#include "syntax/upgrade.h"

namespace cli {
namespace {

using support::Code;
using support::FileError;

// One text, as it is and as it should be.
struct Formatted {
  std::string path;
  std::string before;
  std::string after;
};

std::optional<std::string> read_text(Session& session, const std::string& path) {
  auto read = InputFiles(session).read(path);
  if (const auto* error = std::get_if<FileError>(&read)) {
    session.diagnostics.report(Code::unreadable_file, {}, fmt::format("cannot read '{}': {}", path, error->reason));
    return std::nullopt;
  }
  if (session.options.verbose) session.host.err(fmt::format("read {}\n", path));
  return std::get<std::string>(std::move(read));
}

std::optional<Formatted> formatted(Session& session, const std::string& file) {
  const std::optional<std::string> path = input_path(file, session.diagnostics);
  std::optional<std::string> text = path ? read_text(session, *path) : std::nullopt;
  if (!text) return std::nullopt;
  const support::SourceId source = session.sources.add(file == "-" ? "standard input" : *path, *text);
  if (text->empty()) {
    session.diagnostics.report(Code::nothing_defined, {}, fmt::format("'{}' is empty", session.sources.name(source)));
    return std::nullopt;
  }
  std::optional<std::string> after = syntax::format(session.sources, source, session.diagnostics);
  if (!after) return std::nullopt;
  return Formatted{.path = *path, .before = *std::move(text), .after = *std::move(after)};
}

// An upgrade asks what names mean, and so reads the whole document.
std::optional<Formatted> upgraded(Session& session, const std::string& path) {
  const Document document = read_document(session, {path});
  if (!document.valid) return std::nullopt;
  const syntax::FileId file = document.syntax.entries.front();
  syntax::Upgrade upgrade = syntax::upgrade(document.syntax, file, document.dialect, session.sources);
  for (const support::Label& label : upgrade.left) {
    const support::Position at = session.sources.position(label.span.source, label.span.begin);
    session.host.err(fmt::format("{}:{}:{}: left as it is: {}\n", session.sources.name(label.span.source), at.line,
                                 at.column, label.text));
  }
  const support::SourceId source = document.syntax.files[file].ast.source;
  return Formatted{.path = path, .before = std::string(session.sources.text(source)), .after = std::move(upgrade.text)};
}

void write(Session& session, const Formatted& text) {
  const FileError error = session.host.files.write(text.path, text.after);
  if (!error.reason.empty()) {
    session.diagnostics.report(Code::unwritable_output, {},
                               fmt::format("cannot write '{}': {}", text.path, error.reason));
  } else if (!session.options.quiet) {
    session.host.out(text.path + '\n');
  }
}

// Does with one text what was asked for; true if it was in order already.
bool handle(Session& session, const Formatted& text) {
  const Options& options = session.options;
  const bool in_order = text.before == text.after;
  if (options.show_diff) {
    session.host.out(support::unified_diff(text.before, text.after,
                                           {.old_name = text.path, .new_name = text.path + " (formatted)"}));
  }
  if (options.check_only) {
    if (!in_order && !options.show_diff) session.host.out(fmt::format("{} is not formatted\n", text.path));
    return in_order;
  }
  if (options.write) {
    if (!in_order) write(session, text);
  } else if (!options.show_diff) {
    session.host.out(text.after);
  }
  return true;
}

// FILES or, to be checked or written, those of witxc.json and what they use.
std::optional<std::vector<std::string>> asked_files(Session& session) {
  const Options& options = session.options;
  std::optional<std::vector<std::string>> inputs = all_inputs(session);
  if (!inputs) return std::nullopt;
  if (inputs->empty() && !options.check_only && !options.write && !options.show_diff) {
    session.diagnostics.report(Code::usage, {}, "no files to format")
        .with_help("name files, or '-' for standard input; --check and -w need none where there is a witxc.json");
    return std::nullopt;
  }
  for (const std::string& file : *inputs) {
    if (!options.write || is_writable(file)) continue;
    session.diagnostics.report(Code::usage, {}, fmt::format("'-w' cannot write to '{}'", file))
        .with_help("without '-w' the text is printed");
  }
  if (session.diagnostics.errors() > 0) return std::nullopt;
  if (!inputs->empty() && options.config.empty()) return inputs;
  const auto specs = asked_specs(session, *inputs);
  return specs ? std::optional(files_of(session, *specs)) : std::nullopt;
}

}  // namespace

ExitCode run_fmt(Session& session) {
  const auto files = asked_files(session);
  if (!files) return conclude(session, ExitCode::clean);
  bool in_order = true;
  for (const std::string& path : *files) {
    const std::optional<Formatted> text = session.options.upgrade ? upgraded(session, path) : formatted(session, path);
    if (text) in_order = handle(session, *text) && in_order;
  }
  return conclude(session, in_order ? ExitCode::clean : ExitCode::finding);
}

}  // namespace cli
