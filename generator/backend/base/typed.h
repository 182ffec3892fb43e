// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What languages share whose typed functions stand above raw imports, and whose types are spelled as TypeWords say.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "backend/base/keys.h"
#include "backend/base/spelling.h"
#include "bind/plan.h"

namespace backend {

// Texts in the language.
struct TypedCall {
  // A parameter carries a pointer.
  bool is_unsafe = false;
  std::vector<std::string> params;
  std::string result;
  std::vector<std::string> raw_params;
  std::string raw_result;
  std::vector<std::string> args;
  // What the import writes; empty if it writes nothing that is returned.
  std::string written;
  std::string error;
  // Of `code_`, the core result: the error, or the value. And of what is written, the member that this value is.
  std::string answer;
  std::string first;
};

struct Typed {
  Typed(const bind::Plan& of, const TypeWords& with,
        TypedCall (*call_of)(const bind::Plan& plan, const bind::FunctionPlan& function));

  const bind::Plan& plan;
  const TypeWords& words;
  std::unordered_map<const bind::FunctionPlan*, TypedCall> calls;
};

// Adds its keys and the neutral ones; both may be null where no key is asked.
void add_typed(Tables& tables, const bind::Plan* plan, const Typed* typed);

}  // namespace backend
