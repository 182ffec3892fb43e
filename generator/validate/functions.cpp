// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>

#include "validate/rules.h"

namespace validate {
namespace {

using model::Model;
using support::Code;
using support::Diagnostics;

template <typename Check>
void each_function(const Model& model, Check check) {
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) check(function);
  }
}

const model::Type::Shape& shape_of(const Model& model, model::TypeId id) { return model::resolved(model, id).shape; }

template <typename... Shapes>
bool is_one_of(const model::Type::Shape& shape) {
  return (std::holds_alternative<Shapes>(shape) || ...);
}

bool is_named(const Model& model, model::TypeId id) { return is_one_of<model::Alias, model::Unknown>(model.types[id].shape); }

// An ok payload is written through a pointer, and what is pointed to has a name; a tuple's members are written one by one.
bool can_be_ok(const Model& model, model::TypeId id) {
  const auto* tuple = std::get_if<model::Record>(&shape_of(model, id));
  if (tuple == nullptr || !tuple->tuple) return is_named(model, id);
  return std::all_of(tuple->fields.begin(), tuple->fields.end(), [&model](const model::Field& f) { return is_named(model, f.type); });
}

void check_preview1_result(const Model& model, const model::Field& result, Diagnostics& diagnostics) {
  const model::Variant* expected = model::as_expected(model, result.type);
  if (expected == nullptr) {
    const bool scalar =
        is_one_of<model::Primitive, model::Handle, model::Pointer, model::Flags, model::Unknown>(shape_of(model, result.type));
    if (scalar) return;
    diagnostics.report(Code::bad_result_type, result.span, fmt::format("'{}' cannot be returned", result.name))
        .with_help("a result is a number, a handle, a pointer, flags, or '(expected ...)', whose payload may be anything with a name");
    return;
  }
  const model::TypeId ok = expected->cases[0].payload;
  const model::TypeId error = expected->cases[1].payload;
  if (ok && !can_be_ok(model, ok)) {
    diagnostics.report(Code::bad_ok_type, model.types[ok].span, "this ok payload cannot be returned")
        .with_help("give the type a name with '(typename ...)', or return a tuple of named types");
  }
  if (error && !is_named(model, error)) {
    diagnostics.report(Code::bad_error_type, model.types[error].span, "this error payload cannot be returned")
        .with_help("give the type a name with '(typename ...)'");
  }
}

// Only the first result returns as a value.
void check_legacy_result(const Model& model, const model::Field& result, Diagnostics& diagnostics) {
  if (!is_one_of<model::Record, model::Union, model::Variant, model::List>(shape_of(model, result.type))) return;
  diagnostics.report(Code::bad_result_type, result.span, fmt::format("'{}' cannot be returned as the first result", result.name))
      .with_help("the first result returns as a value; put it behind one that can, such as an error");
}

// Whether the type holds something that only means something in a memory that both sides share.
bool holds_pointer(const Model& model, model::TypeId id) {
  const model::Type::Shape& shape = shape_of(model, id);
  const auto any = [&model](const auto& members, auto type_of) {
    return std::any_of(members.begin(), members.end(), [&](const auto& m) { return type_of(m) && holds_pointer(model, type_of(m)); });
  };
  if (const auto* primitive = std::get_if<model::Primitive>(&shape)) {
    return *primitive == model::Primitive::usize || *primitive == model::Primitive::char8;
  }
  if (const auto* list = std::get_if<model::List>(&shape)) return holds_pointer(model, list->element);
  if (const auto* record = std::get_if<model::Record>(&shape)) return any(record->fields, [](const model::Field& f) { return f.type; });
  if (const auto* variant = std::get_if<model::Variant>(&shape)) return any(variant->cases, [](const model::Case& c) { return c.payload; });
  return std::holds_alternative<model::Pointer>(shape);
}

}  // namespace

void results_can_return(const Model& model, Diagnostics& diagnostics) {
  each_function(model, [&](const model::Function& function) {
    if (function.results.empty() || function.convention == model::Convention::flat) return;
    if (function.convention == model::Convention::legacy) {
      check_legacy_result(model, function.results.front(), diagnostics);
      return;
    }
    if (function.results.size() > 1) {
      diagnostics.report(Code::too_many_results, function.results[1].span, fmt::format("'{}' has more than one result", function.name))
          .with_help("return them together: '(result $error (expected (tuple ...) (error $errno)))'");
    }
    for (const model::Field& result : function.results) check_preview1_result(model, result, diagnostics);
  });
}

void flat_functions_have_no_pointers(const Model& model, Diagnostics& diagnostics) {
  each_function(model, [&](const model::Function& function) {
    if (function.convention != model::Convention::flat) return;
    for (const auto* fields : {&function.params, &function.results}) {
      for (const model::Field& field : *fields) {
        if (!holds_pointer(model, field.type)) continue;
        diagnostics.report(Code::pointer_in_flat_function, field.span, fmt::format("'{}' holds a pointer, usize or char8", field.name))
            .with_help("declare the function with '(@interface func ...)' if both sides share a memory");
      }
    }
  });
}

void noreturn_has_no_results(const Model& model, Diagnostics& diagnostics) {
  each_function(model, [&](const model::Function& function) {
    if (!function.noreturn || function.results.empty()) return;
    diagnostics.report(Code::noreturn_with_results, function.results.front().span, fmt::format("'{}' does not return, but has a result", function.name));
  });
}

}  // namespace validate
