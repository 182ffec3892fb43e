// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What 'audit' finds in bindings that others wrote (WA), in the order of the ids.
#pragma once

#include <array>

#include "diagnostics/codes.h"

namespace diagnostics::codes {

inline constexpr std::array audit{
    CodeInfo{Code::audit_value, "WA0101", Severity::error, "a constant has another value than the definitions give it",
             R"(The text gives a case, a flag or a named number another value than the
definitions do. Programs and hosts that were built from the two do not
understand each other: an error becomes another error, a right another right.
Both places are shown. 'witxc audit' matches by name: if the constant means
something else, say so with --map NAME=ITEM.)"},
    CodeInfo{Code::audit_width, "WA0102", Severity::error, "an integer type has another width",
             R"(A type that is called like one of the definitions has another number of bytes.
Wherever it is a part of a record, everything that follows lies elsewhere.)"},
    CodeInfo{Code::audit_sign, "WA0103", Severity::error,
             "an integer is signed where the definitions' is not, or the reverse",
             R"(The width is right, but one side counts below zero and the other does not:
large values turn into negative ones.)"},
    CodeInfo{Code::audit_size, "WA0201", Severity::error, "a record has another size",
             R"(Every field is where it belongs, and still the record has another size:
padding at its end is missing, or there is more. In an array all elements but
the first are misplaced.)"},
    CodeInfo{Code::audit_field_offset, "WA0202", Severity::error, "a field lies elsewhere in memory",
             R"(The fields and their widths are right, but one begins at another place than
the definitions give it: the record is packed, or something stands between
them.)"},
    CodeInfo{Code::audit_field_width, "WA0203", Severity::error, "a field has another width",
             R"(The field has another number of bytes than in the definitions. Whatever
follows it may lie elsewhere too; only the first cause is reported.)"},
    CodeInfo{Code::audit_field_order, "WA0204", Severity::error, "fields are in another order",
             R"(A record lies in memory in the order of its fields, and two of them have
changed places: each is read where the other was written.)"},
    CodeInfo{Code::audit_missing_field, "WA0205", Severity::error, "a record lacks a field",
             R"(The record has most of the fields of the definitions, under the same names,
and lacks this one. Whatever follows it lies elsewhere.)"},
    CodeInfo{Code::audit_access_offset, "WA0206", Severity::error, "a number is read or written at another place",
             R"(Code that reads or writes memory by hand does it at another distance from the
beginning of the record than the field that it names has. 'witxc layout RECORD
FILES' shows where each field lies.)"},
    CodeInfo{Code::audit_access_width, "WA0207", Severity::error, "a number is read or written with another width",
             R"(The place is right, but fewer bytes are read or written than the field has, or
so many that the next field is overwritten.)"},
    CodeInfo{Code::audit_byte_order, "WA0208", Severity::error, "a number is read or written in big-endian order",
             R"(Numbers in linear memory are little-endian. The methods of a DataView take the
order as their last argument, and are big-endian without it.)"},
    CodeInfo{Code::audit_arity, "WA0301", Severity::error, "a function takes another number of parameters",
             R"(Counted are core parameters: a string or a list is two, and a result other
than the error is one, its address. 'witxc layout FUNCTION FILES' shows them.
An engine refuses to start a program whose import has another type.)"},
    CodeInfo{Code::audit_core_type, "WA0302", Severity::error, "a parameter or a result has another core type",
             R"(A parameter is 64 bits wide on one side and 32 on the other, or a float on one
side alone. An engine refuses to start a program whose import has another
type; JavaScript throws at the first call.)"},
    CodeInfo{Code::audit_module, "WA0303", Severity::error, "a function is imported from another module",
             R"(The text imports a function of the definitions from a module of another name.
If that is another snapshot, compare with it: --spec @preview0.)"},
    CodeInfo{Code::audit_missing_case, "WA0401", Severity::warning, "cases or flags are missing",
             R"(The text has most of the values of a type, but not these. A value that a newer
host or program sends has no name there. Only --fail-on missing makes this a
failure.)"},
    CodeInfo{Code::audit_extra_case, "WA0402", Severity::warning, "a case or flag that the definitions do not have",
             R"(An enum that is called like a type of the definitions has a member that the
type does not have: it is misspelled, or belongs to another version.)"},
    CodeInfo{Code::audit_missing_function, "WA0403", Severity::warning, "functions are missing",
             R"(The text has functions of the definitions, but not these. A host without them
cannot start programs that import them. Only --fail-on missing makes this a
failure.)"},
    CodeInfo{Code::audit_extra_function, "WA0404", Severity::warning, "a function that the definitions do not have",
             R"(A function is imported from a module of the definitions that does not define
it: no host needs to have it.)"},
};

}  // namespace diagnostics::codes
