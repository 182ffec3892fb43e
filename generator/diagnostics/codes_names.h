// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages about names and about the files that define them. One row each, in the order of the ids. What stands behind
// "Wrong:" and "Right:" is run by a test.
#pragma once

#include <array>

#include "diagnostics/codes.h"

namespace diagnostics::codes {

inline constexpr std::array names{
    CodeInfo{Code::duplicate_name, "WX0101", Severity::error, "a name defined twice",
             R"(All types and modules of a document share one set of names, whatever file they
come from; so do the imports and functions of one module, and the constants of
one type. The label shows the first definition.)",
             R"(
(typename $size u32)
(typename $size u64))",
             R"(
(typename $size u32)
(typename $filesize u64))"},
    CodeInfo{Code::duplicate_member, "WX0102", Severity::error, "two members of one name",
             R"(The cases of an enum or a variant, the flags of a set and the fields of a
record differ in name. The parameters and results of a function do so
together.)",
             R"(
(typename $point (record (field $x u32) (field $x u32))))",
             R"(
(typename $point (record (field $x u32) (field $y u32))))"},
    CodeInfo{Code::unknown_name, "WX0103", Severity::error, "a name that nothing defines",
             R"(No file of the document defines the name. It is reported where it is met
first, however often it is used. If the definition is in another file, that
file must be used before the name is.)",
             R"(
(typename $errno (enum (@witx tag u16) $success $again))
(typename $outcome (tuple $erno u32)))",
             R"(
(typename $errno (enum (@witx tag u16) $success $again))
(typename $outcome (tuple $errno u32)))"},
    CodeInfo{Code::recursive_type, "WX0104", Severity::error, "a type that contains itself",
             R"(A type cannot refer to itself, neither directly nor behind a pointer or in a
list: types are read in order, and a name is not there before its definition
ends. Where a structure must point to its own kind, point to bytes and say in
the docs what they are.)",
             R"(
(typename $node (record (field $next (@witx pointer $node)))))",
             R"(
(typename $node (record (field $next (@witx pointer u8)))))"},
    CodeInfo{Code::wrong_kind_of_name, "WX0105", Severity::error, "a name of the wrong kind",
             R"(The name is known, but as that of a module or a resource, and a type is needed
there.)",
             R"(
(module $clock)
(typename $times (list $clock)))",
             R"(
(module $clock)
(typename $time u64)
(typename $times (list $time)))"},
    CodeInfo{Code::used_before_definition, "WX0107", Severity::error, "a name used before it is defined",
             R"(Definitions are read from top to bottom, and a file that is used is read where
its '(use ...)' stands. A name can be used only below its definition.)",
             R"(
(typename $iovecs (list $iovec))
(typename $iovec (tuple u32 u32)))",
             R"(
(typename $iovec (tuple u32 u32))
(typename $iovecs (list $iovec)))"},
    CodeInfo{Code::use_not_found, "WX0111", Severity::error, "a used file cannot be found",
             R"('(use "x.witx")' looks beside the file that holds it, then beside the file
that was given on the command line, then in the folders given with -I. '(use
... from $m)' looks for m.witx in the same places.

Types that nothing defines are not reported while a file is missing: they may
be in it.)"},
    CodeInfo{Code::use_cycle, "WX0112", Severity::error, "modules that use each other",
             R"('(use ... from $m)' takes names from a module that has been read. Two modules
that take names from each other would each have to be read first. Move what
both need to a third one.

Files that use each other by path, '(use "x.witx")', are no mistake: each is
read once.)"},
    CodeInfo{Code::use_of_missing_name, "WX0113", Severity::error, "a module lacks a name that is taken from it",
             R"('(use $name from $m)' takes a type or a resource that the file m.witx defines,
and it defines none of that name.)"},
    CodeInfo{Code::module_name_mismatch, "WX0114", Severity::warning, "a module is not named like its file",
             R"(Where names are taken with '(use ... from $m)', a module is found by the name
of its file. One that calls itself differently works, but whoever reads the
text looks for a file that does not exist.)"},
};

}  // namespace diagnostics::codes
