// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <string_view>
#include <variant>

#include "config/places.h"
#include "support/suggest.h"

namespace config {
namespace {

using nlohmann::json;
using support::Code;

// One key of an object of type T: what it is called, where its value goes, and, for words, which are allowed.
template <typename T>
struct Key {
  using Target = std::variant<bool T::*, std::optional<bool> T::*, std::string T::*, std::vector<std::string> T::*,
                              std::map<std::string, std::string> T::*>;
  std::string_view name;
  Target target;
  std::vector<std::string_view> words;
};

class Reader {
 public:
  Reader(const support::Sources& sources, support::SourceId source, support::Diagnostics& diagnostics)
      : places_(places(sources, source)), diagnostics_(diagnostics) {}

  // Fills `into` from an object; `nested` names the keys that the caller reads itself.
  template <typename T>
  void object(const json& from, const std::string& pointer, T& into, const std::vector<Key<T>>& keys,
              const std::vector<std::string_view>& nested = {}) {
    if (!from.is_object()) {
      wrong(pointer, "an object");
      return;
    }
    for (const auto& [name, value] : from.items()) {
      const std::string here = pointer + '/' + name;
      const auto key =
          std::find_if(keys.begin(), keys.end(), [&name = name](const Key<T>& k) { return k.name == name; });
      if (key != keys.end()) {
        std::visit([&](auto target) { read(value, here, into.*target, key->words); }, key->target);
      } else if (std::find(nested.begin(), nested.end(), name) == nested.end()) {
        std::vector<std::string_view> known(nested);
        for (const Key<T>& k : keys) known.push_back(k.name);
        unknown(name, here, known);
      }
    }
  }

  // Calls read(element, pointer) for each element of the list under a key, if it is there.
  template <typename Read>
  void list(const json& parent, const std::string& name, Read element) {
    const auto found = parent.find(name);
    if (found == parent.end()) return;
    if (!found->is_array()) {
      wrong('/' + name, "a list");
      return;
    }
    for (std::size_t i = 0; i < found->size(); ++i) element((*found)[i], fmt::format("/{}/{}", name, i));
  }

  void wrong(const std::string& pointer, std::string_view what) {
    diagnostics_.report(Code::bad_configuration, place(pointer).value, fmt::format("expected {}", what));
  }

  void missing(const std::string& pointer, std::string_view what) {
    diagnostics_.report(Code::bad_configuration, place(pointer).value, fmt::format("{} is missing", what));
  }

 private:
  // A key that is written with escapes has a place only as part of the whole.
  [[nodiscard]] const Place& place(const std::string& pointer) const {
    const auto found = places_.find(pointer);
    return found == places_.end() ? places_.at("") : found->second;
  }

  using Words = std::vector<std::string_view>;

  void read(const json& value, const std::string& pointer, bool& into, const Words& /*words*/) {
    if (!value.is_boolean()) return wrong(pointer, "true or false");
    into = value.get<bool>();
  }
  void read(const json& value, const std::string& pointer, std::optional<bool>& into, const Words& /*words*/) {
    if (!value.is_boolean()) return wrong(pointer, "true or false");
    into = value.get<bool>();
  }
  void read(const json& value, const std::string& pointer, std::string& into, const Words& words) {
    if (!value.is_string()) return wrong(pointer, "a string");
    into = value.get<std::string>();
    if (words.empty() || std::find(words.begin(), words.end(), into) != words.end()) return;
    wrong(pointer, fmt::format("one of {}", fmt::join(words, ", ")));
  }
  void read(const json& value, const std::string& pointer, std::vector<std::string>& into, const Words& /*words*/) {
    if (!value.is_array()) return wrong(pointer, "a list of strings");
    for (std::size_t i = 0; i < value.size(); ++i)
      read(value[i], fmt::format("{}/{}", pointer, i), into.emplace_back(), {});
  }
  void read(const json& value, const std::string& pointer, std::map<std::string, std::string>& into,
            const Words& /*words*/) {
    if (!value.is_object()) return wrong(pointer, "an object of strings");
    for (const auto& [name, member] : value.items()) read(member, pointer + '/' + name, into[name], {});
  }

  void unknown(const std::string& name, const std::string& pointer, const Words& known) {
    auto& diagnostic =
        diagnostics_.report(Code::bad_configuration, place(pointer).key, fmt::format("unknown key '{}'", name));
    const std::string hint = support::did_you_mean(name, known);
    diagnostic.with_help(hint.empty() ? fmt::format("the keys here are {}", fmt::join(known, ", ")) : hint);
  }

  std::map<std::string, Place> places_;
  support::Diagnostics& diagnostics_;
};

const std::vector<Key<Spec>>& spec_keys() {
  static const std::vector<Key<Spec>> keys{{"files", &Spec::files, {}},
                                           {"namespace", &Spec::name_space, {}},
                                           {"file", &Spec::file, {}},
                                           {"default", &Spec::is_default, {}}};
  return keys;
}

const std::vector<Key<Output>>& output_keys() {
  static const std::vector<Key<Output>> keys{{"language", &Output::language, {}}, {"folder", &Output::folder, {}}};
  return keys;
}

const std::vector<Key<Config>>& config_keys() {
  static const std::vector<Key<Config>> keys{
      {"docs", &Config::docs, {"full", "brief", "none"}},
      {"names", &Config::names, {}},
      {"messages", &Config::messages, {}},
      {"asserts", &Config::asserts, {}},
      {"layers", &Config::layers, {"typed", "raw"}},
      {"only", &Config::only, {}},
      {"licence", &Config::licence, {}},
      {"templates", &Config::templates, {}},
      {"rename", &Config::rename, {}},
      {"lint", &Config::lint, {}},
  };
  return keys;
}

}  // namespace

std::optional<Config> parse(const support::Sources& sources, support::SourceId source,
                            support::Diagnostics& diagnostics) {
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
  Reader reader(sources, source, diagnostics);
  Config result;
  reader.object(root, "", result, config_keys(), {"specs", "outputs", "$schema"});
  if (diagnostics.errors() != errors_before) return std::nullopt;
  reader.list(root, "specs", [&](const json& element, const std::string& pointer) {
    Spec& spec = result.specs.emplace_back();
    reader.object(element, pointer, spec, spec_keys());
    if (element.is_object() && !element.contains("files")) reader.missing(pointer, "the key 'files'");
  });
  reader.list(root, "outputs", [&](const json& element, const std::string& pointer) {
    Output& output = result.outputs.emplace_back();
    reader.object(element, pointer, output, output_keys());
    if (element.is_object() && !element.contains("language")) reader.missing(pointer, "the key 'language'");
  });
  return diagnostics.errors() == errors_before ? std::optional(std::move(result)) : std::nullopt;
}

}  // namespace config
