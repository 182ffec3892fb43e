// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Findings about what is in order in itself: written bindings that are not current (WC), modules that ask for what nobody offers
// (WI). One row each, in the order of the ids.
#pragma once

#include <array>

#include "diagnostics/codes.h"

namespace diagnostics::codes {

inline constexpr std::array drift{
    CodeInfo{Code::output_missing, "WC0101", Severity::error, "an output is missing",
             R"('witxc check' looks for every file that 'witxc generate' would write with the
same arguments. This one is not there: it was never written, or not committed.
The last line that 'check' prints is the command that writes it.)"},
    CodeInfo{Code::output_stale, "WC0102", Severity::error, "nothing asks for an output any more",
             R"(An earlier run of 'witxc generate' for this witxc.json wrote the file: the
list 'witxc.outputs' beside it says so. What the configuration asks for today
does not include it. 'witxc generate --prune' removes it.)"},
    CodeInfo{Code::specification_changed, "WC0111", Severity::error,
             "the specification changed since a file was written",
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

inline constexpr std::array imports{
    CodeInfo{Code::import_of_unknown_module, "WI0101", Severity::error, "an import from a module that nobody offers",
             R"(The program imports from a module that none of the specifications defines. An
engine that offers these specifications and nothing else refuses to start it.
A module called 'env' is mostly a function that was declared and never
defined, linked with --allow-undefined.)"},
    CodeInfo{Code::import_of_unknown_function, "WI0102", Severity::error, "an import that its module does not have",
             R"(The module is known, but it has no function of that name, in any of the
specifications that the tool has seen. An engine refuses to start the program.)"},
    CodeInfo{Code::import_signature, "WI0103", Severity::error, "an import with another signature",
             R"(The function is there, but takes or returns other core values than the program
passes. An engine compares the types of imports when it starts a program, and
refuses this one. 'witxc layout FUNCTION FILES' shows what each value carries.)"},
    CodeInfo{Code::import_of_other_snapshot, "WI0104", Severity::error, "an import of another snapshot",
             R"(What the program imports is defined, but by another specification than those
that were given with --spec. An engine that offers only these refuses to start
it; 'witxc imports --min-spec' tells which snapshot would do.)"},
    CodeInfo{Code::import_kind, "WI0105", Severity::error, "an import that is not a function",
             R"(The program imports a memory, a table, a global or a tag from a module of
which a specification defines only functions.)"},
    CodeInfo{Code::import_unneeded, "WI0106", Severity::warning, "an import that no code of the program uses",
             R"(Nothing calls the function, takes its address or exports it, and still an
engine has to offer it before the program starts. A linker that collects
garbage (--gc-sections) leaves such an import out.)"},
    CodeInfo{Code::two_entries, "WI0201", Severity::error, "both _start and _initialize are exported",
             R"(A program with _start is a command: it runs once, and ends. One with
_initialize is a reactor: it is prepared once, then its exports are called. An
engine cannot know which of the two is meant.)"},
    CodeInfo{Code::memory_not_exported, "WI0202", Severity::error, "the memory is not exported",
             R"(Functions of the specification exchange values through a memory that the
program exports under a name, mostly 'memory'. Without it every call fails.)"},
    CodeInfo{Code::unsatisfied_module, "WI0301", Severity::error, "no specification satisfies the program",
             R"(--min-spec looks for the smallest specification that offers all that the
program imports. There is none: the other messages say what each of them
lacks.)"},
};

}  // namespace diagnostics::codes
