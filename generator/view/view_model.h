// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// (Model, Layouts, options) → what templates see: JSON in which every string is final and every key is present, so that
// templates are text, loops and booleans. The shape is described by schema.json, whose `version` changes with it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "model/layout.h"
#include "model/types.h"
#include "view/names.h"

namespace view {

// Of the JSON's shape; also in its key `view_version`.
constexpr int view_version = 1;

struct ViewOptions {
  enum class DocsLevel { full, brief, none };

  // A row of languages(), or any other, whose names are then taken as they come.
  std::string language = "cpp";
  // The entry file's name without folders and ".witx": names what a document without exactly one module generates.
  std::string stem = {};
  // "a::b", and "a/b.hpp" with '/' between folders; empty: derived from the module's name.
  std::string name_space = {};
  // The suffix of another language becomes the own one.
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
  // Of these functions alone, and what types they need; empty: everything.
  std::set<std::string> only = {};
  // Columns beyond which nothing that can be broken goes.
  unsigned columns = 100;
  // An SPDX expression; empty: the output makes no statement.
  std::string licence = {};
  // What an identifier shall be, by the path of what it names: "errno", "errno.2big", "iovec.buf",
  // "wasi_snapshot_preview1.fd_write", "wasi_snapshot_preview1.fd_write.iovs"; members of tuples by position.
  std::map<std::string, std::string> renames = {};
  // How kinds of symbols are spelled; those that are not there: as the language has it.
  std::map<Symbol, Style> naming = {};
};

// `model` must be without errors. Equal arguments give equal JSON.
[[nodiscard]] nlohmann::json view_model(const model::Model& model, const model::Layouts& layouts,
                                        const ViewOptions& options);

// The JSON Schema (2020-12) of what view_model returns.
[[nodiscard]] std::string_view view_schema();

// What options.renames may name in a document: "errno", "errno.2big", "wasi_snapshot_preview1.fd_write.iovs". Nothing where
// nothing is renamed.
[[nodiscard]] std::set<std::string> rename_paths(const model::Model& model, const ViewOptions& options);

// What the options make of a document's names; part of view_model's answer, for those who need no more.
struct Place {
  // Outermost first, such as {"wasi", "preview1"}.
  std::vector<std::string> namespaces;
  // Relative, with '/' between folders, such as "wasi/preview1.hpp".
  std::string file;
  // What stands before global names in a language without namespaces, such as "__wasi_".
  std::string prefix;
  bool inline_innermost = false;
};
[[nodiscard]] Place place_of(const model::Model& model, const ViewOptions& options);

}  // namespace view
