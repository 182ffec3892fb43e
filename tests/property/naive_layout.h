// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Layouts once more, worked out in another way: every type is a list of (alignment, size, offset) that is placed byte by byte, and
// what is asked is computed anew each time. Slow, and too simple to be wrong in the same way.
#pragma once

#include <cstdint>
#include <vector>

#include "model/types.h"

namespace property {

struct Naive {
  std::uint64_t size = 0;
  std::uint64_t align = 1;
  std::vector<std::uint64_t> offsets;
};

[[nodiscard]] Naive naive_layout(const model::Model& model, model::TypeId id, std::uint64_t pointer_size);

}  // namespace property
