// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>

#include "model/abi.h"
#include "model/layout.h"
#include "model/types.h"

namespace tests {

// What memory and engines see of a document, a line for each type and function: sizes, alignments, offsets, core signatures.
inline std::string binary_face(const model::Model& model) {
  const model::Layouts layouts(model, {});
  std::string face;
  for (const model::Definition& definition : model.definitions) {
    const model::Layout& layout = layouts[definition.type];
    face +=
        fmt::format("{}: size {}, align {}, offsets {}\n", definition.name, layout.size, layout.align, layout.offsets);
  }
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) {
      const model::Signature signature = model::lower(model, layouts, function);
      face += fmt::format("{}.{}:", module.name, function.name);
      for (const model::CoreParam& param : signature.params) face += fmt::format(" {}", model::name_of(param.core));
      for (const model::Core core : signature.results) face += fmt::format(" = {}", model::name_of(core));
      face += '\n';
    }
  }
  return face;
}

}  // namespace tests
