// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/naive_wire.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "property/naive_layout.h"

namespace tests {
namespace {

using model::TypeId;

constexpr std::uint64_t pointer = 4;

class Walk {
 public:
  Walk(const model::Model& model, NaiveWire& wire) : model_(model), wire_(wire) {}

  // `area` is the piece of memory (or the parameters), `at` the place in it.
  void value(TypeId id, const std::string& area, std::uint64_t at) {
    const model::Type::Shape* shape = &model_.types[id].shape;
    while (const auto* alias = std::get_if<model::Alias>(shape)) {
      id = model_.definitions[alias->definition].type;
      shape = &model_.types[id].shape;
    }
    const std::string place = fmt::format("{}{}", area, at);
    const auto size = property::naive_layout(model_, id, pointer).size;
    const auto put = [&](std::string what) { wire_.passed[place] = std::move(what); };
    const auto call = [&](const std::string& name, std::uint64_t value) {
      wire_.names[place + "=" + name].insert(std::to_string(value));
    };
    if (const auto* p = std::get_if<model::Primitive>(shape)) {
      const bool real = *p == model::Primitive::f32 || *p == model::Primitive::f64;
      const bool sign = *p == model::Primitive::s8 || *p == model::Primitive::s16 || *p == model::Primitive::s32 ||
                        *p == model::Primitive::s64;
      put(fmt::format("{}{}", real ? "float" : sign ? "signed" : "unsigned", size));
    } else if (const auto* e = std::get_if<model::Enum>(shape)) {
      put(fmt::format("unsigned{}", size));
      wire_.passed[place + " legal"] = fmt::format("below {}", e->cases.size());
      for (std::size_t i = 0; i < e->cases.size(); ++i) call(e->cases[i].name, i);
    } else if (const auto* n = std::get_if<model::Int>(shape)) {
      put(fmt::format("unsigned{}", size));
      for (const model::Value& constant : n->constants) call(constant.name, constant.value);
    } else if (const auto* f = std::get_if<model::Flags>(shape)) {
      put(fmt::format("unsigned{}", size));
      wire_.passed[place + " legal"] = fmt::format("bits below {}", f->flags.size());
      for (std::size_t i = 0; i < f->flags.size(); ++i) call(f->flags[i].name, std::uint64_t{1} << i);
    } else if (std::holds_alternative<model::Handle>(*shape)) {
      put("handle");
    } else if (const auto* to = std::get_if<model::Pointer>(shape)) {
      address(to->pointee, area, at);
    } else if (const auto* list = std::get_if<model::List>(shape)) {
      elements(list->element, area, at);
      wire_.passed[fmt::format("{}{}", area, at + pointer)] = "unsigned4";
    } else if (const auto* record = std::get_if<model::Record>(shape)) {
      const auto layout = property::naive_layout(model_, id, pointer);
      for (std::size_t i = 0; i < record->fields.size(); ++i) {
        named(record->fields[i].name, area, at + layout.offsets[i]);
        value(record->fields[i].type, area, at + layout.offsets[i]);
      }
    } else if (const auto* variant = std::get_if<model::Variant>(shape)) {
      choice(id, *variant, area, at);
    }
  }

  void named(const std::string& name, const std::string& area, std::uint64_t at) {
    wire_.names[area + "." + name].insert(std::to_string(at));
  }

  void address(TypeId of, const std::string& area, std::uint64_t at) {
    const std::string place = fmt::format("{}{}", area, at);
    const auto layout = property::naive_layout(model_, of, pointer);
    wire_.passed[place] = fmt::format("address of {} aligned to {}", layout.size, layout.align);
    value(of, place + "*", 0);
  }

  void elements(TypeId of, const std::string& area, std::uint64_t at) {
    const auto* primitive = std::get_if<model::Primitive>(&resolved(model_, of).shape);
    if (primitive == nullptr || *primitive != model::Primitive::char_) return address(of, area, at);
    const std::string place = fmt::format("{}{}", area, at);
    wire_.passed[place] = "address of 1 aligned to 1";
    wire_.passed[place + "*0"] = "unsigned1";
  }

 private:
  void choice(TypeId id, const model::Variant& variant, const std::string& area, std::uint64_t at) {
    const std::string place = fmt::format("{}{}", area, at);
    wire_.passed[place] = fmt::format("unsigned{}", model::size_of(variant.repr));
    wire_.passed[place + " legal"] = fmt::format("below {}", variant.cases.size());
    const auto layout = property::naive_layout(model_, id, pointer);
    for (std::size_t i = 0; i < variant.cases.size(); ++i) {
      wire_.names[place + "=" + variant.cases[i].name].insert(std::to_string(i));
      if (!variant.cases[i].payload) continue;
      const std::string inner = fmt::format("{}?{}:", place, i);
      wire_.passed[inner] = fmt::format("payload {} behind the tag", layout.offsets[i]);
      value(variant.cases[i].payload, inner, 0);
    }
  }

  const model::Model& model_;
  NaiveWire& wire_;
};

bool is_legal(const std::string& place) { return place.ends_with(" legal"); }

// Whether the only values that one side sends are legal on the other: an integer without named values takes any.
bool same_passed(const NaiveWire& a, const NaiveWire& b) {
  for (const auto& [place, what] : a.passed) {
    const auto other = b.passed.find(place);
    if (other == b.passed.end() ? !is_legal(place) : other->second != what) return false;
  }
  return true;
}

}  // namespace

NaiveWire naive_wire(const model::Model& model, const model::Function& function) {
  NaiveWire wire;
  Walk walk(model, wire);
  std::uint64_t slot = 0;
  for (const model::Field& param : function.params) {
    walk.named(param.name, "", slot);
    const model::Type::Shape& shape = resolved(model, param.type).shape;
    if (const auto* list = std::get_if<model::List>(&shape)) {
      walk.elements(list->element, "", slot);
      wire.passed[fmt::format("{}", slot + 1)] = "unsigned4";
      slot += 2;
      continue;
    }
    const bool in_memory =
        std::holds_alternative<model::Record>(shape) || std::holds_alternative<model::Variant>(shape);
    in_memory ? walk.address(param.type, "", slot) : walk.value(param.type, "", slot);
    ++slot;
  }
  for (const model::Field& result : function.results) {
    const auto& expected = std::get<model::Variant>(model.types[result.type].shape);
    if (const TypeId ok = expected.cases[0].payload) walk.address(ok, "", slot++);
    walk.named(result.name, "", 1000);
    if (const TypeId error = expected.cases[1].payload) {
      const model::Type::Shape& shape = resolved(model, error).shape;
      const bool in_memory = std::holds_alternative<model::Record>(shape) ||
                             std::holds_alternative<model::Variant>(shape) ||
                             std::holds_alternative<model::List>(shape);
      in_memory ? walk.address(error, "", 1000) : walk.value(error, "", 1000);
    } else {
      wire.passed["1000"] = "unsigned4";
      wire.passed["1000 legal"] = "below 2";
      wire.names["1000=ok"] = {"0"};
      wire.names["1000=err"] = {"1"};
    }
  }
  wire.passed["returns"] = function.noreturn ? "never" : "yes";
  return wire;
}

bool naive_same(const NaiveWire& a, const NaiveWire& b) {
  if (!same_passed(a, b) || !same_passed(b, a)) return false;
  return std::ranges::all_of(a.names, [&b](const auto& name) {
    const auto other = b.names.find(name.first);
    return other == b.names.end() || std::ranges::includes(name.second, other->second) ||
           std::ranges::includes(other->second, name.second);
  });
}

}  // namespace tests
