// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types and signatures in messages and fingerprints.
#pragma once

#include <string>

#include "model/abi.h"
#include "model/types.h"

namespace diff {

// All of it: "(record (field $ptr (@witx pointer u8)) (field $len $size))". Named types by their names.
[[nodiscard]] std::string spell(const model::Model& model, model::TypeId type);

// No longer than fits into a sentence: "u32", "size", "a record of 3 fields".
[[nodiscard]] std::string describe(const model::Model& model, model::TypeId type);

// "(i32, i32) -> i32"
[[nodiscard]] std::string spell(const model::Signature& signature);

// "1 byte", "8 bytes"
[[nodiscard]] std::string bytes(std::uint64_t count);

}  // namespace diff
