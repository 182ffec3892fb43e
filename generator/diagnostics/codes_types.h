// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages about what types mean. One row each, in the order of the ids. What stands behind
// "Wrong:" and "Right:" is run by a test.
#pragma once

#include <array>

#include "diagnostics/codes.h"

namespace diagnostics::codes {

inline constexpr std::array types{
    CodeInfo{Code::empty_type, "WX0201", Severity::warning, "a type without members",
             R"(An enum without cases has no value, and a record without fields no bytes. Both
are read, and are hardly what was meant.)",
             R"(
(typename $marker (record)))",
             R"(
(typename $marker (record (field $version u32))))"},
    CodeInfo{Code::too_many_flags, "WX0202", Severity::error, "more flags than bits",
             R"(Each flag is a bit of the integer that represents the set, in order from bit
0. Those beyond its width have none. Take a wider representation.)",
             R"(
(typename $f (flags (@witx repr u8) $a $b $c $d $e $f $g $h $i)))",
             R"(
(typename $f (flags (@witx repr u16) $a $b $c $d $e $f $g $h $i)))"},
    CodeInfo{Code::too_many_cases, "WX0203", Severity::error, "more cases than the tag can tell apart",
             R"(The cases of an enum, a union or a variant are counted from 0 in the integer
that represents the tag: u8 counts 256 of them, u16 counts 65,536. Take a
wider representation.)"},
    CodeInfo{Code::value_out_of_range, "WX0204", Severity::error, "a value that the representation cannot hold",
             R"(A constant of an int is larger than the integer that represents it can be.)",
             R"(
(typename $level (int u8 (const $all 256))))",
             R"(
(typename $level (int u16 (const $all 256))))"},
    CodeInfo{Code::duplicate_value, "WX0205", Severity::warning, "two constants of one value",
             R"(Two names of an int stand for the same value. That may be meant, as a second
name for old programs; whoever goes from the value to a name gets the first.)",
             R"(
(typename $level (int u8 (const $none 0) (const $off 0))))",
             R"(
(typename $level (int u8 (const $none 0) (const $on 1))))"},
    CodeInfo{Code::no_cases, "WX0206", Severity::error, "a variant or a union without cases",
             R"(A value is one of the cases, so there is no value of such a type. The older
dialects read it all the same, with a warning (WX0201); those with resources
and with everything inside one module refuse it.)",
             R"(
(module $m
  (typename $nothing (variant))
  (export "f" (func))))",
             R"(
(module $m
  (typename $something (variant (case $a)))
  (export "f" (func))))"},
    CodeInfo{Code::type_too_large, "WX0207", Severity::error, "a type that no memory can hold",
             R"(An address of 32 bits reaches 4 GiB, so no value takes as much: neither a
variable nor a parameter of the type could exist. In memories of 64 bits
(--wasm64) compilers lay out less than 2 EiB. Records of records grow fast:
each level multiplies. The message is about the smallest type that is too
large; what holds it is too large as well.

Keep in the record what is always there, and pass the rest as a list, which
takes 8 bytes however many elements it has.)"},
    CodeInfo{Code::tag_not_enum, "WX0211", Severity::error, "a tag that is not an enum",
             R"(The tag of a union or a variant tells which member is meant: it is the name of
an enum, whose cases name the members, or u8, u16, u32 or u64. In the older
dialects, '(union $tag (field ...))', it is an enum.)",
             R"(
(typename $file (handle))
(typename $any (union (@witx tag $file) u32 u64)))",
             R"(
(typename $kind (enum (@witx tag u8) $small $large))
(typename $any (union (@witx tag $kind) u32 u64)))"},
    CodeInfo{Code::tag_with_payload, "WX0212", Severity::error, "a tag that carries payloads",
             R"(A variant whose cases carry nothing can be the tag of another one. One that
carries something cannot: a tag is an integer.)",
             R"(
(typename $t (variant (case $a u8) (case $b)))
(typename $u (union (@witx tag $t) u8 u16)))",
             R"(
(typename $t (variant (case $a) (case $b)))
(typename $u (union (@witx tag $t) u8 u16)))"},
    CodeInfo{Code::tag_size_mismatch, "WX0213", Severity::error, "members and tag differ in number",
             R"(Each case of the tag has exactly one member: a union's first member belongs to
the first case, and so on. A case that carries nothing is written '(empty
$name)' in the older unions and '(case $name)' in a variant.)",
             R"(
(typename $kind (enum (@witx tag u8) $none $small $large))
(typename $any (union (@witx tag $kind) u32 u64)))",
             R"(
(typename $kind (enum (@witx tag u8) $none $small $large))
(typename $any (variant (@witx tag $kind)
  (case $none) (case $small u32) (case $large u64))))"},
    CodeInfo{Code::tag_case_unknown, "WX0214", Severity::error, "a member that the tag does not have",
             R"(The members of a variant with a named tag bear the names of the tag's cases,
in any order.)",
             R"(
(typename $kind (enum (@witx tag u8) $small $large))
(typename $any (variant (@witx tag $kind)
  (case $small u32) (case $big u64))))",
             R"(
(typename $kind (enum (@witx tag u8) $small $large))
(typename $any (variant (@witx tag $kind)
  (case $small u32) (case $large u64))))"},
    CodeInfo{Code::tag_case_repeated, "WX0215", Severity::error, "a tag's case is used twice",
             R"(Two members stand for the same case of the tag, so nobody could tell which of
them is meant.)",
             R"(
(typename $kind (enum u8 $small $large))
(typename $any (union $kind (field $small u32) (field $small u64))))",
             R"(
(typename $kind (enum u8 $small $large))
(typename $any (union $kind (field $small u32) (field $large u64))))"},
    CodeInfo{Code::buffer_returned, "WX0221", Severity::error, "a buffer that the callee would have to return",
             R"('(in-buffer ...)' and '(out-buffer ...)' lend memory of the caller for one
call. They may stand anywhere inside a parameter: in records, tuples, lists,
options and variants too. The callee has none to give back, so a result holds
none, and neither do the elements of an out-buffer, which are results.)",
             R"(
(module $m
  (export "read" (func (result $bytes (out-buffer u8))))))",
             R"(
(module $m
  (export "read" (func (param $bytes (out-buffer u8)) (result $n u32)))))"},
    CodeInfo{Code::pointer_in_flat_function, "WX0222", Severity::error, "a pointer in a function without memory",
             R"(The two sides of a function written '(export "f" (func ...))' do not share a
memory: an address of one means nothing to the other. Pointers, usize, char8
and unions without a tag cannot be passed.)",
             R"(
(module $m
  (export "f" (func (param $at (@witx pointer u8))))))",
             R"(
(module $m
  (export "f" (func (param $bytes (list u8))))))"},
};

}  // namespace diagnostics::codes
