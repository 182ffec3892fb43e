// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/base/literals.h"

namespace backend {

namespace {

std::string escaped(std::string_view text, bool trigraphs) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (trigraphs && c == '?' && out.ends_with('?')) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string escape_literal(std::string_view text) { return escaped(text, false); }
std::string escape_c_literal(std::string_view text) { return escaped(text, true); }

std::string wrap_items(const std::vector<std::string>& items, std::size_t begin, std::size_t suffix, std::size_t indent,
                       std::size_t columns) {
  std::string flat;
  for (const std::string& item : items) {
    if (!flat.empty()) flat += ", ";
    flat += item;
  }
  if (begin + flat.size() + suffix <= columns) return flat;
  std::string out;
  std::size_t used = columns;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool last = i + 1 == items.size();
    const std::size_t size = items[i].size() + (last ? suffix : 1);
    if (used + 1 + size > columns) {
      out += '\n';
      out.append(indent, ' ');
      used = indent;
    } else {
      out += ' ';
      ++used;
    }
    out += items[i];
    if (!last) out += ',';
    used += size;
  }
  return out;
}

}  // namespace backend
