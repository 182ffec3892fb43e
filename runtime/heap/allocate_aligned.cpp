// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "bins.h"
#include "heap.h"
#include "resize.h"

namespace barewasi::heap {

Address allocate_aligned(usize alignment, usize bytes) noexcept {
  if (alignment <= granule) return allocate(bytes);
  if (alignment > max_request || bytes > max_request - alignment) return 0;

  const Address block = allocate(bytes + alignment - granule);
  if (block == 0) return 0;
  const auto mask = static_cast<Address>(alignment - 1);
  const Address aligned = (block + mask) & ~mask;
  if (const Size before = aligned - block; before != 0) {
    Word& own = header(block);
    header(aligned) = (size_in(own) - before) | in_use | previous_in_use;
    own = before | (own & ~size_mask);
    coalesce(block);
  }
  const Size wanted = class_for_request(static_cast<Size>(bytes)).size;
  if (wanted < size_in(header(aligned))) trim(aligned, wanted);
  return aligned;
}

}  // namespace barewasi::heap

#if defined(__wasm__) && !defined(BAREWASI_CHECKED_HEAP)

extern "C" [[gnu::weak]] void* aligned_alloc(barewasi::usize alignment, barewasi::usize bytes) {
  const bool is_power_of_two = alignment != 0 && (alignment & (alignment - 1)) == 0;
  if (!is_power_of_two) return nullptr;
  return barewasi::heap::to_pointer(barewasi::heap::allocate_aligned(alignment, bytes));
}

#endif
