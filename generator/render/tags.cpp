// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "render/tags.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace render {
namespace {

using support::Code;

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::optional<Tag::Kind> kind_of(char sigil) {
  switch (sigil) {
    case '#': return Tag::Kind::section;
    case '^': return Tag::Kind::inverted;
    case '/': return Tag::Kind::end;
    case '>': return Tag::Kind::partial;
    default: return std::nullopt;
  }
}

// One tag from what stands between its delimiters; nothing, and a report, if it is none of ours.
std::optional<Tag> read_tag(std::string_view inside, support::Span span, support::Diagnostics& diagnostics) {
  Tag tag{.kind = Tag::Kind::variable, .name = {}, .span = span};
  std::string_view name = trim(inside);
  if (name.empty()) {
    diagnostics.report(Code::template_error, span, "a tag without a name");
    return std::nullopt;
  }
  if (name[0] == '!' || name[0] == '=' || name[0] == '&') {
    diagnostics
        .report(Code::template_error, span,
                fmt::format("tags that begin with '{}' are not used in these templates", name[0]))
        .with_help("values are never escaped, delimiters never change, and a comment would leave an empty line");
    return std::nullopt;
  }
  if (const std::optional<Tag::Kind> kind = kind_of(name[0])) {
    tag.kind = *kind;
    name = trim(name.substr(1));
  }
  tag.name = std::string(name);
  return tag;
}

void match_sections(const std::vector<Tag>& tags, support::Diagnostics& diagnostics) {
  std::vector<const Tag*> open;
  for (const Tag& tag : tags) {
    if (tag.kind == Tag::Kind::section || tag.kind == Tag::Kind::inverted) open.push_back(&tag);
    if (tag.kind != Tag::Kind::end) continue;
    if (open.empty()) {
      diagnostics.report(Code::template_error, tag.span, fmt::format("no section '{}' is open here", tag.name));
      return;
    }
    if (open.back()->name != tag.name) {
      diagnostics
          .report(Code::template_error, tag.span,
                  fmt::format("section '{}' ends inside section '{}'", tag.name, open.back()->name))
          .also(open.back()->span, "opened here");
      return;
    }
    open.pop_back();
  }
  for (const Tag* tag : open) {
    diagnostics.report(Code::template_error, tag->span, fmt::format("section '{}' is never closed", tag->name));
  }
}

}  // namespace

std::vector<Tag> scan_tags(const support::Sources& sources, support::SourceId source,
                           support::Diagnostics& diagnostics) {
  const auto end = static_cast<std::uint32_t>(sources.text(source).size());
  return scan_tags(sources, support::Span{.source = source, .begin = 0, .end = end}, diagnostics);
}

std::vector<Tag> scan_tags(const support::Sources& sources, support::Span part, support::Diagnostics& diagnostics) {
  std::vector<Tag> tags;
  const std::string_view text = sources.text(part.source).substr(0, part.end);
  // Both mean something to mustache.cpp.
  if (const std::size_t bad = text.find_first_of("\x01\x02", part.begin); bad != std::string_view::npos) {
    const auto place = static_cast<std::uint32_t>(bad);
    diagnostics.report(Code::template_error, {.source = part.source, .begin = place, .end = place + 1},
                       fmt::format("a control character (U+{:04X})", static_cast<unsigned>(text[bad])));
    return tags;
  }
  std::size_t at = part.begin;
  while (true) {
    const std::size_t begin = text.find(tag_open, at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = text.find(tag_close, begin + tag_open.size());
    support::Span span{.source = part.source,
                       .begin = static_cast<std::uint32_t>(begin),
                       .end = static_cast<std::uint32_t>(begin + tag_open.size())};
    if (end == std::string_view::npos) {
      diagnostics.report(Code::template_error, span, fmt::format("a tag that '{}' does not end", tag_close));
      return tags;
    }
    span.end = static_cast<std::uint32_t>(end + tag_close.size());
    const std::string_view inside = text.substr(begin + tag_open.size(), end - begin - tag_open.size());
    if (std::optional<Tag> tag = read_tag(inside, span, diagnostics)) tags.push_back(*std::move(tag));
    at = span.end;
  }
  match_sections(tags, diagnostics);
  return tags;
}

}  // namespace render
