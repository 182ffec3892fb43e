// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "view/parts.h"
#include "view/text.h"

namespace view {
namespace {

// Where the packed texts of a table begin in the template.
constexpr std::size_t table_indent = 10;

// Texts as string literals that each end with a zero, as many a line as fit.
std::string packed(const Context& context, const std::vector<std::string>& texts) {
  const std::size_t columns = context.options.columns;
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
      put("\"" + escape_literal(text.substr(0, space + 1)) + "\"");
      text.erase(0, space + 1);
    }
    put("\"" + escape_literal(text) + "\\0\"");
  }
  return out.empty() ? "\"\"" : out;
}

}  // namespace

std::string names_table(const Context& context, const std::vector<model::Value>& values) {
  if (!context.options.names) return "nullptr";
  std::vector<std::string> texts;
  for (const model::Value& value : values) texts.push_back(value.name);
  return packed(context, texts);
}

std::string messages_table(const Context& context, const std::vector<model::Value>& values) {
  if (!context.options.messages) return "nullptr";
  std::vector<std::string> texts;
  for (const model::Value& value : values) texts.push_back(first_sentence(value.docs));
  return packed(context, texts);
}

std::string values_packed(const Context& context, const nlohmann::json& values, const char* number,
                          const std::string& first) {
  constexpr std::size_t indent = 2;
  std::vector<std::string> items;
  if (!first.empty()) items.push_back(first);
  for (const nlohmann::json& value : values) {
    items.push_back(fmt::format("{} = {}", value["value_name"].get<std::string>(), value[number].get<std::string>()));
  }
  // Begins on a line of its own, and a comma follows.
  const std::string lines = wrap_items(items, indent, 1, indent, context.options.columns);
  return lines.empty() ? lines : lines.substr(lines.front() == '\n' ? indent + 1 : 0) + ",";
}

}  // namespace view
