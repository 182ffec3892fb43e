// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rows of keys.h's tables, written as functions of a back-end's own knowledge and the place where a key is asked for.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "backend/base/keys.h"

namespace backend {

// A row's function is one of what the back-end knows, of the place, or of both; what it returns is the kind of the key.
template <typename Own>
class Row {
 public:
  template <typename Answer>
  Row(std::string_view called, Answer answer, std::string_view means) : name(called), purpose(means) {
    if constexpr (std::is_invocable_v<Answer, const Own&, const At&>) {
      take(static_cast<std::invoke_result_t<Answer, const Own&, const At&> (*)(const Own&, const At&)>(answer));
    } else if constexpr (std::is_invocable_v<Answer, const Own&>) {
      take(static_cast<std::invoke_result_t<Answer, const Own&> (*)(const Own&)>(answer));
    } else {
      take(static_cast<std::invoke_result_t<Answer, const At&> (*)(const At&)>(answer));
    }
  }

  std::string_view name;
  std::string_view purpose;

  [[nodiscard]] Key key(const Own* own) const {
    return {.name = name, .purpose = purpose, .kind = kind_, .of = of_, .own = own, .function = function_, .ask = ask_};
  }

 private:
  template <typename Returned, typename... Known>
  void take(Returned (*answer)(const Known&...)) {
    kind_ = kind_of<Returned>();
    if constexpr (requires { Returned::of; }) of_ = Returned::of;
    function_ = reinterpret_cast<Key::Function>(answer);
    // Not one for each function, but one for each type of function.
    ask_ = [](Key::Function function, const void* own, const At& at) -> Answer {
      const auto typed = reinterpret_cast<Returned (*)(const Known&...)>(function);
      if constexpr (std::is_same_v<Returned (*)(const Known&...), Returned (*)(const Own&, const At&)>) {
        return to_answer(typed(*static_cast<const Own*>(own), at));
      } else if constexpr (std::is_same_v<Returned (*)(const Known&...), Returned (*)(const Own&)>) {
        return to_answer(typed(*static_cast<const Own*>(own)));
      } else {
        return to_answer(typed(at));
      }
    };
  }

  template <typename Returned>
  static constexpr Key::Kind kind_of() {
    if constexpr (std::is_same_v<Returned, bool>) return Key::Kind::truth;
    if constexpr (std::is_same_v<Returned, Lines>) return Key::Kind::lines;
    if constexpr (std::is_same_v<Returned, Docs>) return Key::Kind::docs;
    if constexpr (std::is_same_v<Returned, SpecName>) return Key::Kind::names;
    if constexpr (requires { Returned::of; }) return Key::Kind::list;
    return Key::Kind::text;
  }

  static Answer to_answer(std::string_view text) { return std::string(text); }
  static Answer to_answer(std::string text) { return text; }
  static Answer to_answer(const char* text) { return std::string(text); }
  static Answer to_answer(bool truth) { return truth; }
  static Answer to_answer(Lines lines) { return lines; }
  static Answer to_answer(Docs docs) { return docs; }
  static Answer to_answer(SpecName name) { return name; }
  template <Thing thing>
  static Answer to_answer(List<thing> list) {
    return list.count;
  }

  Key::Kind kind_ = Key::Kind::text;
  Thing of_ = Thing::view;
  Key::Function function_ = nullptr;
  Answer (*ask_)(Key::Function, const void*, const At&) = nullptr;
};

// Adds rows, unless a key of that name is there: what a back-end answers itself comes first. `own` is null where only the
// names are of interest, and then no key may be asked.
template <typename Own>
void add(Tables& tables, Thing thing, const Own* own, const std::vector<Row<Own>>& rows) {
  std::vector<Key>& keys = tables[static_cast<std::size_t>(thing)];
  for (const Row<Own>& row : rows) {
    const auto same = [&row](const Key& key) { return key.name == row.name; };
    if (std::none_of(keys.begin(), keys.end(), same)) keys.push_back(row.key(own));
  }
}

}  // namespace backend
