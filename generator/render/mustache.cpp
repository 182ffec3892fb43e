// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "render/mustache.h"

#include <algorithm>
#include <utility>

#include "render/tags.h"

namespace render {
namespace {

using nlohmann::json;

// Partials within partials. Nobody's templates are so deep but those that go in a circle.
constexpr int deepest = 200;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r") == std::string_view::npos; }

// What goes with a tag: nothing but itself, or the whole of a line on which it stands alone.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Extent extent_of(std::string_view text, const Delimited& tag, Tag::Kind kind) {
  const Extent itself{.begin = tag.begin, .end = tag.end};
  if (kind == Tag::Kind::variable) return itself;
  const std::size_t before = tag.begin == 0 ? std::string_view::npos : text.rfind('\n', tag.begin - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find('\n', tag.end), text.size());
  if (!is_blank(text.substr(begin, tag.begin - begin)) || !is_blank(text.substr(tag.end, end - tag.end))) return itself;
  return {.begin = begin, .end = std::min(end + 1, text.size())};
}

Node::Kind kind_of(Tag::Kind kind) {
  switch (kind) {
    case Tag::Kind::variable: return Node::Kind::variable;
    case Tag::Kind::section: return Node::Kind::section;
    case Tag::Kind::inverted: return Node::Kind::inverted;
    case Tag::Kind::partial: return Node::Kind::partial;
    case Tag::Kind::end: break;
  }
  return Node::Kind::text;
}

// A template whose tags fit together, as nodes. In a list each line's end is a node of its own, and left out of the text.
class Compiler {
 public:
  Compiler(std::string_view text, bool is_list) : text_(text), is_list_(is_list) {}

  std::vector<Node> run() {
    for (Delimited tag = next_tag(text_, 0); tag.begin != std::string_view::npos; tag = next_tag(text_, at_)) {
      const TagName read = name_in(tag.inside);
      const Extent extent = extent_of(text_, tag, read.kind);
      take_text(extent.begin);
      take_tag(read);
      for (const char c : text_.substr(extent.begin, extent.end - extent.begin)) line_ += c == '\n' ? 1 : 0;
      at_ = extent.end;
    }
    take_text(text_.size());
    if (is_list_ && !text_.empty() && text_.back() != '\n') end_line();
    return std::move(nodes_);
  }

 private:
  void take_text(std::size_t end) {
    while (is_list_ && text_.substr(at_, end - at_).find('\n') != std::string_view::npos) {
      const std::size_t line_end = text_.find('\n', at_);
      add_text(line_end);
      end_line();
      at_ = line_end + 1;
    }
    add_text(end);
    at_ = end;
  }

  void add_text(std::size_t end) {
    if (end != at_) nodes_.push_back({.kind = Node::Kind::text, .text = text_.substr(at_, end - at_)});
  }

  void end_line() { nodes_.push_back({.kind = Node::Kind::line_end, .text = {}, .end = line_++}); }

  void take_tag(const TagName& tag) {
    if (tag.kind == Tag::Kind::end) {
      nodes_[open_.back()].end = nodes_.size();
      open_.pop_back();
      return;
    }
    if (tag.kind == Tag::Kind::section || tag.kind == Tag::Kind::inverted) open_.push_back(nodes_.size());
    nodes_.push_back({.kind = kind_of(tag.kind), .text = tag.name});
  }

  std::string_view text_;
  bool is_list_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
  std::vector<std::size_t> open_;
  std::vector<Node> nodes_;
};

const json* member(const json& value, std::string_view name) {
  if (!value.is_object()) return nullptr;
  const auto found = value.find(name);
  return found == value.end() ? nullptr : &*found;
}

bool is_false(const json* value) {
  return value == nullptr || (value->is_boolean() && !value->get<bool>()) || (value->is_array() && value->empty());
}

}  // namespace

// One rendering: where it stands in the view, and what it has written.
class Mustache::Run {
 public:
  Run(const Mustache& owner, const std::string& asked_by, Place place, Problems& problems)
      : owner_(owner), problems_(problems), asked_by_(&asked_by), place_(std::move(place)) {}

  // Not to the end, where there is none: of a list, each element would be followed as deep as the first.
  void walk(const std::vector<Node>& nodes, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end && problems_.endless.empty(); ++i) {
      const Node& node = nodes[i];
      switch (node.kind) {
        case Node::Kind::text: out_ += node.text; break;
        case Node::Kind::variable: write(node.text, find(node.text)); break;
        case Node::Kind::section: {
          each(find(node.text), [&] { walk(nodes, i + 1, node.end); });
          i = node.end - 1;
          break;
        }
        case Node::Kind::inverted: {
          if (is_false(find(node.text))) walk(nodes, i + 1, node.end);
          i = node.end - 1;
          break;
        }
        case Node::Kind::partial: part(node.text); break;
        case Node::Kind::line_end:
          lines_.push_back({.text = std::exchange(out_, {}), .number = node.end, .place = place_});
      }
    }
  }

  [[nodiscard]] std::string text() && { return std::move(out_); }
  [[nodiscard]] std::vector<Line> lines() && { return std::move(lines_); }

 private:
  // By its first part, in the innermost element that has it; by the others, from there.
  [[nodiscard]] const json* find(std::string_view name) {
    if (name == ".") return place_.back();
    const std::size_t dot = name.find('.');
    const json* found = outermost(name.substr(0, dot));
    for (std::size_t at = dot; found != nullptr && at < name.size();) {
      const std::size_t next = std::min(name.find('.', at + 1), name.size());
      found = member(*found, name.substr(at + 1, next - at - 1));
      at = next;
    }
    if (found == nullptr) problems_.missing.insert({.name = std::string(name), .asked_by = *asked_by_});
    return found;
  }

  [[nodiscard]] const json* outermost(std::string_view name) const {
    for (std::size_t i = place_.size(); i-- > 1;) {
      if (const json* found = member(*place_[i], name)) return found;
    }
    const json* added = member(owner_.added_, name);
    return added != nullptr ? added : member(*place_.front(), name);
  }

  void write(std::string_view name, const json* value) {
    if (value == nullptr) return;
    if (value->is_boolean() || value->is_structured()) {
      problems_.no_text.insert({.name = std::string(name), .asked_by = *asked_by_});
    } else if (value->is_string()) {
      out_ += value->get_ref<const std::string&>();
    } else {
      out_ += value->dump();
    }
  }

  template <class Body>
  void each(const json* value, const Body& body) {
    if (is_false(value)) return;
    if (!value->is_array()) return within(*value, body);
    for (const json& element : *value) within(element, body);
  }

  template <class Body>
  void within(const json& element, const Body& body) {
    place_.push_back(&element);
    body();
    place_.pop_back();
  }

  void part(std::string_view name) {
    const auto& [known, nodes] = *owner_.templates_.find(name);
    if (depth_ == deepest) return void(problems_.endless.insert(known));
    const std::string* const before = std::exchange(asked_by_, &known);
    ++depth_;
    walk(nodes, 0, nodes.size());
    --depth_;
    asked_by_ = before;
  }

  const Mustache& owner_;
  Problems& problems_;
  const std::string* asked_by_;
  int depth_ = 0;
  Place place_;
  std::string out_;
  std::vector<Line> lines_;
};

Mustache::Mustache(const json& view, const std::map<std::string, std::string_view>& templates) : view_(view) {
  for (const auto& [name, text] : templates) templates_.emplace(name, Compiler(text, false).run());
}

void Mustache::set(const std::string& name, std::string value) { added_[name] = std::move(value); }

std::string Mustache::render(const std::string& name, const Place& place, Problems& problems) const {
  const auto& [known, nodes] = *templates_.find(name);
  Run run(*this, known, place, problems);
  run.walk(nodes, 0, nodes.size());
  return std::move(run).text();
}

std::vector<Mustache::Line> Mustache::lines(std::string_view text, Problems& problems) const {
  const std::string list;
  const std::vector<Node> nodes = Compiler(text, true).run();
  Run run(*this, list, {&view_}, problems);
  run.walk(nodes, 0, nodes.size());
  return std::move(run).lines();
}

}  // namespace render
