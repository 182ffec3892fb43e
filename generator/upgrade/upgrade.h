// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A text in a draft of witx → the same in the standard dialect, wherever that changes neither a layout nor a core signature.
// Comments stay, and the names of results that become parts of one stay as comments.
//
//   (enum u8 ..), (flags u8 (flag $x)), (flags (@witx bitflags u8) ..)   their annotated forms
//   (struct ..), (array ..), data, char8, usize                          record, list, (list u8), (@witx char8), (@witx usize)
//   (int u64 (const $x 0))                                               u64, and (@witx const $name $x 0) behind the type
//   (union $tag (field ..) (empty ..))                                   (variant (@witx tag $tag) (case ..) ..)
//   (result $error $errno) (result $x $t)                                (result $error (expected $t (error $errno)))
//   (result $error $errno) (result $x u32)                               the same, of a new (typename $FUNCTION_x u32)
//   (handle $super)                                                      (handle)
//
// What has no equivalent is left as it is, and named. Whether the text that comes out is valid and means the same is for
// proof.h to say.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "support/source.h"
#include "syntax/dialect.h"
#include "syntax/load.h"

namespace upgrade {

struct Upgrade {
  // In canonical layout.
  std::string text;
  // What was not rewritten, and why; in the order of the text.
  std::vector<diagnostics::Label> left;
  // What was rewritten and kept nothing but a comment.
  std::vector<diagnostics::Label> lost;
};

// `document` must have been read without errors, as a document of `dialect`; `file` is one of its files. Names are looked up in
// all of them, so that a result in one finds the enum in another. A text of the standard dialect is formatted only.
[[nodiscard]] Upgrade upgrade(const syntax::Document& document, syntax::FileId file, syntax::Dialect dialect,
                              const support::Sources& sources);

}  // namespace upgrade
