// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "render/mustache.h"

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
    mustache::list list;
    list.reserve(value.size());
    for (const json& element : value) list.push_back(converted(element));
    return list;
  }
  if (value.is_boolean()) return value.get<bool>() ? mustache::data::type::bool_true : mustache::data::type::bool_false;
  if (value.is_string()) return value.get<std::string>();
  return value.dump();
}

// Tells its owner which names were looked for in vain, and knows the partials.
class StrictContext final : public mustache::context<std::string> {
 public:
  StrictContext(const mustache::data* view, const std::map<std::string, mustache::data>& partials, std::set<std::string>& missing)
      : mustache::context<std::string>(view), partials_(partials), missing_(missing) {}

  const mustache::data* get(const std::string& name) const override {
    const mustache::data* found = mustache::context<std::string>::get(name);
    if (found == nullptr) missing_.insert(name);
    return found;
  }

  const mustache::data* get_partial(const std::string& name) const override {
    const auto partial = partials_.find(name);
    return partial == partials_.end() ? nullptr : &partial->second;
  }

 private:
  const std::map<std::string, mustache::data>& partials_;
  std::set<std::string>& missing_;
};

// In the library's own delimiters: every text starts with them, whatever text it stands in.
std::string with_delimiters(std::string_view text) {
  std::string out = "{{=";
  out += tag_open;
  out += ' ';
  out += tag_close;
  out += "=}}";
  out += text;
  return out;
}

}  // namespace

struct Mustache::State {
  mustache::data view;
  std::map<std::string, std::string> texts;
  std::map<std::string, mustache::data> partials;
};

Mustache::Mustache(const json& view, const std::map<std::string, std::string_view>& templates) : state_(std::make_unique<State>()) {
  state_->view = converted(view);
  for (const auto& [name, text] : templates) {
    // The line that holds the partial's tag ends it: its own last line ending would be a second one.
    std::string partial = with_delimiters(text.ends_with('\n') ? text.substr(0, text.size() - 1) : text);
    state_->partials.emplace(name, mustache::data(mustache::partial([partial = std::move(partial)] { return partial; })));
    state_->texts.emplace(name, with_delimiters(text));
  }
}

Mustache::~Mustache() = default;

void Mustache::set(const std::string& name, const std::string& value) { state_->view[name] = mustache::data(value); }

std::string Mustache::render(const std::string& name, std::set<std::string>& missing) {
  mustache::mustache text(state_->texts.at(name));
  text.set_custom_escape([](const std::string& value) { return value; });
  StrictContext context(&state_->view, state_->partials, missing);
  return text.render(context);
}

}  // namespace render
