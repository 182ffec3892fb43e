// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "render/mustache.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "render/tags.h"

namespace render {
namespace {

namespace mustache = kainjow::mustache;
using nlohmann::json;

mustache::data converted(const json& value) {
  if (value.is_object()) {
    mustache::data object(mustache::data::type::object);
    for (const auto& [key, member] : value.items()) object[key] = converted(member);
    return object;
  }
  if (value.is_array()) {
    mustache::data list(mustache::data::type::list);
    // The library hands elements out to be read only, and would copy each tree that it is given, once more at every level.
    auto& elements = const_cast<mustache::list&>(list.list_value());
    elements.reserve(value.size());
    for (const json& element : value) elements.push_back(converted(element));
    return list;
  }
  if (value.is_boolean()) return value.get<bool>() ? mustache::data::type::bool_true : mustache::data::type::bool_false;
  if (value.is_string()) return value.get<std::string>();
  return value.dump();
}

// Tells its owner which names were looked for in vain, and knows the partials.
class StrictContext : public mustache::context<std::string> {
 public:
  StrictContext(const mustache::data* view, const std::map<std::string, mustache::data>& partials,
                std::set<std::string>& missing)
      : mustache::context<std::string>(view), partials_(partials), missing_(missing) {}

  [[nodiscard]] const mustache::data* get(const std::string& name) const override {
    const mustache::data* found = mustache::context<std::string>::get(name);
    if (found == nullptr) missing_.insert(name);
    return found;
  }

  [[nodiscard]] const mustache::data* get_partial(const std::string& name) const override {
    const auto partial = partials_.find(name);
    return partial == partials_.end() ? nullptr : &partial->second;
  }

 private:
  const std::map<std::string, mustache::data>& partials_;
  std::set<std::string>& missing_;
};

// The elements that a line stands in, outermost first, without the view itself.
using Path = std::vector<const mustache::data*>;

// A tag of this name is replaced by the number of the place that it stands in, and another mark.
constexpr char mark = '\x02';

// Knows besides which elements it is in.
class TracingContext final : public StrictContext {
 public:
  TracingContext(const mustache::data* view, const std::map<std::string, mustache::data>& partials,
                 std::set<std::string>& missing, std::vector<Path>& places)
      : StrictContext(view, partials, missing), places_(places) {}

  void push(const mustache::data* element) override {
    StrictContext::push(element);
    path_.push_back(element);
  }

  void pop() override {
    StrictContext::pop();
    path_.pop_back();
  }

  [[nodiscard]] const mustache::data* get(const std::string& name) const override {
    if (name.size() != 1 || name[0] != mark) return StrictContext::get(name);
    if (!path_.empty()) places_.push_back(path_);
    return &numbers_.emplace_back(fmt::format("{}{}", path_.empty() ? 0 : places_.size() - 1, mark));
  }

 private:
  std::vector<Path>& places_;
  Path path_;
  mutable std::deque<mustache::data> numbers_;
};

// Stands for the line ending inside the library, whose own treatment of lines that hold nothing but a tag leaves empty lines
// where a section is false and eats them where it is not.
constexpr char line_ending = '\x01';

// The one section or partial tag that a line consists of, or nothing.
std::string_view standalone_tag(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  line = line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
  if (line.size() <= tag_open.size() + tag_close.size() || !line.starts_with(tag_open) || !line.ends_with(tag_close))
    return {};
  const std::string_view inside = line.substr(tag_open.size(), line.size() - tag_open.size() - tag_close.size());
  const bool sigil = inside[0] == '#' || inside[0] == '^' || inside[0] == '/' || inside[0] == '>';
  return sigil && inside.find(tag_close) == std::string_view::npos ? line : std::string_view();
}

// As the library shall see it: with our delimiters, and without the lines that hold nothing but one tag. In front of the others
// stand, where that is asked for, their number and their place, each with a mark behind it.
std::string prepared(std::string_view text, bool marked) {
  std::string out = fmt::format("{{{{={} {}=}}}}", tag_open, tag_close);
  for (std::size_t number = 0; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::string_view tag = standalone_tag(line);
    if (marked && tag.empty()) out += fmt::format("{}{}{}{}{}", number, mark, tag_open, mark, tag_close);
    out += tag.empty() ? line : tag;
    if (tag.empty() && end != std::string_view::npos) out += line_ending;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

std::string identity(const std::string& value) { return value; }

// The number in front of the next mark, which is taken from the line with it; nothing, where there is none.
std::optional<std::size_t> take_number(std::string_view& line) {
  const std::size_t end = line.find(mark);
  if (end == std::string_view::npos) return std::nullopt;
  std::size_t number = 0;
  const std::string digits(line.substr(0, end));
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  line.remove_prefix(end + 1);
  return number;
}

}  // namespace

struct Mustache::State {
  mustache::data view;
  // The first is the outermost.
  std::vector<Path> places{1};
  std::map<std::string, std::string> texts;
  std::map<std::string, mustache::data> partials;
};

Mustache::Mustache(const json& view, const std::map<std::string, std::string_view>& templates)
    : state_(std::make_unique<State>()) {
  state_->view = converted(view);
  for (const auto& [name, text] : templates) {
    std::string ready = prepared(text, false);
    state_->partials.emplace(name, mustache::data(mustache::partial([ready] { return ready; })));
    state_->texts.emplace(name, std::move(ready));
  }
}

Mustache::~Mustache() = default;

void Mustache::set(const std::string& name, const std::string& value) { state_->view[name] = mustache::data(value); }

std::string Mustache::render(const std::string& name, Place place, std::set<std::string>& missing) {
  mustache::mustache text(state_->texts.at(name));
  text.set_custom_escape(identity);
  StrictContext context(&state_->view, state_->partials, missing);
  for (const mustache::data* element : state_->places.at(place)) context.push(element);
  std::string out = text.render(context);
  std::replace(out.begin(), out.end(), line_ending, '\n');
  return out;
}

std::vector<Mustache::Line> Mustache::lines(std::string_view text, std::set<std::string>& missing) {
  mustache::mustache list(prepared(text, true));
  list.set_custom_escape(identity);
  TracingContext context(&state_->view, state_->partials, missing, state_->places);
  const std::string all = list.render(context);
  std::vector<Line> lines;
  for (std::string_view rest = all; !rest.empty();) {
    const std::size_t end = std::min(rest.find(line_ending), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    // What a section or a partial within a line multiplies has no marks.
    const std::optional<std::size_t> number = take_number(line);
    const std::optional<std::size_t> place = take_number(line);
    const std::size_t last = lines.empty() ? 0 : lines.back().number;
    lines.push_back({.text = std::string(line), .number = number.value_or(last), .place = place.value_or(0)});
  }
  return lines;
}

}  // namespace render
