// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The back-end of C: its names, which are those that wasi-libc's users know where the document is WASI's, and the keys of its
// templates.
#pragma once

#include <vector>

#include "backend/base/c_assertions.h"
#include "backend/base/keys.h"
#include "backend/c/calls.h"
#include "backend/c/spelling.h"
#include "bind/plan.h"

namespace backend::c {

[[nodiscard]] bind::Naming naming();

[[nodiscard]] nlohmann::json view(const bind::Plan& plan, const Wanted& wanted);
[[nodiscard]] Tables tables();

}  // namespace backend::c
