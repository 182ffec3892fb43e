// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "growth.h"
#include "heap.h"

namespace barewasi::heap {

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
