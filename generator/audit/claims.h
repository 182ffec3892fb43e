// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a text says about an interface, in its own words: nothing here knows any definitions. All views are into the text.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/expression.h"
#include "audit/language.h"

namespace audit {

// Bytes of the text.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A type as it is written: its tokens in order.

struct TypeText {
  std::vector<std::string_view> tokens = {};
  Range range = {};
};

// `name = value`, a case of an enum, a flag.
struct ValueClaim {
  std::string_view name = {};
  // What encloses it, innermost first, and the type that it is declared with.
  std::vector<std::string_view> containers = {};
  std::uint64_t value = 0;
  Range range = {};
  // Declarations that stand together have the same group.
  std::size_t group = 0;
  // A member of an enum; else a constant.
  bool is_case = false;
};

// `typedef uint16_t name`, `enum name : uint16_t`.
struct TypeClaim {
  std::string_view name = {};
  TypeText type = {};
  Range range = {};
};

struct FieldClaim {
  std::string_view name = {};
  TypeText type = {};
  // Of an array of a known length: how many; else 1.
  std::uint64_t count = 1;
  Range range = {};
};

struct RecordClaim {
  std::string_view name = {};
  std::vector<FieldClaim> fields = {};
  // Its fields lie over each other.
  bool is_union = false;
  // Its layout is as it is written; else only a language's own business.
  bool is_laid_out = false;
  bool is_packed = false;
  Range range = {};
};

// A number that is read or written at a constant distance from some address.
struct AccessClaim {
  // Of the functions and groups around it, innermost first.
  std::vector<std::string_view> containers = {};
  // The innermost function's parameters, and which one the address begins with; `no_param`: none.
  std::vector<std::string_view> params = {};
  std::size_t param = no_param;
  // The address without constants. Accesses with the same base and scope belong together.
  std::string base = {};
  std::size_t scope = 0;
  std::uint64_t offset = 0;
  unsigned bytes = 0;
  bool writes = false;
  // Says that it is big-endian.
  bool is_swapped = false;
  // The names in what is written, or of what the number is read into.
  std::vector<std::string_view> names = {};
  Range range = {};

  static constexpr std::size_t no_param = 99;
};

enum class FunctionKind : std::uint8_t {
  // Declared here, defined by the host.
  import_,
  // Offered to programs.
  host,
};

struct ParamClaim {
  std::string_view name = {};
  TypeText type = {};
};

struct FunctionClaim {
  FunctionKind kind = FunctionKind::import_;
  std::string_view name = {};
  // The module that it is imported from; empty: none is named.
  std::string_view module = {};
  Range module_range = {};
  std::vector<ParamClaim> params = {};
  TypeText result = {};
  // Of a function with a body: the parameters that it uses. Without a body, all.
  std::vector<std::string_view> used = {};
  Range range = {};
  std::size_t group = 0;
};

struct Claims {
  const Language* language = nullptr;
  // Every name of the text, squashed, each between blanks.
  std::string words = {};
  std::vector<ValueClaim> values = {};
  std::vector<TypeClaim> types = {};
  std::vector<RecordClaim> records = {};
  std::vector<AccessClaim> accesses = {};
  std::vector<FunctionClaim> functions = {};
};

}  // namespace audit
