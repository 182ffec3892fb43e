// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>
#include <vector>

namespace report {

struct Column {
  std::string title;
  // Numbers stand to the right.
  bool right = false;
};

// Rows below their titles, each column as wide as its widest cell, each line indented by two blanks and ended by '\n'. A row may
// be shorter than the titles. Empty when there are no rows.
[[nodiscard]] std::string columns(const std::vector<Column>& titles, const std::vector<std::vector<std::string>>& rows);

}  // namespace report
