// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace barewasi {

/// Tells the out-of-memory handler that `bytes` could not be had. Whoever comes
/// back from here may try again.
void out_of_memory(__SIZE_TYPE__ bytes) noexcept;

/// Memory at a multiple of `alignment`, from the heap. When there is none: tells
/// the handler, tries once more, and aborts. Never a null pointer.
[[nodiscard]] void* allocate_or_abort(__SIZE_TYPE__ alignment, __SIZE_TYPE__ bytes) noexcept;

}  // namespace barewasi
