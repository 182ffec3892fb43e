// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/cpp/tables.h"

#include "backend/base/literals.h"

namespace backend::cpp {
namespace {

// Where the packed texts of a table begin in the template.
constexpr std::size_t table_indent = 10;

}  // namespace

std::string packed_texts(const std::vector<std::string>& texts, bool wanted, std::size_t columns) {
  if (!wanted) return "nullptr";
  std::string out;
  std::size_t used = table_indent;
  const auto put = [&](const std::string& literal) {
    if (out.empty()) {
    } else if (used + 1 + literal.size() + 2 > columns) {
      out += "\n" + std::string(table_indent, ' ');
      used = table_indent;
    } else {
      out += ' ';
      ++used;
    }
    out += literal;
    used += literal.size();
  };
  for (std::string text : texts) {
    while (text.size() + table_indent + 6 > columns) {
      const std::size_t space = text.rfind(' ', columns - table_indent - 6);
      if (space == std::string::npos || space == 0) break;
      put("\"" + escape_c_literal(text.substr(0, space + 1)) + "\"");
      text.erase(0, space + 1);
    }
    put("\"" + escape_c_literal(text) + "\\0\"");
  }
  return out.empty() ? "\"\"" : out;
}

std::string packed_enumerators(const std::vector<std::string>& enumerators, std::size_t columns) {
  constexpr std::size_t indent = 2;
  // Begins on a line of its own, and a comma follows.
  const std::string lines = wrap_items(enumerators, indent, 1, indent, columns);
  return lines.empty() ? lines : lines.substr(lines.front() == '\n' ? indent + 1 : 0) + ",";
}

}  // namespace backend::cpp
