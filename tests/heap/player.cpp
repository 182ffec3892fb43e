// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "player.h"

#include <cstring>
#include <map>
#include <vector>

#include "arena.h"

namespace player {
namespace {

namespace heap = barewasi::heap;
using heap::Address;
using heap::Size;

// The bytes of a trace, and zeros after their end.
class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  [[nodiscard]] bool at_end() const { return next_ >= bytes_.size(); }
  std::uint32_t byte() { return at_end() ? 0 : bytes_[next_++]; }
  std::uint32_t word() {
    const std::uint32_t low = byte();
    return low | byte() << 8;
  }
  // Mostly small, sometimes at a border of the heap's arithmetic, rarely huge.
  Size size() {
    const std::uint32_t kind = byte();
    if (kind < 128) return word() % 640;
    if (kind < 192) return word() % 6000;
    if (kind < 224) return (Size{1} << (kind % 20)) + word() % 5 - 2 * static_cast<Size>(kind % 20 != 0);
    if (kind < 250) return word() * 16;
    return ~Size{0} - word() * 65536;
  }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t next_ = 0;
};

struct Block {
  Size bytes = 0;
  std::uint8_t fill = 0;
};

class Game {
 public:
  Game(Reader reader, unsigned check_every) : in_(reader), check_every_(check_every) {}

  std::string play() {
    begin();
    for (unsigned calls = 1; !in_.at_end() && wrong_.empty(); ++calls) {
      step();
      if (calls % check_every_ == 0) check();
    }
    while (wrong_.empty() && !blocks_.empty()) give_back(blocks_.begin());
    check();
    if (wrong_.empty() && heap::statistics().blocks != 0) wrong_ = "blocks are left when all were given back";
    return wrong_;
  }

 private:
  using Entry = std::map<Address, Block>::iterator;

  void begin() {
    const std::uint32_t kind = in_.byte();
    arena::begin({.first_begin = 65536 - 16 * (kind & 31) - (kind >> 6),
                  .first_end = 65536,
                  .maximum_pages = (kind & 32) != 0 ? 12U : 1024U});
  }

  void check() {
    if (!wrong_.empty()) return;
    if (const char* const finding = heap::check()) wrong_ = finding;
  }

  void step() {
    const std::uint32_t call = in_.byte() % 16;
    if (call < 6) {
      const Size bytes = in_.size();
      enter(heap::allocate(bytes), bytes);
    } else if (call == 6) {
      zeroed();
    } else if (call == 7) {
      aligned();
    } else if (call == 8) {
      (void)arena::grow_by_somebody_else(1);
    } else if (blocks_.empty()) {
      heap::release(0);
    } else if (call < 11) {
      resize(chosen());
    } else {
      give_back(chosen());
    }
  }

  Entry chosen() {
    auto entry = blocks_.lower_bound(in_.word() * 256);
    return entry == blocks_.end() ? blocks_.begin() : entry;
  }

  // A new block: aligned, inside memory, apart from all others. It is filled to be recognised.
  void enter(Address address, Size bytes) {
    if (address == 0) return;
    if (address % 16 != 0) wrong_ = "a block is not aligned to 16";
    if (heap::usable_size(address) < bytes) wrong_ = "a block is smaller than was asked for";
    const Address end = address + heap::usable_size(address);
    if (end > heap::memory_end() || end < address) wrong_ = "a block reaches beyond memory";
    const auto next = blocks_.lower_bound(address);
    if (next != blocks_.end() && next->first < end) wrong_ = "two blocks overlap";
    if (next != blocks_.begin()) {
      const auto before = std::prev(next);
      if (before->first + before->second.bytes > address) wrong_ = "two blocks overlap";
    }
    if (!wrong_.empty()) return;
    const Block block = {.bytes = heap::usable_size(address), .fill = ++fill_};
    std::memset(heap::to_pointer(address), block.fill, block.bytes);
    blocks_.emplace(address, block);
  }

  void zeroed() {
    const Size bytes = in_.size();
    const Address address = heap::allocate_zeroed(bytes);
    if (address == 0) return;
    const auto* const first = static_cast<const std::uint8_t*>(heap::to_pointer(address));
    for (Size i = 0; i < bytes; ++i) {
      if (first[i] != 0) wrong_ = "a zeroed block has something in it";
    }
    enter(address, bytes);
  }

  void aligned() {
    const Size alignment = Size{1} << (in_.byte() % 17);
    const Size bytes = in_.size();
    const Address address = heap::allocate_aligned(alignment, bytes);
    if (address % alignment != 0) wrong_ = "an aligned block is not aligned";
    enter(address, bytes);
  }

  void compare(Address address, const Block& block, Size bytes) {
    const auto* const first = static_cast<const std::uint8_t*>(heap::to_pointer(address));
    for (Size i = 0; i < bytes; ++i) {
      if (first[i] != block.fill) wrong_ = "a block's contents have changed";
    }
  }

  void resize(Entry entry) {
    const auto [address, block] = *entry;
    const Size bytes = in_.size();
    const Address moved = heap::reallocate(address, bytes);
    if (moved == 0) {
      // It failed, and everything is as it was, but the block may have grown.
      compare(address, block, block.bytes);
      return;
    }
    compare(moved, block, bytes < block.bytes ? bytes : block.bytes);
    blocks_.erase(entry);
    enter(moved, bytes);
  }

  void give_back(Entry entry) {
    compare(entry->first, entry->second, entry->second.bytes);
    heap::release(entry->first);
    blocks_.erase(entry);
  }

  Reader in_;
  unsigned check_every_;
  std::uint8_t fill_ = 0;
  std::map<Address, Block> blocks_;
  std::string wrong_;
};

}  // namespace

std::string play(std::span<const std::uint8_t> trace, unsigned check_every) {
  return Game(Reader(trace), check_every).play();
}

}  // namespace player
