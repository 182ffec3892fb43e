// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/abi.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "model/match.h"
#include "model/parts.h"

namespace model {
namespace {

Core int_core(Repr repr) { return repr == Repr::u64 ? Core::i64 : Core::i32; }

// What joins two cases' values in one slot of a flattened variant.
Core join(Core a, Core b) {
  if (a == b) return a;
  const auto is = [a, b](Core x, Core y) { return (a == x && b == y) || (a == y && b == x); };
  if (is(Core::i32, Core::f32)) return Core::i32;
  if (is(Core::f32, Core::f64)) return Core::f64;
  return Core::i64;
}

// Which core values carry a value, in one convention.
class Values {
 public:
  Values(const Model& model, const Layouts& layouts, Convention convention)
      : model_(model),
        pointer_(layouts.target().pointer_size == 8 ? Core::i64 : Core::i32),
        legacy_(convention == Convention::legacy) {}

  [[nodiscard]] Core pointer() const { return pointer_; }
  [[nodiscard]] const Type::Shape& shape(TypeId id) const { return resolved(model_, id).shape; }

  [[nodiscard]] bool is_list(TypeId id) const {
    return std::holds_alternative<List>(shape(id)) || std::holds_alternative<Buffer>(shape(id));
  }

  // The core type of what travels as one value; nothing for what travels through memory or as two values.
  [[nodiscard]] std::optional<Core> scalar(TypeId id) const {
    using Carrier = std::optional<Core>;
    return match(
        shape(id), [this](Primitive primitive) -> Carrier { return primitive_core(primitive); },
        [](const Flags& flags) -> Carrier { return int_core(flags.repr); },
        [this](const OneOf<Enum, Int> auto& named) -> Carrier { return legacy_ ? int_core(named.repr) : Core::i32; },
        [](const OneOf<Unknown, Bool, Handle> auto&) -> Carrier { return Core::i32; },
        [this](const Pointer&) -> Carrier { return pointer_; },
        [](const OneOf<Alias, Record, Variant, Union, List, Buffer> auto&) -> Carrier { return std::nullopt; });
  }

  [[nodiscard]] std::vector<Core> flatten(TypeId id) const {
    using Slots = std::vector<Core>;
    return match(
        shape(id),
        [this](const Record& record) {
          Slots slots;
          for (const Field& field : record.fields) {
            const Slots more = flatten(field.type);
            slots.insert(slots.end(), more.begin(), more.end());
          }
          return slots;
        },
        [this](const Variant& variant) {
          Slots slots{int_core(variant.repr)};
          for (const Case& c : variant.cases) overlay(slots, c.payload ? flatten(c.payload) : Slots());
          return slots;
        },
        [this](const OneOf<List, Buffer> auto&) { return Slots{pointer_, pointer_}; },
        [this, id](const OneOf<Unknown, Primitive, Bool, Enum, Int, Flags, Pointer, Handle> auto&) {
          return Slots{*scalar(id)};
        },
        // A union without a tag cannot be taken apart, and what is resolved is not an alias.
        [](const OneOf<Alias, Union> auto&) { return Slots(); });
  }

  // Joins one case's values into the slots behind the tag.
  static void overlay(std::vector<Core>& slots, const std::vector<Core>& payload) {
    for (std::size_t i = 0; i < payload.size(); ++i) {
      if (i + 1 < slots.size()) {
        slots[i + 1] = join(slots[i + 1], payload[i]);
      } else {
        slots.push_back(payload[i]);
      }
    }
  }

 private:
  [[nodiscard]] Core primitive_core(Primitive primitive) const {
    switch (primitive) {
      case Primitive::u64:
      case Primitive::s64: return Core::i64;
      case Primitive::f32: return Core::f32;
      case Primitive::f64: return Core::f64;
      case Primitive::usize: return pointer_;
      default: return Core::i32;
    }
  }

  const Model& model_;
  Core pointer_;
  bool legacy_;
};

class Lowering {
 public:
  Lowering(const Model& model, const Layouts& layouts, const Function& function)
      : model_(model), function_(function), values_(model, layouts, function.convention), pointer_(values_.pointer()) {}

  Signature run() {
    for (std::uint32_t i = 0; i < function_.params.size(); ++i) param(i);
    switch (function_.convention) {
      case Convention::legacy: legacy_results(); break;
      case Convention::preview1: preview1_result(); break;
      case Convention::flat: flat_results(); break;
    }
    return std::move(signature_);
  }

 private:
  void push(Core core, Role role, std::uint32_t index, TypeId type, std::uint32_t member = 0) {
    signature_.params.push_back({.core = core, .role = role, .index = index, .member = member, .type = type});
  }

  void param(std::uint32_t index) {
    const TypeId type = function_.params[index].type;
    if (values_.is_list(type)) {
      push(pointer_, Role::list_pointer, index, type);
      push(pointer_, Role::list_length, index, type);
    } else if (function_.convention == Convention::flat) {
      for (const Core core : values_.flatten(type)) push(core, Role::value, index, type);
    } else if (const std::optional<Core> core = values_.scalar(type)) {
      push(*core, Role::value, index, type);
    } else {
      push(pointer_, Role::indirect, index, type);
    }
  }

  // The first result returns as a value, the others are written where the caller says.
  void legacy_results() {
    for (std::uint32_t i = 0; i < function_.results.size(); ++i) {
      const TypeId type = function_.results[i].type;
      if (i == 0) {
        signature_.results.push_back(values_.scalar(type).value_or(pointer_));
      } else if (values_.is_list(type)) {
        push(pointer_, Role::result_pointer, i, type);
        push(pointer_, Role::result_length, i, type);
      } else {
        push(pointer_, Role::result, i, type);
      }
    }
  }

  void preview1_result() {
    for (std::uint32_t i = 0; i < function_.results.size(); ++i) {
      const TypeId type = function_.results[i].type;
      const Variant* expected = as_expected(model_, type);
      signature_.results.push_back(expected != nullptr ? int_core(expected->repr)
                                                       : values_.scalar(type).value_or(pointer_));
      if (expected == nullptr) continue;
      signature_.result_is_error = true;
      ok_payload(expected->cases[0].payload, i);
    }
  }

  // Written through one pointer, a tuple's members through one each; the error's payload is what the core result says.
  void ok_payload(TypeId payload, std::uint32_t index) {
    if (!payload) return;
    const auto* record = std::get_if<Record>(&values_.shape(payload));
    if (record == nullptr || !record->tuple) {
      push(pointer_, Role::result, index, payload);
      return;
    }
    for (std::uint32_t i = 0; i < record->fields.size(); ++i)
      push(pointer_, Role::result, index, record->fields[i].type, i);
  }

  void flat_results() {
    std::vector<Core> slots;
    for (const Field& result : function_.results) {
      const std::vector<Core> more = values_.flatten(result.type);
      slots.insert(slots.end(), more.begin(), more.end());
    }
    if (slots.size() <= 1) {
      signature_.results = std::move(slots);
    } else {
      push(pointer_, Role::results, 0, {});
    }
  }

  const Model& model_;
  const Function& function_;
  Values values_;
  Core pointer_;
  Signature signature_;
};

// Whether a function of the oldest convention begins its results with the error.
bool returns_error_first(const Model& model, const Function& function) {
  if (function.convention != Convention::legacy || function.results.empty()) return false;
  const Field& first = function.results[0];
  if (!std::holds_alternative<Enum>(resolved(model, first.type).shape)) return false;
  const auto* alias = std::get_if<Alias>(&model.types[first.type].shape);
  return first.name == "error" || (alias != nullptr && model.definitions[alias->definition].name == "errno");
}

}  // namespace

const char* name_of(Core core) {
  switch (core) {
    case Core::i32: return "i32";
    case Core::i64: return "i64";
    case Core::f32: return "f32";
    case Core::f64: return "f64";
  }
  return "";
}

Answer answer_of(const Model& model, const Function& function) {
  const std::vector<Field>& results = function.results;
  if (results.empty()) return {};
  const bool flat = function.convention == Convention::flat;
  Answer answer{.kind = flat ? Answer::Kind::flat : Answer::Kind::value, .error = {}, .given = {}, .first = 0};
  const Variant* expected = function.convention == Convention::preview1 ? as_expected(model, results[0].type) : nullptr;
  if (expected != nullptr) {
    answer.kind = Answer::Kind::error;
    answer.error = expected->cases[1].payload;
    answer.given = expected->cases[0].payload;
    return answer;
  }
  if (returns_error_first(model, function)) {
    answer.kind = Answer::Kind::error;
    answer.error = results[0].type;
    answer.first = 1;
  }
  if (results.size() == answer.first + 1) answer.given = results[answer.first].type;
  return answer;
}

std::vector<Core> flatten(const Model& model, const Layouts& layouts, TypeId id) {
  return Values(model, layouts, Convention::flat).flatten(id);
}

Signature lower(const Model& model, const Layouts& layouts, const Function& function) {
  return Lowering(model, layouts, function).run();
}

std::vector<std::uint64_t> flat_counts(const Model& model, std::uint64_t most) {
  std::vector<std::uint64_t> counts;
  counts.reserve(model.types.size());
  for (const Type& type : model.types) {
    std::uint64_t sum = 0;
    std::uint64_t largest = 0;
    each_part(type, [&](TypeId part) {
      sum += counts[part.index()];
      largest = std::max(largest, counts[part.index()]);
    });
    const std::uint64_t count = match(
        type.shape, [sum](const OneOf<Alias, Record> auto&) { return sum; },
        [largest](const Variant&) { return 1 + largest; },
        [](const OneOf<List, Buffer> auto&) { return std::uint64_t{2}; },
        [](const OneOf<Unknown, Primitive, Bool, Enum, Int, Flags, Pointer, Handle> auto&) { return std::uint64_t{1}; },
        [](const Union&) { return std::uint64_t{0}; });
    counts.push_back(std::min(count, most + 1));
  }
  return counts;
}

}  // namespace model
