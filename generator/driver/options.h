// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a run is asked to do. How that is said on a command line is for cli/ to know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace driver {

enum class Command : std::uint8_t {
  generate,
  check,
  diff,
  changelog,
  validate,
  lint,
  imports,
  audit,
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
  // Of layout: the types within as well.
  bool deep = false;
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

}  // namespace driver
