// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a fuzzer attacks: one function, given by the one target that a program links. Fuzzers call it with what they invent
// (fuzzer.cpp), ordinary tests with what is known to have hurt (replay.cpp).
#pragma once

#include <string>
#include <string_view>

namespace fuzz {

// Works on any bytes at all; what it must not do is crash. Comes back with what is wrong in our code, or empty.
[[nodiscard]] std::string attack(std::string_view bytes);

}  // namespace fuzz
