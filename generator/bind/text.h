// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Documentation as text that any comment can hold: joined, wrapped, and harmless. Knows no language's comment syntax, except
// what must not occur in the text of any of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bind {

// Paragraphs and list items re-wrapped to at most `width` columns (a longer word keeps its own line); fenced blocks kept as
// they are; an empty line between paragraphs, none at either end. No line contains "*/", ends with a backslash, or contains
// a control, bidirectional or zero-width character. Never fails: bytes that are not UTF-8 become '?'.
[[nodiscard]] std::vector<std::string> wrap_docs(std::string_view docs, std::size_t width);

// The text of one line: control and bidirectional characters removed or replaced, "*/" parted, the final backslash gone.
[[nodiscard]] std::string harmless(std::string_view text);

// What the first sentence of `docs` says, on one line, without its period; empty when there are no docs. A period ends a
// sentence before a space and a letter that is not lower-case, or at the end of a paragraph.
[[nodiscard]] std::string first_sentence(std::string_view docs);

}  // namespace bind
