// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The document of one (witx ...) in a .witxt file.
#pragma once

#include <string>

#include "../front_end.h"
#include "syntax/tree.h"

namespace witxt {

// Its optional name, and where what it holds begins.
struct DocumentForm {
  std::string id;
  syntax::NodeIndex body;
};

[[nodiscard]] DocumentForm document_form(const syntax::Tree& tree, syntax::NodeIndex witx);

// Reads what stands in the form, or the files that it loads, which are found beside the .witxt file at `path`.
void read_document(const syntax::Tree& tree, syntax::NodeIndex witx, const std::string& path, tests::FrontEnd& into);

}  // namespace witxt
