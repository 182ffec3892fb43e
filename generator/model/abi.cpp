// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/abi.h"

#include <algorithm>
#include <optional>

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

class Lowering {
 public:
  Lowering(const Model& model, const Layouts& layouts, const Function& function)
      : model_(model), pointer_(layouts.target().pointer_size == 8 ? Core::i64 : Core::i32), function_(function) {}

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

  [[nodiscard]] const Type::Shape& shape(TypeId id) const { return resolved(model_, id).shape; }

  [[nodiscard]] bool is_list(TypeId id) const {
    return std::holds_alternative<List>(shape(id)) || std::holds_alternative<Buffer>(shape(id));
  }

  // The core type of what travels as one value; nothing for what travels through memory or as two values.
  [[nodiscard]] std::optional<Core> scalar(TypeId id) const {
    const bool legacy = function_.convention == Convention::legacy;
    const Type::Shape& s = shape(id);
    if (const auto* primitive = std::get_if<Primitive>(&s)) return primitive_core(*primitive);
    if (const auto* flags = std::get_if<Flags>(&s)) return int_core(flags->repr);
    if (const auto* open = std::get_if<Int>(&s)) return legacy ? int_core(open->repr) : Core::i32;
    if (const auto* closed = std::get_if<Enum>(&s)) return legacy ? int_core(closed->repr) : Core::i32;
    if (std::holds_alternative<Bool>(s) || std::holds_alternative<Handle>(s) || std::holds_alternative<Unknown>(s))
      return Core::i32;
    if (std::holds_alternative<Pointer>(s)) return pointer_;
    return std::nullopt;
  }

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

  void param(std::uint32_t index) {
    const TypeId type = function_.params[index].type;
    if (is_list(type)) {
      push(pointer_, Role::list_pointer, index, type);
      push(pointer_, Role::list_length, index, type);
    } else if (function_.convention == Convention::flat) {
      for (const Core core : flatten(type)) push(core, Role::value, index, type);
    } else if (const std::optional<Core> core = scalar(type)) {
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
        signature_.results.push_back(scalar(type).value_or(pointer_));
      } else if (is_list(type)) {
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
      signature_.results.push_back(expected != nullptr ? int_core(expected->repr) : scalar(type).value_or(pointer_));
      if (expected == nullptr) continue;
      signature_.result_is_error = true;
      ok_payload(expected->cases[0].payload, i);
    }
  }

  // Written through one pointer, a tuple's members through one each; the error's payload is what the core result says.
  void ok_payload(TypeId payload, std::uint32_t index) {
    if (!payload) return;
    const auto* record = std::get_if<Record>(&shape(payload));
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
      const std::vector<Core> more = flatten(result.type);
      slots.insert(slots.end(), more.begin(), more.end());
    }
    if (slots.size() <= 1) {
      signature_.results = std::move(slots);
    } else {
      push(pointer_, Role::results, 0, {});
    }
  }

  [[nodiscard]] std::vector<Core> flatten(TypeId id) const {
    if (const std::optional<Core> core = scalar(id)) return {*core};
    if (is_list(id)) return {pointer_, pointer_};
    std::vector<Core> slots;
    if (const auto* record = std::get_if<Record>(&shape(id))) {
      for (const Field& field : record->fields) {
        const std::vector<Core> more = flatten(field.type);
        slots.insert(slots.end(), more.begin(), more.end());
      }
    } else if (const auto* variant = std::get_if<Variant>(&shape(id))) {
      slots.push_back(int_core(variant->repr));
      for (const Case& c : variant->cases) overlay(slots, c.payload ? flatten(c.payload) : std::vector<Core>());
    }
    return slots;
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

  const Model& model_;
  Core pointer_;
  const Function& function_;
  Signature signature_;
};

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

Signature lower(const Model& model, const Layouts& layouts, const Function& function) {
  return Lowering(model, layouts, function).run();
}

}  // namespace model
