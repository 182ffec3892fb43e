// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "heap.h"

namespace barewasi::heap {

Size usable_size(Address block) noexcept { return size_in(header(block)) - header_bytes; }

}  // namespace barewasi::heap
