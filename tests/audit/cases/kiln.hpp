// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <cstdint>

namespace kiln {

enum class Status : std::uint16_t { // type
  ok = 0, // value
  busy = 1, // value
  cold = 2, // value
  jammed = 3, // value
  denied = 4, // value
  lost = 5, // value
};

enum class Fuel : std::uint8_t { // type
  gas = 0, // value
  wood = 1, // value
  current = 2, // value
};

enum class Options : std::uint16_t { // type
  quiet = 1U << 0, // bit
  slow = 1U << 1, // bit
  hold = 1U << 2, // bit
  vent = 1U << 3, // bit
};

enum class Permits : std::uint64_t { // type
  probe = 1, // bit
  heat = 2, // bit
  cool = 4, // bit
  open_door = 8, // bit
  seal = 16, // bit
};

using Stamp = std::uint64_t; // type
using Drift = std::int64_t; // type

struct Reading {
  Stamp taken; // field
  std::uint32_t zone; // field
  Fuel fuel; // field
  Options options; // field
  std::uint64_t heat; // field
  std::int64_t drift; // field
};

struct Step {
  Stamp after; // field
  std::uint32_t zone; // field
};

extern "C" {
[[clang::import_module("kiln_v1"), clang::import_name("kiln_open")]] Status kiln_open(const char* name, std::uint32_t name_len, Options options, Permits permits, void* out); // import
[[clang::import_module("kiln_v1"), clang::import_name("kiln_read")]] Status kiln_read(std::int32_t kiln, void* out); // import
[[clang::import_module("kiln_v1"), clang::import_name("kiln_trim")]] Status kiln_trim(std::int32_t kiln, std::int64_t drift, Fuel fuel); // import
[[clang::import_module("kiln_v1"), clang::import_name("kiln_wait")]] Status kiln_wait(std::int32_t kiln, std::uint64_t until, void* out); // import
[[clang::import_module("kiln_v1"), clang::import_name("kiln_close")]] Status kiln_close(std::int32_t kiln); // import
}

}  // namespace kiln
