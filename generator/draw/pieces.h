// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The rows of a drawing, for those who put it on paper or into a terminal.
#pragma once

#include <cstdint>
#include <vector>

#include "draw/drawing.h"

namespace draw {

inline constexpr unsigned cells_in_row = 8;

// Cells of one row that a part covers: from `first` to before `end`.
struct Piece {
  std::uint64_t row = 0;
  unsigned first = 0;
  unsigned end = 0;
};

// In order, and at least one. Of a part over more than most_rows rows, those in the middle are left out.
inline constexpr std::uint64_t most_rows = 4;
[[nodiscard]] std::vector<Piece> pieces_of(const Part& part);

// The piece with the most room for text.
[[nodiscard]] const Piece& longest_of(const std::vector<Piece>& pieces);

}  // namespace draw
