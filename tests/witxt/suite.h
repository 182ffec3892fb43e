// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs the directives of .witxt files, the test suite of the language:
//
//   (witx $id? item*)                    the document is valid; $id names it for later
//   (witx $id? (load "file.witx"+))      the same of files beside the .witxt file, all in one document
//   (assert_invalid (witx ...) "text")   the document is invalid, and for the reason that the text means
//   (assert_representable eq|noteq|superset $id1 "type1" $id2 "type2")
//   (assert_abi (witx ...) (wasm (param core*)? (result core*)?) ...)   the core signature of its only function
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "../front_end.h"
#include "syntax/tree.h"

namespace witxt {

struct Outcome {
  std::size_t passed = 0;
  std::size_t failed = 0;
  // "file:line: what was wrong" of each failure, and notes on what was not looked at; in the order of the file.
  std::vector<std::string> lines;
};

[[nodiscard]] Outcome run_file(const std::string& path);

}  // namespace witxt
