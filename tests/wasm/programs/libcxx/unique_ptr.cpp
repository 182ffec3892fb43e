// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <memory>
#include <utility>

#include "check.h"

static int alive = 0;

struct Node {
  explicit Node(int with) : value(with) { ++alive; }
  Node(const Node&) = delete;
  virtual ~Node() { --alive; }
  int value;
  std::unique_ptr<Node> next;
};
struct Leaf : Node {
  using Node::Node;
};

int main() {
  {
    std::unique_ptr<Node> list = std::make_unique<Leaf>(unknown(1));
    list->next = std::make_unique<Node>(unknown(2));
    CHECK(alive == 2 && list->next->value == 2);
    const std::unique_ptr<Node> tail = std::move(list->next);
    CHECK(!list->next && tail->value == 2);
    list.reset();
    CHECK(alive == 1);
  }
  CHECK(alive == 0);
  const auto numbers = std::make_unique<int[]>(static_cast<unsigned>(unknown(100)));
  numbers[99] = 5;
  CHECK(numbers[0] == 0 && numbers[99] == 5);
  return 0;
}
