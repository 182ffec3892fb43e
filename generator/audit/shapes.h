// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How wide the types are that a text writes.
#pragma once

#include <cstdint>

#include "audit/claims.h"
#include "audit/items.h"
#include "audit/names.h"

namespace audit {

struct Shape {
  // Bytes; 0: unknown.
  std::uint64_t size = 0;
  std::uint32_t align = 1;
  Sign sign = Sign::unknown;
  bool is_pointer = false;
  bool is_float = false;
  // The item of the definitions that it is called like.
  const TypeItem* item = nullptr;

  [[nodiscard]] bool is_known() const { return size > 0; }
};

class Shapes {
 public:
  Shapes(const Claims& claims, const Names& names) : claims_(claims), names_(names) {}

  [[nodiscard]] Shape of(const TypeText& type) const { return of(type, 0); }
  // By what the text itself says of it, whatever it is called.
  [[nodiscard]] Shape as_written(const TypeText& type) const;

 private:
  [[nodiscard]] Shape of(const TypeText& type, int depth) const;
  [[nodiscard]] Shape number(const TypeText& type) const;
  [[nodiscard]] Shape record(const RecordClaim& record, int depth) const;
  [[nodiscard]] bool is_pointer(const TypeText& type) const;

  const Claims& claims_;
  const Names& names_;
};

}  // namespace audit
