// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "draw/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

#include "draw/figure.h"
#include "draw/pieces.h"

namespace draw {
namespace {

constexpr std::size_t cell_columns = 6;
constexpr std::size_t nobody = SIZE_MAX;

// By which of its four arms a corner has: up 1, down 2, left 4, right 8.
constexpr std::array<std::string_view, 16> corners{" ", "╵", "╷", "│", "╴", "┘", "┐", "┤",
                                                   "╶", "└", "┌", "├", "─", "┴", "┬", "┼"};

// Whose the cells of a row are: a part's, or nobody's.
using Owners = std::array<std::size_t, cells_in_row>;

struct Row {
  std::uint64_t number = 0;
  Owners owners = {};
  // By part: what stands in it, beginning at a cell.
  std::map<unsigned, std::string> labels = {};
};

std::string padded(std::string text, std::size_t characters, std::size_t width) {
  if (characters < width) text.append(width - characters, ' ');
  return text;
}

// How many columns a text takes; names are ASCII, and what was cut ends with one other character.
std::size_t columns_of(std::string_view text) { return text.size() - (text.ends_with("…") ? 2 : 0); }

class Layers {
 public:
  explicit Layers(const Drawing& drawing) : drawing_(drawing) {
    for (const Layer& layer : drawing.layers) {
      if (!layer.parts.empty()) last_ = std::max(last_, layer.parts.back().offset + layer.parts.back().size);
    }
    margin_ = fmt::to_string(last_).size() + 1;
  }

  std::string run() {
    std::string text(margin_ + 1, ' ');
    for (unsigned column = 0; column < cells_in_row; ++column)
      text += fmt::format("{:<{}}", fmt::format("+{}", column), cell_columns);
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
    for (const Layer& layer : drawing_.layers) {
      if (!layer.title.empty())
        text += fmt::format("{:{}}{}\n", "", margin_ + 1, shortened(layer.title, cells_in_row * cell_columns));
      text += layer_text(layer);
    }
    return text;
  }

 private:
  [[nodiscard]] std::string layer_text(const Layer& layer) const {
    std::map<std::uint64_t, Row> rows;
    for (std::size_t i = 0; i < layer.parts.size(); ++i) {
      const std::vector<Piece> pieces = pieces_of(layer.parts[i]);
      for (const Piece& piece : pieces) {
        Row& row = rows.try_emplace(piece.row, Row{.number = piece.row, .owners = all_nobody()}).first->second;
        std::fill(row.owners.begin() + piece.first, row.owners.begin() + piece.end, i);
      }
      const Piece& longest = longest_of(pieces);
      rows.at(longest.row).labels[longest.first] =
          label(layer.parts[i], (longest.end - longest.first) * cell_columns - 1);
    }
    std::string text;
    Owners above = all_nobody();
    for (const auto& [number, row] : rows) {
      text += border(above, row.owners) + content(layer, row);
      above = row.owners;
    }
    return text + border(above, all_nobody());
  }

  static Owners all_nobody() {
    Owners owners{};
    owners.fill(nobody);
    return owners;
  }

  [[nodiscard]] std::string label(const Part& part, std::size_t room) const {
    if (part.kind == Kind::padding) return {};
    const std::string size = drawing_.unit == Drawing::Unit::bit ? "" : fmt::format(" {}", part.size);
    if (part.name.size() + 1 + size.size() > room) return shortened(part.name, room);
    return part.name + std::string(room - part.name.size() - size.size(), ' ') + size;
  }

  static std::size_t at(const Owners& owners, std::size_t column) {
    return column < owners.size() ? owners[column] : nobody;
  }

  // The line between two rows: there is a stroke wherever the owners differ.
  [[nodiscard]] std::string border(const Owners& above, const Owners& below) const {
    std::string line(margin_, ' ');
    for (std::size_t column = 0; column <= cells_in_row; ++column) {
      const std::size_t before = column - 1;
      const bool up = at(above, before) != at(above, column);
      const bool down = at(below, before) != at(below, column);
      const bool left = at(above, before) != at(below, before);
      const bool right = at(above, column) != at(below, column);
      line += corners[(up ? 1U : 0U) + (down ? 2U : 0U) + (left ? 4U : 0U) + (right ? 8U : 0U)];
      if (column == cells_in_row) break;
      for (std::size_t i = 1; i < cell_columns; ++i) line += right ? "─" : " ";
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + '\n';
  }

  [[nodiscard]] std::string content(const Layer& layer, const Row& row) const {
    std::string line = fmt::format("{:>{}} ", row.number * cells_in_row, margin_ - 1);
    for (std::size_t column = 0; column < cells_in_row;) {
      const std::size_t owner = row.owners[column];
      const std::size_t begin = column;
      while (column < cells_in_row && row.owners[column] == owner) ++column;
      const std::size_t room = (column - begin) * cell_columns - 1;
      line += at(row.owners, begin - 1) != owner ? "│" : " ";
      if (owner != nobody && layer.parts[owner].kind == Kind::padding) {
        for (std::size_t i = 0; i < room; ++i) line += "░";
      } else {
        const auto found = row.labels.find(static_cast<unsigned>(begin));
        const std::string text = found == row.labels.end() ? "" : found->second;
        line += padded(text, columns_of(text), room);
      }
    }
    line += row.owners.back() != nobody ? "│" : "";
    line.erase(line.find_last_not_of(' ') + 1);
    return line + '\n';
  }

  const Drawing& drawing_;
  std::uint64_t last_ = 0;
  std::size_t margin_ = 0;
};

}  // namespace

std::string terminal_text(const Drawing& drawing) { return Layers(drawing).run(); }

}  // namespace draw
