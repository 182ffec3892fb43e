// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages about what functions take and return. One row each, in the order of the ids. What stands behind
// "Wrong:" and "Right:" is run by a test.
#pragma once

#include <array>

#include "diagnostics/codes.h"

namespace diagnostics::codes {

inline constexpr std::array functions{
    CodeInfo{Code::too_many_results, "WX0301", Severity::error, "more results than the ABI can return",
             R"(In the standard dialect a function has one result. What used to be an error
and further results is written 'expected': the payload of ok, or the error.)",
             R"(
(typename $errno (enum (@witx tag u16) $success $again))
(typename $time u64)
(module $clock
  (@interface func (export "reset") (result $e (expected (error $errno))))
  (@interface func (export "now") (result $e $errno) (result $t $time))))",
             R"(
(typename $errno (enum (@witx tag u16) $success $again))
(typename $time u64)
(module $clock
  (@interface func (export "reset") (result $e (expected (error $errno))))
  (@interface func (export "now")
    (result $e (expected $time (error $errno))))))"},
    CodeInfo{Code::bad_result_type, "WX0302", Severity::error, "a result of a type that cannot be returned",
             R"(A result returns as one value of WebAssembly: a number, a handle, a pointer,
or flags. Everything else is the payload of an 'expected', which is written to
memory. An enum that tells of errors is the error of an 'expected' too: its
first case means success.

In the dialects before, the first of several results is the one that must be
such a value; there an enum is.)",
             R"(
(typename $errno (enum (@witx tag u16) $success $again))
(module $m (@interface func (export "f") (result $error $errno))))",
             R"(
(typename $errno (enum (@witx tag u16) $success $again))
(module $m
  (@interface func (export "f")
    (result $error (expected (error $errno))))))"},
    CodeInfo{Code::bad_ok_type, "WX0303", Severity::error, "an ok payload that cannot be returned",
             R"(The payload of ok is written through a pointer, and what is pointed to has a
name in every language: it is a named type, or a tuple of named types.)",
             R"(
(typename $errno (enum (@witx tag u16) $success $again))
(module $m
  (@interface func (export "f")
    (result $error (expected u32 (error $errno))))))",
             R"(
(typename $errno (enum (@witx tag u16) $success $again))
(typename $count u32)
(module $m
  (@interface func (export "f")
    (result $error (expected $count (error $errno))))))"},
    CodeInfo{Code::bad_error_type, "WX0304", Severity::error, "an error payload that cannot be returned",
             R"(The error of an 'expected' is a named type, mostly an enum: the value that the
function returns.)",
             R"(
(module $m
  (@interface func (export "f")
    (result $error (expected (error u16))))))",
             R"(
(typename $errno (enum (@witx tag u16) $success $again))
(module $m
  (@interface func (export "f")
    (result $error (expected (error $errno))))))"},
    CodeInfo{Code::noreturn_with_results, "WX0305", Severity::warning, "a function that does not return has results",
             R"('(@witx noreturn)' says that the function never comes back to its caller, who
therefore never sees a result.)",
             R"(
(module $m
  (@interface func (export "exit") (result $code u32) (@witx noreturn))))",
             R"(
(module $m
  (@interface func (export "exit") (param $code u32) (@witx noreturn))))"},
    CodeInfo{Code::too_many_values, "WX0306", Severity::error, "a function with more values than an engine takes",
             R"(A function written '(export "f" (func ...))' takes its parameters apart: every
field of a record becomes a value of its own. Engines call functions with at
most 1,000 values. Pass large records in a list.)"},
};

}  // namespace diagnostics::codes
