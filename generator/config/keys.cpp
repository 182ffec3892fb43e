// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config/keys.h"

#include <array>

#include "config/spdx.h"

namespace config {
namespace {

Keys keys_of(Look& look) {
  return {
      {.name = "only", .value = &look.only, .help = "these functions alone, and the types that they need; empty: all"},
      {.name = "docs",
       .value = &look.docs,
       .help = "full, brief (the first paragraph) or none",
       .words = {"full", "brief", "none"}},
      {.name = "layers",
       .value = &look.layers,
       .help = "C++: typed functions, or the imports alone, or these and enums and flags",
       .words = {"typed", "raw", "raw,values"}},
      {.name = "names", .value = &look.names, .help = "tables of the names of values"},
      {.name = "messages", .value = &look.messages, .help = "tables of what values mean"},
      {.name = "asserts", .value = &look.asserts, .help = "assertions of layouts"},
      {.name = "split",
       .value = &look.split,
       .help = "C++: types, imports and functions in a file each, and one for all"},
      {.name = "license",
       .value = &look.licence,
       .help = "an SPDX expression to state; none, or empty: no license is stated",
       .form = Key::Form{.holds = is_license,
                         .words = "an SPDX expression, such as \"Apache-2.0 OR MIT\"",
                         .pattern = spdx_characters},
       .also = "licence"},
      {.name = "templates",
       .value = &look.templates,
       .help = "a folder whose templates replace built-in ones; empty: none"},
      {.name = "rename",
       .value = &look.rename,
       .help = "identifiers by the path of what they name: errno, errno.2big, wasi_snapshot_preview1.fd_write"},
      {.name = "naming",
       .value = &look.naming,
       .help = "how kinds of names are spelled; not given: as the language has it",
       .words = {naming_styles().begin(), naming_styles().end()},
       .members = {naming_kinds().begin(), naming_kinds().end()}},
  };
}

}  // namespace

std::span<const std::string_view> for_each_words() {
  static constexpr auto words = std::to_array<std::string_view>(
      {"module", "function", "type", "alias", "enum", "flags", "handle", "record", "variant", "union", "constant"});
  return words;
}

std::span<const std::string_view> naming_kinds() {
  static constexpr auto words =
      std::to_array<std::string_view>({"types", "fields", "cases", "functions", "params", "constants", "modules"});
  return words;
}

// No kebab: that is not an identifier in the languages that the tool knows, and templates can have it of every name.
std::span<const std::string_view> naming_styles() {
  static constexpr auto words = std::to_array<std::string_view>({"snake", "pascal", "camel", "upper"});
  return words;
}

Keys keys_of(Spec& spec) {
  return {
      {.name = "files",
       .value = &spec.files,
       .help = "entry files of one document, or a built-in such as @preview1",
       .required = true},
      {.name = "namespace", .value = &spec.name_space, .help = "a::b; empty: made from the module's name"},
      {.name = "file",
       .value = &spec.file,
       .help = "a/b.hpp; every language has its own suffix; empty: made from the module's name"},
      {.name = "default",
       .value = &spec.is_default,
       .help = "the innermost namespace is inline; at most one snapshot of a family may be; null: as the module's name "
               "suggests"},
  };
}

Keys keys_of(Extra& extra) {
  return {
      {.name = "template", .value = &extra.name, .help = "its name, without folder and suffix", .required = true},
      {.name = "for_each",
       .value = &extra.for_each,
       .help = "a file for each of these; not given: one file",
       .words = {for_each_words().begin(), for_each_words().end()}},
      {.name = "file",
       .value = &extra.file,
       .help = "its path in the output's folder, such as functions/<%function_names.kebab%>.md",
       .required = true},
  };
}

Keys keys_of(Audit& audit) {
  return {
      {.name = "files", .value = &audit.files, .help = "code that belongs together", .required = true},
      {.name = "spec", .value = &audit.spec, .help = "the definitions that it is compared with: a file, or a built-in"},
      {.name = "map",
       .value = &audit.map,
       .help = "what names in the files mean: errno.badf, filestat, filestat.size, fd_read"},
  };
}

Keys keys_of(Output& output) {
  Keys keys{
      {.name = "language",
       .value = &output.language,
       .help = "cpp, c, rust, zig, md, or one of your templates",
       .required = true},
      {.name = "folder", .value = &output.folder, .help = "where its files go"},
      {.name = "extra", .value = &output.extra, .help = "files that templates make besides the language's own"},
  };
  for (Key& key : keys_of(output.look)) {
    key.inherited = true;
    keys.push_back(std::move(key));
  }
  return keys;
}

Keys keys_of(Config& config) {
  Keys keys{{.name = "$schema", .value = &config.schema, .help = "the address of this schema, for editors"},
            {.name = "specs", .value = &config.specs, .help = "what is read"}};
  for (Key& key : keys_of(config.look)) keys.push_back(std::move(key));
  keys.push_back({.name = "outputs",
                  .value = &config.outputs,
                  .help = "what is written of each; what an output does not say holds as it is said for all"});
  keys.push_back({.name = "lint",
                  .value = &config.lint,
                  .help = "how severe lint's rules are, by their ids",
                  .words = {"off", "note", "warning", "error"}});
  keys.push_back({.name = "line_endings",
                  .value = &config.line_endings,
                  .help = "what fmt asks of definitions; keep: each file has its own",
                  .words = {"keep", "lf", "crlf"}});
  keys.push_back(
      {.name = "audit", .value = &config.audit, .help = "code that 'witxc audit' compares with definitions"});
  return keys;
}

}  // namespace config
