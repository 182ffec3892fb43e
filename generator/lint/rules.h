// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The checks behind the table in lint.cpp, by what they look at.
#pragma once

#include "lint/lint.h"

namespace lint {

// words.cpp
void names(const Subject& subject, Report& report);
void undocumented(const Subject& subject, Report& report);
void undocumented_members(const Subject& subject, Report& report);
void old_spellings(const Subject& subject, Report& report);
void lost_docs(const Subject& subject, Report& report);

// shapes.cpp
void unused_types(const Subject& subject, Report& report);
void errors_without_success(const Subject& subject, Report& report);
void padding(const Subject& subject, Report& report);
void pointers_for_lists(const Subject& subject, Report& report);
void full_flags(const Subject& subject, Report& report);

}  // namespace lint
