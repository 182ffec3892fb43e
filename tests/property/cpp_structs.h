// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>

#include "model/layout.h"
#include "model/types.h"

namespace property {

// The types of a model as C++ types T0, T1, ..., each followed by static_asserts that our layout of it is the compiler's. Needs
// <stddef.h> and <stdint.h>, and a namespace around it. Types without bytes, which C++ does not have, are left out.
[[nodiscard]] std::string cpp_structs(const model::Model& model, const model::Layouts& layouts);

}  // namespace property
