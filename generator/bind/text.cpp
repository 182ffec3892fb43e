// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "bind/text.h"

#include <algorithm>
#include <utility>

#include "support/utf8.h"

namespace bind {
namespace {

// How many characters of ASCII that need no second look `text` begins with: most texts are nothing else.
std::size_t plain_prefix(std::string_view text) {
  const auto* const end = std::find_if(text.begin(), text.end(),
                                       [](char c) { return static_cast<unsigned char>(c - 0x20) >= 0x7F - 0x20; });
  return static_cast<std::size_t>(end - text.begin());
}

std::string without_bad_characters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t good = support::utf8_error(text);
    std::string_view part = text.substr(0, good);
    text.remove_prefix(part.size());
    while (true) {
      const std::size_t plain = plain_prefix(part);
      out += part.substr(0, plain);
      part.remove_prefix(plain);
      if (part.empty()) break;
      const support::CodePoint next = support::first_code_point(part);
      if (next.scalar == '\t') {
        out += ' ';
      } else if (support::is_visible(next.scalar)) {
        out += part.substr(0, next.bytes);
      }
      part.remove_prefix(next.bytes);
    }
    if (!text.empty()) {
      out += '?';
      text.remove_prefix(1);
    }
  }
  return out;
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

// How many characters a list item's text stands to the right of its marker; 0 when the line begins no item.
std::size_t item_indent(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ")) return 2;
  const std::size_t digits = line.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos || digits > 3) return 0;
  return line.substr(digits).starts_with(". ") ? digits + 2 : 0;
}

// Breaks one paragraph into lines; the second and later ones are indented by `hang`.
void wrap_paragraph(std::string_view text, std::size_t width, std::size_t hang, std::vector<std::string>& lines) {
  std::string line;
  std::size_t columns = 0;
  bool empty = true;
  for (text = trim(text); !text.empty(); text = trim(text)) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    const std::size_t size = support::display_width(word);
    if (!empty && columns + 1 + size > width) {
      lines.push_back(harmless(line));
      line.assign(hang, ' ');
      columns = hang;
      empty = true;
    }
    if (!empty) line += ' ';
    columns += size + (empty ? 0 : 1);
    line += word;
    empty = false;
  }
  if (!empty) lines.push_back(harmless(line));
}

void add_gap(std::vector<std::string>& lines) {
  if (!lines.empty() && !lines.back().empty()) lines.emplace_back();
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string out = without_bad_characters(text);
  for (std::size_t at = out.find("*/"); at != std::string::npos; at = out.find("*/", at)) out.insert(at + 1, 1, ' ');
  for (std::size_t at = out.find("/*"); at != std::string::npos; at = out.find("/*", at)) out.insert(at + 1, 1, ' ');
  const std::size_t end = out.find_last_not_of(" \\");
  // A backslash that ends a line of a comment joins the next line to it, even where spaces follow.
  out.erase(end == std::string::npos ? 0 : end + 1);
  // Read as a backslash by the oldest standards.
  while (out.ends_with("?\?/")) out.pop_back();
  return out;
}

std::vector<std::string> wrap_docs(std::string_view docs, std::size_t width) {
  std::vector<std::string> lines;
  std::string paragraph;
  std::size_t hang = 0;
  bool fenced = false;
  const auto flush = [&] {
    wrap_paragraph(paragraph, width, hang, lines);
    paragraph.clear();
    hang = 0;
  };
  for (const std::string_view raw : split_lines(docs)) {
    const std::string_view line = trim(raw);
    const bool fence = line.starts_with("```");
    if (fence || fenced) {
      flush();
      lines.push_back(harmless(raw));
      if (fence) fenced = !fenced;
      continue;
    }
    if (line.empty()) {
      flush();
      add_gap(lines);
      continue;
    }
    const std::size_t indent = item_indent(line);
    if (indent != 0) {
      flush();
      hang = indent;
    }
    if (!paragraph.empty()) paragraph += ' ';
    paragraph += line;
  }
  flush();
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::string first_sentence(std::string_view docs) {
  std::string paragraph;
  for (const std::string_view raw : split_lines(docs)) {
    const std::string_view line = trim(raw);
    if (line.empty() && !paragraph.empty()) break;
    if (!paragraph.empty()) paragraph += ' ';
    paragraph += line;
  }
  for (std::size_t at = paragraph.find(". "); at != std::string::npos; at = paragraph.find(". ", at + 1)) {
    const char next = paragraph[at + 2];
    if (next >= 'a' && next <= 'z') continue;
    paragraph.erase(at);
    break;
  }
  if (paragraph.ends_with('.')) paragraph.pop_back();
  return without_bad_characters(paragraph);
}

}  // namespace bind
