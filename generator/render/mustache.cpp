// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "render/mustache.h"

#include <fmt/format.h>

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>
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
class StrictContext final : public mustache::context<std::string> {
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

// As the library shall see it: with our delimiters, and without the lines that hold nothing but one tag.
std::string prepared(std::string_view text) {
  std::string out = fmt::format("{{{{={} {}=}}}}", tag_open, tag_close);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::string_view tag = standalone_tag(line);
    out += tag.empty() ? line : tag;
    if (tag.empty() && end != std::string_view::npos) out += line_ending;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

}  // namespace

struct Mustache::State {
  mustache::data view;
  std::map<std::string, std::string> texts;
  std::map<std::string, mustache::data> partials;
};

Mustache::Mustache(const json& view, const std::map<std::string, std::string_view>& templates)
    : state_(std::make_unique<State>()) {
  state_->view = converted(view);
  for (const auto& [name, text] : templates) {
    std::string ready = prepared(text);
    state_->partials.emplace(name, mustache::data(mustache::partial([ready] { return ready; })));
    state_->texts.emplace(name, std::move(ready));
  }
}

Mustache::~Mustache() = default;

void Mustache::set(const std::string& name, const std::string& value) { state_->view[name] = mustache::data(value); }

std::string Mustache::render(const std::string& name, std::set<std::string>& missing) {
  mustache::mustache text(state_->texts.at(name));
  text.set_custom_escape([](const std::string& value) { return value; });
  StrictContext context(&state_->view, state_->partials, missing);
  std::string out = text.render(context);
  std::replace(out.begin(), out.end(), line_ending, '\n');
  return out;
}

}  // namespace render
