// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/cpp/calls.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "backend/cpp/flat.h"
#include "bind/forms.h"
#include "model/match.h"

namespace backend::cpp {
namespace {

using bind::Slot;
using model::Core;
using model::OneOf;
using model::Role;
using model::TypeId;

// What returns by value: a carrier, or a pointer to what is too large for one.
bool is_in_memory(const model::Model& model, TypeId id) {
  return bind::is_aggregate(model, id) || bind::is_list(model, id);
}

class CallBuilder {
 public:
  CallBuilder(const bind::Plan& plan, const Spelling& spelling, const bind::FunctionPlan& planned)
      : plan_(plan),
        model_(plan.model),
        spelling_(spelling),
        function_(*planned.function),
        names_(*planned.names),
        planned_(planned.call),
        flat_(plan, spelling) {}

  Call run() {
    answer();
    for (std::size_t i = 0; is_flat() && i < function_.params.size(); ++i)
      taken_apart_.push_back(flat_.lower(function_.params[i].type, names_.params[i].identifier));
    for (const Slot& slot : planned_.slots) pass(slot);
    typed_params();
    finish();
    return std::move(call_);
  }

 private:
  [[nodiscard]] bool is_flat() const { return function_.convention == model::Convention::flat; }

  void raw(const std::string& type, const Slot& slot, std::string arg) {
    call_.raw_params.push_back(fmt::format("{} {}", type, slot.name));
    call_.args.push_back(std::move(arg));
  }

  void answer() {
    const model::Answer& answer = planned_.answer;
    switch (answer.kind) {
      case model::Answer::Kind::nothing: return;
      case model::Answer::Kind::value: {
        const TypeId first = function_.results[0].type;
        call_.raw_result = is_in_memory(model_, first) ? "const " + spelling_.type(first) + "*"
                                                       : spelling_.carrier(planned_.signature.results[0], first);
        call_.kind = answer.given ? Call::Kind::value : Call::Kind::general;
        call_.type = given_type();
        return;
      }
      case model::Answer::Kind::error:
        error();
        call_.kind = answer.given || answer.is_several(function_) ? Call::Kind::payload : Call::Kind::status;
        if (call_.kind == Call::Kind::payload) written();
        return;
      case model::Answer::Kind::flat: return flat_results();
    }
  }

  // Of what a caller gets.
  [[nodiscard]] std::string given_type() const {
    const TypeId id = planned_.answer.given;
    return id ? spelling_.type(id) : names_.result.identifier;
  }

  // What a caller gets where the engine writes it.
  void written() {
    const TypeId id = planned_.answer.given;
    call_.type = given_type();
    const bool scalar = id && (bind::has_named_values(model_, id) ||
                               std::holds_alternative<model::Primitive>(model::resolved(model_, id).shape));
    call_.uses_out = !scalar;
    call_.out_type = scalar ? call_.type : fmt::format("witx::Out<{}>", call_.type);
    if (scalar) call_.out_value = "out_";
  }

  // What is neither an enum nor a number is known by its number alone.
  void error() {
    const bool wide = planned_.signature.results[0] == Core::i64;
    const TypeId id = planned_.answer.error;
    const bool named = id && bind::has_named_values(model_, id);
    call_.error = {.type = named ? spelling_.type(id) : carrier_of(wide ? Core::i64 : Core::i32),
                   .code = wide ? "witx::s64" : "witx::s32"};
    call_.raw_result = call_.error->code;
  }

  [[nodiscard]] Around lifting(TypeId id) const {
    return is_in_memory(model_, id) ? Around{.before = "*", .after = ""} : spelling_.lifting(id);
  }

  void flat_results() {
    call_.kind = Call::Kind::general;
    const std::vector<Core>& cores = planned_.flat_results;
    const bool in_memory = cores.size() > 1;
    std::vector<FlatValue> values;
    for (std::size_t i = 0; i < cores.size(); ++i) {
      const FlatValue word{.core = in_memory ? Core::i64 : cores[i],
                           .value = in_memory ? fmt::format("area_[{}]", i) : "code_"};
      values.push_back({.core = cores[i], .value = converted(word, cores[i])});
    }
    if (in_memory) call_.locals.push_back(fmt::format("witx::u64 area_[{}];", cores.size()));
    if (cores.size() == 1) {
      call_.raw_result = carrier_of(cores[0]);
      call_.keeps_code = true;
    }
    std::size_t next = 0;
    std::string parts;
    for (const model::Field& result : function_.results)
      parts += (parts.empty() ? "" : ", ") + flat_.lift(result.type, values, next);
    call_.type = given_type();
    call_.answer = planned_.answer.given ? parts : fmt::format("{}{{{}}}", call_.type, parts);
  }

  void pass(const Slot& slot) {
    const TypeId type = slot.carries.type;
    const std::string param =
        bind::is_of_result(slot.carries.role) ? std::string() : names_.params[slot.carries.index].identifier;
    switch (slot.carries.role) {
      case Role::value: return pass_value(slot, param);
      case Role::indirect: return raw("const " + spelling_.type(type) + "*", slot, "&" + param);
      case Role::list_pointer: return raw(spelling_.element(type) + "*", slot, param + ".data()");
      case Role::list_length: return raw("witx::usize", slot, param + ".size()");
      case Role::result: return raw(spelling_.type(type) + "*", slot, "&" + place_of(slot));
      case Role::result_pointer: return pass_result_list(slot);
      case Role::result_length: return raw("witx::usize*", slot, fmt::format("&{}_size_", list_));
      case Role::results: return raw("witx::u64*", slot, "area_");
    }
  }

  void pass_value(const Slot& slot, const std::string& param) {
    const Core core = slot.carries.core;
    const TypeId type = slot.carries.type;
    if (is_flat()) return raw(carrier_of(core), slot, taken_apart_[slot.carries.index][slot.part].value);
    raw(spelling_.carrier(core, type), slot, spelling_.lowered(type, core, param));
  }

  // Where a result is written.
  [[nodiscard]] std::string place_of(const Slot& slot) const {
    return slot.member.empty() ? call_.out_value : "out_.value." + slot.member;
  }

  // A list among the results of the oldest convention: pointer and length are written apart.
  void pass_result_list(const Slot& slot) {
    list_ = slot.name;
    const std::string element = spelling_.element(slot.carries.type);
    call_.locals.push_back(fmt::format("{}* {}_data_ = nullptr;", element, list_));
    call_.locals.push_back(fmt::format("witx::usize {}_size_ = 0;", list_));
    raw(element + "**", slot, fmt::format("&{}_data_", list_));
    call_.assignments.push_back(fmt::format("{} = {{{}_data_, {}_size_}};", place_of(slot), list_, list_));
  }

  [[nodiscard]] bool is_passed(std::size_t index) const {
    return std::any_of(planned_.slots.begin(), planned_.slots.end(), [&](const Slot& slot) {
      return slot.carries.index == index && !bind::is_of_result(slot.carries.role);
    });
  }

  void typed_params() {
    bind::Scope sizes(&plan_.outline.types);
    sizes.reserve(names_.name.identifier);
    for (const bind::Name& name : names_.params) sizes.reserve(name.identifier);
    for (const Slot& slot : planned_.slots) static_cast<void>(sizes.add(slot.name));
    for (std::size_t i = 0; i < function_.params.size(); ++i) {
      const TypeId type = function_.params[i].type;
      const std::string& name = names_.params[i].identifier;
      // What takes no slot, such as an empty record of a flat function, is not passed on.
      const char* unused = is_passed(i) ? "" : "[[maybe_unused]] ";
      call_.typed_params.push_back(fmt::format("{}{} {}", unused, spelling_.param(type), name));
      if (!bind::is_list(model_, type) || bind::is_text(model_, type)) {
        call_.array_params.push_back(call_.typed_params.back());
        call_.array_args.push_back(name);
        continue;
      }
      const std::string element = spelling_.element(type);
      call_.array_sizes.push_back(sizes.add("N"));
      call_.array_params.push_back(fmt::format("{} (&{})[{}]", element, name, call_.array_sizes.back()));
      call_.array_args.push_back(fmt::format("witx::Span<{}>({})", element, name));
    }
    if (!call_.array_sizes.empty()) return;
    call_.array_params.clear();
    call_.array_args.clear();
  }

  void finish() {
    if (call_.kind == Call::Kind::value) call_.around = lifting(function_.results[0].type);
    if (is_flat() || call_.kind == Call::Kind::nothing || call_.kind == Call::Kind::status) return;
    const bool several = !call_.error && call_.kind == Call::Kind::general;
    if (!several && call_.assignments.empty()) return;
    // Lists that come back need a statement each; so does a first result among others.
    call_.kind = Call::Kind::general;
    call_.keeps_code = true;
    call_.uses_out = true;
    call_.locals.insert(call_.locals.begin(), fmt::format("witx::Out<{}> out_;", call_.type));
    if (several) {
      const std::string first = lifting(function_.results[0].type).of("code_");
      call_.assignments.insert(call_.assignments.begin(),
                               fmt::format("out_.value.{} = {};", names_.results[0].identifier, first));
      call_.answer = "out_.value";
    } else {
      call_.answer = "{code_, out_.value}";
    }
  }

  const bind::Plan& plan_;
  const model::Model& model_;
  const Spelling& spelling_;
  const model::Function& function_;
  const bind::FunctionNames& names_;
  const bind::CallPlan& planned_;
  Flat flat_;
  Call call_;
  // Of the flat convention, each parameter's core values.
  std::vector<std::vector<FlatValue>> taken_apart_;
  // The list that is being written.
  std::string list_;
};

}  // namespace

Call call_of(const bind::Plan& plan, const Spelling& spelling, const bind::FunctionPlan& function) {
  return CallBuilder(plan, spelling, function).run();
}

void note_call(const bind::Plan& plan, const Spelling& spelling, const bind::FunctionPlan& planned, bool typed,
               Spelled& spelled) {
  const auto note_element = [&](TypeId id) {
    model::match(
        model::resolved(plan.model, id).shape,
        [&](const OneOf<model::List, model::Buffer> auto& list) {
          if (!bind::is_text(plan.model, id)) spelling.note_type(list.element, spelled);
        },
        [](const OneOf<model::Unknown, model::Primitive, model::Alias, model::Bool, model::Enum, model::Int,
                       model::Flags, model::Record, model::Variant, model::Union, model::Pointer,
                       model::Handle> auto&) {});
  };
  for (const Slot& slot : planned.call.slots) {
    const TypeId type = slot.carries.type;
    switch (slot.carries.role) {
      case Role::value:
        if (std::holds_alternative<model::Pointer>(model::resolved(plan.model, type).shape))
          spelling.note_type(type, spelled);
        break;
      case Role::indirect:
      case Role::result: spelling.note_type(type, spelled); break;
      case Role::list_pointer:
      case Role::result_pointer: note_element(type); break;
      case Role::list_length:
      case Role::result_length:
      case Role::results: break;
    }
  }
  const std::vector<model::Field>& results = planned.function->results;
  const model::Answer& answer = planned.call.answer;
  const bool value = answer.kind == model::Answer::Kind::value;
  if (value && (is_in_memory(plan.model, results[0].type) ||
                std::holds_alternative<model::Pointer>(model::resolved(plan.model, results[0].type).shape)))
    spelling.note_type(results[0].type, spelled);
  if (!typed) return;
  for (const model::Field& param : planned.function->params) {
    const bool truth = std::holds_alternative<model::Bool>(model::resolved(plan.model, param.type).shape);
    if (!truth) spelling.note_type(param.type, spelled);
    // An overload for arrays makes a span of each.
    if (bind::is_list(plan.model, param.type) && !bind::is_text(plan.model, param.type)) spelled.span = true;
  }
  if (answer.given) spelling.note_type(answer.given, spelled);
  for (std::size_t i = answer.first; answer.is_several(*planned.function) && i < results.size(); ++i)
    spelling.note_type(results[i].type, spelled);
}

}  // namespace backend::cpp
