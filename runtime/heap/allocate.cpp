// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "growth.h"
#include "heap.h"

namespace barewasi::heap {

#ifdef __wasm__
// Here, so that nothing has a part in this heap without its malloc.
constinit State the_heap = {};
#endif

Address allocate(usize bytes) noexcept {
  if (bytes > max_request) return 0;
  const SizeClass wanted = class_for_request(static_cast<Size>(bytes));
  if (wanted.index < quick_classes) {
    Word& list = state().quick[wanted.index];
    if (const Address block = list; block != 0) {
      list = next_free(block);
      return block;
    }
  }
  return take_or_grow(wanted.index, wanted.size);
}

void release(Address block) noexcept {
  if (block == 0) return;
  const Size size = size_in(header(block));
  if (size > max_quick_size) {
    coalesce(block);
    return;
  }
  Word& list = state().quick[class_of_block(size)];
  next_free(block) = list;
  list = block;
}

}  // namespace barewasi::heap

#if defined(__wasm__) && !defined(BAREWASI_CHECKED_HEAP)

extern "C" {
[[gnu::alias("__barewasi_allocate")]] void* malloc(barewasi::usize bytes);
[[gnu::alias("__barewasi_release")]] void free(void* memory);

[[gnu::weak]] barewasi::usize malloc_usable_size(void* memory) {
  return memory == nullptr ? 0 : barewasi::heap::usable_size(barewasi::heap::to_address(memory));
}
}

#endif
