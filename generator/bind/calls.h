// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a function is called, in terms of a binding: each core parameter with a name and what it carries, and where each result
// comes from. The convention itself is model/abi's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bind/names.h"
#include "bind/outline.h"
#include "model/abi.h"
#include "model/layout.h"

namespace bind {

// A core parameter.
struct Slot {
  model::CoreParam carries;
  // Unique among the parameters.
  std::string name;
  // Of a parameter that is taken apart: which of its core values this is.
  std::uint32_t part = 0;
  // Of a result that is a member of what a caller is given: the member. Empty where it is all of that.
  std::string member;
};

struct CallPlan {
  model::Signature signature;
  model::Answer answer;
  std::vector<Slot> slots;
  // Of an answer that is flat: the core values of all results.
  std::vector<model::Core> flat_results;
};

[[nodiscard]] CallPlan call_plan(const model::Model& model, const model::Layouts& layouts, const Naming& naming,
                                 const Outline& outline, const model::Function& function, const FunctionNames& names);

// Whether the slot is one of a result.
[[nodiscard]] bool is_of_result(model::Role role);

}  // namespace bind
