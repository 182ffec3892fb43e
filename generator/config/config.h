// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// witxc.json: which specifications, which outputs, and what they look like. Plain values; paths are as written, relative to the
// folder of the file. Every key is known here (keys.h), and one that is not is an error.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "support/source.h"

namespace config {

struct Spec {
  // Entry files, or one built-in such as "@preview1".
  std::vector<std::string> files;
  // Empty: derived from the module.
  std::string name_space;
  std::string file;
  // Whether its innermost namespace is inline. Unset: as the module's name suggests.
  std::optional<bool> is_default;
};

// A template rendered for more files than the language's own.
struct Extra {
  std::string name;
  support::Span name_place;
  // A word of for_each_words(): one file for each of these; empty: one file.
  std::string for_each;
  // Of the file, relative to the output's folder; itself a template.
  std::string file;
  support::Span file_place;
};

// How an output looks: what is said of it, and else what is said of all.
struct Look {
  // Functions; empty: all.
  std::vector<std::string> only;
  // "full", "brief" or "none".
  std::string docs = "full";
  // "typed", "raw" or "raw,values".
  std::string layers = "typed";
  bool names = true;
  bool messages = true;
  bool asserts = true;
  // Several files that include each other instead of one.
  bool split = false;
  // An SPDX expression; empty: none is stated.
  std::string licence;
  // Folder of templates that replace built-in ones; empty: none.
  std::string templates;
  // Identifiers by the path of what they name.
  std::map<std::string, std::string> rename;
  // Words of naming_styles() by those of naming_kinds(); what is not there is as the language has it.
  std::map<std::string, std::string> naming;
};

struct Output {
  std::string language;
  // Relative to the configuration's folder.
  std::string folder = ".";
  std::vector<Extra> extra;
  Look look;
};

// Code of others that is held to definitions.
struct Audit {
  std::vector<std::string> files;
  // A file, or a built-in.
  std::string spec = "@preview1";
  // What names in the files mean.
  std::map<std::string, std::string> map;
};

struct Config {
  std::vector<Spec> specs;
  std::vector<Output> outputs;
  // Of outputs that say nothing else.
  Look look;
  // How severe lint's rules are, by their ids: "off", "note", "warning" or "error".
  std::map<std::string, std::string> lint;
  // What `fmt` asks of definitions: "keep" (each file has its own), "lf" or "crlf".
  std::string line_endings = "keep";
  std::vector<Audit> audit;
  // What editors read: the schema's address.
  std::string schema;
};

// Reads the text of a configuration. What is wrong is reported with its place; then the answer is nothing.
[[nodiscard]] std::optional<Config> parse(const support::Sources& sources, support::SourceId source,
                                          diagnostics::Sink& diagnostics);

// What a template may be rendered for each of.
[[nodiscard]] std::span<const std::string_view> for_each_words();

// What may have a style of its own, and which styles there are.
[[nodiscard]] std::span<const std::string_view> naming_kinds();
[[nodiscard]] std::span<const std::string_view> naming_styles();

// What `config init` writes: every key, as it is where nothing is said.
[[nodiscard]] std::string initial_text();
// The file beside it that its "$schema" names.
inline constexpr const char* schema_name = "witxc.schema.json";
// The JSON Schema (2020-12) of a configuration.
[[nodiscard]] std::string schema();

}  // namespace config
