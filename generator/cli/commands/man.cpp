// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Manual pages, made from the tables of commands and options: one for the tool, one for each command.
#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "cli/commands/commands.h"
#include "cli/option_text.h"
#include "driver/session.h"
#include "embedded/version.h"
#include "support/line_endings.h"
#include "support/sha256.h"

namespace cli::commands {
namespace {

using diagnostics::Code;

// Text as roff takes it: a backslash, a leading dot or quote and a hyphen mean something else there.
std::string roff(std::string_view text) {
  std::string escaped;
  bool at_begin = true;
  for (const char c : text) {
    if (at_begin && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      escaped += c;
    }
    at_begin = c == '\n';
  }
  return escaped;
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

// No date: the same tool writes the same page on every day.
std::string head(std::string_view name) {
  return fmt::format(".TH {} 1 \"\" \"witxc {}\" \"User Commands\"\n", roff(upper(name)), roff(embedded::version));
}

std::string exit_status() {
  std::string text = ".SH EXIT STATUS\n";
  for (const std::string& line : split(exit_codes_text(), '\n')) {
    const std::size_t code = line.find_first_not_of(' ');
    if (code == std::string::npos || code == 0) continue;
    const std::size_t end = line.find(' ', code);
    text += fmt::format(".TP\n.B {}\n{}\n", line.substr(code, end - code),
                        roff(line.substr(line.find_first_not_of(' ', end))));
  }
  return text;
}

std::string tool_page() {
  std::string text = head("witxc");
  auto out = std::back_inserter(text);
  text +=
      ".SH NAME\nwitxc \\- reads WASI's witx definitions and writes freestanding bindings\n"
      ".SH SYNOPSIS\n.B witxc\n.I COMMAND\n[\\fIOPTION\\fR]... [\\fIFILE\\fR]...\n.SH COMMANDS\n";
  for (const CommandInfo& command : all_commands()) {
    fmt::format_to(out, ".TP\n.BR witxc\\-{} (1)\n{}\n", roff(command.name), roff(command.help));
  }
  fmt::format_to(out, ".SH FILES\n{}\n", roff(files_text()));
  return text + exit_status();
}

std::string command_page(const CommandInfo& command) {
  const std::string name = fmt::format("witxc-{}", command.name);
  std::string text = head(name);
  auto out = std::back_inserter(text);
  fmt::format_to(out, ".SH NAME\n{} \\- {}\n.SH SYNOPSIS\n.B witxc {}\n[\\fIOPTION\\fR]...\n", roff(name),
                 roff(command.help), roff(command.name));
  if (!command.operands.empty()) {
    fmt::format_to(out, ".I {}\n.SH OPERANDS\n{}: {}.\n", roff(command.operands), roff(command.operands),
                   roff(command.operands_help));
  }
  text += ".SH OPTIONS\n";
  for (const OptionInfo& option : all_options()) {
    if ((option.commands & set_of(command.command)) == 0) continue;
    text += ".TP\n\\fB";
    const std::vector<std::string> names = names_of(option);
    for (const std::string& each : names) text += (&each == names.data() ? "" : "\\fR, \\fB") + roff(each);
    text += "\\fR";
    if (!option.value.empty()) fmt::format_to(out, " \\fI{}\\fR", roff(option.value));
    fmt::format_to(out, "\n{}\n", roff(option.help));
  }
  return text + exit_status() + ".SH SEE ALSO\n.BR witxc (1)\n";
}

// The last line, a comment, has the hash of what is above it.
constexpr std::string_view footer = ".\\\" page: sha256 ";

std::string with_footer(const std::string& page) {
  return fmt::format("{}{}{}\n", page, footer, support::sha256_hex(page));
}

// No other page begins so.
driver::Author author_of(std::string_view there) {
  const std::string text = support::with_lf(there);
  const std::string line = text.substr(0, text.find('\n'));
  if (!line.starts_with(".TH WITXC") || line.find("\"witxc ") == std::string::npos) return driver::Author::user;
  const std::size_t end = text.rfind(footer);
  return end != std::string::npos && with_footer(text.substr(0, end)) == text ? driver::Author::witxc
                                                                              : driver::Author::editor;
}

void add_page(driver::Session& session, const std::string& name, const std::string& text) {
  const std::string path = fmt::format("{}/{}.1", session.options.output, name);
  session.made.push_back({.path = path, .text = with_footer(text), .author = author_of, .told = path});
}

}  // namespace

ExitCode run_man(driver::Session& session) {
  if (session.options.output.empty()) {
    session.diagnostics.report(Code::usage, {}, "no folder for the manual pages").with_help("name it with -o DIR");
    return conclude(session, ExitCode::clean);
  }
  add_page(session, "witxc", tool_page());
  for (const CommandInfo& command : all_commands()) {
    add_page(session, fmt::format("witxc-{}", command.name), command_page(command));
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli::commands
