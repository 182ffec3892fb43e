// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <span>
#include <string_view>

namespace backend {

// A path into what templates see: the sections, outermost first, in which a template sees one thing of a kind. "^x" is a section
// of what is not.
struct ViewPath {
  std::string_view kind;
  std::span<const std::string_view> sections;
};

// A kind may have several, one behind the other. Kinds are those that a configuration may name after "for_each".
[[nodiscard]] std::span<const ViewPath> view_paths();

}  // namespace backend
