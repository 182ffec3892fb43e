// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "bind/plan.h"

namespace backend {

// What no identifier may be that compilers of C or of C++ read: a header of either may be included after anything. Sorted.
[[nodiscard]] std::span<const std::string_view> c_family_words();

// What headers of either declare in the place of an import's parameters, and beside the cases of a variant.
[[nodiscard]] std::span<const std::string_view> c_family_locals();
[[nodiscard]] std::span<const std::string_view> c_family_case_neighbours();

// Docs, and behind them, in full ones, a line for each parameter and for what is returned.
[[nodiscard]] std::vector<std::string> doxygen(const bind::Plan& plan, const bind::FunctionPlan& planned);

}  // namespace backend
