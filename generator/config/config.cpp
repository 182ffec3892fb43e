// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config/config.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <variant>

#include "config/keys.h"
#include "config/places.h"
#include "support/suggest.h"

namespace config {
namespace {

using diagnostics::Code;
using nlohmann::json;

class Reader {
 public:
  Reader(const support::Sources& sources, support::SourceId source, diagnostics::Sink& diagnostics)
      : places_(places(sources, source)), diagnostics_(diagnostics) {}

  Config run(const json& root) {
    object(root, "", keys_of(config_));
    return std::move(config_);
  }

 private:
  void object(const json& from, const std::string& pointer, const Keys& keys) {
    if (!from.is_object()) return wrong(pointer, "an object");
    for (const auto& [name, value] : from.items()) {
      const bool known = std::any_of(keys.begin(), keys.end(),
                                     [&](const Key& k) { return k.name == name || (!name.empty() && k.also == name); });
      if (known) continue;
      Words names;
      for (const Key& key : keys) names.push_back(key.name);
      unknown(name, pointer + '/' + name, names);
    }
    for (const Key& key : keys) {
      const auto also = key.also.empty() ? from.end() : from.find(key.also);
      auto value = from.find(key.name);
      if (value != from.end() && also != from.end()) {
        diagnostics_.report(Code::bad_configuration, place(fmt::format("{}/{}", pointer, key.also)).key,
                            fmt::format("'{}' and '{}' are one key", key.name, key.also));
        continue;
      }
      if (value == from.end()) value = also;
      if (value == from.end()) {
        if (key.required) missing(pointer, key.name);
        continue;
      }
      const std::string here = fmt::format("{}/{}", pointer, value == also ? key.also : key.name);
      std::visit([&](auto* into) { read(*value, here, *into, key); }, key.value);
    }
  }

  using Words = std::vector<std::string_view>;

  void read(const json& value, const std::string& pointer, bool& into, const Key& /*key*/) {
    if (!value.is_boolean()) return wrong(pointer, "true or false");
    into = value.get<bool>();
  }

  void read(const json& value, const std::string& pointer, std::optional<bool>& into, const Key& /*key*/) {
    if (!value.is_boolean() && !value.is_null()) return wrong(pointer, "true, false or null");
    into = value.is_null() ? std::nullopt : std::optional(value.get<bool>());
  }

  void read(const json& value, const std::string& pointer, std::string& into, const Key& key) {
    if (!value.is_string()) return wrong(pointer, "a string");
    into = value.get<std::string>();
    if (key.form && !into.empty() && !key.form->holds(into)) return wrong(pointer, key.form->words);
    const Words& words = key.words;
    if (words.empty() || std::find(words.begin(), words.end(), into) != words.end()) return;
    wrong(pointer, fmt::format("one of {}", fmt::join(words, ", ")), support::did_you_mean(into, words));
  }

  void read(const json& value, const std::string& pointer, std::vector<std::string>& into, const Key& key) {
    if (!value.is_array()) return wrong(pointer, "a list of strings");
    into.clear();
    for (std::size_t i = 0; i < value.size(); ++i)
      read(value[i], fmt::format("{}/{}", pointer, i), into.emplace_back(), key);
  }

  // Adds to what is inherited.
  void read(const json& value, const std::string& pointer, std::map<std::string, std::string>& into, const Key& key) {
    if (!value.is_object()) return wrong(pointer, "an object of strings");
    const Words& known = key.members;
    for (const auto& [name, member] : value.items()) {
      const std::string here = pointer + '/' + name;
      if (known.empty() || std::find(known.begin(), known.end(), name) != known.end()) {
        read(member, here, into[name], key);
      } else {
        unknown(name, here, known);
      }
    }
  }

  template <typename T>
  void read(const json& value, const std::string& pointer, std::vector<T>& into, const Key& /*key*/) {
    if (!value.is_array()) return wrong(pointer, "a list of objects");
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string here = fmt::format("{}/{}", pointer, i);
      T& element = into.emplace_back();
      begin(element, here);
      object(value[i], here, keys_of(element));
    }
  }

  // What an element has before its keys are read.
  static void begin(Spec& /*spec*/, const std::string& /*pointer*/) {}
  static void begin(Audit& /*audit*/, const std::string& /*pointer*/) {}
  void begin(Output& output, const std::string& /*pointer*/) const { output.look = config_.look; }
  void begin(Extra& extra, const std::string& pointer) const {
    extra.name_place = inside(pointer + "/template");
    extra.file_place = inside(pointer + "/file");
  }

  // A key that is written with escapes has a place only as part of the whole.
  [[nodiscard]] const Place& place(const std::string& pointer) const {
    const auto found = places_.find(pointer);
    return found == places_.end() ? places_.at("") : found->second;
  }

  // Of a text, without its quotes.
  [[nodiscard]] support::Span inside(const std::string& pointer) const {
    support::Span span = place(pointer).value;
    if (span.end - span.begin >= 2) ++span.begin, --span.end;
    return span;
  }

  void wrong(const std::string& pointer, std::string_view what, std::string help = {}) {
    auto& error = diagnostics_.report(Code::bad_configuration, place(pointer).value, fmt::format("expected {}", what));
    if (!help.empty()) error.with_help(std::move(help));
  }

  void missing(const std::string& pointer, std::string_view name) {
    diagnostics_.report(Code::bad_configuration, place(pointer).value, fmt::format("the key '{}' is missing", name));
  }

  // What has this key, where something has it; the smallest first.
  static std::string_view home_of(std::string_view name) {
    const auto has = [name](const Keys& keys) {
      return std::any_of(keys.begin(), keys.end(),
                         [name](const Key& key) { return key.name == name || (!name.empty() && key.also == name); });
    };
    Spec spec;
    Output output;
    Extra extra;
    Config config;
    if (has(keys_of(spec))) return "an entry of 'specs'";
    if (has(keys_of(extra))) return "an entry of 'extra'";
    if (has(keys_of(output))) return "an entry of 'outputs'";
    return has(keys_of(config)) ? "the whole configuration" : std::string_view();
  }

  void unknown(const std::string& name, const std::string& pointer, const Words& known) {
    auto& diagnostic =
        diagnostics_.report(Code::bad_configuration, place(pointer).key, fmt::format("unknown key '{}'", name));
    const std::string hint = support::did_you_mean(name, known);
    if (!hint.empty()) {
      diagnostic.with_help(hint);
    } else if (const std::string_view home = home_of(name); !home.empty()) {
      diagnostic.with_help(fmt::format("'{}' is a key of {}", name, home));
    } else {
      diagnostic.with_help(fmt::format("the keys here are {}", fmt::join(known, ", ")));
    }
  }

  std::map<std::string, Place> places_;
  diagnostics::Sink& diagnostics_;
  Config config_;
};

}  // namespace

std::optional<Config> parse(const support::Sources& sources, support::SourceId source, diagnostics::Sink& diagnostics) {
  const std::string_view text = sources.text(source);
  json root;
  try {
    root = json::parse(text);
  } catch (const json::parse_error& error) {
    const auto at = static_cast<std::uint32_t>(std::min(error.byte > 0 ? error.byte - 1 : 0, text.size()));
    diagnostics
        .report(Code::bad_configuration, {.source = source, .begin = at, .end = at + (at < text.size() ? 1U : 0U)},
                "this is not JSON")
        .with_note(error.what());
    return std::nullopt;
  }
  const std::size_t errors_before = diagnostics.errors();
  Config result = Reader(sources, source, diagnostics).run(root);
  return diagnostics.errors() == errors_before ? std::optional(std::move(result)) : std::nullopt;
}

}  // namespace config
