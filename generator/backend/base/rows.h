// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rows of keys.h's tables, written as functions of a back-end's own knowledge and the place where a key is asked for.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "backend/base/keys.h"

namespace backend {

[[nodiscard]] nlohmann::json to_json(std::string text);
[[nodiscard]] nlohmann::json to_json(bool truth);
[[nodiscard]] nlohmann::json to_json(Lines lines);
[[nodiscard]] nlohmann::json to_json(Docs docs);

// An answer is a function of what the back-end knows, of the place, or of both.
template <typename Own, typename Answer>
auto ask(Answer answer, const Own* own, const At& at) {
  if constexpr (std::is_invocable_v<Answer, const Own&, const At&>) {
    return answer(*own, at);
  } else if constexpr (std::is_invocable_v<Answer, const Own&>) {
    return answer(*own);
  } else {
    return answer(at);
  }
}

// A key whose kind is the type of what is answered: text, bool, Lines, Docs, SpecName or a List.
template <typename Own, typename Answer>
Key key_of(const Own* own, Answer answer) {
  using Returned = decltype(ask(answer, own, At()));
  Key key;
  if constexpr (std::is_same_v<Returned, SpecName>) {
    key.kind = Key::Kind::names;
    key.spec_name = [own, answer](const At& at) { return ask(answer, own, at).name; };
  } else if constexpr (requires { Returned::of; }) {
    key.kind = Key::Kind::list;
    key.of = Returned::of;
    key.count = [own, answer](const At& at) { return ask(answer, own, at).count; };
  } else {
    constexpr bool text = std::is_convertible_v<Returned, std::string_view>;
    using Value = std::conditional_t<text, std::string, Returned>;
    if constexpr (std::is_same_v<Value, bool>) key.kind = Key::Kind::truth;
    if constexpr (std::is_same_v<Value, Lines>) key.kind = Key::Kind::lines;
    if constexpr (std::is_same_v<Value, Docs>) key.kind = Key::Kind::docs;
    key.value = [own, answer](const At& at) { return to_json(Value(ask(answer, own, at))); };
  }
  return key;
}

template <typename Own>
struct Row {
  std::string_view name;
  std::string_view purpose;
  // Makes the key out of what the back-end knows.
  std::function<Key(const Own*)> key;

  template <typename Answer>
  Row(std::string_view called, Answer answer, std::string_view means)
      : name(called), purpose(means), key([answer](const Own* own) { return key_of(own, answer); }) {}
};

// Adds rows, unless a key of that name is there: what a back-end answers itself comes first. `own` is null where only the
// names are of interest, and then no key may be asked.
template <typename Own>
void add(Tables& tables, Thing thing, const Own* own, const std::vector<Row<Own>>& rows) {
  std::vector<Key>& keys = tables[static_cast<std::size_t>(thing)];
  for (const Row<Own>& row : rows) {
    bool known = false;
    for (const Key& key : keys) known = known || key.name == row.name;
    if (known) continue;
    Key key = row.key(own);
    key.name = row.name;
    key.purpose = row.purpose;
    keys.push_back(std::move(key));
  }
}

}  // namespace backend
