// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "render/tags.h"

#include <fmt/format.h>

#include <optional>

namespace render {
namespace {

using diagnostics::Code;

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

// Whether a tag is one of ours; a report, if not.
bool is_allowed(std::string_view inside, support::Span span, diagnostics::Sink& diagnostics) {
  const std::string_view text = trim(inside);
  if (text.empty()) {
    diagnostics.report(Code::template_error, span, "a tag without a name");
    return false;
  }
  if (text[0] != '!' && text[0] != '=' && text[0] != '&') return true;
  diagnostics
      .report(Code::template_error, span,
              fmt::format("tags that begin with '{}' are not used in these templates", text[0]))
      .with_help("values are never escaped, delimiters never change, and a comment would leave an empty line");
  return false;
}

void match_sections(const std::vector<Tag>& tags, diagnostics::Sink& diagnostics) {
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

Delimited next_tag(std::string_view text, std::size_t at) {
  const std::size_t begin = text.find(tag_open, at);
  if (begin == std::string_view::npos) return {.begin = begin, .end = begin};
  const std::size_t inside = begin + tag_open.size();
  const std::size_t end = text.find(tag_close, inside);
  if (end == std::string_view::npos) return {.begin = begin, .end = end};
  return {.begin = begin, .end = end + tag_close.size(), .inside = text.substr(inside, end - inside)};
}

TagName name_in(std::string_view inside) {
  const std::string_view text = trim(inside);
  const std::optional<Tag::Kind> kind = text.empty() ? std::nullopt : kind_of(text[0]);
  if (!kind) return {.kind = Tag::Kind::variable, .name = text};
  return {.kind = *kind, .name = trim(text.substr(1))};
}

std::vector<Tag> scan_tags(const support::Sources& sources, support::SourceId source, diagnostics::Sink& diagnostics) {
  const auto end = static_cast<std::uint32_t>(sources.text(source).size());
  return scan_tags(sources, support::Span{.source = source, .begin = 0, .end = end}, diagnostics);
}

std::vector<Tag> scan_tags(const support::Sources& sources, support::Span part, diagnostics::Sink& diagnostics) {
  std::vector<Tag> tags;
  const std::string_view text = sources.text(part.source).substr(0, part.end);
  constexpr std::size_t none = std::string_view::npos;
  for (Delimited found = next_tag(text, part.begin); found.begin != none; found = next_tag(text, found.end)) {
    const bool closed = found.end != none;
    const support::Span span{.source = part.source,
                             .begin = static_cast<std::uint32_t>(found.begin),
                             .end = static_cast<std::uint32_t>(closed ? found.end : found.begin + tag_open.size())};
    if (!closed) {
      diagnostics.report(Code::template_error, span, fmt::format("a tag that '{}' does not end", tag_close));
      return tags;
    }
    if (!is_allowed(found.inside, span, diagnostics)) continue;
    const TagName read = name_in(found.inside);
    tags.push_back({.kind = read.kind, .name = std::string(read.name), .span = span});
  }
  match_sections(tags, diagnostics);
  return tags;
}

}  // namespace render
