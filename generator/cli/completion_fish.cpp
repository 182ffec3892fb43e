// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iterator>

#include "cli/candidates.h"
#include "cli/completion.h"
#include "cli/option_text.h"

namespace cli {
namespace {

constexpr std::string_view head = R"(# fish completion for witxc, made by 'witxc completion fish'.

# The names that 'layout' can show, from the definitions on the command line or else from a built-in one.
function __witxc_names
    set -l specs (commandline -opc | string match -r '.*\.witx|@.*')
    set -q specs[1]; or set specs @preview1
    witxc layout --list $specs 2>/dev/null
end

)";

// Arguments of 'complete' that offer them; -x takes nothing else, -r takes files.
std::string offer(const Candidates& candidates) {
  switch (candidates.kind) {
    case Candidates::Kind::words: return fmt::format(" -x -a '{}'", fmt::join(candidates.words, " "));
    case Candidates::Kind::files: return " -r";
    case Candidates::Kind::folders: return " -x -a '(__fish_complete_directories)'";
    case Candidates::Kind::definitions: return fmt::format(" -r -a '{}'", fmt::join(candidates.words, " "));
    case Candidates::Kind::names: return " -x -a '(__witxc_names)'";
    case Candidates::Kind::rules: return " -x -a \"(witxc rules | string split -f1 ' ')\"";
    case Candidates::Kind::unknown:
    case Candidates::Kind::nothing: break;
  }
  return " -x";
}

std::string option_line(const OptionInfo& option, std::string_view when) {
  std::string line = fmt::format("complete -c witxc {}", when);
  for (const std::string& name : names_of(option)) {
    const bool is_long = name.starts_with("--");
    fmt::format_to(std::back_inserter(line), " -{} {}", is_long ? 'l' : 's', name.substr(is_long ? 2 : 1));
  }
  if (!option.value.empty()) line += offer(value_candidates(option));
  return fmt::format("{} -d {}\n", line, single_quoted(option.help));
}

std::string operand_lines(const CommandInfo& command) {
  const std::string seen = fmt::format("__fish_seen_subcommand_from {}", command.name);
  const Candidates candidates = operand_candidates(command);
  if (candidates.kind != Candidates::Kind::names) {
    return fmt::format("complete -c witxc -n '{}'{}\n", seen, offer(candidates));
  }
  // The first operand is a name, the others are definitions.
  const std::string is_first = "test (count (commandline -opc)) -eq 2";
  return fmt::format("complete -c witxc -n '{0}; and {1}'{2}\ncomplete -c witxc -n '{0}; and not {1}'{3}\n", seen,
                     is_first, offer(candidates), offer({Candidates::Kind::definitions, candidates.words}));
}

}  // namespace

std::string fish_completion() {
  std::string text(head);
  for (const CommandInfo& command : all_commands()) {
    fmt::format_to(std::back_inserter(text), "complete -c witxc -n __fish_use_subcommand -x -a {} -d {}\n",
                   command.name, single_quoted(command.help));
    const std::string when = fmt::format("-n '__fish_seen_subcommand_from {}'", command.name);
    for (const OptionInfo& option : all_options()) {
      if ((option.commands & set_of(command.command)) != 0) text += option_line(option, when);
    }
    text += operand_lines(command);
  }
  return text;
}

}  // namespace cli
