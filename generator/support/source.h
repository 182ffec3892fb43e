// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/table.h"

namespace support {

// One text that the tool has read, under the name by which messages call it.
struct Source {
  std::string name;
  std::string text;
};

using SourceId = Id<Source>;

// A half-open range of bytes [begin, end) in one source. An empty span marks a place between two bytes; a span without a
// source marks no place at all.
struct Span {
  SourceId source;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend constexpr bool operator==(const Span&, const Span&) = default;
};

// A place as people count: both from 1. A column is a code point; a tab is one column.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// Owns every text of a run, at addresses that stay: views into a text live as long as the Sources. Texts are at most 4 GiB - 1
// bytes; the reader of files refuses larger ones.
class Sources {
 public:
  // A text that was added under this name before is the same source.
  SourceId add(std::string name, std::string text);

  [[nodiscard]] const std::string& name(SourceId id) const { return at(id).source.name; }
  [[nodiscard]] std::string_view text(SourceId id) const { return at(id).source.text; }
  [[nodiscard]] std::string_view text(Span span) const;
  [[nodiscard]] std::size_t size() const { return sources_.size(); }

  // `offset` may be anything up to the text's size; beyond that it is taken as the end.
  [[nodiscard]] Position position(SourceId id, std::uint32_t offset) const;
  // The line's text without its line ending; lines count from 1.
  [[nodiscard]] std::string_view line(SourceId id, std::uint32_t line) const;

 private:
  struct Entry {
    Source source;
    // Offsets at which lines begin, made at the first question about a place: most runs never ask.
    mutable std::vector<std::uint32_t> line_starts;
  };

  [[nodiscard]] const Entry& at(SourceId id) const { return sources_[id.index()]; }
  static const std::vector<std::uint32_t>& line_starts(const Entry& entry);

  std::deque<Entry> sources_;
  // The last one of each name.
  std::map<std::string, SourceId> by_name_;
};

}  // namespace support
