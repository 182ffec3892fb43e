// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "bind/names.h"

namespace bind {

// How a language declares a function.
struct Spelling {
  std::string language;
  std::string code;
};

// What is wanted of a binding.
struct Options {
  enum class DocsLevel { full, brief, none };

  // Any; names are taken as they come where the tool does not know the language.
  std::string language = "cpp";
  // The entry file's name without folders and ".witx": names what a document without exactly one module generates.
  std::string stem = {};
  // "a::b", and "a/b.txt" with '/' between folders; empty: derived from the module's name.
  std::string name_space = {};
  std::string file = {};
  // The innermost namespace is inline. At most one snapshot in a program may be; unset: the latest of a family is.
  std::optional<bool> inline_default = {};
  // brief: the first paragraph.
  DocsLevel docs = DocsLevel::full;
  // Tables of enum and flag names, and of the messages of enums.
  bool names = true;
  bool messages = true;
  // Assertions of sizes, alignments and offsets.
  bool asserts = true;
  // The typed layer above the raw imports; without it, whether types that only name values are there all the same.
  bool typed = true;
  bool values = false;
  // Several files that include each other, where the language has an idea of how.
  bool split = false;
  // Of these functions alone, FUNCTION or MODULE::FUNCTION, and what types they need; empty: everything.
  std::set<std::string> only = {};
  // Columns beyond which nothing that can be broken goes.
  unsigned columns = 100;
  // An SPDX expression; empty: the output makes no statement.
  std::string licence = {};
  // What an identifier is to be, by the path of what it names: "errno", "errno.2big", "iovec.buf",
  // "wasi_snapshot_preview1.fd_write", "wasi_snapshot_preview1.fd_write.iovs"; members of tuples by position.
  std::map<std::string, std::string> renames = {};
  // How kinds of symbols are spelled; those that are not there: as the language has it.
  std::map<Symbol, Style> naming = {};
  // Of documents that show it: how other languages declare each function, by "module.function".
  std::map<std::string, std::vector<Spelling>, std::less<>> spellings = {};
};

}  // namespace bind
