// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace barewasi {

/// What happens where the program has no handler: a line on standard error, abort.
[[noreturn]] void report_out_of_memory(__SIZE_TYPE__ bytes) noexcept;

/// Tells the out-of-memory handler that `bytes` could not be had. Whoever comes
/// back from here may try again.
void out_of_memory(__SIZE_TYPE__ bytes) noexcept;

}  // namespace barewasi
