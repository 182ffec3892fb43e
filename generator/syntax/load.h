// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Entry files → the parsed files of one document, each once, with everything they `use`. The only room of the front end that
// asks the file system for anything.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "support/files.h"
#include "support/source.h"
#include "syntax/ast.h"

namespace syntax {

struct ParsedFile;
using FileId = support::Id<ParsedFile>;

struct ParsedFile {
  std::string path;
  Ast ast;
  // The files that the UsePath and UseNames items of the file lead to, in the order of these items wherever they stand. None
  // where a file could not be read, which has been reported.
  std::vector<FileId> uses;
};

struct Document {
  support::Table<ParsedFile> files;
  // The files that were asked for, in that order.
  std::vector<FileId> entries;
  Features features;
};

// Reads entry files and what they use. `(use "x.witx")` is looked for beside the file that holds it, then beside the entry
// file, then in the include folders; `(use ... from $m)` means the file m.witx in the same places. Messages call the file "-"
// standard input.
[[nodiscard]] Document load(const std::vector<std::string>& entries, const std::vector<std::string>& include_folders,
                            const support::FileSystem& files, support::Sources& sources,
                            diagnostics::Sink& diagnostics);

}  // namespace syntax
