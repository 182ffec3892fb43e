// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a C function calls its import: prototypes in the shape that wasi-libc's users know, and the import beneath, whose
// integers are the core ones while pointers stay pointers. Texts (lists of `char`) arrive without a length, ended by a zero,
// and are measured in the function. Functions of the flat convention take and give their core values as they are.
#pragma once

#include <string>
#include <vector>

#include "model/layout.h"
#include "model/types.h"
#include "view/outline.h"
#include "view/spelling.h"

namespace view {

struct CCall {
  // "__wasi_errno_t", "void".
  std::string result;
  // The result says whether the call went well.
  bool result_is_error = false;
  // Types and names; of the import, types alone.
  std::vector<std::string> params;
  std::string import_result;
  std::vector<std::string> import_params;
  std::vector<std::string> args;
  // In front of the call of the import: nothing, "return ", or that with a cast.
  std::string before;
};

[[nodiscard]] CCall c_call_of(const model::Model& model, const model::Layouts& layouts, const Outline& outline,
                              const Spelling& spelling, const model::Function& function, const FunctionNames& names);

}  // namespace view
