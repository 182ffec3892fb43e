// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The list of what `generate` wrote for a configuration, beside it: so that what nothing asks for any more is known.
#pragma once

#include <string>
#include <vector>

#include "cli/outputs.h"
#include "cli/session.h"

namespace cli {

// Files that an earlier run wrote, that this plan does not have, and that are still there and still say that they are ours.
// None where the plan has no manifest, or where there is none yet.
[[nodiscard]] std::vector<std::string> stale_outputs(Session& session, const Plan& plan);

// Lists the plan's files, and `stale` ones that stay. A failure is reported.
void write_manifest(Session& session, const Plan& plan, const std::vector<std::string>& stale);

}  // namespace cli
