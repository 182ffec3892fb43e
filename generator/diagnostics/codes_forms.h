// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages about forms: what may stand where, and how it is written. One row each, in the order of the ids. What stands behind
// "Wrong:" and "Right:" is run by a test.
#pragma once

#include <array>

#include "diagnostics/codes.h"

namespace diagnostics::codes {

inline constexpr std::array forms{
    CodeInfo{Code::expected_form, "WX0031", Severity::error, "a form that does not belong there",
             R"(A function is made of '(param ...)', '(result ...)' and '(@witx noreturn)';
other forms have parts of their own. The message says what may stand there.)",
             R"(
(module $m (@interface func (export "f") (arg $x u32))))",
             R"(
(module $m (@interface func (export "f") (param $x u32))))"},
    CodeInfo{Code::unknown_form, "WX0032", Severity::error, "an item of no known kind",
             R"(A file is a list of '(use ...)', '(typename ...)', '(@witx const ...)' and
'(module ...)'; some dialects know '(resource ...)' and '(profile ...)'. A
module holds imports and functions.)",
             R"(
(type $size u32))",
             R"(
(typename $size u32))"},
    CodeInfo{Code::missing_part, "WX0033", Severity::error, "a part of a form is missing",
             R"(The form needs something that is not there, or something else stands in its
place.)",
             R"(
(module $m (import "memory")))",
             R"(
(module $m (import "memory" (memory))))"},
    CodeInfo{Code::unexpected_part, "WX0034", Severity::error, "a form holds more than it may",
             R"(Everything that the form may hold has been read, and something is left. Often
a parenthesis was closed too late.)",
             R"(
(typename $point (record (field $x u32 (field $y u32)))))",
             R"(
(typename $point (record (field $x u32) (field $y u32))))"},
    CodeInfo{Code::expected_name, "WX0035", Severity::error, "a name is missing",
             R"(Names begin with a dollar sign where they are defined and where they are used.
Only functions and imports are named by strings.)",
             R"(
(typename size u32))",
             R"(
(typename $size u32))"},
    CodeInfo{Code::expected_type, "WX0036", Severity::error, "a type is missing",
             R"(A type is a word of the language (u8 to u64, s8 to s64, f32, f64, char, bool,
string), a name with its dollar sign, or a form such as '(list u8)'. What
describes memory is marked: '(@witx pointer u8)', '(@witx usize)'.

A '(param ...)', '(result ...)' or '(field ...)' has a name before its type;
one word alone is taken for the name.)",
             R"(
(typename $p (record (field $at (pointer u8)) (field $n i32))))",
             R"(
(typename $p (record (field $at (@witx pointer u8)) (field $n s32))))"},
    CodeInfo{Code::expected_number, "WX0037", Severity::error, "a number is missing",
             R"(A constant ends with its value, decimal or hexadecimal.)",
             R"(
(@witx const $cookie $start "0"))",
             R"(
(@witx const $cookie $start 0))"},
    CodeInfo{Code::number_out_of_range, "WX0038", Severity::error, "a number that does not fit 64 bits",
             R"(Values are integers from 0 to 18446744073709551615. Decimal and hexadecimal
(0x...) are understood, with single '_' between digits for the reader's sake.
There are no negative values: write the bits that are meant.)",
             R"(
(@witx const $cookie $none -1))",
             R"(
(@witx const $cookie $none 0xffff_ffff_ffff_ffff))"},
    CodeInfo{Code::bad_repr, "WX0039", Severity::error, "a representation that is not an unsigned integer",
             R"(Enums, flags and tags are represented by u8, u16, u32 or u64. An enum, a union
and a variant say so with '(@witx tag ...)', flags with '(@witx repr ...)';
the older dialects write the word alone.)",
             R"(
(typename $whence (enum (@witx repr s8) $set $cur $end)))",
             R"(
(typename $whence (enum (@witx tag u8) $set $cur $end)))"},
    CodeInfo{Code::misplaced_form, "WX0040", Severity::error, "an item in the wrong place",
             R"(Functions and imports stand in a module; modules stand at the top level and do
not hold each other.)",
             R"(
(@interface func (export "now")))",
             R"(
(module $clock (@interface func (export "now"))))"},
    CodeInfo{Code::anonymous_type, "WX0041", Severity::error, "a type that needs a name has none",
             R"(Records, enums, flags, unions and handles become types of their own in every
language, and those need a name. Lists, tuples, variants, options, 'expected'
and pointers may stand anywhere. The two oldest dialects ask for no names.)",
             R"(
(typename $line (list (record (field $x u32)))))",
             R"(
(typename $point (record (field $x u32)))
(typename $line (list $point)))"},
    CodeInfo{Code::passed_over, "WX0042", Severity::warning, "a form that is passed over, and nearly a known one",
             R"(Forms that begin with '@' belong to whoever knows them: those of witx begin
with '@witx' and '@interface', and readers pass over all others, with what is
in them. This one looks like one of the two, mistyped.)",
             R"(
(module $m
  (@interfaces func (export "f"))))",
             R"(
(module $m
  (@interface func (export "f"))))"},
    CodeInfo{Code::unknown_annotation, "WX0043", Severity::warning, "an annotation that witx does not have",
             R"(Forms that begin with '@' belong to whoever knows them: those of witx begin
with '@witx' and '@interface', and readers pass over all others, with what is
in them. If the annotation is for another tool, all is well. If it should have
told something to this one, it did not. The message comes once for each name
in a file.)",
             R"(
(@deprecated (typename $old u8))
(typename $new u8))",
             R"(
;;; Deprecated: use `new`.
(typename $old u8)
(typename $new u8))"},
    CodeInfo{Code::wrong_dialect, "WX0051", Severity::error, "a feature that the chosen dialect lacks",
             R"(--dialect says how the text is to be read, and the text uses something that
this dialect does not have. Leave the option out to have the dialect found
from the text: 'witxc validate -v' names it and says what gave it away.)"},
    CodeInfo{Code::mixed_dialects, "WX0052", Severity::warning, "features that no one dialect has together",
             R"(witx was written in several ways over the years, and this text uses two of
them at once, as drafts did that were caught half-way. It is read by the rules
of the dialect that has most of its features. No published tool accepts it.)",
             R"(
(typename $kind (enum u8 $file $folder))
(typename $entry (record (field $kind $kind))))",
             R"(
(typename $kind (enum (@witx tag u8) $file $folder))
(typename $entry (record (field $kind $kind))))"},
};

}  // namespace diagnostics::codes
