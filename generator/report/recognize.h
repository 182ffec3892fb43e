// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whether a file is a report that an earlier run wrote, so that a new one may replace it.
#pragma once

#include <string_view>

namespace report {

// Whether the text, with any line endings, is a report of witxc in any format, "text" included. A run that finds nothing may report nothing, so that an
// empty text is one, too.
[[nodiscard]] bool is_report(std::string_view raw);

}  // namespace report
