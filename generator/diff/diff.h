// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two resolved models → every change from one to the other. Knows neither files nor dialects: a document of an old dialect and
// one of today's differ where their layouts, signatures or names differ, and nowhere else. What was renamed is told from what
// was removed and added by its place and its type.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "diff/changes.h"
#include "model/layout.h"
#include "model/types.h"

namespace diff {

struct Options {
  // Modules that are the same under two names: old, new. Names that the models do not have are ignored. A model's
  // only module is the same as the other's only one without being listed.
  std::vector<std::pair<std::string, std::string>> module_names;
  model::Target target;
  // Names of functions, with or without "module::" in front: only changes in these and in what they carry. Empty: all changes.
  std::vector<std::string> only;
  // Rules that are not applied: tests switch each off in turn to show that it is missed.
  std::vector<Rule> disabled;
};

// Both models must be without errors. Every change is there, docs included; who asks decides what matters (judgement.h).
[[nodiscard]] Changes diff(const model::Model& before, const model::Model& after, const Options& options = {});

}  // namespace diff
