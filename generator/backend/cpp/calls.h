// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a typed C++ function calls its import: the import's own parameters, the arguments made from the typed ones, and how what
// comes back becomes the typed result. What is carried where is decided in the plan; here it becomes expressions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "backend/cpp/spelling.h"
#include "bind/plan.h"

namespace backend::cpp {

// What a failing call returns.
struct ErrorType {
  // "Errno", "witx::u32".
  std::string type;
  // The import's own result: "witx::s32", or "witx::s64" where the tag is that wide.
  std::string code;

  friend bool operator==(const ErrorType&, const ErrorType&) = default;
};

struct Call {
  enum class Kind {
    // raw::f(...);
    nothing,
    // return <result>;  where `answer` is the expression that contains the call
    value,
    // return Result<>(raw::f(...));
    status,
    // <out_type> out_;  then return {raw::f(...), <out_value>};
    payload,
    // locals; const auto code_ = raw::f(...); assignments; return answer;
    general,
  };
  Kind kind = Kind::nothing;

  std::string raw_result = "void";
  std::vector<std::string> raw_params;
  std::vector<std::string> args;

  std::vector<std::string> typed_params;
  // The same with references to arrays for lists, the arguments that then pass them on, and the names of the arrays' sizes;
  // empty when there are no lists.
  std::vector<std::string> array_params;
  std::vector<std::string> array_args;
  std::vector<std::string> array_sizes;

  // Of `value` and `general`, what the function returns; of `payload`, what is written.
  std::string type;
  // Where the engine writes that: a class waits in a witx::Out, which spends nothing on a first value.
  std::string out_type;
  std::string out_value = "out_.value";
  std::optional<ErrorType> error;
  // Whether a witx::Out is needed for it.
  bool uses_out = false;
  // Of `value`, what stands around the call.
  Around around;
  std::vector<std::string> locals;
  // Whether the call's own result is needed, as `code_`.
  bool keeps_code = false;
  std::vector<std::string> assignments;
  std::string answer;
};

[[nodiscard]] Call call_of(const bind::Plan& plan, const Spelling& spelling, const bind::FunctionPlan& function);

// Notes which types the import spells, and, if there is a typed layer, which the typed function does.
void note_call(const bind::Plan& plan, const Spelling& spelling, const bind::FunctionPlan& planned, bool typed,
               Spelled& spelled);

}  // namespace backend::cpp
