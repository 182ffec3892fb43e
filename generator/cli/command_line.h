// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Options → the command line that says them: what messages tell the user to run next.
#pragma once

#include <string>

#include "cli/options.h"

namespace cli {

// "witxc generate --lang c a.witx": a line for a POSIX shell that runs `command` on what `options` say. Options that the command
// does not have are left out, and so are those that decide only how an answer is shown, such as --quiet.
[[nodiscard]] std::string command_line(Command command, const Options& options);

}  // namespace cli
