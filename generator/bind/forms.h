// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a declaration is to a binding, and what it consists of.
#pragma once

#include <cstdint>
#include <span>

#include "bind/outline.h"
#include "model/types.h"

namespace bind {

enum class Form : std::uint8_t {
  // Another name for a type.
  alias,
  // The same, of an integer some of whose values have names.
  integer,
  enumeration,
  flags,
  // Also a resource.
  handle,
  record,
  // A record of exactly a pointer to bytes and a length.
  slice,
  // A tag and a payload.
  variant,
  // A union without a tag.
  overlay,
};

[[nodiscard]] Form form_of(const model::Model& model, const Declaration& declaration);

// All bits of flags that have names.
[[nodiscard]] std::uint64_t known_bits(std::span<const model::Value> flags);

// Has no name, and its parts say all about it, where it is used.
[[nodiscard]] bool is_structural(const model::Model& model, const Declaration& declaration);

// The declaration of the enum that names a variant's cases, or null.
[[nodiscard]] const Declaration* tag_enum(const model::Model& model, const Outline& outline,
                                          const model::Variant& variant);

// The type at the end of all names.
[[nodiscard]] model::TypeId behind_names(const model::Model& model, model::TypeId id);

// Behind all names: a list, string or buffer; a list of characters; a record, variant or union; an enum, flags or an integer with
// named values.
[[nodiscard]] bool is_list(const model::Model& model, model::TypeId id);
[[nodiscard]] bool is_text(const model::Model& model, model::TypeId id);
[[nodiscard]] bool is_aggregate(const model::Model& model, model::TypeId id);
[[nodiscard]] bool has_named_values(const model::Model& model, model::TypeId id);

}  // namespace bind
