// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "upgrade/proof.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "model/layout.h"
#include "model/wire.h"

namespace upgrade {
namespace {

using model::Model;
using model::TypeId;

// What may not change, by what it is about: "type size" → "u32, size 4, align 4".
using Facts = std::map<std::string, std::string>;

class FactFinder {
 public:
  FactFinder(const Model& model, const model::Layouts& layouts) : model_(model), layouts_(layouts) {}

  Facts run() {
    for (const model::Definition& definition : model_.definitions) add_type(definition);
    for (const model::Resource& resource : model_.resources)
      add_text(fmt::format("docs of resource '{}'", resource.name), resource.docs);
    for (const model::Constant& constant : model_.constants) add_constant(constant.type, constant);
    for (const model::Module& module : model_.modules) {
      std::vector<std::string_view> functions;
      for (const model::Function& function : module.functions) functions.emplace_back(function.name);
      facts_[fmt::format("module '{}'", module.name)] = fmt::format("{}", fmt::join(functions, ", "));
      add_text(fmt::format("docs of module '{}'", module.name), module.docs);
      for (const model::MemoryImport& memory : module.imports)
        add_text(fmt::format("docs of memory '{}'", memory.name), memory.docs);
      for (const model::Function& function : module.functions)
        add_function(fmt::format("'{}.{}'", module.name, function.name), function);
    }
    return std::move(facts_);
  }

 private:
  void add_text(const std::string& what, const std::string& text) {
    if (!text.empty()) facts_[what] = text;
  }

  void add_type(const model::Definition& definition) {
    const model::Layout& layout = layouts_[definition.type];
    facts_[fmt::format("type '{}'", definition.name)] =
        fmt::format("{}, size {}, align {}", shape(definition.type), layout.size, layout.align);
    add_text(fmt::format("docs of type '{}'", definition.name), definition.docs);
    std::visit(
        [&](const auto& s) {
          using Shape = std::decay_t<decltype(s)>;
          if constexpr (std::is_same_v<Shape, model::Enum>) add_docs(definition, s.cases);
          if constexpr (std::is_same_v<Shape, model::Flags>) add_docs(definition, s.flags);
          if constexpr (std::is_same_v<Shape, model::Record>) add_docs(definition, s.fields);
          if constexpr (std::is_same_v<Shape, model::Variant>) add_docs(definition, s.cases);
          if constexpr (std::is_same_v<Shape, model::Union>) add_docs(definition, s.members);
          if constexpr (std::is_same_v<Shape, model::Int>) {
            for (const model::Value& value : s.constants) add_constant(definition.name, value);
          }
        },
        model_.types[definition.type].shape);
  }

  template <typename Members>
  void add_docs(const model::Definition& definition, const Members& members) {
    for (const auto& member : members)
      add_text(fmt::format("docs of '{}.{}'", definition.name, member.name), member.docs);
  }

  // In an open integer or beside it.
  template <typename Constant>
  void add_constant(std::string_view type, const Constant& constant) {
    facts_[fmt::format("constant '{}.{}'", type, constant.name)] = fmt::format("{}", constant.value);
    add_text(fmt::format("docs of '{}.{}'", type, constant.name), constant.docs);
  }

  void add_function(const std::string& name, const model::Function& function) {
    add_text(fmt::format("docs of {}", name), function.docs);
    std::vector<std::string_view> names;
    for (const model::Field& param : function.params) names.emplace_back(param.name);
    facts_[fmt::format("parameter names of {}", name)] = fmt::format("{}", fmt::join(names, ", "));
    for (const model::Field& param : function.params)
      add_text(fmt::format("docs of parameter '{}' of {}", param.name, name), param.docs);
    // Several results may have become one.
    std::string docs;
    for (const model::Field& result : function.results)
      docs += docs.empty() || result.docs.empty() ? result.docs : '\n' + result.docs;
    add_text(fmt::format("docs of the results of {}", name), docs);
  }

  [[nodiscard]] std::string part(TypeId id) const { return id ? shape(id) : "nothing"; }

  template <typename Members>
  [[nodiscard]] std::string members(const Members& all, std::string_view offsets = {}) const {
    std::string text(offsets);
    for (const auto& member : all) {
      if constexpr (std::is_same_v<Members, std::vector<model::Value>>) {
        text += fmt::format(" {}={}", member.name, member.value);
      } else if constexpr (std::is_same_v<Members, std::vector<model::Case>>) {
        text += fmt::format(" {}: {},", member.name, part(member.payload));
      } else {
        text += fmt::format(" {}: {},", member.name, part(member.type));
      }
    }
    return text;
  }

  // Types that have names are called by them; each of these is a fact of its own.
  [[nodiscard]] std::string shape(TypeId id) const {
    const auto offsets = [&] { return fmt::format(" at {}", fmt::join(layouts_[id].offsets, " ")); };
    return std::visit(
        [&](const auto& s) -> std::string {
          using Shape = std::decay_t<decltype(s)>;
          if constexpr (std::is_same_v<Shape, model::Unknown>) {
            return "unknown";
          } else if constexpr (std::is_same_v<Shape, model::Primitive>) {
            return fmt::format("primitive {}", static_cast<int>(s));
          } else if constexpr (std::is_same_v<Shape, model::Alias>) {
            return model_.definitions[s.definition].name;
          } else if constexpr (std::is_same_v<Shape, model::Bool>) {
            return fmt::format("bool {}", bits_of(s.repr));
          } else if constexpr (std::is_same_v<Shape, model::Enum>) {
            return fmt::format("enum {}{}", bits_of(s.repr), members(s.cases));
          } else if constexpr (std::is_same_v<Shape, model::Int>) {
            return fmt::format("primitive {}", static_cast<int>(s.repr));
          } else if constexpr (std::is_same_v<Shape, model::Flags>) {
            return fmt::format("flags {}{}", bits_of(s.repr), members(s.flags));
          } else if constexpr (std::is_same_v<Shape, model::Record>) {
            return "record" + members(s.fields, offsets());
          } else if constexpr (std::is_same_v<Shape, model::Variant>) {
            return fmt::format("variant {}{}", bits_of(s.repr), members(s.cases, offsets()));
          } else if constexpr (std::is_same_v<Shape, model::Union>) {
            return "union" + members(s.members, offsets());
          } else if constexpr (std::is_same_v<Shape, model::List>) {
            return fmt::format("list of {}", part(s.element));
          } else if constexpr (std::is_same_v<Shape, model::Pointer>) {
            return fmt::format("{} to {}", s.constant ? "const pointer" : "pointer", part(s.pointee));
          } else if constexpr (std::is_same_v<Shape, model::Handle>) {
            return s.resource ? fmt::format("handle of {}", model_.resources[s.resource].name) : "handle";
          } else {
            static_assert(std::is_same_v<Shape, model::Buffer>);
            return fmt::format("{} of {}", s.out ? "out-buffer" : "in-buffer", part(s.element));
          }
        },
        model_.types[id].shape);
  }

  const Model& model_;
  const model::Layouts& layouts_;
  Facts facts_;
};

// An open integer is the unsigned integer of its size.
static_assert(static_cast<int>(model::Repr::u8) == static_cast<int>(model::Primitive::u8) &&
              static_cast<int>(model::Repr::u64) == static_cast<int>(model::Primitive::u64));

struct Side {
  const Model& model;
  const model::Layouts& layouts;
};

// What some function would exchange otherwise. Both sides have the same functions, in their order.
std::optional<std::string> wire_difference(const Side& before, const Side& after) {
  model::WireNumbers numbers;
  const model::WireForms then(before.model, before.layouts, numbers);
  const model::WireForms now(after.model, after.layouts, numbers);
  const model::SameWire same(then, now);
  for (std::size_t m = 0; m < before.model.modules.size(); ++m) {
    const model::Module& old_module = before.model.modules[model::ModuleId(m)];
    const model::Module& new_module = after.model.modules[model::ModuleId(m)];
    for (std::size_t f = 0; f < old_module.functions.size(); ++f) {
      const model::Function& function = old_module.functions[f];
      const auto told = same.difference(then.function(function), now.function(new_module.functions[f]));
      if (told) return fmt::format("'{}.{}' {}", old_module.name, function.name, *told);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> difference(const Model& before, const Model& after) {
  const model::Layouts old_layouts(before, {});
  const model::Layouts new_layouts(after, {});
  const Facts then = FactFinder(before, old_layouts).run();
  const Facts now = FactFinder(after, new_layouts).run();
  for (const auto& [what, value] : then) {
    const auto found = now.find(what);
    if (found == now.end()) return fmt::format("{} would be gone", what);
    if (found->second != value) return fmt::format("{} would change from '{}' to '{}'", what, value, found->second);
  }
  for (const auto& [what, value] : now) {
    if (!then.contains(what) && !what.starts_with("type ") && !what.starts_with("docs of type "))
      return fmt::format("{} would be new", what);
  }
  return wire_difference({.model = before, .layouts = old_layouts}, {.model = after, .layouts = new_layouts});
}

}  // namespace upgrade
