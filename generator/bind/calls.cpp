// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "bind/calls.h"

#include <fmt/format.h>

#include <utility>

#include "bind/forms.h"

namespace bind {
namespace {

using model::CoreParam;
using model::Role;

class Planner {
 public:
  Planner(const model::Model& model, const Naming& naming, const Outline& outline, const model::Function& function,
          const FunctionNames& names)
      : model_(model),
        naming_(naming),
        outline_(outline),
        function_(function),
        names_(names),
        scope_(&outline.beside_params) {}

  CallPlan run(const model::Layouts& layouts) {
    call_.signature = model::lower(model_, layouts, function_);
    call_.answer = model::answer_of(model_, function_);
    reserve_names();
    for (const CoreParam& param : call_.signature.params) {
      Slot slot{.carries = param, .name = {}, .part = 0, .member = {}};
      if (is_of_result(param.role)) {
        name_result(slot);
      } else {
        name_param(slot);
      }
      call_.slots.push_back(std::move(slot));
    }
    if (call_.answer.kind == model::Answer::Kind::flat) {
      for (const model::Field& result : function_.results) {
        const std::vector<model::Core> more = model::flatten(model_, layouts, result.type);
        call_.flat_results.insert(call_.flat_results.end(), more.begin(), more.end());
      }
    }
    return std::move(call_);
  }

 private:
  void reserve_names() {
    for (const Name& name : names_.params) scope_.reserve(name.identifier);
    if (!naming_.flat_names) return;
    scope_.reserve(names_.name.identifier);
    scope_.reserve(names_.import.identifier);
  }

  void name_param(Slot& slot) {
    const CoreParam& param = slot.carries;
    const std::string& name = names_.params[param.index].identifier;
    const Slot* before = call_.slots.empty() ? nullptr : &call_.slots.back();
    const bool continues =
        before != nullptr && !is_of_result(before->carries.role) && before->carries.index == param.index;
    if (continues) slot.part = before->part + 1;
    if (param.role == Role::list_length) {
      slot.name = scope_.add(name + "_len");
    } else if (param.role == Role::value && is_aggregate(model_, param.type)) {
      slot.name = scope_.add(fmt::format("{}_{}", name, slot.part));
    } else {
      slot.name = name;
    }
  }

  void name_result(Slot& slot) {
    const CoreParam& param = slot.carries;
    if (param.role == Role::results) {
      slot.name = scope_.add("area");
    } else if (param.role == Role::result_length) {
      // The pointer stands before it.
      slot.member = call_.slots.back().member;
      slot.name = scope_.add(list_ + "_len");
    } else {
      slot.member = member_of(param);
      list_ = base_name(param, slot.member);
      slot.name = scope_.add(list_);
    }
  }

  // Of what a caller is given, the member that is written.
  [[nodiscard]] std::string member_of(const CoreParam& param) const {
    const model::Answer& answer = call_.answer;
    if (answer.is_several(function_)) return names_.results[param.index - answer.first].identifier;
    if (function_.convention != model::Convention::preview1) return {};
    const auto* record = std::get_if<model::Record>(&model::resolved(model_, answer.given).shape);
    if (record == nullptr || !record->tuple) return {};
    const Declaration* tuple = outline_.find(behind_names(model_, answer.given));
    return tuple == nullptr ? std::string() : tuple->members[param.member].identifier;
  }

  std::string base_name(const CoreParam& param, const std::string& member) {
    const bool one_result = function_.convention == model::Convention::preview1;
    if (one_result && !naming_.result_pointer.empty()) return fmt::format("{}{}", naming_.result_pointer, pointers_++);
    if (!member.empty()) return member;
    return one_result ? "value" : to_style("value_" + function_.results[param.index].name, Style::snake);
  }

  const model::Model& model_;
  const Naming& naming_;
  const Outline& outline_;
  const model::Function& function_;
  const FunctionNames& names_;
  Scope scope_;
  CallPlan call_;
  // What the pointer to a list was named after.
  std::string list_;
  unsigned pointers_ = 0;
};

}  // namespace

bool is_of_result(Role role) {
  switch (role) {
    case Role::value:
    case Role::indirect:
    case Role::list_pointer:
    case Role::list_length: return false;
    case Role::result:
    case Role::result_pointer:
    case Role::result_length:
    case Role::results: return true;
  }
  return false;
}

CallPlan call_plan(const model::Model& model, const model::Layouts& layouts, const Naming& naming,
                   const Outline& outline, const model::Function& function, const FunctionNames& names) {
  return Planner(model, naming, outline, function, names).run(layouts);
}

}  // namespace bind
