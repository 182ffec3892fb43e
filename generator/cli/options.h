// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The command line: one table of commands and one of options, from which parsing, help and everything else that lists them is
// made. Knows no command's work.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/exit_code.h"

namespace cli {

enum class Command : std::uint8_t {
  generate,
  check,
  diff,
  changelog,
  validate,
  lint,
  imports,
  fmt,
  layout,
  dump,
  explain,
  rules,
  completion,
  man,
  template_,
  config
};

// Everything that can be said on the command line; what is not said has its default.
struct Options {
  Command command = Command::validate;
  std::vector<std::string> inputs;
  // The inputs are one document, instead of each by itself.
  bool join = false;
  // Of diff and changelog: entry files of a side, instead of an operand.
  std::vector<std::string> old_files;
  std::vector<std::string> new_files;

  std::vector<std::string> languages;
  std::string output;
  std::string config;
  std::string template_folder;
  // Of generate and check: instead of what the configuration says; empty or false: as it says.
  std::vector<std::string> only;
  std::string docs;
  std::string layers;
  std::string licence;
  std::string name_space;
  bool no_names = false;
  bool no_messages = false;
  bool no_asserts = false;
  bool split = false;
  // Of generate.
  bool list_outputs = false;
  bool prune = false;
  bool dry_run = false;
  bool force = false;
  std::string depfile;
  std::string depfile_target;
  std::string dialect;
  std::vector<std::string> include_folders;
  std::string files_from;
  bool wasm64 = false;
  bool schema = false;
  bool view = false;
  bool no_docs = false;
  bool write = false;
  bool check_only = false;
  bool show_diff = false;
  bool upgrade = false;
  bool fix = false;
  bool list = false;
  std::vector<std::string> specs;
  bool min_spec = false;

  // What each command calls its formats; empty: its first one.
  std::string format;
  // Of commands whose answer is findings: each "NAME" or "NAME=FILE".
  std::vector<std::string> formats;
  std::string level = "source";
  std::string fail_on = "breaking";
  std::string perspective = "both";
  std::vector<std::string> map;
  std::string accept;
  std::string write_accept;

  std::string color = "auto";
  std::size_t max_errors = 100;
  bool warnings_as_errors = false;
  bool quiet = false;
  bool verbose = false;
};

// A set of commands: bit i for the i-th.
using CommandSet = std::uint32_t;
[[nodiscard]] constexpr CommandSet set_of(Command command) { return 1U << static_cast<unsigned>(command); }

struct CommandInfo {
  Command command;
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
