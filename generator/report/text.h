// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Diagnostics → what a person reads in a terminal: message, place, the line with the span underlined, help.
#pragma once

#include <cstddef>
#include <string>

#include "diagnostics/diagnostics.h"
#include "support/source.h"

namespace report {

struct TextOptions {
  bool color = false;
  // Further ones are counted and not shown.
  std::size_t max_errors = 100;
  // Nothing milder than an error.
  bool errors_only = false;
};

// All messages in reading order, each followed by an empty line, and a line that counts them. Empty if there are none.
[[nodiscard]] std::string render_text(const diagnostics::Sink& diagnostics, const support::Sources& sources,
                                      const TextOptions& options);

}  // namespace report
