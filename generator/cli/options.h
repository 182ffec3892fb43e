// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The command line: one table of commands and one of options, from which parsing, help and everything else that lists them is
// made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "driver/exit_code.h"
#include "driver/options.h"

namespace driver {
struct Session;
}

namespace cli {

using driver::Command;
using driver::ExitCode;
using driver::Options;

// A set of commands: bit i for the i-th.
using CommandSet = std::uint32_t;
[[nodiscard]] constexpr CommandSet set_of(Command command) { return 1U << static_cast<unsigned>(command); }

struct CommandInfo {
  Command command;
  // In commands/, in a file of the command's name.
  ExitCode (*run)(driver::Session& session);
  std::string_view name;
  // What the command takes besides options; empty: nothing.
  std::string_view operands;
  std::string_view operands_help;
  std::string_view help;
};

// Where an option's value goes; a bool is a switch, a vector makes the option repeatable.
using Target =
    std::variant<bool Options::*, std::string Options::*, std::size_t Options::*, std::vector<std::string> Options::*>;

// What an option's value names where that is a file or a folder, and whether '-' is standard input or output.
enum class PathUse : std::uint8_t { none, input, input_or_stdin, folder, output, output_or_stdout };

struct OptionInfo {
  // "-o,--output"
  std::string_view names;
  // What help calls the value; "a|b|c" lists all that are allowed, "a|b[=FILE]" with a file behind each; empty for a switch.
  std::string_view value;
  std::string_view help;
  CommandSet commands;
  Target target;
  PathUse path = PathUse::none;
};

[[nodiscard]] std::span<const CommandInfo> all_commands();
[[nodiscard]] const CommandInfo& info(Command command);
[[nodiscard]] std::span<const OptionInfo> all_options();

// Instead of options: text to show, and how to leave.
struct Leave {
  ExitCode exit_code = ExitCode::clean;
  std::string out;
  std::string err;
};

// `arguments` without the program's name.
[[nodiscard]] std::variant<Options, Leave> parse_options(const std::vector<std::string>& arguments);

}  // namespace cli
