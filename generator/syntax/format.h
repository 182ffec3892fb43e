// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A witx text in canonical layout: the tokens and comments of the original, in their order, with other blanks between them.
// Nothing is parsed beyond parentheses, so that drafts and unknown forms are laid out as well, and what is meant cannot change.
//
// The layout is that of the published definitions. Two blanks of indentation; one item, member, case, field or parameter a line;
// a form on one line where it has no members and fits 100 columns, else its closing parenthesis on a line of its own; at most one
// empty line between two items, and none at the ends of a form. A comment at the end of a line stays at the end of that line, any
// other keeps a line to itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "diagnostics/diagnostics.h"
#include "support/source.h"
#include "syntax/tree.h"

namespace syntax {

inline constexpr std::size_t format_width = 100;

// `tree` must have been read without errors. Formatting the result again gives the same text.
[[nodiscard]] std::string format(const Tree& tree);

// Reads and formats one source. Nothing, and the reasons reported, where bytes are no UTF-8, tokens are wrong or parentheses do
// not pair: then there is no telling what belongs where.
[[nodiscard]] std::optional<std::string> format(const support::Sources& sources, support::SourceId source,
                                                diagnostics::Sink& diagnostics);

}  // namespace syntax
