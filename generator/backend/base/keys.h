// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What templates may ask for: tables of keys, from which both the values and their schema are made. A row says what a key is
// called, what it means, and how it is answered; the type of the answer is the type in the schema. A back-end writes tables of
// rows for the things that it knows more about than everybody.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "bind/plan.h"

namespace backend {

// Of the keys; also in the key `view_version`.
constexpr int view_version = 3;

// What has keys of its own.
enum class Thing : std::uint8_t {
  view,
  name_space,
  closed_namespace,
  type,
  value,
  field,
  case_,
  handle_constant,
  supertype,
  constant,
  module,
  function,
  param,
  result,
  core_param,
  core_result,
  aggregate_field,
  assertion,
  drawing,
  drawing_text,
  drawing_part,
  possible_error,
  needed_right,
  spelling,
  // A name of the specification in every case style.
  names,
};
constexpr std::size_t thing_count = 25;

// Where in a plan a key is asked for: what encloses the thing, and its position in the innermost list.
struct At {
  const bind::TypePlan* type = nullptr;
  const bind::ModulePlan* module = nullptr;
  const bind::FunctionPlan* function = nullptr;
  std::size_t index = 0;
  // The position of what encloses it, in its own list.
  std::size_t outer = 0;
  // Of names.
  std::string_view spec_name = {};
};

using Lines = std::vector<std::string>;
// Lines of documentation without what stands before them in a comment.
struct Docs {
  Lines lines;
};
// A name of the specification, to be had in every style.
struct SpecName {
  std::string_view name;
};
// How many things a list has.
template <Thing thing>
struct List {
  static constexpr Thing of = thing;
  std::size_t count;
};

// What a row's function returned. Of a list it is the number of things in it.
using Answer = std::variant<std::string, bool, Lines, Docs, SpecName, std::size_t>;

struct Key {
  enum class Kind : std::uint8_t { text, truth, lines, docs, names, list };
  // Of a type that `ask` knows.
  using Function = void (*)();

  std::string_view name;
  std::string_view purpose;
  Kind kind = Kind::text;
  // Of a list.
  Thing of = Thing::view;
  // What the back-end knows, the row's function, and how it is called.
  const void* own = nullptr;
  Function function = nullptr;
  Answer (*ask)(Function, const void* own, const At&) = nullptr;
};

// Of all things, by Thing.
using Tables = std::array<std::vector<Key>, thing_count>;

// The keys of a name in its styles, and what each thing is.
[[nodiscard]] std::string_view name_of(Thing thing);
[[nodiscard]] std::string_view purpose_of(Thing thing);

// The names of keys that a view is made with; without any, all.
using Wanted = std::set<std::string, std::less<>>;

// Every key of `tables` that is wanted, answered.
[[nodiscard]] nlohmann::json make_view(const bind::Plan& plan, Tables tables, const Wanted& wanted);

// The JSON Schema (2020-12) of what make_view returns if all is wanted.
[[nodiscard]] std::string schema_of(const Tables& tables);

// The names of all keys.
[[nodiscard]] std::set<std::string> names_of(const Tables& tables);

}  // namespace backend
