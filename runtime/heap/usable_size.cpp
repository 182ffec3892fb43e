// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "heap.h"

namespace barewasi::heap {

Size usable_size(Address block) noexcept { return size_in(header(block)) - header_bytes; }

}  // namespace barewasi::heap

#if defined(__wasm__) && !defined(BAREWASI_CHECKED_HEAP)

extern "C" barewasi::usize malloc_usable_size(void* pointer) {
  return pointer == nullptr ? 0 : barewasi::heap::usable_size(barewasi::heap::to_address(pointer));
}

#endif
