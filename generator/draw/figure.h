// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A drawing on paper: eight units in a row, a part over several rows as one shape, layers one above the other. All lengths are
// pixels of a picture whose size is known; templates decide how it looks. Rows that show nothing but the middle of one long part
// are left out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "draw/drawing.h"
#include "draw/pieces.h"

namespace draw {

struct Size {
  unsigned width = 0;
  unsigned height = 0;
};

// Of cells, of what stands to their left, and of the text in them: a character of the figure's type is seven pixels wide.
inline constexpr Size cell{.width = 44, .height = 30};

// A text and the left end of its base line, or its middle or right end, as its kind has it.
struct Text {
  enum class Kind : std::uint8_t {
    // Above a column, in its middle: "+0".
    column,
    // Left of a row, at its right end: the offset of its first unit.
    row,
    // Above a layer.
    title,
  };
  Kind kind = Kind::column;
  unsigned x = 0;
  unsigned y = 0;
  std::string text;
};

struct Shape {
  // Into the drawing's layers and the parts of the layer.
  std::size_t layer = 0;
  std::size_t part = 0;
  // Data of a path.
  std::string outline = {};
  // The name as far as it fits, and the size where there is room for it as well.
  std::string label = {};
  std::string size_label = {};
  // Of the longest piece that is in one row: its left and right end, and the base line of text in it.
  unsigned left = 0;
  unsigned right = 0;
  unsigned baseline = 0;
  // Whether the shape is broken: rows are left out.
  bool cut = false;
};

struct Figure {
  Size size;
  std::vector<Text> texts;
  std::vector<Shape> shapes;
};

[[nodiscard]] Figure figure_of(const Drawing& drawing);

// `text`, or its beginning and "…" if it has more than `characters`; empty if nothing of it fits.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t characters);

}  // namespace draw
