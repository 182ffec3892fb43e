// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What differs between two documents, in an order that follows them: modules and functions first, then types, then constants.
// Owns its strings; the spans refer to the Sources from which the two models were made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diff/rules.h"
#include "support/source.h"

namespace diff {

// Of one thing, what the old and the new document have.
template <typename T>
struct Two {
  T before;
  T after;
};

// What stood, or stands, at the place of a change.
struct Side {
  // Without a source where this side has nothing.
  support::Span span;
  // "u32", "(i32, i32) -> i32", "bit 3": as much as tells this change from others at the same place. Empty where this side has
  // nothing.
  std::string shape;
  // What is exchanged there, as a digest; part of the fingerprint where a shape does not say all. Else empty.
  std::string exchanged = {};
};

struct Move {
  std::string name;
  Two<std::uint64_t> offset;
};

// The layout of a definition that a change alters: that in which it happened, or one that holds such a one by value.
struct Effect {
  std::string path;
  Two<std::uint64_t> size;
  Two<std::uint64_t> align;
  // Those of its members that both sides have at different offsets.
  std::vector<Move> moves;
};

struct Change {
  Rule rule = Rule::docs_changed;
  // "filestat.nlink", "fd_read(iovs)", "path_open.result.ok"; "[]" is a list's element, "*" what a pointer points to.
  std::string path;
  // What happened, as it reads behind the path: "has the value 1 instead of 0".
  std::string text;
  Two<Side> sides;
  Verdicts verdicts;
  std::vector<Effect> effects;
  // The functions that carry the type: where the change can be felt. Of a change in a function, none.
  std::vector<std::string> functions;
  // 16 hexadecimal digits, made from the rule, the path and the shapes: the same wherever the change stands in its file.
  std::string fingerprint;
};

using Changes = std::vector<Change>;

}  // namespace diff
