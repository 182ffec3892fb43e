// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/cpp/cpp.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "backend/base/c_words.h"
#include "backend/base/neutral.h"
#include "bind/forms.h"

namespace backend::cpp {
namespace {

using std::string_view;

// What headers declare in a namespace of a specification, and in its types.
constexpr auto helpers = std::to_array<string_view>({
    "Result",
    "any",
    "describe",
    "has",
    "is_known",
    "message",
    "name",
    "none",
    "raw",
    "std",
    "witx",
});
constexpr auto locals = std::to_array<string_view>({
    "Payload",
    "Tag",
    "bytes",
    "data",
    "f",
    "number",
    "payload",
    "size",
    "tag",
    "value",
    "visit",
});
static_assert(std::is_sorted(locals.begin(), locals.end()));

// The error that most functions share; the first of several.
std::optional<ErrorType> main_error_of(const std::vector<const Call*>& calls) {
  const auto count = [&](const ErrorType& error) {
    return std::count_if(calls.begin(), calls.end(), [&](const Call* call) { return call->error == error; });
  };
  std::optional<ErrorType> best;
  std::vector<ErrorType> seen;
  std::ptrdiff_t most = 0;
  for (const Call* call : calls) {
    if (!call->error || std::find(seen.begin(), seen.end(), *call->error) != seen.end()) continue;
    seen.push_back(*call->error);
    if (count(*call->error) <= most) continue;
    most = count(*call->error);
    best = call->error;
  }
  return best;
}

// No case and no accessor before has the name of an accessor.
std::vector<std::string> accessors_of(const bind::Naming& naming, const bind::TypePlan& variant) {
  bind::Scope scope;
  for (const char* own : {"tag", "payload", "visit"}) scope.reserve(own);
  for (const bind::Name& member : variant.declaration->members) scope.reserve(member.identifier);
  std::vector<std::string> accessors;
  for (const model::Case& c : variant.cases)
    accessors.push_back(scope.add(bind::identifier(naming, bind::Symbol::function, "as_" + c.name)));
  return accessors;
}

Tables tables_of(const bind::Plan* plan, const Cpp* cpp) {
  Tables tables;
  add_types(tables, cpp);
  add_functions(tables, cpp);
  add_support(tables, cpp);
  add_assertions(tables, cpp);
  add_neutral(tables, plan);
  return tables;
}

}  // namespace

bind::Naming naming() {
  return {.reserved = c_family_words(),
          .helpers = helpers,
          .locals = locals,
          .beside_cases = c_family_case_neighbours(),
          .inside_functions = c_family_locals(),
          .has_layers = true,
          .file_suffix = ".hpp"};
}

Cpp::Cpp(const bind::Plan& of)
    : plan(of),
      spelling(of.model, of.outline),
      assertions(c_family_assertions(of, {.statement = "static_assert",
                                          .alignment = "alignof",
                                          .offset = "__builtin_offsetof",
                                          .payload = "payload",
                                          .of_all_types = false})) {
  const bool typed = plan.options.typed;
  for (const bind::TypePlan& type : plan.types) {
    if (type.declaration->type) spelling.note_target(type.declaration->type, spelled);
    for (const model::Field& field : type.fields) spelling.note_type(field.type, spelled);
    for (const model::Case& c : type.cases) {
      if (c.payload) spelling.note_type(c.payload, spelled);
    }
    if (type.variant != nullptr) accessors.emplace(&type, accessors_of(plan.naming, type));
  }
  std::vector<const Call*> in_order;
  for (const bind::ModulePlan& module : plan.modules) {
    for (const bind::FunctionPlan& function : module.functions) {
      const Call& call = calls.emplace(&function, call_of(plan, spelling, function)).first->second;
      in_order.push_back(&call);
      note_call(plan, spelling, function, typed, spelled);
      spelled.out = spelled.out || (typed && call.uses_out);
    }
  }
  main_error = main_error_of(in_order);
}

nlohmann::json view(const bind::Plan& plan, const Wanted& wanted) {
  const Cpp cpp(plan);
  return make_view(plan, tables_of(&plan, &cpp), wanted);
}

Tables tables() { return tables_of(nullptr, nullptr); }

}  // namespace backend::cpp
