// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace barewasi {

/// What happens where the program has no handler: a line on standard error, abort.
[[noreturn]] void report_out_of_memory(__SIZE_TYPE__ bytes) noexcept;

/// Tells the out-of-memory handler that `bytes` could not be had. Whoever comes
/// back from here may try again.
void out_of_memory(__SIZE_TYPE__ bytes) noexcept;

/// Memory from the heap, at a multiple of 16. When there is none: tells the
/// handler, tries once more, and aborts. Never a null pointer.
[[nodiscard]] void* allocate_or_abort(__SIZE_TYPE__ bytes) noexcept;

/// The same, at a multiple of `alignment`.
[[nodiscard]] void* allocate_aligned_or_abort(__SIZE_TYPE__ alignment, __SIZE_TYPE__ bytes) noexcept;

}  // namespace barewasi
