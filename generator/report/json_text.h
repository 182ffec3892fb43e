// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace report {

// A document as it is printed. Names of files may have bytes that are not UTF-8: each becomes U+FFFD.
template <typename Json = nlohmann::ordered_json>
[[nodiscard]] std::string json_text(const Json& document) {
  constexpr int columns = 2;
  return document.dump(columns, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace report
