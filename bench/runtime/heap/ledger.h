// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Every block that a workload has, marked at both ends when it comes and looked at when it goes: an allocator that
// hands out a byte twice ends the measurement with a trap.

#include "allocator.h"

namespace bench {

using u8 = __UINT8_TYPE__;
using u32 = __UINT32_TYPE__;
using u64 = __UINT64_TYPE__;

/// The same numbers in every run, on every engine.
class Random {
 public:
  u32 next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    return state_ ^= state_ << 5;
  }
  u32 below(u32 limit) { return next() % limit; }

 private:
  u32 state_ = 2463534242U;
};

struct Block {
  void* memory = nullptr;
  u32 bytes = 0;
};

/// What the workload did so far.
struct Ledger {
  u32 live = 0;
  u32 peak = 0;
  u32 calls = 0;
};

inline Ledger ledger;

inline void require(bool holds) {
  if (!holds) __builtin_trap();
}

inline void note_allocated(u32 bytes) {
  ledger.live += bytes;
  ledger.calls += 1;
  if (ledger.live > ledger.peak) ledger.peak = ledger.live;
}

// The first word and the last byte tell the size. Where they would overlap, only the word is looked at.
inline void mark(const Block& block) {
  *static_cast<u32*>(block.memory) = block.bytes;
  static_cast<u8*>(block.memory)[block.bytes - 1] = static_cast<u8>(block.bytes);
}

inline void examine(const Block& block) {
  if (block.bytes <= sizeof(u32)) return;
  require(*static_cast<const u32*>(block.memory) == block.bytes);
  require(static_cast<const u8*>(block.memory)[block.bytes - 1] == static_cast<u8>(block.bytes));
}

/// At least four bytes.
inline void* take_unmarked(u32 bytes) {
  void* const memory = bench_allocate(bytes);
  require(memory != nullptr);
  note_allocated(bytes);
  return memory;
}

inline Block take(u32 bytes) {
  const Block block = {take_unmarked(bytes), bytes};
  mark(block);
  return block;
}

inline void give_back_unmarked(void* memory, u32 bytes) {
  ledger.live -= bytes;
  ledger.calls += 1;
  bench_free(memory, bytes);
}

inline void give_back(Block& block) {
  examine(block);
  give_back_unmarked(block.memory, block.bytes);
  block = {};
}

inline void resize(Block& block, u32 bytes) {
  examine(block);
  const u32 before = block.bytes;
  block = {bench_reallocate(block.memory, before, bytes), bytes};
  require(block.memory != nullptr);
  // The contents have moved along.
  require(*static_cast<const u32*>(block.memory) == before);
  ledger.live -= before;
  note_allocated(bytes);
  mark(block);
}

}  // namespace bench
