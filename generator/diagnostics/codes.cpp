// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diagnostics/codes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "diagnostics/codes_audit.h"
#include "diagnostics/codes_changes.h"
#include "diagnostics/codes_findings.h"
#include "diagnostics/codes_forms.h"
#include "diagnostics/codes_functions.h"
#include "diagnostics/codes_lint.h"
#include "diagnostics/codes_names.h"
#include "diagnostics/codes_reading.h"
#include "diagnostics/codes_tool.h"
#include "diagnostics/codes_types.h"

namespace diagnostics {
namespace {

template <std::size_t... sizes>
constexpr auto concatenate(const std::array<CodeInfo, sizes>&... parts) {
  std::array<CodeInfo, (sizes + ...)> all{};
  auto* end = all.data();
  ((end = std::copy(parts.begin(), parts.end(), end)), ...);
  return all;
}

// In the order of the enumeration and of the ids.
constexpr std::array all =
    concatenate(codes::audit, codes::drift, codes::changes, codes::imports, codes::lint, codes::reading, codes::forms,
                codes::names, codes::types, codes::functions, codes::tool);

constexpr bool in_order() {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (static_cast<std::size_t>(all[i].code) != i || (i > 0 && all[i].id <= all[i - 1].id)) return false;
  }
  return true;
}
static_assert(in_order() && all.size() == static_cast<std::size_t>(Code::not_generated) + 1);

}  // namespace

const CodeInfo& info(Code code) { return all[static_cast<std::size_t>(code)]; }
std::span<const CodeInfo> all_codes() { return all; }

std::string page(const CodeInfo& info) {
  std::string text(info.explanation);
  if (info.wrong.empty()) return text;
  for (const auto& [heading, example] : {std::pair("Wrong:", info.wrong), std::pair("Right:", info.right)}) {
    text.append("\n").append(heading);
    for (std::size_t begin = 0; begin <= example.size();) {
      const std::size_t end = std::min(example.find('\n', begin), example.size());
      const std::string_view line = example.substr(begin, end - begin);
      text.append(line.empty() ? "\n" : "\n    ").append(line);
      begin = end + 1;
    }
  }
  return text;
}

}  // namespace diagnostics
