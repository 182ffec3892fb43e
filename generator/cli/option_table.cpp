// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <algorithm>
#include <array>

#include "cli/commands/commands.h"
#include "cli/options.h"

namespace cli {
namespace {

constexpr std::string_view files =
    "definitions to read, each a document: paths, @preview1, @preview0, or - for standard input";
constexpr std::string_view two = "two documents: paths, built-in definitions, or - for standard input";

constexpr std::array rows{
    CommandInfo{Command::generate, commands::run_generate, "generate", "FILES", files,
                "write bindings; without FILES, those that witxc.json asks for"},
    CommandInfo{Command::check, commands::run_check, "check", "FILES", files,
                "say whether written bindings are current, and why not; without FILES, those of witxc.json"},
    CommandInfo{Command::diff, commands::run_diff, "diff", "OLD NEW", two,
                "list what changed between two documents, and who it breaks"},
    CommandInfo{Command::changelog, commands::run_changelog, "changelog", "OLD NEW", two,
                "tell the same for release notes"},
    CommandInfo{Command::validate, commands::run_validate, "validate", "FILES", files,
                "report what is wrong with definitions; without FILES, with those of witxc.json"},
    CommandInfo{Command::lint, commands::run_lint, "lint", "FILES", files,
                "check the style of valid definitions, and for likely mistakes; without FILES, those of witxc.json, "
                "which always "
                "decides how severe a rule is"},
    CommandInfo{Command::imports, commands::run_imports, "imports", "MODULE FILES",
                "a program, and the definitions that its engine offers",
                "say which imports of a wasm module no engine would satisfy"},
    CommandInfo{
        Command::audit, commands::run_audit, "audit", "FILES",
        "sources of a binding or a host, in C, C++, Rust, Zig, Go, TypeScript, JavaScript and others",
        "compare what code says of an interface with its definitions: values, layouts, signatures; without FILES, "
        "what witxc.json names under \"audit\""},
    CommandInfo{
        Command::fmt, commands::run_fmt, "fmt", "FILES", "texts to format; - is standard input",
        "print definitions in canonical layout; with -w, --check or --diff and without FILES, those of witxc.json"},
    CommandInfo{Command::layout, commands::run_layout, "layout", "NAME FILES",
                "a type or a function, and where it is defined",
                "show offsets and padding, or what each core parameter carries; without FILES, in those of witxc.json"},
    CommandInfo{Command::dump, commands::run_dump, "dump", "FILES", files,
                "print the resolved model as JSON, one after another; without FILES, of those of witxc.json"},
    CommandInfo{Command::explain, commands::run_explain, "explain", "RULE", "ids such as WX0103",
                "explain a message or a kind of change"},
    CommandInfo{Command::completion, commands::run_completion, "completion", "SHELL", "bash, zsh or fish",
                "print a script that lets the shell complete commands, options and names"},
    CommandInfo{Command::man, commands::run_man, "man", "", "", "write the manual pages"},
    CommandInfo{Command::rules, commands::run_rules, "rules", "", "", "list all kinds of messages and of changes"},
    CommandInfo{Command::template_, commands::run_template, "template", "ACTION",
                "list | export LANG | check [DIR [LANG...]]",
                "list the built-in templates, copy them, or check yours: without DIR, those of witxc.json"},
    CommandInfo{Command::config, commands::run_config, "config", "ACTION", "init | schema",
                "write a witxc.json, or print its JSON Schema"},
};

constexpr CommandSet all = ~CommandSet{0};
// Those that read no definitions.
constexpr CommandSet tables = set_of(Command::explain) | set_of(Command::rules) | set_of(Command::completion) |
                              set_of(Command::man) | set_of(Command::template_) | set_of(Command::config);
constexpr CommandSet reading = all & ~tables;
constexpr CommandSet generate = set_of(Command::generate);
constexpr CommandSet check = set_of(Command::check);
constexpr CommandSet templates = set_of(Command::template_);
constexpr CommandSet diff = set_of(Command::diff);
constexpr CommandSet changelog = set_of(Command::changelog);
constexpr CommandSet validate = set_of(Command::validate);
constexpr CommandSet lint = set_of(Command::lint);
constexpr CommandSet imports = set_of(Command::imports);
constexpr CommandSet audit = set_of(Command::audit);
constexpr CommandSet dump = set_of(Command::dump);
constexpr CommandSet fmt = set_of(Command::fmt);
constexpr CommandSet layout = set_of(Command::layout);
constexpr CommandSet man = set_of(Command::man);
constexpr CommandSet config = set_of(Command::config);

constexpr std::array options{
    OptionInfo{"--lang", "LANG", "language to write, repeatable (default: cpp)", generate | check, &Options::languages},
    OptionInfo{"--lang", "LANG", "language that --view is of (default: cpp)", dump, &Options::languages},
    OptionInfo{"--lang", "EXTENSION", "language of FILES, by the ending of its files (default: by that of each)", audit,
               &Options::languages},
    OptionInfo{"-o,--output", "DIR", "folder to write to (default: .); - prints the single output", generate | check,
               &Options::output, PathUse::output_or_stdout},
    OptionInfo{"-o,--output", "DIR", "folder to export to (default: .)", templates, &Options::output, PathUse::output},
    OptionInfo{"--config", "FILE", "configuration (default, without FILES: witxc.json here or in a folder above)",
               generate | check | lint | validate | fmt | layout | dump | diff | changelog | templates | audit,
               &Options::config, PathUse::input},
    OptionInfo{"--join", "", "read all FILES as one document (default: each by itself, and with what it uses)",
               generate | check | validate | lint | layout | dump | imports, &Options::join},
    OptionInfo{"--old", "FILE", "entry file of the old document, instead of OLD; repeatable", diff | changelog,
               &Options::old_files, PathUse::input_or_stdin},
    OptionInfo{"--new", "FILE", "entry file of the new document, instead of NEW; repeatable", diff | changelog,
               &Options::new_files, PathUse::input_or_stdin},
    OptionInfo{"--templates", "DIR", "folder of templates that replace built-in ones of the same name",
               generate | check, &Options::template_folder, PathUse::folder},
    OptionInfo{"--only", "FUNCTION", "FUNCTION or MODULE::FUNCTION alone, and the types that it needs; repeatable",
               generate | check, &Options::only},
    OptionInfo{"--only", "FUNCTION",
               "compare this function and what it uses, repeatable; '*': all (default: those that witxc.json names)",
               diff | changelog, &Options::only},
    OptionInfo{"--docs", "full|brief|none", "full, brief (the first paragraph) or none (default: full)",
               generate | check, &Options::docs},
    OptionInfo{"--layers", "typed|raw|raw,values",
               "C++: typed functions, or the imports alone, or these and enums and flags (default: typed)",
               generate | check, &Options::layers},
    OptionInfo{"--no-names", "", "without tables of the names of values", generate | check, &Options::no_names},
    OptionInfo{"--no-messages", "", "without tables of what values mean", generate | check, &Options::no_messages},
    OptionInfo{"--no-asserts", "", "without assertions of layouts", generate | check, &Options::no_asserts},
    OptionInfo{"--split", "", "C++: types, imports and functions in a file each, and one for all", generate | check,
               &Options::split},
    OptionInfo{"--license,--licence", "SPDX",
               "license to state in what is written; none: no license, whatever witxc.json says", generate | check,
               &Options::licence},
    OptionInfo{"--namespace", "NAME", "C++ namespace, such as a::b (default: made from the name of the module)",
               generate | check, &Options::name_space},
    OptionInfo{"--list-outputs", "", "print what would be written, one path a line, and write nothing", generate,
               &Options::list_outputs},
    OptionInfo{"--prune", "", "remove what an earlier run for witxc.json wrote and nothing asks for any more", generate,
               &Options::prune},
    OptionInfo{"--dry-run", "", "print what would be written, changed and removed, and write nothing", generate,
               &Options::dry_run},
    OptionInfo{"--force", "",
               "overwrite files that were edited or that witxc did not write; with --prune, remove edited ones",
               generate, &Options::force},
    OptionInfo{"--force", "", "overwrite files that witxc did not write",
               check | diff | validate | lint | imports | audit | man | templates | config, &Options::force},
    OptionInfo{"--depfile", "FILE", "write what was read to FILE, as make and ninja understand it", generate,
               &Options::depfile, PathUse::output},
    OptionInfo{"--depfile-target", "NAME",
               "what depends on it, such as a stamp that the caller touches (default: the output)", generate,
               &Options::depfile_target},
    OptionInfo{"--level", "link|abi|source|docs",
               "show what changed for the linker, for binaries, for sources, for readers (default: source)", diff,
               &Options::level},
    OptionInfo{"--fail-on", "breaking|dangerous|any", "exit with 1 for such changes and worse ones (default: breaking)",
               diff, &Options::fail_on},
    OptionInfo{"--fail-on", "wrong|missing",
               "exit with 1 for what is wrong, or also for what is missing (default: wrong)", audit, &Options::fail_on},
    OptionInfo{"--perspective", "guest|host|both", "judge for programs, for engines, or for either (default: both)",
               diff, &Options::perspective},
    OptionInfo{"--accept", "FILE", "what FILE lists by its fingerprint is approved", diff | audit, &Options::accept,
               PathUse::input},
    OptionInfo{"--write-accept", "FILE", "write FILE so that it approves what would fail now", diff | audit,
               &Options::write_accept, PathUse::output},
    OptionInfo{"--map", "OLDMOD=NEWMOD",
               "a module and its new name, repeatable (default: equal names; or the only one)", diff | changelog,
               &Options::map},
    OptionInfo{"--map", "NAME=ITEM",
               "what a name in FILES means, repeatable: errno.badf, filestat, filestat.size, fd_read", audit,
               &Options::map},
    OptionInfo{"--format", "text|gcc|json|sarif|junit|github|gitlab[=FILE]",
               "how to tell what was found, repeatable; to a file, if one is named (default: text)",
               validate | lint | imports | audit | check, &Options::formats},
    OptionInfo{"--format", "text|gcc|json|html|sarif|junit|github|gitlab[=FILE]",
               "how to tell what was found, repeatable; to a file, if one is named; html draws it (default: text)",
               diff, &Options::formats},
    OptionInfo{"--format", "text|svg", "a table, or a picture of one type (default: text)", layout, &Options::format},
    OptionInfo{"--deep", "", "open the types within as well", layout, &Options::deep},
    OptionInfo{"--format", "md|html|json", "how to print the changes (default: md)", changelog, &Options::format},
    OptionInfo{"-o,--output", "DIR", "folder for the manual pages", man, &Options::output, PathUse::output},
    OptionInfo{"--list", "", "print the names that can be shown instead", layout, &Options::list},
    OptionInfo{"--list", "", "print everything that is imported instead, \"MODULE NAME\" a line", imports,
               &Options::list},
    OptionInfo{"--fix", "", "fix what can be fixed without changing what any program sees", lint, &Options::fix},
    OptionInfo{"--spec", "FILE", "definitions that the engine offers, repeatable (default: @preview1)", imports,
               &Options::specs, PathUse::input_or_stdin},
    OptionInfo{"--spec", "FILE", "definitions to compare with; repeated: one document (default: @preview1)", audit,
               &Options::specs, PathUse::input_or_stdin},
    OptionInfo{"--min-spec", "", "print the smallest of the definitions that has all that is imported", imports,
               &Options::min_spec},
    OptionInfo{"--schema", "", "print the JSON Schema of what the command prints instead", diff | dump,
               &Options::schema},
    OptionInfo{"--view", "", "print what templates see instead of the model", dump, &Options::view},
    OptionInfo{"--no-docs", "", "leave docs out", dump, &Options::no_docs},
    OptionInfo{"--wasm64", "", "lay out for 64-bit memories: pointers of 8 bytes",
               diff | changelog | layout | dump | imports, &Options::wasm64},
    OptionInfo{"-w,--write", "", "write the files instead of printing them", fmt, &Options::write},
    OptionInfo{"--check", "", "print nothing but which files are not formatted, and exit with 1 if there are any", fmt,
               &Options::check_only},
    OptionInfo{"--diff", "", "print what would change", fmt, &Options::show_diff},
    OptionInfo{"--upgrade", "", "write an old dialect in the standard one, where that keeps layouts and signatures",
               fmt, &Options::upgrade},
    OptionInfo{"--dialect", "d1|d2|d3|d4|d5|d6|d7|d8|dx", "read as this dialect of witx (default: detected)", reading,
               &Options::dialect},
    OptionInfo{"-I,--include", "DIR", "further folder for files that are used, repeatable", reading,
               &Options::include_folders, PathUse::folder},
    OptionInfo{"--files-from", "FILE", "read further FILES from FILE, one a line; - is standard input", reading,
               &Options::files_from, PathUse::input_or_stdin},
    OptionInfo{"--color", "auto|always|never", "color messages (default: auto)", all, &Options::color},
    OptionInfo{"--max-errors", "N", "show at most N messages (default: 100)", all, &Options::max_errors},
    OptionInfo{"--warnings-as-errors", "", "exit with 1 when there are warnings", reading,
               &Options::warnings_as_errors},
    OptionInfo{"-q,--quiet", "", "print nothing but errors and what was asked for", all, &Options::quiet},
    OptionInfo{"-v,--verbose", "", "say which files are read, and more about what is done", reading, &Options::verbose},
};

}  // namespace

std::span<const CommandInfo> all_commands() { return rows; }
const CommandInfo& info(Command command) {
  return *std::find_if(rows.begin(), rows.end(), [command](const CommandInfo& row) { return row.command == command; });
}
std::span<const OptionInfo> all_options() { return options; }

}  // namespace cli
