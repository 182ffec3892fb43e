// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/zig/zig.h"

#include <fmt/format.h>

#include <utility>

#include "bind/forms.h"

namespace backend::zig {
namespace {

using bind::Slot;
using model::Role;
using model::TypeId;

bool is_flags(const bind::Plan& plan, TypeId id) {
  return std::holds_alternative<model::Flags>(model::resolved(plan.model, id).shape);
}

// A host may set bits beyond those of the type.
std::string from_number(const bind::Plan& plan, TypeId id, const std::string& type, std::string_view number) {
  switch (nature_of(plan.model, id)) {
    case Nature::real: return std::string(number);
    case Nature::pointer: return fmt::format("@as({}, @ptrFromInt({}))", type, number);
    case Nature::distinct:
      return fmt::format("@as({}, @{}(@as({}, @truncate({}))))", type, is_flags(plan, id) ? "bitCast" : "enumFromInt",
                         words.repr(repr_of(plan.model, id)), number);
    default: return fmt::format("@as({}, @truncate({}))", type, number);
  }
}

class CallBuilder {
 public:
  CallBuilder(const bind::Plan& plan, const bind::FunctionPlan& function)
      : plan_(plan), function_(*function.function), names_(*function.names), planned_(function.call) {}

  TypedCall run() {
    call_.result = call_.raw_result = function_.noreturn ? "noreturn" : "void";
    if (!planned_.signature.results.empty()) answer(planned_.answer);
    for (const Slot& slot : planned_.slots) add(slot, slot.carries.type);
    return std::move(call_);
  }

 private:
  [[nodiscard]] std::string type(TypeId id) const { return words.type(plan_, id); }
  [[nodiscard]] Nature nature(TypeId id) const { return nature_of(plan_.model, id); }
  [[nodiscard]] bool is_integer(TypeId id) const { return nature(id) <= Nature::distinct; }

  // What narrower integers of the same sign become by themselves.
  [[nodiscard]] std::string core(model::Core core, TypeId id) const {
    const std::string name = model::name_of(core);
    return name[0] == 'i' && !(id && is_signed(plan_.model, id)) ? "u" + name.substr(1) : name;
  }

  void answer(const model::Answer& answer) {
    call_.raw_result = core(planned_.signature.results[0], {});
    call_.answer = "code_";
    const bool several = answer.is_several(function_);
    const std::string given = answer.given ? type(answer.given) : several ? names_.result.identifier : "";
    if (answer.kind == model::Answer::Kind::flat) {
      call_.result = call_.raw_result;
    } else if (answer.kind == model::Answer::Kind::error) {
      const bool named = answer.error && bind::has_named_values(plan_.model, answer.error);
      call_.error = named ? type(answer.error) : call_.raw_result;
      if (named) call_.answer = words.made_of(plan_, answer.error, "code_");
      call_.written = given;
      call_.result = fmt::format("Result({}, {})", given.empty() ? "void" : given, call_.error);
    } else {
      value(function_.results[0].type);
      call_.result = given;
      if (!several) return;
      call_.written = given;
      call_.first = names_.results[0].identifier;
    }
  }

  void value(TypeId id) {
    if (is_integer(id)) {
      call_.raw_result = core(planned_.signature.results[0], id);
      call_.answer = words.made_of(plan_, id, "code_");
    } else {
      call_.raw_result = nature(id) < Nature::list ? type(id) : "*const " + type(id);
      if (nature(id) >= Nature::list) call_.answer = "code_.*";
    }
  }

  void raw(const Slot& slot, const std::string& type, std::string arg) {
    call_.raw_params.push_back(fmt::format("{}: {}", slot.name, type));
    call_.args.push_back(std::move(arg));
  }

  void param(const Slot& slot, const std::string& as) { call_.params.push_back(fmt::format("{}: {}", slot.name, as)); }

  [[nodiscard]] std::string element(TypeId id) const {
    return (is_filled(plan_.model, id) ? "" : "const ") + words.element(plan_, id);
  }

  void add(const Slot& slot, TypeId id) {
    switch (slot.carries.role) {
      case Role::value: return add_value(slot, id);
      case Role::indirect: param(slot, "*const " + type(id)); return raw(slot, "*const " + type(id), slot.name);
      case Role::list_pointer:
        param(slot, "[]" + element(id));
        return raw(slot, "[*]" + element(id), slot.name + ".ptr");
      case Role::list_length: return raw(slot, "usize", names_.params[slot.carries.index].identifier + ".len");
      case Role::result: return raw(slot, "*" + type(id), place(slot, ""));
      case Role::result_pointer: return raw(slot, "*?[*]" + element(id), place(slot, ".ptr"));
      case Role::result_length: return raw(slot, "*usize", place(slot, ".len"));
      case Role::results:
        call_.result = call_.written = fmt::format("[{}]u64", planned_.flat_results.size());
        return raw(slot, "[*]u64", "&value_");
    }
  }

  void add_value(const Slot& slot, TypeId id) {
    const bool parts = nature(id) == Nature::aggregate;
    const std::string carrier = parts || is_integer(id) ? core(slot.carries.core, id) : type(id);
    param(slot, parts ? carrier : type(id));
    const bool distinct = nature(id) == Nature::distinct;
    if (!distinct) return raw(slot, carrier, slot.name);
    if (!is_flags(plan_, id)) return raw(slot, carrier, fmt::format("@intFromEnum({})", slot.name));
    raw(slot, carrier, fmt::format("@as({}, @bitCast({}))", words.repr(repr_of(plan_.model, id)), slot.name));
  }

  // Where the import writes a result.
  [[nodiscard]] static std::string place(const Slot& slot, std::string_view part) {
    return fmt::format("&value_{}{}{}", slot.member.empty() ? "" : ".", slot.member, part);
  }

  const bind::Plan& plan_;
  const model::Function& function_;
  const bind::FunctionNames& names_;
  const bind::CallPlan& planned_;
  TypedCall call_;
};

}  // namespace

const TypeWords words{
    .primitives = {"u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "f32", "f64", "u32", "u8", "usize"},
    .character = "u8",
    .pointer = "?[*]",
    .constant_pointer = "?[*]const ",
    .import_indent = 8,
    .from_number = from_number};

TypedCall call_of(const bind::Plan& plan, const bind::FunctionPlan& function) {
  return CallBuilder(plan, function).run();
}

}  // namespace backend::zig
