// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/html/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>

#include "backend/base/prose.h"
#include "bind/text.h"
#include "support/html.h"

namespace backend::html {
namespace {

using support::escaped_html;

// Code and references are marked; everything else is text.
std::string inline_prose(const Page& page, std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t tick = std::min(text.find('`', at), text.size());
    out += escaped_html(text.substr(at, tick - at));
    at = tick;
    if (at == text.size()) break;
    const std::size_t ticks = ticks_at(text, at);
    const std::size_t end = code_end(text, at);
    if (end == at) {
      out += escaped_html(text.substr(at, ticks));
      at += ticks;
      continue;
    }
    const std::string_view code = text.substr(at + ticks, end - at - 2 * ticks);
    const std::size_t colons = code.rfind("::");
    out += link_to(page, code,
                   page.anchors.contains(code) && colons != std::string_view::npos ? code.substr(colons + 2) : code);
    at = end;
  }
  return out;
}

// What begins an item of a list, and which list it is.
struct Item {
  std::string_view list;
  std::size_t marker = 0;
};

Item item_of(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ")) return {.list = "ul", .marker = 2};
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits > 0 && line.substr(digits).starts_with(". ")) return {.list = "ol", .marker = digits + 2};
  return {};
}

}  // namespace

std::string link_to(const Page& page, std::string_view name, std::string_view shown) {
  const auto found = page.anchors.find(name);
  if (found == page.anchors.end()) return fmt::format("<code>{}</code>", escaped_html(shown));
  return fmt::format("<a href=\"#{}\">{}</a>", found->second, escaped_html(shown));
}

std::string html_type(const Page& page, model::TypeId id) {
  return type_in_words(
      page.plan.model, id,
      {.link = [&page](std::string_view name) { return link_to(page, name, name); },
       .code = [](std::string_view code) { return fmt::format("<code>{}</code>", escaped_html(code)); }});
}

std::string links(const std::vector<Link>& all) {
  std::string out;
  for (const Link& link : all)
    out += fmt::format("{}<a href=\"#{}\">{}</a>", out.empty() ? "" : ", ", link.anchor, escaped_html(link.text));
  return out;
}

Lines prose(const Page& page, std::string_view docs) {
  Lines lines;
  std::string_view list;
  std::string code;
  bool fenced = false;
  const auto in_list = [&](std::string_view wanted) {
    if (list == wanted) return;
    if (!list.empty()) lines.push_back(fmt::format("</{}>", list));
    if (!wanted.empty()) lines.push_back(fmt::format("<{}>", wanted));
    list = wanted;
  };
  const auto end_code = [&] {
    lines.push_back(fmt::format("<pre tabindex=\"0\">{}</pre>", code));
    code.clear();
    fenced = false;
  };
  for (const std::string& line : bind::wrap_docs(bind::shown_docs(page.plan.options, docs), SIZE_MAX)) {
    if (fenced && fence_of(line).empty()) {
      code += (code.empty() ? "" : "\n") + escaped_html(line);
    } else if (fenced) {
      end_code();
    } else if (!fence_of(line).empty()) {
      in_list({});
      fenced = true;
    } else if (line.empty()) {
      in_list({});
    } else if (const Item item = item_of(line); item.marker > 0) {
      in_list(item.list);
      lines.push_back(fmt::format("<li>{}</li>", inline_prose(page, std::string_view(line).substr(item.marker))));
    } else {
      in_list({});
      lines.push_back(fmt::format("<p>{}</p>", inline_prose(page, line)));
    }
  }
  if (fenced) end_code();
  in_list({});
  return lines;
}

std::string cell_prose(const Page& page, std::string_view docs) {
  const Lines lines = prose(page, docs);
  if (lines.size() == 1 && lines.front().starts_with("<p>")) return lines.front().substr(3, lines.front().size() - 7);
  // A line feed in a block of code is not another line.
  return fmt::format("{}", fmt::join(lines, ""));
}

}  // namespace backend::html
