// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The checks behind the table in validate.cpp, by what they look at.
#pragma once

#include "diagnostics/diagnostics.h"
#include "model/layout.h"
#include "model/types.h"

namespace validate {

void duplicate_members(const model::Model& model, diagnostics::Sink& diagnostics);
void names_are_visible(const model::Model& model, diagnostics::Sink& diagnostics);
void duplicate_functions(const model::Model& model, diagnostics::Sink& diagnostics);
void duplicate_parameters(const model::Model& model, diagnostics::Sink& diagnostics);
void duplicate_constants(const model::Model& model, diagnostics::Sink& diagnostics);

void types_fit_memory(const model::Model& model, model::Target target, diagnostics::Sink& diagnostics);
void types_nest(const model::Model& model, diagnostics::Sink& diagnostics);
void empty_types(const model::Model& model, diagnostics::Sink& diagnostics);
void flags_fit(const model::Model& model, diagnostics::Sink& diagnostics);
void cases_fit(const model::Model& model, diagnostics::Sink& diagnostics);
void int_values(const model::Model& model, diagnostics::Sink& diagnostics);
void buffers_are_lent(const model::Model& model, diagnostics::Sink& diagnostics);

void results_can_return(const model::Model& model, diagnostics::Sink& diagnostics);
void flat_functions_have_no_pointers(const model::Model& model, diagnostics::Sink& diagnostics);
void flat_values_fit(const model::Model& model, diagnostics::Sink& diagnostics);
void noreturn_has_no_results(const model::Model& model, diagnostics::Sink& diagnostics);

}  // namespace validate
