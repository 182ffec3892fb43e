// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "../front_end.h"
#include "draw/drawing.h"
#include "draw/figure.h"
#include "draw/terminal.h"
#include "model/layout.h"

namespace {

using draw::Depth;
using draw::Drawing;

struct Drawn {
  explicit Drawn(const std::string& text, unsigned pointer_size = 4)
      : front(read(text)), layouts(front.model, {.pointer_size = pointer_size}) {}

  static tests::FrontEnd read(const std::string& text) {
    tests::FrontEnd front;
    front.read_text(text);
    return front;
  }

  [[nodiscard]] Drawing last(Depth depth = Depth::members) const {
    const model::Definition* found = nullptr;
    for (const model::Definition& definition : front.model.definitions) found = &definition;
    return draw::drawing_of(front.model, layouts, found->type, depth);
  }

  tests::FrontEnd front;
  model::Layouts layouts;
};

constexpr std::string_view types = R"(
(typename $flags (flags (@witx repr u16) $a $b))
(typename $inner (record (field $x u8) (field $y u32)))
(typename $choice (variant (@witx tag u8) (case $none) (case $number u64) (case $inner $inner)))
)";

// The law of a drawing: the parts of a layer lie one behind the other, and nothing is left out.
void expect_whole(const Drawing& drawing) {
  for (const draw::Layer& layer : drawing.layers) {
    ASSERT_FALSE(layer.parts.empty());
    std::uint64_t end = layer.parts.front().offset;
    for (const draw::Part& part : layer.parts) {
      EXPECT_EQ(part.offset, end) << layer.title << " " << part.name;
      EXPECT_GT(part.size, 0U);
      EXPECT_EQ(part.name.empty(), part.kind == draw::Kind::padding);
      end += part.size;
    }
    EXPECT_LE(end, drawing.size);
  }
  const draw::Figure figure = draw::figure_of(drawing);
  for (const draw::Shape& shape : figure.shapes) {
    EXPECT_LE(shape.left, shape.right);
    EXPECT_LE(shape.right, figure.size.width);
    EXPECT_LE(shape.baseline, figure.size.height);
  }
}

TEST(Draw, PartsLieBehindEachOther) {
  for (const unsigned pointer_size : {4U, 8U}) {
    for (const char* more :
         {"", "(typename $z (record (field $a u8) (field $c $choice) (field $l (list u8)) (field $b u8)))",
          "(typename $u (union (@witx tag u32) $inner u64 $choice))",
          "(typename $n (record (field $c $choice) (field $d $choice)))"}) {
      const Drawn drawn(std::string(types) + more, pointer_size);
      expect_whole(drawn.last());
      expect_whole(drawn.last(Depth::all));
    }
  }
}

TEST(Draw, FlagsAreDrawnBitByBit) {
  const Drawn drawn("(typename $flags (flags (@witx repr u16) $a $b))");
  const Drawing drawing = drawn.last();
  EXPECT_EQ(drawing.unit, Drawing::Unit::bit);
  EXPECT_EQ(drawing.size, 16U);
  ASSERT_EQ(drawing.layers.at(0).parts.size(), 3U);
  EXPECT_EQ(drawing.layers[0].parts[2].kind, draw::Kind::padding);
}

TEST(Draw, TypesWithinAreOpened) {
  const Drawn drawn(std::string(types) + "(typename $z (record (field $a u8) (field $i $inner) (field $c $choice)))");
  const Drawing closed = drawn.last();
  const Drawing open = drawn.last(Depth::all);
  ASSERT_EQ(closed.layers.size(), 1U);
  std::set<std::string> names;
  for (const draw::Part& part : open.layers.at(0).parts) names.insert(part.name);
  EXPECT_TRUE(names.contains("i.x") && names.contains("i.y") && names.contains("c"));
  // One for each case that carries something, one for all others.
  ASSERT_EQ(open.layers.size(), 4U);
  EXPECT_EQ(open.layers[1].title, "c: 1 number");
  EXPECT_EQ(open.layers[3].title, "c: 0 none");
  for (const draw::Part& part : open.layers[2].parts) EXPECT_EQ(part.owner, "c");
}

TEST(Draw, LongPartsAreCut) {
  std::string text = "(typename $a (record (field $x u64) (field $y u64)))\n";
  for (int i = 0; i < 12; ++i) {
    const std::string before(1, static_cast<char>('a' + i));
    const std::string name(1, static_cast<char>('b' + i));
    text += "(typename $" + name + " (record (field $x $" + before + ") (field $y $" + before + ")))\n";
  }
  const Drawn drawn(text);
  const draw::Figure figure = draw::figure_of(drawn.last());
  EXPECT_TRUE(figure.shapes.at(0).cut);
  EXPECT_LT(figure.size.height, 400U);
  const Drawing open = drawn.last(Depth::all);
  EXPECT_GE(open.layers.at(0).parts.size(), draw::most_parts);
  EXPECT_LT(open.layers[0].parts.size(), 2 * draw::most_parts);
  expect_whole(open);
}

TEST(Draw, ATerminalShowsBoxes) {
  const Drawn drawn("(typename $r (record (field $small u8) (field $wide u64) (field $tail u16)))");
  EXPECT_EQ(draw::terminal_text(drawn.last()),
            "    +0    +1    +2    +3    +4    +5    +6    +7\n"
            "   ┌─────┬─────────────────────────────────────────┐\n"
            " 0 │small│░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░│\n"
            "   ├─────┴─────────────────────────────────────────┤\n"
            " 8 │wide                                          8│\n"
            "   ├───────────┬───────────────────────────────────┤\n"
            "16 │tail      2│░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░│\n"
            "   └───────────┴───────────────────────────────────┘\n");
}

}  // namespace
