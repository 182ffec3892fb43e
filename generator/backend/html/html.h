// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The back-end of HTML: what the Markdown one says, and what it cannot: drawings of types, for memories of both widths; the way of
// each parameter to the core signature; who uses what. Templates decide how all that looks. Its texts are escaped.
#pragma once

#include "backend/base/keys.h"
#include "bind/plan.h"

namespace backend::html {

[[nodiscard]] bind::Naming naming();

[[nodiscard]] nlohmann::json view(const bind::Plan& plan, const Wanted& wanted);
[[nodiscard]] Tables tables();

}  // namespace backend::html
