// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types as a specification writes them, in the standard dialect as far as it has words for them: no docs, no line breaks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/types.h"

namespace model {

// "u8", "char8", "usize": without the "@witx" that some need where they are written.
[[nodiscard]] std::string_view word(Primitive primitive);
// "u8", ...
[[nodiscard]] std::string_view word(Repr repr);
// "variant", "union", "expected", "option".
[[nodiscard]] std::string_view word(Variant::Form form);

// The inverse; nothing for any other word.
[[nodiscard]] std::optional<Primitive> primitive_named(std::string_view word);
[[nodiscard]] std::optional<Repr> repr_named(std::string_view word);

enum class Detail : std::uint8_t {
  // What has members of its own is cut short: "(record ...)", "(list $ciovec)".
  brief,
  // With all members; names as a person says them: "(record (field $a errno))".
  full,
  // With everything that two documents can differ by: a variant in whatever form by its tag and cases. Fingerprints are made of it.
  exact,
};

// In one line. A named type by its name.
[[nodiscard]] std::string witx_type(const Model& model, TypeId id, Detail detail = Detail::brief);

}  // namespace model
