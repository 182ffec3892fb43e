// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <sstream>

#include "cli/option_text.h"
#include "driver/formats.h"
#include "embedded/version.h"
#include "support/suggest.h"

namespace cli {
namespace {

// Registers one row for one command.
struct Register {
  CLI::App& app;
  const OptionInfo& info;
  Options& options;

  void operator()(bool Options::* target) const {
    app.add_flag(std::string(info.names), options.*target, std::string(info.help));
  }

  template <typename Value>
  void operator()(Value Options::* target) const {
    CLI::Option* option = app.add_option(std::string(info.names), options.*target, std::string(info.help));
    option->type_name(std::string(info.value));
    if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
      // Else the option would swallow the operands behind it.
      option->allow_extra_args(false)->delimiter(',');
    } else {
      option->multi_option_policy(CLI::MultiOptionPolicy::Throw);
      if constexpr (std::is_same_v<Value, std::size_t>) option->check(number());
    }
    if (const std::vector<std::string> words = words_of(info); !words.empty())
      option->check(one_of(words, takes_file(info)));
    if (info.path != PathUse::none) option->check(path_for(info.path));
  }

  // As many digits as fit whatever they are.
  static CLI::Validator number() {
    return {[](std::string& given) -> std::string {
              constexpr std::size_t most_digits = 18;
              const bool is_one = !given.empty() && given.size() <= most_digits &&
                                  given.find_first_not_of("0123456789") == std::string::npos;
              return is_one ? std::string() : fmt::format("'{}' is not a whole number, or too large a one", given);
            },
            std::string()};
  }

  // An empty path is a variable of a script that was not set.
  static CLI::Validator path_for(PathUse use) {
    return {[use](std::string& given) -> std::string {
              if (given.empty()) return fmt::format("'' names no {}", use == PathUse::folder ? "folder" : "file");
              if (given != "-") return {};
              switch (use) {
                case PathUse::input: return "standard input is not read here; a file of that name is './-'";
                case PathUse::output: return "standard output is for something else; a file of that name is './-'";
                case PathUse::folder: return "'-' is not a folder; one of that name is './-'";
                default: return {};
              }
            },
            std::string()};
  }

  // Of a word with a file only the word is looked at, but a file that is announced has to be there.
  static CLI::Validator one_of(const std::vector<std::string>& allowed, bool with_file) {
    return {[allowed, with_file](std::string& given) -> std::string {
              const std::string word = with_file ? given.substr(0, given.find('=')) : given;
              if (with_file && given.ends_with('=')) return fmt::format("'{}' names no file", given);
              if (std::find(allowed.begin(), allowed.end(), word) != allowed.end()) return {};
              const std::vector<std::string_view> views(allowed.begin(), allowed.end());
              const std::string hint = support::did_you_mean(word, views);
              return fmt::format("'{}' is not one of {}{}{}", word, fmt::join(allowed, ", "), hint.empty() ? "" : "; ",
                                 hint);
            },
            std::string()};
  }
};

// CLI11 from 2.4 on refuses a positional whose name has a space: it is given '_' instead, and help shows the space.
constexpr char space_in_name = '_';

std::string positional_name(std::string_view operands) {
  std::string name(operands);
  std::replace(name.begin(), name.end(), ' ', space_in_name);
  return name;
}

struct HelpFormatter : CLI::Formatter {
  [[nodiscard]] std::string make_option_name(const CLI::Option* option, bool positional) const override {
    std::string name = CLI::Formatter::make_option_name(option, positional);
    if (positional) std::replace(name.begin(), name.end(), space_in_name, ' ');
    return name;
  }
};

Leave usage(std::string message, std::string_view hint) {
  if (!hint.empty()) message += fmt::format("\n  = help: {}", hint);
  return {.exit_code = ExitCode::usage, .out = {}, .err = fmt::format("error[WX0903]: {}\n", message)};
}

Leave unknown_command(const std::string& name) {
  std::vector<std::string_view> known;
  for (const CommandInfo& command : all_commands()) known.push_back(command.name);
  const std::string hint = support::did_you_mean(name, known);
  return usage(fmt::format("unknown command '{}'", name), hint.empty() ? "'witxc --help' lists the commands" : hint);
}

Leave unknown_option(const std::string& name, const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& known : option->get_lnames()) names.push_back("--" + known);
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string given = name.substr(0, name.find('='));
  const std::string hint = support::did_you_mean(given, known);
  return usage(fmt::format("unknown option '{}'", given),
               hint.empty() ? fmt::format("'witxc {} --help' lists the options", app.get_name()) : hint);
}

// The command that is named by the first argument that names one; null if none does.
const CommandInfo* named_command(const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    for (const CommandInfo& command : all_commands()) {
      if (command.name == argument) return &command;
    }
  }
  return nullptr;
}

// Where the first argument is an option of a command: says where such options go.
std::optional<Leave> option_before_command(const std::vector<std::string>& arguments) {
  if (arguments.empty() || !arguments.front().starts_with('-')) return std::nullopt;
  const std::string given = arguments.front().substr(0, arguments.front().find('='));
  const auto is_it = [&given](const OptionInfo& option) {
    const std::vector<std::string> names = names_of(option);
    return std::find(names.begin(), names.end(), given) != names.end();
  };
  const auto options = all_options();
  const CommandInfo* command = named_command(arguments);
  const auto found = std::find_if(options.begin(), options.end(), [&](const OptionInfo& option) {
    return is_it(option) && (command == nullptr || (option.commands & set_of(command->command)) != 0);
  });
  if (found == options.end()) return std::nullopt;
  const std::vector<std::string> words = words_of(*found);
  const std::string value = words.empty() ? std::string(found->value) : words.front();
  return usage(fmt::format("'{}' stands before the command", given),
               fmt::format("options go behind it: witxc {} {}{}{}", command == nullptr ? "COMMAND" : command->name,
                           given, value.empty() ? "" : " ", value));
}

void add_options(CLI::App& app, Command command, Options& options) {
  for (const OptionInfo& option : all_options()) {
    if ((option.commands & set_of(command)) != 0) std::visit(Register{app, option, options}, option.target);
  }
}

// What is asked for twice is asked for once. The order of files matters, and so does that of the others in what is printed.
void drop_repeated(Options& options) {
  for (const OptionInfo& option : all_options()) {
    const auto* const target = std::get_if<std::vector<std::string> Options::*>(&option.target);
    if (target == nullptr) continue;
    std::vector<std::string> once;
    for (std::string& word : options.*(*target)) {
      if (std::find(once.begin(), once.end(), word) == once.end()) once.push_back(std::move(word));
    }
    options.*(*target) = std::move(once);
  }
}

// What --help of the chosen command, or of the tool, prints.
std::string help_of(const CLI::App& app) {
  const CLI::App* tool = app.get_parent();
  const std::string help = app.help(tool == nullptr ? std::string() : tool->get_name());
  const bool reads_files = tool == nullptr || app.get_option_no_throw("--dialect") != nullptr;
  return fmt::format("{}\n{}{}{}\n", help, reads_files ? files_text() : "", reads_files ? "\n\n" : "",
                     exit_codes_text());
}

}  // namespace

std::variant<Options, Leave> parse_options(const std::vector<std::string>& arguments) {
  if (std::optional<Leave> misplaced = option_before_command(arguments)) return *std::move(misplaced);
  Options options;
  CLI::App app("witxc reads WASI's witx definitions and writes freestanding bindings", "witxc");
  app.require_subcommand(0, 1);
  const std::string version = fmt::format("witxc {}", embedded::version);
  app.set_version_flag("-V,--version", version);
  app.allow_extras();
  // Commands inherit it.
  app.formatter(std::make_shared<HelpFormatter>());
  for (const CommandInfo& command : all_commands()) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.help));
    sub->allow_extras();
    sub->callback([&options, &command] { options.command = command.command; });
    if (!command.operands.empty())
      sub->add_option(positional_name(command.operands), options.inputs, std::string(command.operands_help));
    add_options(*sub, command.command, options);
  }
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
    if (const std::vector<std::string> extras = app.remaining(true); !extras.empty()) {
      const std::vector<CLI::App*> chosen = app.get_subcommands();
      if (extras.front().starts_with('-'))
        return unknown_option(extras.front(), chosen.empty() ? app : *chosen.front());
      return unknown_command(extras.front());
    }
  } catch (const CLI::CallForHelp&) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    return Leave{.exit_code = ExitCode::clean, .out = help_of(chosen.empty() ? app : *chosen.front()), .err = {}};
  } catch (const CLI::CallForVersion&) {
    return Leave{.exit_code = ExitCode::clean, .out = version + '\n', .err = {}};
  } catch (const CLI::ParseError& error) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    const std::string command = chosen.empty() ? "witxc" : "witxc " + chosen.front()->get_name();
    return usage(error.what(), fmt::format("'{} --help' shows how it is used", command));
  }
  if (std::find(options.inputs.begin(), options.inputs.end(), "") != options.inputs.end())
    return usage("an operand is empty", "a variable of a script that is not set leaves one");
  drop_repeated(options);
  if (const std::optional<driver::Conflict> problem = conflict(wanted_formats(options)))
    return usage(problem->message, problem->help);
  if (app.get_subcommands().empty()) {
    return Leave{.exit_code = ExitCode::usage, .out = {}, .err = help_of(app)};
  }
  return options;
}

}  // namespace cli
