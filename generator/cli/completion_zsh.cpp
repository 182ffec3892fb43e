// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iterator>
#include <variant>

#include "cli/candidates.h"
#include "cli/completion.h"
#include "cli/option_text.h"

namespace cli {
namespace {

constexpr std::string_view head = R"zsh(#compdef witxc
# zsh completion for witxc, made by 'witxc completion zsh'.

# The names that 'layout' can show, from the definitions on the command line or else from a built-in one.
_witxc_names() {
  local -a specs names
  specs=(${(M)words[3,-1]:#(*.witx|@*)})
  (($#specs)) || specs=(@preview1)
  names=(${(f)"$(_call_program names witxc layout --list ${(q)specs} 2>/dev/null)"})
  compadd -a names
}

_witxc_rules() {
  local -a rules
  rules=(${${(f)"$(_call_program rules witxc rules 2>/dev/null)"}/  /:})
  _describe rule rules
}

)zsh";

constexpr std::string_view tail = R"zsh(
# Loaded by name it is called at once; read by hand it makes itself known.
if [[ $funcstack[1] == _witxc ]]; then _witxc "$@"; else compdef _witxc witxc; fi
)zsh";

// Text in which none of `special` means something to _arguments or _describe.
std::string escaped(std::string_view text, std::string_view special) {
  std::string result;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

// The action of _arguments that offers them.
std::string action(const Candidates& candidates) {
  switch (candidates.kind) {
    case Candidates::Kind::words: return fmt::format("({})", fmt::join(candidates.words, " "));
    case Candidates::Kind::files: return "_files";
    case Candidates::Kind::folders: return "_files -/";
    case Candidates::Kind::definitions:
      return fmt::format("{{_alternative \"builtins:built-in definitions:({})\" \"files:files:_files\"}}",
                         fmt::join(candidates.words, " "));
    case Candidates::Kind::names: return "_witxc_names";
    case Candidates::Kind::rules: return "_witxc_rules";
    case Candidates::Kind::unknown:
    case Candidates::Kind::nothing: break;
  }
  return " ";
}

bool is_repeatable(const OptionInfo& option) {
  return std::holds_alternative<std::vector<std::string> Options::*>(option.target);
}

// A line for each name of the option, which rules the others out.
std::string option_lines(const OptionInfo& option) {
  std::string lines;
  const std::vector<std::string> names = names_of(option);
  for (const std::string& name : names) {
    std::string spec = is_repeatable(option) ? "*" : fmt::format("({})", fmt::join(names, " "));
    spec += name;
    if (!option.value.empty()) spec += name.starts_with("--") ? "=" : "+";
    spec += fmt::format("[{}]", escaped(option.help, "[]\\"));
    if (!option.value.empty()) {
      const Candidates candidates = value_candidates(option);
      const bool is_word = candidates.kind == Candidates::Kind::words;
      spec += fmt::format(":{}:{}", is_word ? "value" : escaped(option.value, ":"), action(candidates));
    }
    lines += fmt::format("            {} \\\n", single_quoted(spec));
  }
  return lines;
}

std::string operand_lines(const CommandInfo& command) {
  const Candidates candidates = operand_candidates(command);
  if (candidates.kind == Candidates::Kind::nothing) return "            && ret=0\n";
  std::string lines;
  Candidates further = candidates;
  if (candidates.kind == Candidates::Kind::names) {
    lines = fmt::format("            {} \\\n", single_quoted("1:name:" + action(candidates)));
    further.kind = Candidates::Kind::definitions;
  }
  return lines + fmt::format("            {} && ret=0\n",
                             single_quoted(fmt::format("*:{}:{}", escaped(command.operands, ":"), action(further))));
}

}  // namespace

std::string zsh_completion() {
  std::string text(head);
  auto out = std::back_inserter(text);
  text +=
      "_witxc() {\n"
      "  local curcontext=$curcontext state line ret=1\n"
      "  local -A opt_args\n"
      "  local -a commands\n"
      "  _arguments -C '(- *)--help[show how it is used]' '(- *)--version[show the version]' \\\n"
      "    '1:command:->command' '*::argument:->argument' && ret=0\n"
      "  case $state in\n"
      "    command)\n"
      "      commands=(\n";
  for (const CommandInfo& command : all_commands()) {
    fmt::format_to(out, "        {}\n", single_quoted(fmt::format("{}:{}", command.name, command.help)));
  }
  text +=
      "      )\n"
      "      _describe command commands && ret=0\n"
      "      ;;\n"
      "    argument)\n"
      "      case $words[1] in\n";
  for (const CommandInfo& command : all_commands()) {
    fmt::format_to(out,
                   "        {})\n"
                   "          _arguments -s \\\n"
                   "            '(- *)--help[show how it is used]' \\\n",
                   command.name);
    for (const OptionInfo& option : all_options()) {
      if ((option.commands & set_of(command.command)) != 0) text += option_lines(option);
    }
    text += operand_lines(command) + "          ;;\n";
  }
  text +=
      "      esac\n"
      "      ;;\n"
      "  esac\n"
      "  return ret\n"
      "}\n";
  return text.append(tail);
}

}  // namespace cli
