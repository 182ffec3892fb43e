// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Where an engine does not do what the tests expect of all engines: by name, with the reason. Nothing else may differ,
// and what is written down here and does not differ any more is a failure as well.

#include <optional>
#include <string>

namespace toolbox {

// The reason why `what` is otherwise on this engine; nothing when it is not. `what` is "WRONG" and a call, as the
// programs of programs/calls report it, or "NEVER" and a test that is not run there: "NEVER Calls.SocketsRefuse".
[[nodiscard]] std::optional<std::string> difference(const std::string& engine, const std::string& what);

}  // namespace toolbox
