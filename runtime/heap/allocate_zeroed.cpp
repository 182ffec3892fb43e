// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "heap.h"

namespace barewasi::heap {
namespace {

// How many bytes of its own the heap may have left in memory that is otherwise
// as the engine gave it: the two list words of a block that begins there, and the
// footer of one that ends there.
constexpr Size list_words = 2 * word_bytes;
constexpr Size footer_word = word_bytes;

void clear(Address begin, Address end) noexcept { __builtin_memset(to_pointer(begin), 0, end - begin); }

}  // namespace

Address allocate_zeroed(usize bytes) noexcept {
  // What lies beyond here is new after the call, if it is there at all, and an
  // engine gives pages that are zero. (0 stands for an end at 4 GiB.)
  const Address fresh = memory_end();
  const Address block = allocate(bytes);
  if (block == 0) return 0;

  const Address end = block + usable_size(block);
  const Address first_clear = (block > fresh ? block : fresh) + list_words;
  if (fresh == 0 || end <= first_clear + footer_word) {
    clear(block, end);
  } else {
    clear(block, first_clear);
    clear(end - footer_word, end);
  }
  return block;
}

}  // namespace barewasi::heap

#if defined(__wasm__) && !defined(BAREWASI_CHECKED_HEAP)

extern "C" [[gnu::weak]] void* calloc(barewasi::usize count, barewasi::usize bytes) {
  barewasi::usize total = 0;
  if (__builtin_mul_overflow(count, bytes, &total)) return nullptr;
  return barewasi::heap::to_pointer(barewasi::heap::allocate_zeroed(total));
}

#endif
