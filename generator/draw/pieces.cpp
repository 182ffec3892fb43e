// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "draw/pieces.h"

#include <algorithm>

namespace draw {

std::vector<Piece> pieces_of(const Part& part) {
  const std::uint64_t end = part.offset + part.size;
  const std::uint64_t last = (end - 1) / cells_in_row;
  std::vector<Piece> pieces;
  for (std::uint64_t row = part.offset / cells_in_row; row <= last; ++row) {
    const std::uint64_t begin = row * cells_in_row;
    pieces.push_back({.row = row,
                      .first = static_cast<unsigned>(std::max(part.offset, begin) - begin),
                      .end = static_cast<unsigned>(std::min(end, begin + cells_in_row) - begin)});
    // On to the last but one.
    if (pieces.size() == 2 && last - row >= most_rows - 1) row = last - 2;
  }
  return pieces;
}

const Piece& longest_of(const std::vector<Piece>& pieces) {
  return *std::ranges::max_element(pieces, {}, [](const Piece& piece) { return piece.end - piece.first; });
}

}  // namespace draw
