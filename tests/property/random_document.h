// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstdint>
#include <string>

namespace property {

// A valid document of the standard dialect (with `old`: of the one before, which has unions without a tag) whose `types` types
// are named $t0, $t1, ..., each made of builtins and of the ones before it. The same seed gives the same text anywhere.
[[nodiscard]] std::string random_document(std::uint64_t seed, int types, bool old);

}  // namespace property
