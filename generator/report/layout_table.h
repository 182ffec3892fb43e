// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One type's bytes, or one function's core parameters, as a table that a person reads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "draw/drawing.h"
#include "model/layout.h"
#include "model/types.h"

namespace report {

struct LayoutLook {
  // Types are drawn as well, in boxes.
  bool drawn = false;
  // With Depth::all, tables show the members of members.
  draw::Depth depth = draw::Depth::members;
};

// Of a type: sizes and offsets in bytes with every gap as a row, the values of an enum and an int, the bits of flags. Of a
// function: what each core parameter and result carries. `name` is that of a type, a function, or either behind its module,
// as --only has it: "wasi_snapshot_preview1::fd_read". Several that bear the name follow each other; nothing, if none does. The model
// must be without errors.
[[nodiscard]] std::optional<std::string> layout_table(const model::Model& model, const model::Layouts& layouts,
                                                      std::string_view name, const LayoutLook& look = {});

// The first type that is meant by such a name, or null.
[[nodiscard]] const model::Definition* definition_named(const model::Model& model, std::string_view name);

}  // namespace report
