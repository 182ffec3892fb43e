// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/candidates.h"

#include "cli/option_text.h"
#include "driver/builtins.h"
#include "render/template_set.h"

namespace cli {
namespace {

using Kind = Candidates::Kind;

std::vector<std::string> strings(const std::vector<std::string_view>& views) { return {views.begin(), views.end()}; }

}  // namespace

Candidates value_candidates(const OptionInfo& option) {
  if (std::vector<std::string> words = words_of(option); !words.empty()) return {Kind::words, std::move(words)};
  if (option.names == "--spec" || option.names == "--old" || option.names == "--new")
    return {Kind::definitions, strings(driver::builtin_names())};
  if (option.value == "LANG") return {Kind::words, strings(render::builtin_languages())};
  if (option.value == "FILE") return {Kind::files, {}};
  if (option.value == "DIR") return {Kind::folders, {}};
  return {};
}

Candidates operand_candidates(const CommandInfo& command) {
  switch (command.command) {
    case Command::completion: return {Kind::words, {"bash", "zsh", "fish"}};
    case Command::config: return {Kind::words, {"init", "schema"}};
    case Command::template_: return {Kind::words, {"list", "export", "check"}};
    case Command::explain: return {Kind::rules, {}};
    case Command::layout: return {Kind::names, strings(driver::builtin_names())};
    default: break;
  }
  if (command.operands.empty()) return {Kind::nothing, {}};
  return {Kind::definitions, strings(driver::builtin_names())};
}

}  // namespace cli
