// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/columns.h"

#include <algorithm>
#include <cstddef>

#include "support/utf8.h"

namespace report {
namespace {

std::string line(const std::vector<Column>& titles, const std::vector<std::size_t>& widths,
                 const std::vector<std::string>& cells) {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string gap(widths[i] - support::display_width(cells[i]), ' ');
    text += "  ";
    text += titles[i].right ? gap + cells[i] : cells[i] + gap;
  }
  text.erase(text.find_last_not_of(' ') + 1);
  return text + "\n";
}

}  // namespace

std::string columns(const std::vector<Column>& titles, const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty()) return {};
  std::vector<std::string> head;
  std::vector<std::size_t> widths;
  for (const Column& column : titles) {
    head.push_back(column.title);
    widths.push_back(support::display_width(column.title));
  }
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], support::display_width(row[i]));
  }
  std::string text = line(titles, widths, head);
  for (const auto& row : rows) text += line(titles, widths, row);
  return text;
}

}  // namespace report
