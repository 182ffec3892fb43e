// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "validate/validate.h"

#include <array>

#include "validate/rules.h"

namespace validate {
namespace {

using diagnostics::Code;

// A rule that holds on every machine.
template <void (*check)(const model::Model&, diagnostics::Sink&)>
void everywhere(const model::Model& model, model::Target /*target*/, diagnostics::Sink& diagnostics) {
  check(model, diagnostics);
}

constexpr std::array rules{
    Rule{Code::duplicate_member, "members of one type have different names", everywhere<duplicate_members>},
    Rule{Code::duplicate_name, "imports and functions of one module have different names",
         everywhere<duplicate_functions>},
    Rule{Code::control_in_string, "names of imports and functions can be seen", everywhere<names_are_visible>},
    Rule{Code::duplicate_member, "parameters and results of one function have different names",
         everywhere<duplicate_parameters>},
    Rule{Code::duplicate_name, "constants of one type have different names", everywhere<duplicate_constants>},
    Rule{Code::nesting_too_deep, "types do not nest without end", everywhere<types_nest>},
    Rule{Code::type_too_large, "every type has room in a memory", types_fit_memory},
    Rule{Code::empty_type, "types have members", everywhere<empty_types>},
    Rule{Code::too_many_flags, "every flag has a bit", everywhere<flags_fit>},
    Rule{Code::too_many_cases, "every case has a tag value", everywhere<cases_fit>},
    Rule{Code::value_out_of_range, "constants of an int fit it, each value once", everywhere<int_values>},
    Rule{Code::buffer_returned, "buffers come from the caller", everywhere<buffers_are_lent>},
    Rule{Code::bad_result_type, "results are such as the ABI can return", everywhere<results_can_return>},
    Rule{Code::pointer_in_flat_function, "functions without a memory of their own take no pointers",
         everywhere<flat_functions_have_no_pointers>},
    Rule{Code::too_many_values, "an engine can call what is taken apart", everywhere<flat_values_fit>},
    Rule{Code::noreturn_with_results, "functions that do not return have no results",
         everywhere<noreturn_has_no_results>},
};

}  // namespace

std::span<const Rule> all_rules() { return rules; }

void validate(const model::Model& model, diagnostics::Sink& diagnostics, model::Target target) {
  for (const Rule& rule : rules) rule.check(model, target, diagnostics);
}

}  // namespace validate
