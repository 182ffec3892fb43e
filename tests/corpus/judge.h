// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "folder.h"

namespace corpus {

struct Judgement {
  bool accepted = false;
  // Not accepted, and every error says where it is.
  bool explained = false;
  // Recognised as another language, in one message.
  bool other_language = false;
  // "standard", "d4", ...
  std::string dialect;
  // The first messages, one a line.
  std::vector<std::string> messages;
  // What the layout file says otherwise; `facts` is 0 where there is no such file or the world was refused.
  std::size_t facts = 0;
  std::vector<std::string> differences;
};

// Runs the whole front end on a world: read, resolve, validate, lay out, lower.
[[nodiscard]] Judgement judge(const World& world);

}  // namespace corpus
