// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a function exchanges, written down by walking it again and again: a second answer to model/wire.h. Knows what the documents
// of random_document.h consist of, on wasm32, and no more.
#pragma once

#include <map>
#include <set>
#include <string>

#include "model/types.h"

namespace tests {

struct NaiveWire {
  // Everything that is passed, by where: "0" is the first core parameter, "0*4" the four bytes behind the address in it.
  std::map<std::string, std::string> passed;
  // The places and the values that a name stands for, by the piece of memory in which it does.
  std::map<std::string, std::set<std::string>> names;
};

[[nodiscard]] NaiveWire naive_wire(const model::Model& model, const model::Function& function);

// Whether the two can be called by each other's binaries.
[[nodiscard]] bool naive_same(const NaiveWire& a, const NaiveWire& b);

}  // namespace tests
