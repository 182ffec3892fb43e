// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whether a resolved model makes sense: a table of rules, each a pure function that reports what it finds. Knows no files and no
// syntax.
#pragma once

#include <span>
#include <string_view>

#include "diagnostics/codes.h"
#include "diagnostics/diagnostics.h"
#include "model/layout.h"
#include "model/types.h"

namespace validate {

struct Rule {
  // The code of what it reports (a rule that has several names the first).
  diagnostics::Code code;
  std::string_view purpose;
  void (*check)(const model::Model& model, model::Target target, diagnostics::Sink& diagnostics);
};

[[nodiscard]] std::span<const Rule> all_rules();

// Applies every rule. `target` is the machine for which types are laid out.
void validate(const model::Model& model, diagnostics::Sink& diagnostics, model::Target target = {});

}  // namespace validate
