// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The tags of one template and where they stand. The Mustache library gives no places; this does, for every message.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "support/source.h"

namespace render {

// The delimiters of every template. Braces would collide with most languages that are generated.
constexpr std::string_view tag_open = "<%";
constexpr std::string_view tag_close = "%>";

struct Tag {
  enum class Kind { variable, section, inverted, end, partial };
  Kind kind = Kind::variable;
  std::string name;
  // Of the whole tag, with its delimiters.
  support::Span span;
};

// A tag as it stands in a text: [begin, end) with its delimiters.
struct Delimited {
  std::size_t begin = 0;
  // npos: it is not closed.
  std::size_t end = 0;
  std::string_view inside = {};
};

// The first tag that begins at `at` or later; its `begin` is npos where there is none.
[[nodiscard]] Delimited next_tag(std::string_view text, std::size_t at);

// What a tag says, from what stands inside it. Both without blanks around them.
struct TagName {
  Tag::Kind kind = Tag::Kind::variable;
  std::string_view name;
};
[[nodiscard]] TagName name_in(std::string_view inside);

// Reports tags without an end, sections that do not match, and what Mustache knows but these templates may not contain
// (comments, other delimiters).
[[nodiscard]] std::vector<Tag> scan_tags(const support::Sources& sources, support::SourceId source,
                                         diagnostics::Sink& diagnostics);
// The same of a part of a text.
[[nodiscard]] std::vector<Tag> scan_tags(const support::Sources& sources, support::Span part,
                                         diagnostics::Sink& diagnostics);

}  // namespace render
