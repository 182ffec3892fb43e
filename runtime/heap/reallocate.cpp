// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "growth.h"
#include "heap.h"
#include "resize.h"

namespace barewasi::heap {
namespace {

// Makes the free memory behind the block a part of it. The block may be larger
// than any class afterwards.
void absorb_next(Address block) noexcept {
  Word& own = header(block);
  const Address behind = block + size_in(own);
  const Word other = header(behind);
  if (other & in_use) return;
  unlink(behind);
  own += size_in(other);
  header(behind + size_in(other)) |= previous_in_use;
}

// Makes the block larger where it is, if its neighbour is free or memory ends
// behind it; perhaps not as large as wanted.
void extend(Address block, Size wanted) noexcept {
  absorb_next(block);
  const Size size = size_in(header(block));
  if (size < wanted && block + size == memory_end() && grow_by(wanted - size)) absorb_next(block);
}

}  // namespace

void trim(Address block, Size size) noexcept {
  Word& own = header(block);
  const Size rest = size_in(own) - size;
  if (rest == 0) return;
  own -= rest;
  header(block + size) = rest | in_use | previous_in_use;
  coalesce(block + size);
}

Address reallocate(Address block, usize bytes) noexcept {
  if (block == 0) return allocate(bytes);
  if (bytes > max_request) return 0;

  const Size wanted = class_for_request(static_cast<Size>(bytes)).size;
  const Size current = size_in(header(block));
  // A block that shrinks a little stays as it is: it will grow again.
  if (wanted <= current && wanted > current / 2) return block;

  if (wanted > current) extend(block, wanted);
  if (wanted <= size_in(header(block))) {
    trim(block, wanted);
    return block;
  }
  const Address moved = allocate(bytes);
  if (moved != 0) {
    __builtin_memcpy(to_pointer(moved), to_pointer(block), current - header_bytes);
    release(block);
  }
  return moved;
}

}  // namespace barewasi::heap

#if defined(__wasm__) && !defined(BAREWASI_CHECKED_HEAP)

extern "C" [[gnu::weak, gnu::alias("__barewasi_reallocate")]] void* realloc(void* memory, barewasi::usize bytes);

#endif
