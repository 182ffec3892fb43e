// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "draw/figure.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "draw/pieces.h"

namespace draw {
namespace {

constexpr unsigned head = 16;
constexpr unsigned title_height = 20;
constexpr unsigned gap = 8;
constexpr unsigned margin = 2;
constexpr unsigned character = 7;
constexpr unsigned inset = 6;

class Drafter {
 public:
  explicit Drafter(const Drawing& drawing) : drawing_(drawing) {
    std::uint64_t widest = 0;
    for (const Layer& layer : drawing.layers) {
      if (!layer.parts.empty()) widest = std::max(widest, layer.parts.back().offset);
    }
    const std::string number = fmt::to_string(widest / cells_in_row * cells_in_row);
    left_ = std::max(24U, static_cast<unsigned>(number.size()) * character + 8);
  }

  Figure run() {
    for (unsigned column = 0; column < cells_in_row; ++column) {
      figure_.texts.push_back({.kind = Text::Kind::column,
                               .x = left_ + column * cell.width + cell.width / 2,
                               .y = head - 5,
                               .text = fmt::format("+{}", column)});
    }
    top_ = head;
    for (std::size_t i = 0; i < drawing_.layers.size(); ++i) add(i);
    figure_.size = {.width = left_ + cells_in_row * cell.width + margin, .height = top_ - gap + margin};
    return std::move(figure_);
  }

 private:
  void add(std::size_t index) {
    const Layer& layer = drawing_.layers[index];
    if (!layer.title.empty()) {
      const std::size_t room = (cells_in_row * cell.width) / character;
      figure_.texts.push_back(
          {.kind = Text::Kind::title, .x = left_, .y = top_ + 13, .text = shortened(layer.title, room)});
      top_ += title_height;
    }
    std::vector<std::vector<Piece>> pieces;
    std::map<std::uint64_t, unsigned> rows;
    for (const Part& part : layer.parts) {
      pieces.push_back(pieces_of(part));
      for (const Piece& piece : pieces.back()) rows.emplace(piece.row, 0);
    }
    for (auto& [row, y] : rows) {
      y = top_;
      top_ += cell.height;
      figure_.texts.push_back({.kind = Text::Kind::row,
                               .x = left_ - 6,
                               .y = y + cell.height / 2 + 4,
                               .text = fmt::to_string(row * cells_in_row)});
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) shape({.layer = index, .part = i}, pieces[i], rows);
    top_ += gap;
  }

  [[nodiscard]] unsigned x_of(unsigned column) const { return left_ + column * cell.width; }

  // One way around all pieces; around each by itself where the two do not touch.
  [[nodiscard]] std::string outline(const std::vector<Piece>& pieces,
                                    const std::map<std::uint64_t, unsigned>& rows) const {
    const Piece& first = pieces.front();
    const Piece& last = pieces.back();
    const auto box = [&](const Piece& piece) {
      return fmt::format("M{} {}H{}v{}H{}z", x_of(piece.first), rows.at(piece.row), x_of(piece.end), cell.height,
                         x_of(piece.first));
    };
    if (pieces.size() == 1) return box(first);
    if (pieces.size() == 2 && last.end <= first.first) return box(first) + box(last);
    const unsigned y = rows.at(first.row);
    const unsigned last_y = rows.at(last.row);
    std::string way = fmt::format("M{} {}H{}V{}", x_of(first.first), y, x_of(cells_in_row),
                                  last.end == cells_in_row ? last_y + cell.height : last_y);
    if (last.end != cells_in_row) way += fmt::format("H{}V{}", x_of(last.end), last_y + cell.height);
    way += fmt::format("H{}", x_of(0));
    if (first.first != 0) way += fmt::format("V{}H{}", y + cell.height, x_of(first.first));
    return way + "z";
  }

  void shape(Shape made, const std::vector<Piece>& pieces, const std::map<std::uint64_t, unsigned>& rows) {
    const Part& part = drawing_.layers[made.layer].parts[made.part];
    const Piece& longest = longest_of(pieces);
    made.outline = outline(pieces, rows);
    made.left = x_of(longest.first) + inset;
    made.right = x_of(longest.end) - inset;
    made.baseline = rows.at(longest.row) + cell.height / 2 + 4;
    made.cut = pieces.back().row - pieces.front().row >= pieces.size();
    const std::size_t room = (made.right - made.left + character / 2) / character;
    // A bit is known by its number, which stands above it.
    made.label = part.kind == Kind::padding ? std::string() : shortened(part.name, room);
    const std::string size = drawing_.unit == Drawing::Unit::bit ? std::string() : fmt::format("{} B", part.size);
    if (part.kind != Kind::padding && !size.empty() && part.name.size() + 1 + size.size() <= room)
      made.size_label = size;
    figure_.shapes.push_back(std::move(made));
  }

  const Drawing& drawing_;
  Figure figure_;
  unsigned left_ = 0;
  unsigned top_ = 0;
};

}  // namespace

std::string shortened(std::string_view text, std::size_t characters) {
  if (text.size() <= characters) return std::string(text);
  if (characters < 2) return {};
  std::size_t end = characters - 1;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

Figure figure_of(const Drawing& drawing) { return Drafter(drawing).run(); }

}  // namespace draw
