// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/html/html.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "backend/base/ask.h"
#include "backend/base/neutral.h"
#include "backend/base/prose.h"
#include "backend/base/rows.h"
#include "backend/html/functions.h"
#include "backend/html/page.h"
#include "backend/html/text.h"
#include "model/spell.h"
#include "support/html.h"

namespace backend::html {
namespace {

using support::escaped_html;

using bind::Form;
using bind::Plan;
using PageRow = Row<Page>;

// Of what lies in memory: the numbers of a memory of 64 bits where they differ.
std::string size_there(const Page& page, model::TypeId type) { return std::to_string(page.wide[type].size); }
bool same_there(const Page& page, model::TypeId type) {
  const model::Layout& here = page.plan.layouts[type];
  const model::Layout& there = page.wide[type];
  return here.size == there.size && here.align == there.align;
}

std::uint64_t offset_in(const model::Layouts& layouts, const At& at) {
  const model::Layout& layout = layouts[declaration_at(at).type];
  return layout.offsets.empty() ? 0 : layout.offsets[at.index];
}

std::string code(std::string_view text) { return fmt::format("<code>{}</code>", escaped_html(text)); }

std::string type_target(const Page& page, const At& at) {
  if (at.type->form == Form::integer) return code(model::word(*at.type->repr));
  return at.type->form == Form::alias ? html_type(page, declaration_at(at).type) : std::string();
}

std::string type_repr(const At& at) {
  if (at.type->form == Form::handle) return code(model::word(model::Repr::u32));
  return at.type->repr == nullptr ? std::string() : code(model::word(*at.type->repr));
}

// NOLINTNEXTLINE(readability-function-size): one table.
std::vector<PageRow> type_rows() {
  return {
      {"type_anchor", [](const At& at) { return anchor_of(declaration_at(at).spec_name); },
       "made of the name alone, for links"},
      {"type_prose",
       [](const Page& page, const At& at) { return prose(page, bind::docs_of(page.plan.model, declaration_at(at))); },
       "the docs as elements of HTML"},
      {"type_target", type_target, "of an alias: what it stands for"},
      {"type_repr", type_repr, "the integer that represents it or its tag; empty of records and unions"},
      {"type_is_wider",
       [](const Page& page, const At& at) {
         return declaration_at(at).type && !same_there(page, declaration_at(at).type);
       },
       "has another size or alignment in a memory of 64 bits"},
      {"type_wide_size",
       [](const Page& page, const At& at) {
         return declaration_at(at).type ? size_there(page, declaration_at(at).type) : std::string("4");
       },
       "its size there"},
      {"type_wide_align",
       [](const Page& page, const At& at) {
         return declaration_at(at).type ? std::to_string(page.wide[declaration_at(at).type].align) : std::string("4");
       },
       "its alignment there"},
      {"type_users", [](const Page& page, const At& at) { return links(page.notes(at).users); },
       "what uses it, as links"},
      {"type_has_users", [](const Page& page, const At& at) { return !page.notes(at).users.empty(); }, ""},
      {"drawings", [](const Page& page, const At& at) { return List<Thing::drawing>{page.notes(at).sheets.size()}; },
       "of its members, and of all within them if that is more; of each one or, where the width of addresses matters, "
       "two"},
  };
}

const Sheet& sheet_at(const Page& page, const At& at) { return page.notes(at).sheets[at.index]; }
const Sheet& outer_sheet(const Page& page, const At& at) { return page.notes(at).sheets[at.outer]; }
const draw::Text& text_at(const Page& page, const At& at) { return outer_sheet(page, at).figure.texts[at.index]; }
const draw::Shape& shape_at(const Page& page, const At& at) { return outer_sheet(page, at).figure.shapes[at.index]; }
const draw::Part& part_at(const Page& page, const At& at) {
  const draw::Shape& shape = shape_at(page, at);
  return outer_sheet(page, at).drawing.layers[shape.layer].parts[shape.part];
}

template <draw::Text::Kind kind>
bool is_text(const Page& page, const At& at) {
  return text_at(page, at).kind == kind;
}
template <draw::Kind kind>
bool is_part(const Page& page, const At& at) {
  return part_at(page, at).kind == kind;
}

// The row of the member that a part belongs to.
std::string part_row(const Page& page, const At& at) {
  return anchor_of(declaration_at(at).spec_name) + "." + anchor_of(part_at(page, at).owner);
}

std::string part_words(const Page& page, const At& at) {
  return escaped_html(words_of(outer_sheet(page, at).drawing, part_at(page, at)));
}

void add_drawings(Tables& tables, const Page* page) {
  add<Page>(
      tables, Thing::drawing, page,
      {{"drawing_width", [](const Page& p, const At& at) { return std::to_string(sheet_at(p, at).figure.size.width); },
        ""},
       {"drawing_height",
        [](const Page& p, const At& at) { return std::to_string(sheet_at(p, at).figure.size.height); }, ""},
       {"drawing_is_deep", [](const Page& p, const At& at) { return sheet_at(p, at).depth == draw::Depth::all; },
        "shows the members of members"},
       {"drawing_is_of_bits",
        [](const Page& p, const At& at) { return sheet_at(p, at).drawing.unit == draw::Drawing::Unit::bit; }, ""},
       {"drawing_memory", [](const Page& p, const At& at) { return sheet_at(p, at).memory; },
        "32 or 64, if it holds for such memories alone; else empty"},
       {"drawing_texts",
        [](const Page& p, const At& at) { return List<Thing::drawing_text>{sheet_at(p, at).figure.texts.size()}; }, ""},
       {"drawing_parts",
        [](const Page& p, const At& at) { return List<Thing::drawing_part>{sheet_at(p, at).figure.shapes.size()}; },
        ""}});
  add<Page>(
      tables, Thing::drawing_text, page,
      {{"drawing_text_x", [](const Page& p, const At& at) { return std::to_string(text_at(p, at).x); }, ""},
       {"drawing_text_y", [](const Page& p, const At& at) { return std::to_string(text_at(p, at).y); }, ""},
       {"drawing_text_is_column", is_text<draw::Text::Kind::column>, "above a column; x is its middle"},
       {"drawing_text_is_row", is_text<draw::Text::Kind::row>, "beside a row; x is where it ends"},
       {"drawing_text_is_title", is_text<draw::Text::Kind::title>, "above a layer; x is where it begins"},
       {"drawing_text_words", [](const Page& p, const At& at) { return escaped_html(text_at(p, at).text); }, ""}});
  add<Page>(
      tables, Thing::drawing_part, page,
      {{"part_outline", [](const Page& p, const At& at) { return shape_at(p, at).outline; }, "data of a path"},
       {"part_label", [](const Page& p, const At& at) { return escaped_html(shape_at(p, at).label); },
        "as much of the name as fits"},
       {"part_size_label", [](const Page& p, const At& at) { return shape_at(p, at).size_label; },
        "its size, where that fits as well"},
       {"part_has_size_label", [](const Page& p, const At& at) { return !shape_at(p, at).size_label.empty(); }, ""},
       {"part_left", [](const Page& p, const At& at) { return std::to_string(shape_at(p, at).left); },
        "where the label begins"},
       {"part_right", [](const Page& p, const At& at) { return std::to_string(shape_at(p, at).right); },
        "where the label of the size ends"},
       {"part_baseline", [](const Page& p, const At& at) { return std::to_string(shape_at(p, at).baseline); },
        "of both"},
       {"part_is_member", is_part<draw::Kind::member>, ""},
       {"part_is_padding", is_part<draw::Kind::padding>, "no member's, or bits without a name"},
       {"part_is_tag", is_part<draw::Kind::tag>, ""},
       {"part_is_cut", [](const Page& p, const At& at) { return shape_at(p, at).cut; }, "rows are left out"},
       {"part_row", part_row, "the anchor of the member that it belongs to"},
       {"part_words", part_words, "\"nlink: 8 bytes at 16\""}});
}

Tables tables_of(const Page* page) {
  Tables tables;
  add<Page>(tables, Thing::view, page,
            {{"spec_title", [](const Page& p) { return escaped_html(p.plan.place.spec); }, "spec_name as text"}});
  add<Page>(tables, Thing::module, page,
            {{"module_prose", [](const Page& p, const At& at) { return prose(p, at.module->module->docs); },
              "the docs as elements of HTML"}});
  add(tables, Thing::type, page, type_rows());
  add<Page>(tables, Thing::value, page,
            {{"value_text", [](const Page& p, const At& at) { return cell_prose(p, value_at(at).docs); }, "the docs"},
             {"value_speakers", [](const Page& p, const At& at) { return links(p.notes(at).speakers[at.index]); },
              "functions that speak of it, as links"},
             {"value_has_speakers", [](const Page& p, const At& at) { return !p.notes(at).speakers[at.index].empty(); },
              ""}});
  add<Page>(
      tables, Thing::field, page,
      {{"field_type", [](const Page& p, const At& at) { return html_type(p, field_at(at).type); },
        "in words and links"},
       {"field_text", [](const Page& p, const At& at) { return cell_prose(p, field_at(at).docs); }, "the docs"},
       {"field_is_wider",
        [](const Page& p, const At& at) {
          return !same_there(p, field_at(at).type) || offset_in(p.plan.layouts, at) != offset_in(p.wide, at);
        },
        "lies elsewhere in a memory of 64 bits"},
       {"field_wide_offset", [](const Page& p, const At& at) { return std::to_string(offset_in(p.wide, at)); },
        "there"},
       {"field_wide_size", [](const Page& p, const At& at) { return size_there(p, field_at(at).type); }, "there"}});
  add<Page>(tables, Thing::case_, page,
            {{"case_type",
              [](const Page& p, const At& at) {
                const model::Case& c = case_at(at);
                return has_payload(p.plan, c) ? html_type(p, c.payload) : std::string();
              },
              "in words and links"},
             {"case_text", [](const Page& p, const At& at) { return cell_prose(p, case_at(at).docs); }, "the docs"}});
  add<Page>(tables, Thing::constant, page,
            {{"constant_text",
              [](const Page& p, const At& at) { return cell_prose(p, constant_at(p.plan, at).named->constant.docs); },
              "the docs"}});
  add_drawings(tables, page);
  add_functions(tables, page);
  add<Page>(tables, Thing::names, page,
            {{"text", [](const At& at) { return escaped_html(at.spec_name); }, "as it is written there, escaped"},
             {"anchor", [](const At& at) { return anchor_of(at.spec_name); },
              "with '-' for all that cannot stand in a link"}});
  add_neutral(tables, page == nullptr ? nullptr : &page->plan);
  return tables;
}

}  // namespace

bind::Naming naming() { return {.file_suffix = ".html"}; }

nlohmann::json view(const Plan& plan, const Wanted& wanted) {
  const Page page(plan);
  return make_view(plan, tables_of(&page), wanted);
}

Tables tables() { return tables_of(nullptr); }

}  // namespace backend::html
