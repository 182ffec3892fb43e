// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <vector>

#include "config/config.h"
#include "render/template_set.h"

namespace driver {

// What an output's `extra` asks of its templates.
[[nodiscard]] std::vector<render::ExtraFile> extra_files(const config::Output& output);

}  // namespace driver
