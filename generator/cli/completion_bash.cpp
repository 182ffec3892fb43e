// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iterator>

#include "cli/candidates.h"
#include "cli/completion.h"
#include "cli/option_text.h"

namespace cli {
namespace {

constexpr std::string_view head = R"(# bash completion for witxc, made by 'witxc completion bash'.

# The names that 'layout' can show, from the definitions on the command line or else from a built-in one.
_witxc_names() {
  local word specs=()
  for word in "${COMP_WORDS[@]:2}"; do
    case $word in *.witx | @*) [[ $word == "$1" ]] || specs+=("$word") ;; esac
  done
  ((${#specs[@]})) || specs=(@preview1)
  "${COMP_WORDS[0]}" layout --list "${specs[@]}" 2>/dev/null
}

_witxc_rules() { "${COMP_WORDS[0]}" rules 2>/dev/null | cut -d' ' -f1; }

_witxc() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} words='' paths='' word
  COMPREPLY=()
)";

constexpr std::string_view tail = R"(  # shellcheck disable=SC2207
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ -n $paths && $current != @* ]]; then
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen "$paths" -- "$current")
  fi
}
complete -o filenames -F _witxc witxc
)";

std::string command_names() {
  std::string names;
  for (const CommandInfo& command : all_commands()) names += std::string(command.name) + ' ';
  return names;
}

std::string option_names(Command command) {
  std::string names = "--help";
  for (const OptionInfo& option : all_options()) {
    if ((option.commands & set_of(command)) == 0) continue;
    for (const std::string& name : names_of(option)) names += ' ' + name;
  }
  return names;
}

// Assignments to the variables from which the script makes its reply.
std::string reply(const Candidates& candidates) {
  std::string words = fmt::format("words='{}'", fmt::join(candidates.words, " "));
  switch (candidates.kind) {
    case Candidates::Kind::words: return words;
    case Candidates::Kind::files: return "paths=-f";
    case Candidates::Kind::folders: return "paths=-d";
    case Candidates::Kind::definitions: return words + " paths=-f";
    case Candidates::Kind::names:
      return fmt::format("if ((COMP_CWORD == 2)); then words=$(_witxc_names \"$current\"); else {} paths=-f; fi",
                         words);
    case Candidates::Kind::rules: return "words=$(_witxc_rules)";
    case Candidates::Kind::unknown:
    case Candidates::Kind::nothing: break;
  }
  return ":";
}

// What follows a command: by the word before, and if that is not an option with a value, options or operands.
std::string branch(const CommandInfo& command) {
  std::string text;
  auto out = std::back_inserter(text);
  fmt::format_to(out, "    {})\n      case $previous in\n", command.name);
  for (const OptionInfo& option : all_options()) {
    if ((option.commands & set_of(command.command)) == 0 || option.value.empty()) continue;
    fmt::format_to(out, "        {}) {} ;;\n", fmt::join(names_of(option), "|"), reply(value_candidates(option)));
  }
  fmt::format_to(out,
                 "        *) if [[ $current == -* ]]; then words='{}'; else {}; fi ;;\n"
                 "      esac\n"
                 "      ;;\n",
                 option_names(command.command), reply(operand_candidates(command)));
  return text;
}

}  // namespace

std::string bash_completion() {
  std::string text(head);
  fmt::format_to(std::back_inserter(text),
                 "  if ((COMP_CWORD == 1)); then\n"
                 "    words='{}--help --version'\n"
                 "  else\n"
                 "    case ${{COMP_WORDS[1]}} in\n",
                 command_names());
  for (const CommandInfo& command : all_commands()) text += branch(command);
  text += "    esac\n  fi\n";
  return text.append(tail);
}

}  // namespace cli
