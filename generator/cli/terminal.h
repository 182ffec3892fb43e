// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace cli {

// Whether text for a stream may have colors: it is a terminal that knows them, and nobody has said no. `no_color` and `term`
// are the values of NO_COLOR and TERM, null where they are not set; an empty NO_COLOR is as good as none.
[[nodiscard]] bool wants_color(bool is_terminal, const char* no_color, const char* term);

}  // namespace cli
