// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A witx text → the model that it means, for tests of what comes after the model.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "model/layout.h"
#include "model/resolve.h"
#include "support/diagnostics.h"
#include "support/files.h"
#include "support/source.h"
#include "syntax/dialect.h"
#include "syntax/load.h"
#include "validate/validate.h"

namespace test {

struct ReadText {
  support::Sources sources;
  support::Diagnostics diagnostics;
  syntax::Dialect dialect = syntax::Dialect::d6;
  model::Model model;

  explicit ReadText(const std::string& text, std::optional<syntax::Dialect> forced = std::nullopt) {
    const support::MemoryFiles files({{"m.witx", text}});
    const syntax::Document document = syntax::load({"m.witx"}, {}, files, sources, diagnostics);
    dialect = syntax::decide_dialect(document.features, forced, diagnostics);
    model = model::resolve(document, dialect, sources, diagnostics);
    validate::validate(model, diagnostics);
    for (const support::Diagnostic& d : diagnostics.all()) {
      EXPECT_EQ(d.severity, support::Severity::warning) << support::info(d.code).id << ": " << d.message;
    }
  }
};

}  // namespace test
