// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/rust/rust.h"

#include <fmt/format.h>

#include <utility>

#include "bind/forms.h"

namespace backend::rust {
namespace {

using bind::Slot;
using model::Role;
using model::TypeId;

// An alias has the braces of its target, but not its parentheses.
std::string from_number(const bind::Plan& plan, TypeId id, const std::string& type, std::string_view number) {
  const bool distinct = nature_of(plan.model, id) == Nature::distinct;
  return distinct ? fmt::format("{} {{ 0: {} as _ }}", type, number) : fmt::format("{} as {}", number, type);
}

class CallBuilder {
 public:
  CallBuilder(const bind::Plan& plan, const bind::FunctionPlan& function)
      : plan_(plan), function_(*function.function), names_(*function.names), planned_(function.call) {}

  TypedCall run() {
    if (function_.noreturn) call_.result = call_.raw_result = "!";
    if (!planned_.signature.results.empty()) answer(planned_.answer);
    for (const Slot& slot : planned_.slots) add(slot, slot.carries.type);
    return std::move(call_);
  }

 private:
  [[nodiscard]] std::string type(TypeId id) const { return words.type(plan_, id); }
  [[nodiscard]] Nature nature(TypeId id) const { return nature_of(plan_.model, id); }
  [[nodiscard]] bool is_integer(TypeId id) const { return nature(id) <= Nature::distinct; }

  void answer(const model::Answer& answer) {
    call_.raw_result = model::name_of(planned_.signature.results[0]);
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
      call_.result = fmt::format("Result<{}, {}>", given.empty() ? "()" : given, call_.error);
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
      call_.answer = words.made_of(plan_, id, "code_");
    } else {
      call_.raw_result = nature(id) < Nature::list ? type(id) : "*const " + type(id);
      if (nature(id) >= Nature::list) call_.answer = "unsafe { *code_ }";
    }
  }

  void raw(const Slot& slot, const std::string& type, std::string arg) {
    call_.raw_params.push_back(fmt::format("{}: {}", slot.name, type));
    call_.args.push_back(std::move(arg));
  }

  void param(const Slot& slot, const std::string& as) {
    call_.is_unsafe = call_.is_unsafe || carries_pointer(plan_.model, slot.carries.type);
    call_.params.push_back(fmt::format("{}: {}", slot.name, as));
  }

  [[nodiscard]] std::string list(TypeId id) const {
    return (is_filled(plan_.model, id) ? "*mut " : "*const ") + words.element(plan_, id);
  }

  void add(const Slot& slot, TypeId id) {
    switch (slot.carries.role) {
      case Role::value: return add_value(slot, id);
      case Role::indirect: param(slot, "&" + type(id)); return raw(slot, "*const " + type(id), slot.name);
      case Role::list_pointer: return add_list(slot, id, is_filled(plan_.model, id));
      case Role::list_length: return raw(slot, "usize", names_.params[slot.carries.index].identifier + ".len()");
      case Role::result: return raw(slot, "*mut " + type(id), place(slot, ""));
      case Role::result_pointer: return raw(slot, "*mut " + list(id), place(slot, ".ptr"));
      case Role::result_length: return raw(slot, "*mut usize", place(slot, ".len"));
      case Role::results:
        call_.result = call_.written = fmt::format("[u64; {}]", planned_.flat_results.size());
        return raw(slot, "*mut u64", "value_.as_mut_ptr().cast()");
    }
  }

  void add_value(const Slot& slot, TypeId id) {
    const std::string core = model::name_of(slot.carries.core);
    const std::string as = nature(id) == Nature::aggregate ? core : type(id);
    param(slot, as);
    if (!is_integer(id)) return raw(slot, as, slot.name);
    raw(slot, core, fmt::format("{}{} as {}", slot.name, nature(id) == Nature::distinct ? ".0" : "", core));
  }

  void add_list(const Slot& slot, TypeId id, bool filled) {
    const std::string slice = fmt::format("&{}[{}]", filled ? "mut " : "", words.element(plan_, id));
    param(slot, nature(id) == Nature::text ? "&str" : slice);
    raw(slot, list(id), slot.name + (filled ? ".as_mut_ptr()" : ".as_ptr()"));
  }

  // Where the import writes a result.
  [[nodiscard]] static std::string place(const Slot& slot, std::string_view part) {
    if (slot.member.empty() && part.empty()) return "value_.as_mut_ptr()";
    const char* dot = slot.member.empty() ? "" : ".";
    return fmt::format("::core::ptr::addr_of_mut!((*value_.as_mut_ptr()){}{}{})", dot, slot.member, part);
  }

  const bind::Plan& plan_;
  const model::Function& function_;
  const bind::FunctionNames& names_;
  const bind::CallPlan& planned_;
  TypedCall call_;
};

}  // namespace

// A character that a host wrote may be none that Rust knows.
const TypeWords words{
    .primitives = {"u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "f32", "f64", "u32", "u8", "usize"},
    .character = "u8",
    .pointer = "*mut ",
    .constant_pointer = "*const ",
    .import_indent = 12,
    .from_number = from_number};

TypedCall call_of(const bind::Plan& plan, const bind::FunctionPlan& function) {
  return CallBuilder(plan, function).run();
}

}  // namespace backend::rust
