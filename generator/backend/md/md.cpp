// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/md/md.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "backend/base/ask.h"
#include "backend/base/neutral.h"
#include "backend/base/prose.h"
#include "backend/base/rows.h"
#include "bind/text.h"
#include "model/spell.h"

namespace backend::md {
namespace {

using bind::Form;
using bind::Plan;
using model::TypeId;
using PlanRow = Row<Plan>;

constexpr std::size_t prose_width = 120;

std::string link(std::string_view name) { return fmt::format("[{}](#{})", markdown_code(name), anchor_of(name)); }

bool is_mark(char c) { return c > ' ' && c < 0x7F && std::isalnum(static_cast<unsigned char>(c)) == 0; }

// Angle brackets begin no tag, and a bar ends no cell; what is code stays as it is, but for the bar. Code has an end in `text`, and
// what has been escaped stays so.
std::string harmless_markdown(std::string_view text, bool in_table) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '`') {
      const std::size_t end = code_end(text, at);
      if (end == at) {
        out += "\\`";
        ++at;
        continue;
      }
      for (; at < end; ++at) out += text[at] == '|' && in_table ? std::string("\\|") : std::string(1, text[at]);
      continue;
    }
    const bool escaped = c == '\\' && at + 1 < text.size() && is_mark(text[at + 1]);
    if (!escaped && (c == '<' || (c == '|' && in_table))) out += '\\';
    out += c;
    ++at;
    if (escaped) out += text[at++];
  }
  return out;
}

// "a/b.md" as it is reached from "a/c/d.md": "../b.md".
std::string relative(std::string_view to, std::string_view from) {
  for (std::size_t slash = to.find('/'); slash != std::string_view::npos; slash = to.find('/')) {
    if (to.substr(0, slash + 1) != from.substr(0, slash + 1)) break;
    to.remove_prefix(slash + 1);
    from.remove_prefix(slash + 1);
  }
  std::string link;
  for (const char c : from) link += c == '/' ? "../" : "";
  for (const char c : to) link += c == ' ' ? std::string("%20") : std::string(1, c);
  return link;
}

}  // namespace

std::string with_links_to(std::string_view page, std::string_view path, std::string_view text) {
  constexpr std::string_view link = "](#";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '`') {
      const std::size_t end = std::max(code_end(text, i), i + ticks_at(text, i));
      out += text.substr(i, end - i);
      i = end - 1;
      continue;
    }
    out += text[i];
    if (!text.substr(i).starts_with(link)) continue;
    const std::size_t begin = i + link.size();
    const std::string_view anchor = text.substr(begin, text.find(')', begin) - begin);
    out += '(';
    if (text.find(fmt::format("<a id=\"{}\">", anchor)) == std::string_view::npos) out += relative(page, path);
    ++i;
  }
  return out;
}

std::string markdown_code(std::string_view name) {
  std::size_t most = 0;
  for (std::size_t at = name.find('`'); at != std::string_view::npos; at = name.find('`', at + ticks_at(name, at)))
    most = std::max(most, ticks_at(name, at));
  std::string inside;
  for (const char c : name) inside += c == '|' ? std::string("\\|") : std::string(1, c);
  // Beside the backticks that enclose it, a blank at either end is not part of the code.
  const bool padded = most > 0 || name.starts_with(' ') || name.empty();
  const std::string ticks(most + 1, '`');
  return fmt::format("{0}{1}{2}{1}{0}", ticks, padded ? " " : "", inside);
}

std::string markdown_text(std::string_view name) {
  constexpr std::string_view marks = "\\`*[]<>&|#!~";
  std::string out;
  for (const char c : name) {
    if (marks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string markdown_type(const model::Model& model, TypeId id) {
  return type_in_words(model, id, {.link = link, .code = markdown_code});
}

// Blocks of code stay as they are and end where the docs do; what is between them is one text each.
Lines prose(std::string_view docs) {
  Lines lines;
  std::string text;
  const auto flush = [&] {
    if (text.empty()) return;
    std::string_view left = text = harmless_markdown(text, false);
    for (std::size_t end = left.find('\n'); end != std::string_view::npos; end = left.find('\n')) {
      lines.emplace_back(left.substr(0, end));
      left.remove_prefix(end + 1);
    }
    lines.emplace_back(left);
    text.clear();
  };
  std::string open;
  for (const std::string& line : bind::wrap_docs(docs, prose_width)) {
    const std::string_view fence = fence_of(line);
    if (!open.empty()) {
      lines.push_back(line);
      const bool closes = fence.size() >= open.size() && line.ends_with('`');
      if (closes) open.clear();
    } else if (!fence.empty()) {
      flush();
      open = fence;
      lines.push_back(line);
    } else if (line.empty()) {
      flush();
      lines.push_back(line);
    } else {
      text += (text.empty() ? "" : "\n") + (line.starts_with("~~~") ? "\\" + line : line);
    }
  }
  flush();
  if (!open.empty()) lines.push_back(open);
  return lines;
}

std::string cell_text(std::string_view docs) {
  std::string out;
  for (const std::string& line : bind::wrap_docs(docs, prose_width)) {
    if (!line.empty()) out += (out.empty() ? "" : " ") + line;
  }
  return harmless_markdown(out, true);
}

namespace {

Lines shown_prose(const Plan& plan, std::string_view docs) { return prose(bind::shown_docs(plan.options, docs)); }
std::string shown_cell(const Plan& plan, std::string_view docs) {
  return cell_text(bind::shown_docs(plan.options, docs));
}

std::string code(std::string_view text) { return fmt::format("`{}`", text); }

std::string type_target(const Plan& plan, const At& at) {
  if (at.type->form == Form::integer) return code(model::word(*at.type->repr));
  return at.type->form == Form::alias ? markdown_type(plan.model, declaration_at(at).type) : std::string();
}

// What a handle is underneath, too.
std::string type_repr(const At& at) {
  if (at.type->form == Form::handle) return code(model::word(model::Repr::u32));
  return at.type->repr == nullptr ? std::string() : code(model::word(*at.type->repr));
}

std::vector<PlanRow> type_rows() {
  return {
      {"type_anchor", [](const At& at) { return anchor_of(declaration_at(at).spec_name); },
       "made of the name alone, for links"},
      {"type_prose",
       [](const Plan& plan, const At& at) { return shown_prose(plan, bind::docs_of(plan.model, declaration_at(at))); },
       "the docs as lines of Markdown"},
      {"type_target", type_target, "of an alias: what it stands for"},
      {"type_repr", type_repr, "the integer that represents it or its tag; empty of records and unions"},
  };
}

std::vector<PlanRow> names_rows() {
  return {
      {"code", [](const At& at) { return markdown_code(at.spec_name); },
       "as it is written there, as code, in tables too"},
      {"anchor", [](const At& at) { return anchor_of(at.spec_name); }, "with '-' for all that cannot stand in a link"},
  };
}

std::vector<PlanRow> function_rows() {
  return {
      {"function_anchor", function_anchor, "for links"},
      {"function_prose", [](const Plan& plan, const At& at) { return shown_prose(plan, at.function->function->docs); },
       "the docs as lines of Markdown"},
  };
}

constexpr std::string_view in_one_line = "the docs in one line, for a table";
constexpr std::string_view with_links = "in words and links";

Tables tables_of(const Plan* plan) {
  Tables tables;
  add<Plan>(tables, Thing::view, plan,
            {{"spec_title", [](const Plan& p) { return markdown_text(p.place.spec); }, "spec_name as plain text"}});
  add(tables, Thing::type, plan, type_rows());
  add<Plan>(
      tables, Thing::value, plan,
      {{"value_text", [](const Plan& p, const At& at) { return shown_cell(p, value_at(at).docs); }, in_one_line}});
  add<Plan>(
      tables, Thing::field, plan,
      {{"field_type", [](const Plan& p, const At& at) { return markdown_type(p.model, field_at(at).type); },
        with_links},
       {"field_text", [](const Plan& p, const At& at) { return shown_cell(p, field_at(at).docs); }, in_one_line}});
  add<Plan>(tables, Thing::case_, plan,
            {{"case_type",
              [](const Plan& p, const At& at) {
                const model::Case& c = case_at(at);
                return has_payload(p, c) ? markdown_type(p.model, c.payload) : std::string();
              },
              with_links},
             {"case_text", [](const Plan& p, const At& at) { return shown_cell(p, case_at(at).docs); }, in_one_line}});
  add<Plan>(tables, Thing::constant, plan,
            {{"constant_text",
              [](const Plan& p, const At& at) { return shown_cell(p, constant_at(p, at).named->constant.docs); },
              in_one_line}});
  add(tables, Thing::function, plan, function_rows());
  add<Plan>(
      tables, Thing::param, plan,
      {{"param_type", [](const Plan& p, const At& at) { return markdown_type(p.model, param_at(at).type); },
        with_links},
       {"param_text", [](const Plan& p, const At& at) { return shown_cell(p, param_at(at).docs); }, in_one_line}});
  add<Plan>(
      tables, Thing::result, plan,
      {{"result_type", [](const Plan& p, const At& at) { return markdown_type(p.model, result_at(at).type); },
        with_links},
       {"result_text", [](const Plan& p, const At& at) { return shown_cell(p, result_at(at).docs); }, in_one_line}});
  add(tables, Thing::names, plan, names_rows());
  add_neutral(tables, plan);
  return tables;
}

}  // namespace

bind::Naming naming() { return {.file_suffix = ".md"}; }

nlohmann::json view(const Plan& plan, const Wanted& wanted) { return make_view(plan, tables_of(&plan), wanted); }

Tables tables() { return tables_of(nullptr); }

}  // namespace backend::md
