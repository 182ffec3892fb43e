// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the model knows, in the words of the language.
#pragma once

#include <string>

#include "model/types.h"

namespace report {

// "u8", ...
[[nodiscard]] const char* word(model::Repr repr);
// "variant", "union", "expected", "option".
[[nodiscard]] const char* word(model::Variant::Form form);

// A type as the standard dialect writes it: "(list u8)", and by its name where it has one: "errno".
[[nodiscard]] std::string spelled(const model::Model& model, model::TypeId type);

}  // namespace report
