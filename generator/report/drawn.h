// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pictures of single types and of changes as what templates of HTML see: the keys of drawings are those of `--lang html`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "draw/drawing.h"
#include "model/layout.h"
#include "model/types.h"
#include "report/changes.h"

namespace report {

// For the template `svg`: drawing_title and drawing_framed_height, and the drawing. `title` is text.
[[nodiscard]] nlohmann::json drawing_view(const draw::Drawing& drawing, std::string_view title);

// A document, as one side of a comparison.
struct DrawnSide {
  const model::Model& model;
  const model::Layouts& layouts;
};

// For the template `changes`: changes_before, changes_after, has_changes, and sections by whom the changes hurt, each with section_title, entries
// (entry_text) and layouts: pictures of types before and after, and lines from each member that moved to where it is now.
[[nodiscard]] nlohmann::json changes_view(const ChangeReport& report, const DrawnSide& before, const DrawnSide& after);

}  // namespace report
