// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is true of every comparison, whatever the documents are. For each function that both sides have:
//   same wire form       => no finding at level link or abi in the function or in what it carries;
//   different wire form  => at least one, and one at level link if the core signature differs.
#pragma once

#include <string>

#include "model/types.h"

namespace tests {

// The first function for which a law does not hold, and which; empty if both hold for all. Both models must be without errors.
// `functions` counts those that were looked at, `different` those that exchange something else.
struct Laws {
  std::string broken;
  std::size_t functions = 0;
  std::size_t different = 0;
};
[[nodiscard]] Laws laws_of_diff(const model::Model& before, const model::Model& after);

}  // namespace tests
