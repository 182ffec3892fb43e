// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the front end says about a case, as text that changes only when the answer does.
#pragma once

#include <string>

namespace cases {

struct Answer {
  // One message after the other: "2:14-19 error WX0103: unknown type 'erno'", with labels, help and notes indented below it; then,
  // if there was no error, the layout of every type and the signature of every function.
  std::string text;
  std::size_t errors = 0;
  std::size_t warnings = 0;
};

// Reads the case at `path`. Its first line may say how: ";; dialect: d4".
[[nodiscard]] Answer answer(const std::string& path);

}  // namespace cases
