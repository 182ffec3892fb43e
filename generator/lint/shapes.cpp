// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rules about types and how they are used.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "lint/rules.h"

namespace lint {
namespace {

using diagnostics::Code;

// Marks a type and everything that it is made of.
class Reach {
 public:
  explicit Reach(const model::Model& model) : model_(model), types_(model.types.size(), false) {}

  void add(model::TypeId id) {
    if (!id || types_[id.index()]) return;
    types_[id.index()] = true;
    std::visit([this](const auto& shape) { parts(shape); }, model_.types[id].shape);
  }

  [[nodiscard]] bool has(model::DefinitionId id) const { return definitions_.contains(id.index()); }

 private:
  void parts(const model::Alias& alias) {
    definitions_.insert(alias.definition.index());
    add(model_.definitions[alias.definition].type);
  }
  void parts(const model::Record& record) {
    for (const model::Field& field : record.fields) add(field.type);
  }
  void parts(const model::Union& u) {
    for (const model::Field& member : u.members) add(member.type);
  }
  void parts(const model::Variant& variant) {
    add(variant.tag);
    for (const model::Case& c : variant.cases) add(c.payload);
  }
  void parts(const model::List& list) { add(list.element); }
  void parts(const model::Pointer& pointer) { add(pointer.pointee); }
  void parts(const model::Buffer& buffer) { add(buffer.element); }
  void parts(const model::Handle& handle) {
    for (const model::DefinitionId super : handle.supertypes) definitions_.insert(super.index());
  }
  void parts(const model::Unknown& /*shape*/) {}
  void parts(const model::Primitive& /*shape*/) {}
  void parts(const model::Bool& /*shape*/) {}
  void parts(const model::Enum& /*shape*/) {}
  void parts(const model::Int& /*shape*/) {}
  void parts(const model::Flags& /*shape*/) {}

  const model::Model& model_;
  std::vector<bool> types_;
  std::set<std::size_t> definitions_;
};

bool is_success(std::string_view name) {
  constexpr std::array words{"success", "ok", "none", "no_error", "esuccess"};
  return std::find(words.begin(), words.end(), name) != words.end();
}

// "len", "buf_len": what says how many there are.
bool is_length(const model::Model& model, const model::Field& field) {
  const auto* const primitive = std::get_if<model::Primitive>(&resolved(model, field.type).shape);
  if (primitive == nullptr) return false;
  if (*primitive != model::Primitive::u32 && *primitive != model::Primitive::usize &&
      *primitive != model::Primitive::u64)
    return false;
  constexpr std::array words{"len", "length", "size", "count"};
  return std::any_of(words.begin(), words.end(), [&field](std::string_view word) {
    return field.name == word || field.name.ends_with("_" + std::string(word));
  });
}

void pointers_in(const Subject& subject, const std::vector<model::Field>& fields, Report& report) {
  for (std::size_t i = 0; i + 1 < fields.size(); ++i) {
    if (!std::holds_alternative<model::Pointer>(resolved(subject.model, fields[i].type).shape)) continue;
    if (!is_length(subject.model, fields[i + 1])) continue;
    diagnostics::Diagnostic* const found =
        report.add(Code::lint_pointer, fields[i].span,
                   fmt::format("'{}' and '{}' are a list that is written as two", fields[i].name, fields[i + 1].name));
    if (found != nullptr) found->also(fields[i + 1].span, "its length");
  }
}

}  // namespace

void unused_types(const Subject& subject, Report& report) {
  const model::Model& model = subject.model;
  Reach reach(model);
  bool any = false;
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) {
      any = true;
      for (const model::Field& param : function.params) reach.add(param.type);
      for (const model::Field& result : function.results) reach.add(result.type);
    }
  }
  // A document without functions is there for others to use.
  if (!any) return;
  std::set<std::string_view> with_constants;
  for (const model::Constant& constant : model.constants) with_constants.insert(constant.type);
  for (std::size_t i = 0; i < model.definitions.size(); ++i) {
    const model::DefinitionId id(static_cast<std::uint32_t>(i));
    const model::Definition& definition = model.definitions[id];
    if (definition.hidden || reach.has(id) || with_constants.contains(definition.name)) continue;
    report.add(Code::lint_unused_type, definition.span, fmt::format("no function uses the type '{}'", definition.name));
  }
}

void errors_without_success(const Subject& subject, Report& report) {
  std::set<const model::Enum*> seen;
  for (const model::Module& module : subject.model.modules) {
    for (const model::Function& function : module.functions) {
      for (const model::Field& result : function.results) {
        const model::Variant* const expected = as_expected(subject.model, result.type);
        if (expected == nullptr || !expected->cases.back().payload) continue;
        const auto* const error =
            std::get_if<model::Enum>(&resolved(subject.model, expected->cases.back().payload).shape);
        if (error == nullptr || !seen.insert(error).second) continue;
        const auto zero = std::find_if(error->cases.begin(), error->cases.end(),
                                       [](const model::Value& value) { return value.value == 0; });
        if (zero == error->cases.end() || is_success(zero->name)) continue;
        diagnostics::Diagnostic* const found =
            report.add(Code::lint_no_success, zero->span,
                       fmt::format("the error '{}' has the value 0, which stands for success", zero->name));
        if (found != nullptr) found->also(function.span, "which returns such an error");
      }
    }
  }
}

void padding(const Subject& subject, Report& report) {
  for (const model::Definition& definition : subject.model.definitions) {
    const auto* const record = std::get_if<model::Record>(&subject.model.types[definition.type].shape);
    if (record == nullptr || record->tuple) continue;
    const std::uint64_t size = subject.layouts[definition.type].size;
    const std::uint64_t smallest = smallest_size(*record, subject.layouts);
    if (smallest == size) continue;
    report.add(
        Code::lint_padding, definition.span,
        fmt::format("'{}' takes {} bytes; in another order its fields take {}", definition.name, size, smallest));
  }
}

void pointers_for_lists(const Subject& subject, Report& report) {
  for (const model::Type& type : subject.model.types) {
    if (const auto* const record = std::get_if<model::Record>(&type.shape))
      pointers_in(subject, record->fields, report);
  }
  for (const model::Module& module : subject.model.modules) {
    for (const model::Function& function : module.functions) pointers_in(subject, function.params, report);
  }
}

void full_flags(const Subject& subject, Report& report) {
  for (const model::Definition& definition : subject.model.definitions) {
    const auto* const flags = std::get_if<model::Flags>(&subject.model.types[definition.type].shape);
    if (flags == nullptr) continue;
    const std::size_t bits = bits_of(flags->repr);
    const std::size_t left = bits - std::min(bits, flags->flags.size());
    if (left > bits / 8) continue;
    report.add(Code::lint_flags_full, definition.span,
               fmt::format("'{}' has {} flags in {} bits: {} left", definition.name, flags->flags.size(), bits, left));
  }
}

}  // namespace lint
