// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What stands at a place of a plan.
#pragma once

#include <string>

#include "backend/base/keys.h"
#include "bind/forms.h"

namespace backend {

[[nodiscard]] inline const bind::Declaration& declaration_at(const At& at) { return *at.type->declaration; }
[[nodiscard]] inline const model::Value& value_at(const At& at) { return at.type->values[at.index]; }
[[nodiscard]] inline const model::Field& field_at(const At& at) { return at.type->fields[at.index]; }
[[nodiscard]] inline const model::Case& case_at(const At& at) { return at.type->cases[at.index]; }
[[nodiscard]] inline const bind::Name& member_at(const At& at) { return declaration_at(at).members[at.index]; }
[[nodiscard]] inline const bind::ConstantPlan& constant_at(const bind::Plan& plan, const At& at) {
  return plan.constants[at.index];
}
[[nodiscard]] inline const model::Field& param_at(const At& at) { return at.function->function->params[at.index]; }
[[nodiscard]] inline const model::Field& result_at(const At& at) { return at.function->function->results[at.index]; }

// Of a variant, whether a case carries something that takes memory.
[[nodiscard]] inline bool has_payload(const bind::Plan& plan, const model::Case& c) {
  return c.payload && plan.layouts[c.payload].size != 0;
}

// Of flags a value is the position of its bit.
[[nodiscard]] inline std::uint64_t number_of(const bind::TypePlan& type, const model::Value& value) {
  return type.form == bind::Form::flags ? std::uint64_t{1} << value.value : value.value;
}

[[nodiscard]] inline Docs docs(const bind::Plan& plan, std::string_view docs) {
  return {bind::docs_lines(plan.options, docs)};
}
[[nodiscard]] inline Docs docs(const bind::Plan& plan, std::string_view docs, const bind::Name& name,
                               std::string_view spec_name) {
  return {bind::docs_lines(plan.options, docs, name, spec_name)};
}

// Whether a declaration of the plan has the form.
[[nodiscard]] bool has_any(const bind::Plan& plan, bind::Form form);
[[nodiscard]] bool has_functions(const bind::Plan& plan);

}  // namespace backend
