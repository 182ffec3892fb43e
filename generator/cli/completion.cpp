// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Scripts that let a shell finish what is typed, made from the tables of commands and options.
#include <fmt/format.h>

#include <iterator>

#include "cli/builtins.h"
#include "cli/option_text.h"
#include "cli/session.h"

namespace cli {
namespace {

using support::Code;

std::string builtins() { return fmt::format("{}", fmt::join(builtin_names(), " ")); }

// As it stands between single quotes in every shell.
std::string single_quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + '\'';
}

std::string command_names() {
  std::string names;
  for (const CommandInfo& command : all_commands()) names += (names.empty() ? "" : " ") + std::string(command.name);
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

// What bash and zsh share: which words may follow `previous` in a command.
std::string bash_values(Command command) {
  std::string cases;
  auto out = std::back_inserter(cases);
  for (const OptionInfo& option : all_options()) {
    if ((option.commands & set_of(command)) == 0 || option.value.empty()) continue;
    const std::string patterns = fmt::format("{}", fmt::join(names_of(option), "|"));
    if (const std::vector<std::string> words = words_of(option); !words.empty()) {
      fmt::format_to(out, "        {}) words='{}' ;;\n", patterns, fmt::join(words, " "));
    } else {
      fmt::format_to(out, "        {}) files=yes ;;\n", patterns);
    }
  }
  return cases;
}

constexpr std::string_view bash_head = R"(# bash completion for witxc, made by 'witxc completion bash'.

# The names that 'layout' can show, from the built-in definitions and from those on the command line.
_witxc_names() {
  local word specs=()
  for word in "${COMP_WORDS[@]:2}"; do
    case $word in *.witx | @*) [[ $word == "$1" ]] || specs+=("$word") ;; esac
  done
  ((${#specs[@]})) || specs=(@preview1)
  "${COMP_WORDS[0]}" layout --list "${specs[@]}" 2>/dev/null
}

_witxc() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} words='' files=''
  COMPREPLY=()
)";

constexpr std::string_view bash_tail = R"(  # shellcheck disable=SC2207
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ -n $files && $current != @* ]]; then
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
  fi
}
complete -o filenames -F _witxc witxc
)";

std::string bash() {
  std::string text(bash_head);
  auto out = std::back_inserter(text);
  fmt::format_to(out,
                 "  local word\n"
                 "  if ((COMP_CWORD == 1)); then\n"
                 "    words='{} --help --version'\n"
                 "  else\n"
                 "    case ${{COMP_WORDS[1]}} in\n",
                 command_names());
  for (const CommandInfo& command : all_commands()) {
    const std::string operands =
        command.command == Command::layout
            ? "if ((COMP_CWORD == 2)); then words=$(_witxc_names \"$current\"); else files=yes; fi"
        : command.operands.empty() ? ":"
                                   : "files=yes";
    fmt::format_to(out,
                   "    {})\n"
                   "      case $previous in\n{}"
                   "        *)\n"
                   "          if [[ $current == -* ]]; then words='{}'; else words='{}'; {}; fi ;;\n"
                   "      esac\n"
                   "      ;;\n",
                   command.name, bash_values(command.command), option_names(command.command),
                   command.command == Command::completion ? std::string("bash zsh fish") : builtins(), operands);
  }
  text += "    esac\n  fi\n";
  return text.append(bash_tail);
}

// zsh runs bash's script: one set of words, one place to be wrong.
std::string zsh() {
  return "#compdef witxc\n# zsh completion for witxc, made by 'witxc completion zsh'.\n"
         "autoload -U +X bashcompinit && bashcompinit\n" +
         bash();
}

std::string fish() {
  std::string text = "# fish completion for witxc, made by 'witxc completion fish'.\n";
  auto out = std::back_inserter(text);
  for (const CommandInfo& command : all_commands()) {
    fmt::format_to(out, "complete -c witxc -n __fish_use_subcommand -f -a {} -d {}\n", command.name,
                   single_quoted(command.help));
    const std::string when = fmt::format("-n '__fish_seen_subcommand_from {}'", command.name);
    for (const OptionInfo& option : all_options()) {
      if ((option.commands & set_of(command.command)) == 0) continue;
      fmt::format_to(out, "complete -c witxc {}", when);
      for (const std::string& name : names_of(option)) {
        const bool is_long = name.starts_with("--");
        fmt::format_to(out, " -{} {}", is_long ? 'l' : 's', name.substr(is_long ? 2 : 1));
      }
      if (const std::vector<std::string> words = words_of(option); !words.empty()) {
        fmt::format_to(out, " -x -a '{}'", fmt::join(words, " "));
      } else if (!option.value.empty()) {
        text += " -r";
      }
      fmt::format_to(out, " -d {}\n", single_quoted(option.help));
    }
    if (command.command == Command::completion) {
      fmt::format_to(out, "complete -c witxc {} -f -a 'bash zsh fish'\n", when);
    } else if (!command.operands.empty()) {
      fmt::format_to(out, "complete -c witxc {} -a '{}'\n", when, builtins());
    }
  }
  text +=
      "complete -c witxc -n '__fish_seen_subcommand_from layout' -f -a '(witxc layout --list @preview1 2>/dev/null)'\n";
  return text;
}

}  // namespace

ExitCode run_completion(Session& session) {
  const std::vector<std::string>& inputs = session.options.inputs;
  const std::string shell = inputs.size() == 1 ? inputs.front() : std::string();
  if (shell == "bash") {
    session.host.out(bash());
  } else if (shell == "zsh") {
    session.host.out(zsh());
  } else if (shell == "fish") {
    session.host.out(fish());
  } else {
    session.diagnostics.report(Code::usage, {}, "the shell is one of bash, zsh, fish")
        .with_help("for example: witxc completion bash > ~/.local/share/bash-completion/completions/witxc");
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli
