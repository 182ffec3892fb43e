// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The back-end of C++: its words and names, and the keys of its templates.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "backend/base/c_assertions.h"
#include "backend/base/keys.h"
#include "backend/cpp/calls.h"
#include "backend/cpp/spelling.h"
#include "bind/plan.h"

namespace backend::cpp {

[[nodiscard]] bind::Naming naming();

// The keys of C++; those of a plan, or, without one, to be listed alone.
[[nodiscard]] nlohmann::json view(const bind::Plan& plan, const Wanted& wanted);
[[nodiscard]] Tables tables();

// What the tables below know.
struct Cpp {
  explicit Cpp(const bind::Plan& of);

  const bind::Plan& plan;
  Spelling spelling;
  std::unordered_map<const bind::FunctionPlan*, Call> calls;
  // The error that most functions share, if any returns one.
  std::optional<ErrorType> main_error;
  Spelled spelled;
  std::vector<Assertion> assertions;
  // Of each variant's cases, the functions that give the payload.
  std::unordered_map<const bind::TypePlan*, std::vector<std::string>> accessors;
};

// Parts of the tables. `cpp` may be null where no key is asked.
void add_types(Tables& tables, const Cpp* cpp);
void add_functions(Tables& tables, const Cpp* cpp);
void add_support(Tables& tables, const Cpp* cpp);

}  // namespace backend::cpp
