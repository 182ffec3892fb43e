// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Plays a trace of calls against the heap and a model of what it promises.

#include <cstdint>
#include <span>
#include <string>

namespace player {

// Reads bytes as a program: which engine, then calls until they end. After each call the block it gave is compared with
// all others, and with `check_every`, the heap verifies itself after every so many calls. Contents are compared when a
// block moves or is given back. Returns what was wrong, or an empty text.
[[nodiscard]] std::string play(std::span<const std::uint8_t> trace, unsigned check_every = 1);

}  // namespace player
