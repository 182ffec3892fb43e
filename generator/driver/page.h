// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "driver/session.h"

namespace driver {

// What the built-in template NAME of HTML makes of a view. A template that asks for more is reported, and nothing comes back.
[[nodiscard]] std::string page_of(Session& session, const std::string& name, const nlohmann::json& view);

}  // namespace driver
