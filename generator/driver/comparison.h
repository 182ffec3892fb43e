// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What `diff` and `changelog` have in common: two documents, read and compared.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diff/changes.h"
#include "driver/session.h"
#include "model/types.h"
#include "report/changes.h"

namespace driver {

struct Comparison {
  // As the user named them.
  std::string before;
  std::string after;
  diff::Changes changes;
  model::Model old_model;
  model::Model new_model;
  // The functions that were compared; empty: all.
  std::vector<std::string> only;
};

// Reads both documents and compares them. What is wrong is reported in the session; then there is no answer.
[[nodiscard]] std::optional<Comparison> compare_inputs(Session& session);

// The page that shows them, drawn.
[[nodiscard]] std::string changes_page(Session& session, const Comparison& compared,
                                       const report::ChangeReport& report);

}  // namespace driver
