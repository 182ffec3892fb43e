// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <memory>

#include "check.h"

static int alive = 0;

struct Node : std::enable_shared_from_this<Node> {
  Node() { ++alive; }
  Node(const Node&) = delete;
  ~Node() { --alive; }
  std::shared_ptr<Node> child;
  std::weak_ptr<Node> parent;
};

int main() {
  {
    const auto root = std::make_shared<Node>();
    root->child = std::shared_ptr<Node>(new Node);
    root->child->parent = root;
    CHECK(alive == unknown(2) && root.use_count() == 1);
    const auto again = root->child->parent.lock();
    CHECK(again == root && root.use_count() == 2);
    CHECK(root->shared_from_this().use_count() == 3);
    const std::weak_ptr<Node> watch = root->child;
    root->child.reset();
    CHECK(watch.expired() && alive == unknown(1));
  }
  CHECK(alive == 0);
  return 0;
}
