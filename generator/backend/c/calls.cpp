// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/c/calls.h"

#include <fmt/format.h>

#include <utility>

#include "bind/forms.h"

namespace backend::c {
namespace {

using bind::Slot;
using model::Core;
using model::Role;
using model::TypeId;

class CallBuilder {
 public:
  CallBuilder(const bind::Plan& plan, const Spelling& spelling, const bind::FunctionPlan& planned)
      : model_(plan.model),
        spelling_(spelling),
        function_(*planned.function),
        names_(*planned.names),
        planned_(planned.call) {}

  Call run() {
    if (!planned_.signature.results.empty()) add_result(planned_.signature.results[0]);
    for (const Slot& slot : planned_.slots) add_slot(slot);
    if (function_.noreturn) call_.before.clear();
    return std::move(call_);
  }

 private:
  // Ended by a zero where no length goes with it.
  [[nodiscard]] bool is_measured(TypeId id) const {
    const auto* list = std::get_if<model::List>(&model::resolved(model_, id).shape);
    if (list == nullptr) return false;
    const auto* element = std::get_if<model::Primitive>(&model::resolved(model_, list->element).shape);
    return element != nullptr && *element == model::Primitive::char_;
  }

  void add_result(Core core) {
    call_.import_result = core_name(core, true);
    switch (planned_.answer.kind) {
      case model::Answer::Kind::nothing: return;
      case model::Answer::Kind::error: return add_error(planned_.answer.error);
      case model::Answer::Kind::flat:
        call_.result = call_.import_result = core_name(core, false);
        call_.before = "return ";
        return;
      case model::Answer::Kind::value: break;
    }
    const TypeId type = function_.results[0].type;
    if (bind::is_aggregate(model_, type) || bind::is_list(model_, type)) {
      call_.result = call_.import_result = constant(spelling_.type(type)) + "*";
      call_.before = "return ";
      return;
    }
    call_.result = spelling_.type(type);
    call_.import_result = spelling_.carrier(core, type);
    call_.before = fmt::format("return ({})", call_.result);
  }

  // An error that is not a number is known by its number alone.
  void add_error(TypeId id) {
    call_.result_is_error = true;
    const bool named = id && bind::has_named_values(model_, id);
    call_.result = named ? spelling_.type(id) : call_.import_result;
    call_.before = named ? fmt::format("return ({})", call_.result) : "return ";
  }

  // A parameter of both, passed on as it is.
  void add(const std::string& type, const Slot& slot) {
    call_.params.push_back(fmt::format("{} {}", type, slot.name));
    pass(type, slot.name);
  }
  void pass(const std::string& type, const std::string& arg) {
    call_.import_params.push_back(type);
    call_.args.push_back(arg);
  }

  void add_slot(const Slot& slot) {
    const TypeId type = slot.carries.type;
    switch (slot.carries.role) {
      case Role::value: return add_value(slot);
      case Role::indirect: return add(constant(spelling_.type(type)) + "*", slot);
      case Role::list_pointer: return add(spelling_.element(type) + "*", slot);
      case Role::list_length: return add_length(slot);
      case Role::result: return add(spelling_.type(type) + "*", slot);
      case Role::result_pointer: return add(spelling_.element(type) + "**", slot);
      case Role::result_length: return add("size_t*", slot);
      case Role::results: return add("uint64_t*", slot);
    }
  }

  void add_value(const Slot& slot) {
    const model::CoreParam& param = slot.carries;
    if (bind::is_aggregate(model_, param.type)) return add(core_name(param.core, false), slot);
    const std::string type = spelling_.type(param.type);
    const std::string carried = spelling_.carrier(param.core, param.type);
    call_.params.push_back(fmt::format("{} {}", type, slot.name));
    const bool as_it_is = carried == type || param.core == Core::f32 || param.core == Core::f64 ||
                          carried == "size_t" ||
                          std::holds_alternative<model::Pointer>(model::resolved(model_, param.type).shape);
    pass(carried, as_it_is ? slot.name : fmt::format("({}){}", carried, slot.name));
  }

  void add_length(const Slot& slot) {
    if (!is_measured(slot.carries.type)) return add("size_t", slot);
    pass("size_t", fmt::format("__builtin_strlen({})", names_.params[slot.carries.index].identifier));
  }

  const model::Model& model_;
  const Spelling& spelling_;
  const model::Function& function_;
  const bind::FunctionNames& names_;
  const bind::CallPlan& planned_;
  Call call_;
};

}  // namespace

Call call_of(const bind::Plan& plan, const Spelling& spelling, const bind::FunctionPlan& function) {
  return CallBuilder(plan, spelling, function).run();
}

}  // namespace backend::c
