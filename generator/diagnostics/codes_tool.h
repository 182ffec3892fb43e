// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages about what the tool writes, and how it was called. One row each, in the order of the ids. What stands behind
// "Wrong:" and "Right:" is run by a test.
#pragma once

#include <array>

#include "diagnostics/codes.h"

namespace diagnostics::codes {

inline constexpr std::array tool{
    CodeInfo{Code::unwritable_output, "WX0901", Severity::error, "a file cannot be written",
             R"(The message gives the reason that the system gives: no permission, no space, a
folder in the way. All files of a run are written beside their places first,
and then renamed: if one of them fails, none is changed.

'generate --dry-run' says the same without writing, and 'check' says it beside
the command that would fix a file.)"},
    CodeInfo{Code::template_error, "WX0902", Severity::error, "a template cannot be rendered",
             R"(A template, or the file that describes a set of templates, is wrong: it names
a variable or another template that does not exist, or a tag is not closed.
The message points into the template. 'witxc dump --view' prints the variables
and their values, 'witxc dump --view --schema' what each of them means.)"},
    CodeInfo{Code::usage, "WX0903", Severity::error, "the command line is wrong",
             R"(A command, an option or its value is not known, or something is missing.
'witxc --help' lists the commands, 'witxc COMMAND --help' the options of one.)"},
    CodeInfo{Code::bad_configuration, "WX0904", Severity::error, "the configuration is wrong",
             R"(witxc.json is looked for in the working directory and then upward. It is JSON;
a key that is not known is an error, so that a mistyped one does not pass
unseen. The message lists the keys that may stand there.)"},
    CodeInfo{Code::unknown_builtin, "WX0905", Severity::error, "there is no built-in definition of that name",
             R"(An argument that begins with '@' is a definition that the tool carries inside
itself, such as @preview1. A file with such a name needs a folder before it:
./@name.)"},
    CodeInfo{Code::unused_approval, "WX0906", Severity::error, "an approval matches no change",
             R"(A line of the file that --accept names approves a change that is not there: it
was taken back, or it has become another change since. Such a line would
approve the same change without a look if it came back. Remove it, or write
the file anew with --write-accept.)"},
    CodeInfo{Code::not_generated, "WX0907", Severity::error, "somebody's work would be lost",
             R"(A file in the place of an output was not written by witxc, or was edited after
that. Nothing was written or removed.

A generated file names witxc near its top, and its last line holds a hash of
its text; other outputs stand in the list '.outputs' with their hashes. A
manual page names witxc in its first line. An approvals file has fingerprints
and comments and nothing else; a list of dependencies is one rule of make. A
report is known by its format. A configuration and templates that are there
and differ are always yours.

Move the edits into the definitions, the templates or a file of your own. If
nothing in the file is needed, 'witxc generate --force' replaces it, and with
--prune removes it. 'witxc generate --dry-run' shows what would happen.)"},
};

}  // namespace diagnostics::codes
