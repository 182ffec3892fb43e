// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What `lint` finds in definitions that are valid (WL): how severe, unless witxc.json says otherwise. One row each, in the order
// of the ids. What stands behind "Wrong:" is found by a test, what stands behind "Right:" is not.
#pragma once

#include <array>

#include "diagnostics/codes.h"

namespace diagnostics::codes {

inline constexpr std::array lint{
    CodeInfo{Code::lint_name, "WL0101", Severity::warning, "a name in another style",
             R"(Names are written in lower case, their words joined by single underscores.
Generators make from them what is customary in their languages, which goes
wrong where the words cannot be told apart.)",
             R"((typename $fileSize u64))", R"((typename $file_size u64))"},
    CodeInfo{Code::lint_undocumented, "WL0201", Severity::warning, "a type or a function without docs",
             R"(Generated code shows these docs to its users, who have no other.)", R"((typename $size u32))",
             R"(;;; A number of bytes in memory.
(typename $size u32))"},
    CodeInfo{Code::lint_undocumented_member, "WL0202", Severity::note, "a member without docs",
             R"(A field, a case, a flag or a value. Many speak for themselves, so that this is
only noted.)",
             R"(;;; Which way to go.
(typename $way (enum (@witx tag u8) $left $right)))",
             R"(;;; Which way to go.
(typename $way (enum (@witx tag u8)
  ;;; Against the clock.
  $left
  ;;; With the clock.
  $right)))"},
    CodeInfo{Code::lint_lost_docs, "WL0203", Severity::warning, "docs that are written as a plain comment",
             R"(Docs begin with three semicolons. A comment with two, on the lines right
before an item without docs, reaches nobody but readers of this file. --fix
adds the third.)",
             R"((typename $count u32)
;; A number of bytes in memory.
(typename $size u32))",
             R"((typename $count u32)
;;; A number of bytes in memory.
(typename $size u32))"},
    CodeInfo{Code::lint_unused_type, "WL0301", Severity::note, "a type that no function uses",
             R"(No function takes or returns it, not even as a part of something else. It may
be left over, or the function that was to use it uses another; or its values
travel inside of plain bytes, for which nobody can see it.)",
             R"((typename $size u32)
(typename $sise u32)
(module $m (@interface func (export "f") (param $n $size))))",
             R"((typename $size u32)
(module $m (@interface func (export "f") (param $n $size))))"},
    CodeInfo{Code::lint_no_success, "WL0401", Severity::warning, "an error without a value for success",
             R"(The core result of a function that can fail is 0 when it did not. An enum that
serves as its error has to keep the value 0 for that; a case of another
meaning there can never be returned.)",
             R"((typename $errno (enum (@witx tag u16) $bad_file $no_memory))
(module $m (@interface func (export "f")
  (result $error (expected (error $errno))))))",
             R"((typename $errno (enum (@witx tag u16) $success $bad_file $no_memory))
(module $m (@interface func (export "f")
  (result $error (expected (error $errno))))))"},
    CodeInfo{Code::lint_padding, "WL0402", Severity::note, "padding that another order would save",
             R"(Between a small field and a large one behind it lie bytes that nobody uses.
Fields in the order of their alignment, the strictest first, need fewer. To
reorder them breaks binaries, so this is for types that are not yet in use.)",
             R"((typename $t (record (field $kind u8) (field $time u64) (field $zone u8))))",
             R"((typename $t (record (field $time u64) (field $kind u8) (field $zone u8))))"},
    CodeInfo{Code::lint_pointer, "WL0403", Severity::note, "a pointer and a length instead of a list",
             R"(A list carries its length with it and lowers to the same two core values;
generated code can then take one argument that is checked as a whole.)",
             R"((module $m (@interface func (export "f")
  (param $buf (@witx const_pointer u8)) (param $buf_len (@witx usize)))))",
             R"((module $m (@interface func (export "f") (param $buf (list u8)))))"},
    CodeInfo{Code::lint_flags_full, "WL0404", Severity::note, "flags that are nearly full",
             R"(At most an eighth of the bits is left. The flag that no longer fits will make
the representation wider, and that breaks every binary.)",
             R"((typename $mode (flags (@witx repr u8) $a $b $c $d $e $f $g)))",
             R"((typename $mode (flags (@witx repr u16) $a $b $c $d $e $f $g)))"},
    CodeInfo{Code::lint_old_spelling, "WL0501", Severity::note, "a spelling of an older dialect",
             R"(The definitions are read as they were meant, whatever their age. The released
reader of today (witx 0.9) refuses this spelling, and so do the generators
that are built on it. Each spelling is noted once, where it is met first.)",
             R"((typename $way (enum u8 $left $right)))", R"((typename $way (enum (@witx tag u8) $left $right)))"},
};

}  // namespace diagnostics::codes
