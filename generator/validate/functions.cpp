// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/abi.h"
#include "model/match.h"
#include "model/parts.h"
#include "validate/rules.h"

namespace validate {
namespace {

using diagnostics::Code;
using diagnostics::Sink;
using model::Model;

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

bool is_named(const Model& model, model::TypeId id) {
  return is_one_of<model::Alias, model::Unknown>(model.types[id].shape);
}

// An ok payload is written through a pointer, and what is pointed to has a name; a tuple's members are written one by one.
bool can_be_ok(const Model& model, model::TypeId id) {
  const auto* tuple = std::get_if<model::Record>(&shape_of(model, id));
  if (tuple == nullptr || !tuple->tuple) return is_named(model, id);
  return std::all_of(tuple->fields.begin(), tuple->fields.end(),
                     [&model](const model::Field& f) { return is_named(model, f.type); });
}

// What a result cannot be, named.
std::string_view kind_of(const model::Type::Shape& shape) {
  using model::OneOf;
  using Words = std::string_view;
  return model::match(
      shape, [](const model::Enum&) -> Words { return "an enum"; },
      [](const model::Bool&) -> Words { return "a bool"; }, [](const model::Int&) -> Words { return "an int"; },
      [](const OneOf<model::List, model::Buffer> auto&) -> Words { return "a list"; },
      [](const model::Union&) -> Words { return "a union"; },
      [](const model::Record& record) -> Words { return record.tuple ? "a tuple" : "a record"; },
      [](const model::Variant& v) -> Words { return v.form == model::Variant::Form::union_ ? "a union" : "a variant"; },
      [](const OneOf<model::Unknown, model::Primitive, model::Alias, model::Flags, model::Pointer, model::Handle> auto&)
          -> Words { return "a value"; });
}

void report_result(const Model& model, const model::Field& result, Sink& diagnostics) {
  const model::Type::Shape& shape = shape_of(model, result.type);
  auto& diagnostic =
      diagnostics.report(Code::bad_result_type, result.span,
                         fmt::format("result '{}' is {}, which cannot be returned", result.name, kind_of(shape)));
  const auto* alias = std::get_if<model::Alias>(&model.types[result.type].shape);
  if (alias == nullptr) {
    diagnostic.with_help("give the type a name and return it as the payload of an '(expected ...)'");
    return;
  }
  const std::string& name = model.definitions[alias->definition].name;
  const bool is_enum = std::holds_alternative<model::Enum>(shape);
  diagnostic.with_help(
      is_enum ? fmt::format("if it tells of errors, write '(result ${} (expected (error ${})))'", result.name, name)
              : fmt::format("write '(result ${} (expected ${} (error ...)))'", result.name, name));
}

void check_preview1_result(const Model& model, const model::Field& result, Sink& diagnostics) {
  const model::Variant* expected = model::as_expected(model, result.type);
  if (expected == nullptr) {
    const bool scalar = model::match(
        shape_of(model, result.type),
        [](const model::OneOf<model::Primitive, model::Handle, model::Pointer, model::Flags, model::Unknown> auto&) {
          return true;
        },
        [](const model::OneOf<model::Alias, model::Bool, model::Enum, model::Int, model::Record, model::Variant,
                              model::Union, model::List, model::Buffer> auto&) { return false; });
    if (!scalar) report_result(model, result, diagnostics);
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
void check_legacy_result(const Model& model, const model::Field& result, Sink& diagnostics) {
  if (!is_one_of<model::Record, model::Union, model::Variant, model::List>(shape_of(model, result.type))) return;
  diagnostics
      .report(Code::bad_result_type, result.span,
              fmt::format("'{}' cannot be returned as the first result", result.name))
      .with_help("the first result returns as a value; put it behind one that can, such as an error");
}

// How the older functions with an error and a result are written now.
std::string help_for_results(const Model& model, const std::vector<model::Field>& results) {
  const auto name = [&model](const model::Field& field) -> std::string {
    const auto* alias = std::get_if<model::Alias>(&model.types[field.type].shape);
    return alias == nullptr ? "..." : "$" + model.definitions[alias->definition].name;
  };
  std::string ok;
  for (std::size_t i = 1; i < results.size(); ++i) ok += (i == 1 ? "" : " ") + name(results[i]);
  if (results.size() > 2) ok = fmt::format("(tuple {})", ok);
  return fmt::format("write '(result ${} (expected {} (error {})))'", results[0].name, ok, name(results[0]));
}

// Types that hold something which only means something in a memory that both sides share, and unions without a tag, of which
// nobody can say what they hold. By the index of the type.
std::vector<bool> types_with_pointers(const Model& model) {
  std::vector<bool> holds;
  holds.reserve(model.types.size());
  for (const model::Type& type : model.types) {
    const auto* primitive = std::get_if<model::Primitive>(&type.shape);
    bool found =
        is_one_of<model::Pointer, model::Union>(type.shape) ||
        (primitive != nullptr && (*primitive == model::Primitive::usize || *primitive == model::Primitive::char8));
    model::each_part(type, [&](model::TypeId part) { found = found || holds[part.index()]; });
    holds.push_back(found);
  }
  return holds;
}

constexpr std::uint64_t most_core_params = 1000;

bool has_flat_functions(const Model& model) {
  bool found = false;
  each_function(model, [&found](const model::Function& function) {
    found = found || function.convention == model::Convention::flat;
  });
  return found;
}

}  // namespace

void results_can_return(const Model& model, Sink& diagnostics) {
  each_function(model, [&](const model::Function& function) {
    if (function.results.empty() || function.convention == model::Convention::flat) return;
    if (function.convention == model::Convention::legacy) {
      check_legacy_result(model, function.results.front(), diagnostics);
    } else if (function.results.size() > 1) {
      diagnostics
          .report(Code::too_many_results, function.results[1].span,
                  fmt::format("'{}' has more than one result", function.name))
          .with_help(help_for_results(model, function.results));
    } else {
      check_preview1_result(model, function.results.front(), diagnostics);
    }
  });
}

void flat_functions_have_no_pointers(const Model& model, Sink& diagnostics) {
  if (!has_flat_functions(model)) return;
  const std::vector<bool> holds = types_with_pointers(model);
  each_function(model, [&](const model::Function& function) {
    if (function.convention != model::Convention::flat) return;
    for (const auto* fields : {&function.params, &function.results}) {
      for (const model::Field& field : *fields) {
        if (!holds[field.type.index()]) continue;
        diagnostics
            .report(Code::pointer_in_flat_function, field.span,
                    fmt::format("'{}' holds a pointer, usize, char8 or a union without a tag", field.name))
            .with_help("declare the function with '(@interface func ...)' if both sides share a memory");
      }
    }
  });
}

void flat_values_fit(const Model& model, Sink& diagnostics) {
  if (!has_flat_functions(model)) return;
  const std::vector<std::uint64_t> counts = model::flat_counts(model, most_core_params);
  each_function(model, [&](const model::Function& function) {
    if (function.convention != model::Convention::flat) return;
    std::uint64_t count = function.results.size() > 1 ? 1 : 0;
    for (const model::Field& param : function.params) count += counts[param.type.index()];
    if (count <= most_core_params) return;
    diagnostics
        .report(Code::too_many_values, function.span,
                fmt::format("'{}' is called with more than {} values when its parameters are taken apart",
                            function.name, most_core_params))
        .with_help("pass large records in a list or a buffer");
  });
}

void noreturn_has_no_results(const Model& model, Sink& diagnostics) {
  each_function(model, [&](const model::Function& function) {
    if (!function.noreturn || function.results.empty()) return;
    diagnostics
        .report(Code::noreturn_with_results, function.results.front().span,
                fmt::format("'{}' does not return, but has a result", function.name))
        .with_help("leave out the result or '(@witx noreturn)'");
  });
}

}  // namespace validate
