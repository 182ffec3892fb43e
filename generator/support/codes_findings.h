// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Findings about what is in order in itself: written bindings that are not current (WC). One row each, in the order of the ids.
#pragma once

#include <array>

#include "support/codes.h"

namespace support::codes {

inline constexpr std::array drift{
    CodeInfo{Code::output_missing, "WC0101", Severity::error, "an output is missing",
             R"('witxc check' looks for every file that 'witxc generate' would write with the
same arguments. This one is not there: it was never written, or not committed.
The last line that 'check' prints is the command that writes it.)"},
    CodeInfo{Code::specification_changed, "WC0111", Severity::error, "the specification changed since a file was written",
             R"(The file names the SHA-256 of the specification that it was made from, and the
specification now has another one. Generate the file anew, and look at
'witxc diff' to see what the change means for those who use it.)"},
    CodeInfo{Code::templates_changed, "WC0112", Severity::error, "the templates changed since a file was written",
             R"(The file names the SHA-256 of the templates that it was made with, and they
now have another one: another version of the tool brought its own, or those in
the folder of 'templates' were edited. Generate the file anew.)"},
    CodeInfo{Code::tool_changed, "WC0113", Severity::error, "the tool changed since a file was written",
             R"(Another version of witxc wrote the file, and this one writes it differently
from the same templates. Generate it anew, or use the version that the file
names.)"},
    CodeInfo{Code::options_changed, "WC0114", Severity::error, "the options changed since a file was written",
             R"(The specification and the templates are the same, but the file was made with
other options: a namespace, a name, or what is left out. Generate it anew with
the options of 'witxc.json' or of the command line.)"},
    CodeInfo{Code::edited_by_hand, "WC0115", Severity::error, "a generated file was edited by hand",
             R"(The last line of the file holds a hash of the rest, and it does not fit any
more. The next run of 'witxc generate' would undo the edit. Change the
specification, the options or the templates instead; 'check' shows what was
edited.)"},
    CodeInfo{Code::origin_unknown, "WC0116", Severity::error, "a file does not say what it was generated from",
             R"(Where an output belongs there is a file without the lines by which a generated
file tells its origin. Either it is not one, and would be overwritten, or
these lines were removed.)"},
};

}  // namespace support::codes
