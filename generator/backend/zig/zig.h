// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The back-end of Zig: one file that imports nothing, not even `std`.
#pragma once

#include "backend/base/typed.h"

namespace backend::zig {

[[nodiscard]] bind::Naming naming();

[[nodiscard]] nlohmann::json view(const bind::Plan& plan, const Wanted& wanted);
[[nodiscard]] Tables tables();

// How types are spelled, and how a typed function calls its import: integers travel as core integers, pointers stay pointers.
// Aggregates of the flat convention are given as their core values.
extern const TypeWords words;
[[nodiscard]] TypedCall call_of(const bind::Plan& plan, const bind::FunctionPlan& function);

}  // namespace backend::zig
