// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/source.h"

#include <algorithm>
#include <utility>

#include "support/utf8.h"

namespace support {

SourceId Sources::add(std::string name, std::string text) {
  const auto known = by_name_.find(name);
  if (known != by_name_.end() && this->text(known->second) == text) return known->second;
  by_name_.insert_or_assign(name, SourceId(sources_.size()));
  sources_.push_back(Entry{.source = {.name = std::move(name), .text = std::move(text)}, .line_starts = {}});
  return SourceId(sources_.size() - 1);
}

std::string_view Sources::text(Span span) const { return text(span.source).substr(span.begin, span.end - span.begin); }

const std::vector<std::uint32_t>& Sources::line_starts(const Entry& entry) {
  if (entry.line_starts.empty()) {
    entry.line_starts.push_back(0);
    const std::string_view text = entry.source.text;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
      entry.line_starts.push_back(static_cast<std::uint32_t>(at + 1));
    }
  }
  return entry.line_starts;
}

Position Sources::position(SourceId id, std::uint32_t offset) const {
  const Entry& entry = at(id);
  const std::vector<std::uint32_t>& starts = line_starts(entry);
  const std::string_view text = entry.source.text;
  offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  const std::uint32_t start = *(after - 1);
  return {.line = static_cast<std::uint32_t>(after - starts.begin()),
          .column = static_cast<std::uint32_t>(utf8_length(text.substr(start, offset - start))) + 1};
}

std::string_view Sources::line(SourceId id, std::uint32_t line) const {
  const Entry& entry = at(id);
  const std::vector<std::uint32_t>& starts = line_starts(entry);
  if (line == 0 || line > starts.size()) return {};
  const std::string_view text = entry.source.text;
  const std::size_t begin = starts[line - 1];
  const std::size_t end = line < starts.size() ? starts[line] - 1 : text.size();
  std::string_view result = text.substr(begin, end - begin);
  if (result.ends_with('\r')) result.remove_suffix(1);
  return result;
}

}  // namespace support
