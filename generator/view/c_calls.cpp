// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "view/c_calls.h"

#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <utility>
#include <variant>

#include "model/abi.h"
#include "view/names.h"

namespace view {
namespace {

using model::Core;
using model::CoreParam;
using model::Role;
using model::TypeId;

const char* core_name(Core core, bool is_signed) {
  switch (core) {
    case Core::i32: return is_signed ? "int32_t" : "uint32_t";
    case Core::i64: return is_signed ? "int64_t" : "uint64_t";
    case Core::f32: return "float";
    case Core::f64: return "double";
  }
  std::abort();
}

class CCallBuilder {
 public:
  CCallBuilder(const model::Model& model, const model::Layouts& layouts, const Outline& outline,
               const Spelling& spelling, const model::Function& function, const FunctionNames& names)
      : model_(model),
        spelling_(spelling),
        function_(function),
        names_(names),
        signature_(model::lower(model, layouts, function)),
        locals_(&outline.types) {}

  CCall run() {
    for (const Name& name : names_.params) locals_.reserve(name.identifier);
    locals_.reserve(names_.name.identifier);
    locals_.reserve(names_.import.identifier);
    add_result();
    for (const CoreParam& param : signature_.params) add_param(param);
    if (function_.noreturn) call_.before.clear();
    return std::move(call_);
  }

 private:
  [[nodiscard]] const model::Type::Shape& shape(TypeId id) const { return model::resolved(model_, id).shape; }
  [[nodiscard]] bool is_flat() const { return function_.convention == model::Convention::flat; }

  // Ended by a zero where no length goes with it.
  [[nodiscard]] bool is_text(TypeId id) const {
    const auto* list = std::get_if<model::List>(&shape(id));
    if (list == nullptr) return false;
    const auto* element = std::get_if<model::Primitive>(&shape(list->element));
    return element != nullptr && *element == model::Primitive::char_;
  }

  [[nodiscard]] bool is_in_memory(TypeId id) const { return spelling_.is_aggregate(id) || spelling_.is_list(id); }

  // The import's type for what travels as one value.
  [[nodiscard]] std::string carrier(TypeId id, Core core) const {
    if (std::holds_alternative<model::Pointer>(shape(id))) return spelling_.type(id);
    const auto* primitive = std::get_if<model::Primitive>(&shape(id));
    if (primitive != nullptr && *primitive == model::Primitive::usize) return "size_t";
    return core_name(core, true);
  }

  void add_result() {
    call_.result = "void";
    call_.import_result = "void";
    if (function_.results.empty() || signature_.results.empty()) return;
    const TypeId type = function_.results[0].type;
    const Core core = signature_.results[0];
    call_.import_result = core_name(core, true);
    if (is_flat()) {
      call_.result = call_.import_result = core_name(core, false);
      call_.before = "return ";
      return;
    }
    if (const model::Variant* expected = model::as_expected(model_, type);
        expected != nullptr && signature_.result_is_error) {
      return_error(expected->cases[1].payload);
    } else if (returns_error_first(model_, function_)) {
      return_error(type);
    } else if (is_in_memory(type)) {
      call_.result = call_.import_result = constant(spelling_.type(type)) + "*";
      call_.before = "return ";
    } else {
      call_.result = spelling_.type(type);
      call_.import_result = carrier(type, core);
      call_.before = fmt::format("return ({})", call_.result);
    }
  }

  // An error that is not a number is known by its number alone.
  void return_error(TypeId id) {
    call_.result_is_error = true;
    const bool named =
        id && (std::holds_alternative<model::Enum>(shape(id)) || std::holds_alternative<model::Flags>(shape(id)) ||
               std::holds_alternative<model::Int>(shape(id)));
    call_.result = named ? spelling_.type(id) : call_.import_result;
    call_.before = named ? fmt::format("return ({})", call_.result) : "return ";
  }

  void add(const std::string& type, const std::string& name) {
    call_.params.push_back(fmt::format("{} {}", type, name));
  }
  void pass(const std::string& type, const std::string& arg) {
    call_.import_params.push_back(type);
    call_.args.push_back(arg);
  }
  void add_and_pass(const std::string& type, const std::string& name) {
    add(type, name);
    pass(type, name);
  }

  void add_param(const CoreParam& param) {
    switch (param.role) {
      case Role::value: return add_value(param);
      case Role::indirect: return add_and_pass(constant(spelling_.type(param.type)) + "*", param_name(param));
      case Role::list_pointer: return add_and_pass(spelling_.element(param.type) + "*", param_name(param));
      case Role::list_length: return add_length(param);
      case Role::result: return add_and_pass(spelling_.type(param.type) + "*", result_name(param));
      case Role::result_pointer: return add_and_pass(spelling_.element(param.type) + "**", list_ = result_name(param));
      case Role::result_length: return add_and_pass("size_t*", locals_.add(list_ + "_len"));
      case Role::results: return add_and_pass("uint64_t*", locals_.add("area"));
    }
  }

  [[nodiscard]] const std::string& param_name(const CoreParam& param) const {
    return names_.params[param.index].identifier;
  }

  void add_value(const CoreParam& param) {
    const std::string& name = param_name(param);
    if (is_flat() && spelling_.is_aggregate(param.type)) {
      const std::string part = locals_.add(fmt::format("{}_{}", name, parts_[param.index]++));
      return add_and_pass(core_name(param.core, false), part);
    }
    const std::string type = spelling_.type(param.type);
    const std::string carried = carrier(param.type, param.core);
    add(type, name);
    const bool as_it_is = carried == type || std::holds_alternative<model::Pointer>(shape(param.type)) ||
                          param.core == Core::f32 || param.core == Core::f64 || carried == "size_t";
    pass(carried, as_it_is ? name : fmt::format("({}){}", carried, name));
  }

  void add_length(const CoreParam& param) {
    if (is_text(param.type)) return pass("size_t", fmt::format("__builtin_strlen({})", param_name(param)));
    add_and_pass("size_t", locals_.add(param_name(param) + "_len"));
  }

  // Results had names before they became one.
  std::string result_name(const CoreParam& param) {
    if (function_.convention != model::Convention::legacy) return locals_.add(fmt::format("retptr{}", pointers_++));
    const std::size_t first = returns_error_first(model_, function_) ? 1 : 0;
    if (!names_.results.empty()) return locals_.add(names_.results[param.index - first].identifier);
    return locals_.add(to_style("value_" + function_.results[param.index].name, Style::snake));
  }

  const model::Model& model_;
  const Spelling& spelling_;
  const model::Function& function_;
  const FunctionNames& names_;
  model::Signature signature_;
  Scope locals_;
  CCall call_;
  std::string list_;
  unsigned pointers_ = 0;
  // How many core values of each parameter have names.
  std::map<std::uint32_t, unsigned> parts_;
};

}  // namespace

CCall c_call_of(const model::Model& model, const model::Layouts& layouts, const Outline& outline,
                const Spelling& spelling, const model::Function& function, const FunctionNames& names) {
  return CCallBuilder(model, layouts, outline, spelling, function, names).run();
}

}  // namespace view
