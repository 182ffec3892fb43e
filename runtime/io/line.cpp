// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/io.hpp"

namespace barewasi::detail {

constinit char line_room[line_bytes];

}  // namespace barewasi::detail
