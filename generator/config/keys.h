// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one table of what may stand in witxc.json. The parser fills values through it, the schema is printed from it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "config/config.h"

namespace config {

// One key of an object.
struct Key {
  using Value = std::variant<bool*, std::optional<bool>*, std::string*, std::vector<std::string>*,
                             std::map<std::string, std::string>*, std::vector<Spec>*, std::vector<Output>*,
                             std::vector<Extra>*, std::vector<Audit>*>;
  std::string_view name;
  // Where its value goes, and what holds where the key is not there.
  Value value;
  std::string_view help;
  // All that a text, or every member of an object of texts, may be; empty: anything.
  std::vector<std::string_view> words = {};
  // All members that an object of texts may have; empty: any.
  std::vector<std::string_view> members = {};
  bool required = false;
  // What holds where the key is not there is said elsewhere.
  bool inherited = false;
  // Of a text that is not empty: whether it may be so, and what it may be in words and as a regular expression.
  struct Form {
    bool (*holds)(std::string_view text);
    std::string_view words;
    std::string_view pattern;
  };
  std::optional<Form> form = {};
  // Another spelling of the name; empty: there is none.
  std::string_view also = {};
};
using Keys = std::vector<Key>;

// In the order in which they are read: what others inherit comes first.
[[nodiscard]] Keys keys_of(Config& config);
[[nodiscard]] Keys keys_of(Spec& spec);
[[nodiscard]] Keys keys_of(Output& output);
[[nodiscard]] Keys keys_of(Extra& extra);
[[nodiscard]] Keys keys_of(Audit& audit);

}  // namespace config
