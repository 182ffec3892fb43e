// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a function looks like to a WebAssembly engine, and which part of each parameter and result every core value carries.
// Rules: the ABI of wasi_snapshot_preview1 (one result at most), of the snapshots before it (further results through
// pointers) and the flattening one, chosen by Function::convention.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/layout.h"
#include "model/types.h"

namespace model {

enum class Core : std::uint8_t { i32, i64, f32, f64 };

// "i32", ...
[[nodiscard]] const char* name_of(Core core);

// What one core parameter carries.
enum class Role : std::uint8_t {
  // The value itself: an integer, a float, an enum, flags, a handle, a pointer; or one flattened part of a value.
  value,
  // The address of a value in memory (records and other aggregates).
  indirect,
  // The address of a list's first element, and the number of its elements.
  list_pointer,
  list_length,
  // Where the callee writes a result, or the address and the length of one that is a list.
  result,
  result_pointer,
  result_length,
  // Where the callee writes all results together.
  results,
};

struct CoreParam {
  Core core = Core::i32;
  Role role = Role::value;
  // Of Function::params, or of Function::results when the role is one of a result.
  std::uint32_t index = 0;
  // Of a payload that is a tuple, the member that is written; else 0.
  std::uint32_t member = 0;
  // The type of what is carried or pointed to.
  TypeId type;
};

struct Signature {
  std::vector<CoreParam> params;
  std::vector<Core> results;
  // The core result is 0 for ok, else the value of the error.
  bool result_is_error = false;
};

// What a caller is told.
struct Answer {
  enum class Kind : std::uint8_t {
    // There are no results.
    nothing,
    // The core result is the first result.
    value,
    // The core result is 0, or the error; the oldest convention returns errors so, too, as the first of several results.
    error,
    // All results are taken apart: a single core value returns, more are written to memory together.
    flat,
  };
  Kind kind = Kind::nothing;
  // Of an error, if it has a type.
  TypeId error;
  // What a caller gets on success: one value of this type; without a type, Function::results from `first` on, if there are any.
  TypeId given;
  std::uint32_t first = 0;

  // Whether `function` gives several results together.
  [[nodiscard]] bool is_several(const Function& function) const { return function.results.size() >= first + 2; }
};

// `function` must belong to a model without errors.
[[nodiscard]] Signature lower(const Model& model, const Layouts& layouts, const Function& function);
[[nodiscard]] Answer answer_of(const Model& model, const Function& function);

// What the flat convention takes a value apart into. Of a variant the tag comes first, then what its cases share.
[[nodiscard]] std::vector<Core> flatten(const Model& model, const Layouts& layouts, TypeId id);
// How many that are, of each type by its index; counted no further than `most` + 1, however large the type. The model may have errors.
[[nodiscard]] std::vector<std::uint64_t> flat_counts(const Model& model, std::uint64_t most);

}  // namespace model
