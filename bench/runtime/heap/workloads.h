// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What programs do to an allocator, in seven ways. Each ends with a deterministic number of calls, so that allocators
// can be compared by time alone; what is still live at the end stays so.

#include "ledger.h"

namespace bench {

inline constexpr u32 slot_count = 10000;
inline Block slots[slot_count];
inline Random random;

/// w1: one size, last in first out, 256 at a time.
inline void one_size() {
  for (int round = 0; round < 20000; ++round) {
    for (u32 i = 0; i < 256; ++i) slots[i] = take(32);
    for (u32 i = 256; i-- > 0;) give_back(slots[i]);
  }
}

/// w2: 8 to 512 bytes, in random order, about 5,000 live: objects and strings.
inline void small_at_random() {
  for (int step = 0; step < 4'000'000; ++step) {
    Block& slot = slots[random.below(slot_count)];
    if (slot.memory != nullptr) {
      give_back(slot);
    } else {
      slot = take(8 + random.below(505));
    }
  }
}

/// w3: 16 to 4096 bytes, always 4,096 live.
inline void mixed_replaced() {
  constexpr u32 live = 4096;
  const auto size = [] { return 16 + random.below(4081); };
  for (u32 i = 0; i < live; ++i) slots[i] = take(size());
  for (int step = 0; step < 2'000'000; ++step) {
    Block& slot = slots[random.next() % live];
    give_back(slot);
    slot = take(size());
  }
}

/// w4: 64 vectors that double until each has its 64 to 512 KiB, side by side.
inline void vectors_that_grow() {
  constexpr u32 vectors = 64;
  const auto grow_all_once = [] {
    bool some_grew = false;
    for (u32 i = 0; i < vectors; ++i) {
      Block& vector = slots[i];
      if (vector.bytes >= 65536U << (i % 4)) continue;
      some_grew = true;
      if (vector.memory == nullptr) {
        vector = take(16);
      } else {
        resize(vector, vector.bytes * 2);
      }
    }
    return some_grew;
  };
  for (int round = 0; round < 24; ++round) {
    while (grow_all_once()) {
    }
    for (u32 i = 0; i < vectors; ++i) give_back(slots[i]);
  }
}

struct Tree {
  Tree* left;
  Tree* right;
  u32 unused;
};

inline Tree* grow_tree(int depth) {
  Tree* const tree = static_cast<Tree*>(take_unmarked(sizeof(Tree)));
  tree->left = depth > 0 ? grow_tree(depth - 1) : nullptr;
  tree->right = depth > 0 ? grow_tree(depth - 1) : nullptr;
  return tree;
}

inline int count_tree(const Tree* tree) {
  return 1 + (tree->left != nullptr ? count_tree(tree->left) + count_tree(tree->right) : 0);
}

inline void fell_tree(Tree* tree) {
  if (tree->left != nullptr) {
    fell_tree(tree->left);
    fell_tree(tree->right);
  }
  give_back_unmarked(tree, sizeof(Tree));
}

/// w5: binary trees of 12-byte nodes, one large that stays, many small that come and go.
inline void trees() {
  constexpr int deepest = 16;
  Tree* const kept = grow_tree(deepest);
  for (int depth = 4; depth <= deepest; depth += 4) {
    for (int i = 0; i < 1 << (deepest - depth + 4); ++i) {
      Tree* const tree = grow_tree(depth);
      require(count_tree(tree) == (2 << depth) - 1);
      fell_tree(tree);
    }
  }
  fell_tree(kept);
}

/// w6: 4 KiB to 1 MiB, 64 live: buffers.
inline void large_at_random() {
  for (int step = 0; step < 1'000'000; ++step) {
    Block& slot = slots[random.below(64)];
    if (slot.memory != nullptr) give_back(slot);
    const u32 at_least = 1U << (12 + random.below(8));
    slot = take(at_least + random.below(at_least));
  }
}

/// w7: fills up to 4 MiB with one size, gives every other block back, goes on with twice the size: holes that are
/// always a little too small.
inline void holes_too_small() {
  constexpr u32 at_most_live = 4U << 20;
  for (int round = 0; round < 6; ++round) {
    u32 bytes = 24;
    for (u32 phase = 0; phase < 8; ++phase) {
      for (Block& slot : slots) {
        if (slot.memory == nullptr && ledger.live + bytes < at_most_live) slot = take(bytes);
      }
      for (u32 i = phase % 2; i < slot_count; i += 2) {
        if (slots[i].memory != nullptr) give_back(slots[i]);
      }
      bytes = bytes * 2 + 8;
    }
    for (Block& slot : slots) {
      if (slot.memory != nullptr) give_back(slot);
    }
  }
}

}  // namespace bench
