// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/drawn.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>
#include <vector>

#include "draw/figure.h"
#include "model/spell.h"
#include "report/changelog.h"
#include "support/html.h"

namespace report {
namespace {

using draw::Drawing;
using draw::Kind;
using draw::Part;
using nlohmann::json;
using support::escaped_html;

// Room above a picture for a line of text, and beside one for the lines.
constexpr unsigned head = 26;
constexpr unsigned gutter = 56;

enum class Mark : std::uint8_t { same, moved, changed, added, gone };

struct MarkInfo {
  std::string_view name;
  // Not by color alone.
  std::string_view sign;
};
constexpr std::array<MarkInfo, 5> marks{
    {{"same", ""}, {"moved", "→ "}, {"changed", "≠ "}, {"added", "+ "}, {"gone", "− "}}};

const MarkInfo& info_of(Mark mark) { return marks.at(static_cast<std::size_t>(mark)); }

// What has another size or type is changed, wherever it lies now.
bool is_changed(const DrawnSide& side, const Part& part, const DrawnSide& other_side, const Part& there) {
  const auto spelled = [](const model::Model& model, const Part& p) {
    return p.type ? model::witx_type(model, p.type, model::Detail::full) : std::string();
  };
  return there.size != part.size || spelled(side.model, part) != spelled(other_side.model, there);
}

// The part of `other` that has the name of a part, in a layer of the same name.
const Part* find(const Drawing& other, const draw::Layer& layer, const Part& part) {
  for (const draw::Layer& there : other.layers) {
    if (there.title != layer.title) continue;
    const auto found =
        std::ranges::find_if(there.parts, [&](const Part& p) { return p.kind == part.kind && p.name == part.name; });
    if (found != there.parts.end()) return &*found;
  }
  return nullptr;
}

// What stands on one side, with what has become of it, or where it comes from.
struct Marked {
  Drawing drawing;
  std::vector<std::vector<Mark>> marks;
};

Marked marked(const DrawnSide& side, const Drawing& drawing, const DrawnSide& other_side, const Drawing& other,
              Mark alone) {
  Marked made{.drawing = drawing, .marks = {}};
  for (draw::Layer& layer : made.drawing.layers) {
    std::vector<Mark>& all = made.marks.emplace_back();
    for (Part& part : layer.parts) {
      Mark& mark = all.emplace_back(Mark::same);
      if (part.kind == Kind::padding) continue;
      const Part* const there = find(other, layer, part);
      if (there == nullptr) {
        mark = alone;
      } else if (is_changed(side, part, other_side, *there)) {
        mark = Mark::changed;
      } else if (there->offset != part.offset) {
        mark = Mark::moved;
      }
    }
    for (std::size_t i = 0; i < all.size(); ++i) layer.parts[i].name.insert(0, info_of(all[i]).sign);
  }
  return made;
}

json texts_of(const draw::Figure& figure) {
  json texts = json::array();
  for (const draw::Text& text : figure.texts) {
    using Text = draw::Text::Kind;
    texts.push_back({{"drawing_text_x", std::to_string(text.x)},
                     {"drawing_text_y", std::to_string(text.y)},
                     {"drawing_text_is_column", text.kind == Text::column},
                     {"drawing_text_is_row", text.kind == Text::row},
                     {"drawing_text_is_title", text.kind == Text::title},
                     {"drawing_text_words", escaped_html(text.text)}});
  }
  return texts;
}

json parts_of(const Marked& shown, const draw::Figure& figure) {
  json parts = json::array();
  for (const draw::Shape& shape : figure.shapes) {
    const Part& part = shown.drawing.layers[shape.layer].parts[shape.part];
    const Mark mark = shown.marks.empty() ? Mark::same : shown.marks[shape.layer][shape.part];
    parts.push_back({{"part_outline", shape.outline},
                     {"part_label", escaped_html(shape.label)},
                     {"part_size_label", shape.size_label},
                     {"part_has_size_label", !shape.size_label.empty()},
                     {"part_left", std::to_string(shape.left)},
                     {"part_right", std::to_string(shape.right)},
                     {"part_baseline", std::to_string(shape.baseline)},
                     {"part_is_padding", part.kind == Kind::padding},
                     {"part_is_tag", part.kind == Kind::tag},
                     {"part_is_cut", shape.cut},
                     {"part_mark", info_of(mark).name},
                     {"part_words", escaped_html(words_of(shown.drawing, part))}});
  }
  return parts;
}

json picture(const Marked& shown, const draw::Figure& figure) {
  return {{"drawing_width", std::to_string(figure.size.width)},
          {"drawing_height", std::to_string(figure.size.height)},
          {"drawing_texts", texts_of(figure)},
          {"drawing_parts", parts_of(shown, figure)}};
}

// Lines from where members were to where they are, around the right side.
json lines_of(const Marked& before, const draw::Figure& was, const Marked& after, const draw::Figure& is,
              unsigned after_y) {
  json lines = json::array();
  const unsigned edge = std::max(was.size.width, is.size.width);
  for (const draw::Shape& from : was.shapes) {
    const Mark mark = before.marks[from.layer][from.part];
    if (mark != Mark::moved && mark != Mark::changed) continue;
    const draw::Layer& layer = before.drawing.layers[from.layer];
    const Part& part = layer.parts[from.part];
    for (const draw::Shape& to : is.shapes) {
      const draw::Layer& there = after.drawing.layers[to.layer];
      const Part& now = there.parts[to.part];
      if (there.title != layer.title || now.name != part.name || now.offset == part.offset) continue;
      const unsigned a = head + from.baseline - 4;
      const unsigned b = after_y + to.baseline - 4;
      lines.push_back({{"line_path", fmt::format("M{} {}H{}C{} {} {} {} {} {}H{}", from.right + 6, a, edge,
                                                 edge + gutter, a, edge + gutter, b, edge, b, to.right + 8)}});
    }
  }
  return lines;
}

json layout_view(std::string_view name, const DrawnSide& before, const Drawing& was, const DrawnSide& after,
                 const Drawing& is) {
  const Marked old_side = marked(before, was, after, is, Mark::gone);
  const Marked new_side = marked(after, is, before, was, Mark::added);
  const draw::Figure above = figure_of(old_side.drawing);
  const draw::Figure below = figure_of(new_side.drawing);
  const unsigned after_y = head + above.size.height + head;
  const auto bytes = [](const Drawing& drawing) {
    return drawing.unit == Drawing::Unit::bit ? drawing.size / 8 : drawing.size;
  };
  const std::uint64_t old_size = bytes(was);
  const std::uint64_t new_size = bytes(is);
  return {{"layout_name", escaped_html(name)},
          {"layout_sizes",
           old_size == new_size ? fmt::format("size {}", new_size) : fmt::format("size {} → {}", old_size, new_size)},
          {"layout_width", std::to_string(std::max(above.size.width, below.size.width) + gutter)},
          {"layout_height", std::to_string(after_y + below.size.height)},
          {"layout_before_y", std::to_string(head)},
          {"layout_after_y", std::to_string(after_y)},
          {"layout_after_title_y", std::to_string(after_y - 8)},
          {"layout_before", picture(old_side, above)},
          {"layout_after", picture(new_side, below)},
          {"layout_lines", lines_of(old_side, above, new_side, below, after_y)}};
}

const model::Definition* find(const model::Model& model, std::string_view name) {
  for (const model::Definition& definition : model.definitions) {
    if (definition.name == name) return &definition;
  }
  return nullptr;
}

// The definition that a path begins with.
std::string_view root_of(std::string_view path) {
  return path.substr(0, std::min(path.find_first_of(".(["), path.size()));
}

}  // namespace

json drawing_view(const Drawing& drawing, std::string_view title) {
  const draw::Figure figure = figure_of(drawing);
  json view = picture({.drawing = drawing, .marks = {}}, figure);
  view["drawing_title"] = escaped_html(title);
  view["drawing_framed_height"] = std::to_string(figure.size.height + head);
  return view;
}

json changes_view(const ChangeReport& report, const DrawnSide& before, const DrawnSide& after) {
  json sections = json::array();
  // Each type is drawn once, where it hurts most.
  std::set<std::string, std::less<>> drawn;
  for (const ChangelogSection& section : changelog_sections(report)) {
    json entries = json::array();
    json layouts = json::array();
    for (const std::string& entry : section.entries) entries.push_back({{"entry_text", entry}});
    const auto draw_type = [&](std::string_view name) {
      const model::Definition* const was = find(before.model, name);
      const model::Definition* const is = find(after.model, name);
      if (was == nullptr || is == nullptr || drawn.contains(name)) return;
      const Drawing old_drawing = drawing_of(before.model, before.layouts, was->type, draw::Depth::members);
      const Drawing new_drawing = drawing_of(after.model, after.layouts, is->type, draw::Depth::members);
      if (same(old_drawing, new_drawing) || new_drawing.layers.empty() || old_drawing.layers.empty()) return;
      drawn.emplace(name);
      layouts.push_back(layout_view(name, before, old_drawing, after, new_drawing));
    };
    for (const diff::Change* change : section.changes) {
      draw_type(root_of(change->path));
      for (const diff::Effect& effect : change->effects) draw_type(root_of(effect.path));
    }
    sections.push_back(
        {{"section_title", section.title}, {"entries", std::move(entries)}, {"layouts", std::move(layouts)}});
  }
  return {{"changes_before", escaped_html(report.before)},
          {"changes_after", escaped_html(report.after)},
          {"has_changes", !sections.empty()},
          {"sections", std::move(sections)}};
}

}  // namespace report
