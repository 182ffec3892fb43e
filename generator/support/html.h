// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>
#include <string_view>

namespace support {

// Text as it stands in an element or a quoted attribute of HTML.
[[nodiscard]] std::string escaped_html(std::string_view text);

}  // namespace support
