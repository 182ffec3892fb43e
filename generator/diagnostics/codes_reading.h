// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages about files, characters and parentheses. One row each, in the order of the ids. What stands behind
// "Wrong:" and "Right:" is run by a test.
#pragma once

#include <array>

#include "diagnostics/codes.h"

namespace diagnostics::codes {

inline constexpr std::array reading{
    CodeInfo{Code::unreadable_file, "WX0001", Severity::error, "a file cannot be read",
             R"(The file does not exist, or this user may not read it. The message gives the
reason that the system gives. Nothing was checked.

Look at the spelling of the path, and at the folder in which the command was
started: relative paths begin there.)"},
    CodeInfo{Code::not_a_file, "WX0002", Severity::error, "a folder stands where a file is needed",
             R"(A path leads to a folder. Commands take files, each of which is a document.

Name the file: one that uses the others is enough, because they are read with
it.)"},
    CodeInfo{Code::not_utf8, "WX0003", Severity::error, "a file is not UTF-8",
             R"(Definitions are text in UTF-8, and the message points at the first byte that
is not. Such a file was mostly saved in another encoding (UTF-16, Latin-1), or
is not text.

Save the file as UTF-8, or convert it:

    iconv -f LATIN1 -t UTF-8 old.witx > new.witx)"},
    CodeInfo{Code::file_too_large, "WX0004", Severity::error, "a file is too large",
             R"(Places in a text are counted in 32 bits, so a file may have 4 GiB less one
byte. No definition that a person wrote comes near that: is the path right?)"},
    CodeInfo{Code::nul_byte, "WX0005", Severity::error, "a NUL byte in the text",
             R"(A text holds no byte of value 0. One that does is mostly a binary file, or a
text in UTF-16. Nothing else in the file was looked at.

Save the file as UTF-8, or name another one.)"},
    CodeInfo{Code::wit_language, "WX0006", Severity::error, "the file is written in WIT, not witx",
             R"(Two languages share the suffix. witx describes the first previews of WASI and
is written in parentheses; WIT belongs to the component model and looks like
this:

    interface clocks { now: func() -> u64 }

This tool reads witx only. For WIT, use the tools of the component model.)"},
    CodeInfo{Code::not_wasm, "WX0007", Severity::error, "a file is not a WebAssembly module",
             R"('witxc imports' reads modules in the binary format, version 1. The message
tells at which byte the file stops being one. A component, a text in the wat
format and an archive have to be turned into a module first.)"},
    CodeInfo{Code::nothing_defined, "WX0008", Severity::error, "a document defines nothing",
             R"(The file can be read, but neither it nor any file that it uses defines a type,
a constant, a resource or a module: it is empty, or has only comments in it.
Often a file was cut off, or the path is not the one that was meant.

There is no mistake in such a text, so 'witxc validate' only warns of it. No
other command has an answer to give, and "no difference" or "no finding" would
read as one.)"},
    CodeInfo{Code::nothing_understood, "WX0009", Severity::error, "nothing in a text is understood",
             R"('witxc audit' compares names in code with names in definitions, and found none
in these files that it can compare. Check that these are the files you
meant. If the suffix does not tell the language, say it with --lang EXTENSION;
if the files have names of their own, say what they mean with --map NAME=ITEM.)"},
    CodeInfo{Code::unexpected_character, "WX0011", Severity::error, "a character that begins no token",
             R"(Outside of strings and comments a text is made of parentheses, strings, names
and words. Commas, semicolons, brackets and braces belong to none of them, and
letters beyond ASCII only to strings and comments.)",
             R"(
(typename $point (tuple u32, u32)) // a point)",
             R"(
(typename $point (tuple u32 u32)) ;; a point)"},
    CodeInfo{Code::unterminated_string, "WX0012", Severity::error, "a string without its closing quote",
             R"(A string ends on the line on which it begins.)",
             R"(
(module $m (@interface func (export "now))))",
             R"(
(module $m (@interface func (export "now"))))"},
    CodeInfo{Code::unterminated_comment, "WX0013", Severity::error, "a block comment without its end",
             R"(A comment that begins with '(;' ends with ';)'. Such comments nest: each '(;'
inside needs a ';)' of its own. The rest of the file is part of the comment
and was not read.)",
             R"(
(; times (; and clocks ;)
(typename $time u64))",
             R"(
(; times (; and clocks ;) ;)
(typename $time u64))"},
    CodeInfo{Code::bad_escape, "WX0014", Severity::error, "an unknown escape in a string",
             R"(After a backslash a string knows the letters t, n and r, both quotes and the
backslash itself, two hexadecimal digits, which stand for a byte, and u{...},
which stands for a character.)",
             R"(
(module $m (@interface func (export "a\qb"))))",
             R"(
(module $m (@interface func (export "a\\qb"))))"},
    CodeInfo{Code::control_in_string, "WX0015", Severity::error, "a control character in a string",
             R"(A string holds no raw control character, not even a tab, because a reader
could not see it. Write an escape: \t for a tab, \1b for the byte 0x1b.

The names of imports and functions hold none even as an escape, nor anything
else that cannot be seen or is not UTF-8: no language could spell them.)",
             R"(
(module $m
  (@interface func (export "read\n"))))",
             R"(
(module $m
  (@interface func (export "read"))))"},
    CodeInfo{Code::unclosed_form, "WX0021", Severity::error, "a parenthesis that is never closed",
             R"(The message points at the opening parenthesis whose partner is missing. Which
one it is, is guessed from the indentation where the text has any: a form that
begins no further right than an open one is taken for its neighbour.)",
             R"(
(typename $size u32
(typename $time u64))",
             R"(
(typename $size u32)
(typename $time u64))"},
    CodeInfo{Code::unmatched_parenthesis, "WX0022", Severity::error, "a parenthesis that closes nothing",
             R"(There is one closing parenthesis too many. It need not be the one at which the
message points: often a form above it was closed too early, and the label
shows where the last one ended.)",
             R"(
(typename $size u32)))",
             R"(
(typename $size u32))"},
    CodeInfo{Code::nesting_too_deep, "WX0023", Severity::error, "forms, types or files nest too deeply",
             R"(Forms may nest 1,000 deep; so may types, counted through their names; and so
long may be a chain of files that use each other. What people write stays
below ten: a text that exceeds the limit was made by a program. A file that
nests too deeply is not read any further.)"},
};

}  // namespace diagnostics::codes
