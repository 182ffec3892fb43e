// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Templates in a user's folder: where they lie, and whether they fit what the tool gives them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "driver/exit_code.h"
#include "driver/session.h"

namespace driver {

constexpr std::string_view template_suffix = ".mustache";
// Beside exported templates: which built-in template each of them was, a line each: hash and name.
constexpr std::string_view ancestors_name = "ancestors";

// DIR/LANG/NAME.mustache
[[nodiscard]] std::string template_path(std::string_view folder, std::string_view language, std::string_view name);
[[nodiscard]] std::string joined_path(std::string_view folder, std::string_view path);

// template check: `where` is the folder and languages, or nothing for those of the configuration. Shows what it finds, and says
// how to leave.
[[nodiscard]] ExitCode check_templates(Session& session, const std::vector<std::string>& where);

}  // namespace driver
