// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <map>
#include <string>

#include "support/source.h"

namespace config {

// Where each key and value of a JSON text stands, which the package that reads it does not tell.
struct Place {
  // Of an array's element and of the whole: the same as `value`.
  support::Span key;
  support::Span value;
};

// By JSON pointer: "" is the whole, "/specs/0/files" a member. `source` must be well-formed JSON.
[[nodiscard]] std::map<std::string, Place> places(const support::Sources& sources, support::SourceId source);

}  // namespace config
