// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a C function calls its import: prototypes in the shape that wasi-libc's users know, and the import beneath, whose
// integers are the core ones while pointers stay pointers. Texts (lists of `char`) arrive without a length, ended by a zero,
// and are measured in the function. Functions of the flat convention take and give their core values as they are.
#pragma once

#include <string>
#include <vector>

#include "backend/c/spelling.h"
#include "bind/plan.h"

namespace backend::c {

struct Call {
  // "__wasi_errno_t", "void".
  std::string result = "void";
  // The result says whether the call went well.
  bool result_is_error = false;
  // Types and names; of the import, types alone.
  std::vector<std::string> params;
  std::string import_result = "void";
  std::vector<std::string> import_params;
  std::vector<std::string> args;
  // In front of the call of the import: nothing, "return ", or that with a cast.
  std::string before;
};

[[nodiscard]] Call call_of(const bind::Plan& plan, const Spelling& spelling, const bind::FunctionPlan& function);

}  // namespace backend::c
