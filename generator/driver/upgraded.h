// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// fmt --upgrade: every document is read before the first text is made, and no text leaves unless its whole document was proved
// to be valid and the same as before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "driver/session.h"

namespace driver {

// One text, as it is and as it should be.
struct Formatted {
  std::string path;
  std::string before;
  std::string after;
};

struct Upgraded {
  // One for each input, in their order; the same as before where it was left as it is.
  std::vector<Formatted> texts;
  // Whether nothing of them had to be left.
  bool whole = true;
};

// A file that another given one uses is a part of that one's document. What is left as it is, is told with its reason. Nothing,
// and a report, where a document has errors.
[[nodiscard]] std::optional<Upgraded> upgraded(Session& session, const std::vector<std::string>& inputs);

}  // namespace driver
