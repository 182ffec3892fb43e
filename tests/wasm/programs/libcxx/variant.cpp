// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <variant>

#include "check.h"

struct Circle {
  int radius;
};
struct Square {
  int side;
};
using Shape = std::variant<std::monostate, Circle, Square>;

struct Area {
  int operator()(std::monostate) const { return 0; }
  int operator()(Circle circle) const { return 3 * circle.radius * circle.radius; }
  int operator()(Square square) const { return square.side * square.side; }
};

int main() {
  Shape shape;
  CHECK(std::visit(Area(), shape) == 0);
  shape = Circle{unknown(2)};
  CHECK(std::visit(Area(), shape) == 12);
  shape = Square{unknown(3)};
  CHECK(std::visit(Area(), shape) == 9);
  CHECK(shape.index() == 2 && std::holds_alternative<Square>(shape));
  CHECK(std::get_if<Circle>(&shape) == nullptr);
  CHECK(std::get<Square>(shape).side == 3);
  return 0;
}
