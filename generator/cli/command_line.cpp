// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/option_text.h"

namespace cli {
namespace {

// They change how the answer is shown, not what is done.
constexpr std::array<Target, 5> of_the_answer{&Options::color, &Options::max_errors, &Options::warnings_as_errors,
                                              &Options::quiet, &Options::verbose};

// A word that a POSIX shell leaves as it is.
std::string quoted(const std::string& word) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%+=:,./-_";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string result = "'";
  for (const char c : word) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + '\'';
}

// Appends one option where its value is not the default.
struct Append {
  std::string& line;
  const OptionInfo& info;
  const Options& options;

  void operator()(bool Options::* target) const {
    if (options.*target) line += ' ' + name();
  }
  void operator()(std::string Options::* target) const {
    if (options.*target != Options().*target) add(options.*target);
  }
  void operator()(std::size_t Options::* target) const {
    if (options.*target != Options().*target) add(fmt::format("{}", options.*target));
  }
  void operator()(std::vector<std::string> Options::* target) const {
    for (const std::string& value : options.*target) add(value);
  }

 private:
  // The first long one.
  [[nodiscard]] std::string name() const {
    const std::vector<std::string> names = names_of(info);
    return *std::find_if(names.begin(), names.end(), [](const std::string& n) { return n.starts_with("--"); });
  }
  // A value that looks like an option is tied to the name.
  void add(const std::string& value) const {
    line += fmt::format(" {}{}{}", name(), value.starts_with('-') ? '=' : ' ', quoted(value));
  }
};

}  // namespace

std::string command_line(Command command, const Options& options) {
  std::string line = fmt::format("witxc {}", info(command).name);
  for (const OptionInfo& option : all_options()) {
    const CommandSet both = set_of(command) | set_of(options.command);
    const bool is_shown = (option.commands & both) == both &&
                          std::find(of_the_answer.begin(), of_the_answer.end(), option.target) == of_the_answer.end();
    if (is_shown) std::visit(Append{line, option, options}, option.target);
  }
  for (const std::string& input : options.inputs) {
    const bool like_option = input.size() > 1 && input.starts_with('-');
    line += ' ' + quoted(like_option ? "./" + input : input);
  }
  return line;
}

}  // namespace cli
