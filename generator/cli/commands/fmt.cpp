// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/commands/commands.h"
#include "driver/config_file.h"
#include "driver/inputs.h"
#include "driver/session.h"
#include "driver/upgraded.h"
#include "support/line_endings.h"
#include "support/unified_diff.h"
#include "syntax/format.h"

namespace cli::commands {
namespace {

using diagnostics::Code;
using support::FileError;

using support::LineEnding;

// What is asked of the texts besides their layout.
struct Wish {
  // Nothing: each text has its own.
  std::optional<LineEnding> ending;
};

std::optional<std::string> read_text(driver::Session& session, const std::string& path) {
  auto read = driver::InputFiles(session).read(path);
  if (const auto* error = std::get_if<FileError>(&read)) {
    session.diagnostics.report(Code::unreadable_file, {}, fmt::format("cannot read '{}': {}", path, error->reason));
    return std::nullopt;
  }
  if (session.options.verbose) session.host.err(fmt::format("read {}\n", path));
  return std::get<std::string>(std::move(read));
}

std::optional<driver::Formatted> formatted(driver::Session& session, const std::string& file) {
  const std::optional<std::string> path = driver::input_path(file, session.diagnostics);
  std::optional<std::string> text = path ? read_text(session, *path) : std::nullopt;
  if (!text) return std::nullopt;
  const support::SourceId source = session.sources.add(file == "-" ? "standard input" : *path, *text);
  if (text->empty()) {
    session.diagnostics.report(Code::nothing_defined, {}, fmt::format("'{}' is empty", session.sources.name(source)));
    return std::nullopt;
  }
  std::optional<std::string> after = syntax::format(session.sources, source, session.diagnostics);
  if (!after) return std::nullopt;
  return driver::Formatted{.path = *path, .before = *std::move(text), .after = *std::move(after)};
}

// The configuration says which line endings, whoever names the files. Nothing, and a report, if something is wrong with it.
std::optional<Wish> wish_of(driver::Session& session) {
  if (!has_config(session)) return Wish{};
  const std::optional<driver::ConfigFile> file = read_config(session);
  if (!file) return std::nullopt;
  const std::string& word = file->config.line_endings;
  if (word == "keep") return Wish{};
  return Wish{.ending = word == "crlf" ? LineEnding::crlf : LineEnding::lf};
}

std::string_view name_of(LineEnding ending) { return ending == LineEnding::crlf ? "CRLF" : "LF"; }

// What the text has instead of the line endings that are asked for; empty: nothing.
std::string_view wrong_endings(const Wish& wish, std::string_view text) {
  if (!wish.ending || support::with_ending(text, *wish.ending) == text) return {};
  return support::has_mixed_endings(text) ? "mixed" : name_of(support::line_ending_of(text));
}

// Does with one text what was asked for, or adds it to what is to be written; true if it was in order already.
bool handle(driver::Session& session, const Wish& wish, const driver::Formatted& text) {
  const Options& options = session.options;
  const bool formatted = support::same_lines(text.before, text.after);
  const std::string_view endings = wrong_endings(wish, text.before);
  const bool in_order = formatted && endings.empty();
  if (options.show_diff) {
    session.host.out(support::unified_diff(support::with_lf(text.before), support::with_lf(text.after),
                                           {.old_name = text.path, .new_name = text.path + " (formatted)"}));
  }
  if (options.check_only && !formatted && !options.show_diff)
    session.host.out(fmt::format("{} is not {}\n", text.path,
                                 options.upgrade ? "in the standard dialect and formatted" : "formatted"));
  // The lines of a difference look alike whatever they end with.
  if ((options.check_only || options.show_diff) && !endings.empty())
    session.host.out(
        fmt::format("{} has {} line endings, and witxc.json asks for {}\n", text.path, endings, name_of(*wish.ending)));
  if (options.check_only) return in_order;
  // A text whose endings are mixed keeps them where nothing else changes.
  if (formatted && endings.empty()) {
    if (!options.write && !options.show_diff) session.host.out(text.before);
    return true;
  }
  const std::string after =
      support::with_ending(text.after, wish.ending.value_or(support::line_ending_of(text.before)));
  if (options.write) {
    session.made.push_back({.path = text.path, .text = after, .before = text.before, .told = text.path});
  } else if (!options.show_diff) {
    session.host.out(after);
  }
  return true;
}

// Where the text of something that is not a file of its own may go: "preview1.witx" of "@preview1", "a.witx" of "git:HEAD:x/a.witx".
std::string name_to_keep(const std::string& file) {
  const std::size_t begin = file.find_last_of("/:@") + 1;
  const std::string name = file == "-" ? "out" : file.substr(begin);
  return name.ends_with(".witx") ? name : name + ".witx";
}

// FILES or, to be checked or written, those of witxc.json and what they use.
std::optional<std::vector<std::string>> asked_files(driver::Session& session) {
  const Options& options = session.options;
  std::optional<std::vector<std::string>> inputs = all_inputs(session);
  if (!inputs) return std::nullopt;
  if (inputs->empty() && !options.check_only && !options.write && !options.show_diff) {
    session.diagnostics.report(Code::usage, {}, "no files to format")
        .with_help("name files, or '-' for standard input; --check and -w need none where there is a witxc.json");
    return std::nullopt;
  }
  for (const std::string& file : *inputs) {
    if (!options.write || driver::is_writable(file)) continue;
    session.diagnostics.report(Code::usage, {}, fmt::format("'-w' cannot write to '{}'", file))
        .with_help(fmt::format("without '-w' the text is printed: 'witxc fmt {}{} > {}' keeps it",
                               options.upgrade ? "--upgrade " : "", file, name_to_keep(file)));
  }
  if (session.diagnostics.errors() > 0) return std::nullopt;
  if (!inputs->empty() && options.config.empty()) return inputs;
  const auto specs = asked_specs(session, *inputs);
  return specs ? std::optional(files_of(session, *specs)) : std::nullopt;
}

// What the texts should be. Reports a text that cannot be formatted, and formats the others all the same.
std::optional<driver::Upgraded> rewritten(driver::Session& session, const std::vector<std::string>& inputs) {
  if (session.options.upgrade) return upgraded(session, inputs);
  driver::Upgraded made;
  for (const std::string& path : inputs) {
    if (std::optional<driver::Formatted> text = formatted(session, path)) made.texts.push_back(*std::move(text));
  }
  return made;
}

}  // namespace

ExitCode run_fmt(driver::Session& session) {
  const auto files = asked_files(session);
  const std::optional<Wish> wish = files ? wish_of(session) : std::nullopt;
  const std::optional<driver::Upgraded> made = wish ? rewritten(session, *files) : std::nullopt;
  if (!made) return conclude(session, ExitCode::clean);
  bool in_order = made->whole;
  for (const driver::Formatted& text : made->texts) in_order = handle(session, *wish, text) && in_order;
  return conclude(session, in_order ? ExitCode::clean : ExitCode::finding);
}

}  // namespace cli::commands
