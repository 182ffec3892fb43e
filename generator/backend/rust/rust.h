// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The back-end of Rust: one module that needs `core` alone, in every edition from 2018 on. A function is unsafe if it takes a
// pointer, also inside of something else.
#pragma once

#include "backend/base/typed.h"

namespace backend::rust {

[[nodiscard]] bind::Naming naming();

[[nodiscard]] nlohmann::json view(const bind::Plan& plan, const Wanted& wanted);
[[nodiscard]] Tables tables();

// How types are spelled, and how a typed function calls its import: integers travel as core integers, pointers stay pointers.
// Aggregates of the flat convention are given as their core values.
extern const TypeWords words;
[[nodiscard]] TypedCall call_of(const bind::Plan& plan, const bind::FunctionPlan& function);

}  // namespace backend::rust
