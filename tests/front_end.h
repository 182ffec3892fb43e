// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The front end in one call, for tests: files → model, with everything that was said on the way.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/resolve.h"
#include "support/files.h"
#include "syntax/load.h"
#include "validate/validate.h"

namespace tests {

struct FrontEnd {
  support::Sources sources;
  diagnostics::Sink diagnostics;
  syntax::Document document;
  syntax::Dialect dialect = syntax::Dialect::d6;
  model::Model model;

  void read(const std::vector<std::string>& entries, const support::FileSystem& files,
            std::optional<syntax::Dialect> forced = {}) {
    document = syntax::load(entries, {}, files, sources, diagnostics);
    dialect = syntax::decide_dialect(document.features, forced, diagnostics);
    model = model::resolve(document, dialect, sources, diagnostics);
    validate::validate(model, diagnostics);
    diagnostics.sort();
  }

  // One text, called "test.witx", and the files that it may use.
  void read_text(std::string text, std::map<std::string, std::string> others = {},
                 std::optional<syntax::Dialect> forced = {}) {
    others["test.witx"] = std::move(text);
    read({"test.witx"}, support::MemoryFiles(std::move(others)), forced);
  }
};

}  // namespace tests
