// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the released reader computed, against what we do: two independent answers to one question.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/types.h"

namespace corpus {

struct Comparison {
  // Single facts that were compared: a size, a name, a value, a core parameter.
  std::size_t facts = 0;
  // "errno.size: 2, theirs is 4"
  std::vector<std::string> differences;
};

// `json`: the text of a layout file. The model must be without errors.
[[nodiscard]] Comparison compare(const model::Model& model, const std::string& json);

}  // namespace corpus
