// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Blocks in use that change their size where they are.

#include "bins.h"

namespace barewasi::heap {

/// Cuts a block down to `size`, a multiple of the granule; the rest goes to the bins.
void trim(Address block, Size size) noexcept;

}  // namespace barewasi::heap
