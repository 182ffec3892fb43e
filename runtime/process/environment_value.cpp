// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/args.hpp"

namespace barewasi {
namespace {

// The text after "NAME=" when `entry` is NAME's, else nullptr.
const char* value_if_named(const char* entry, Str name) noexcept {
  const char* const letters = name.data();
  for (usize i = 0; i < name.size(); ++i) {
    // Also where the entry ends first.
    if (letters[i] != entry[i]) return nullptr;
  }
  return entry[name.size()] == '=' ? entry + name.size() + 1 : nullptr;
}

}  // namespace

const char* environment_value(Str name) noexcept {
  for (const char* const entry : environment()) {
    if (const char* const value = value_if_named(entry, name)) return value;
  }
  return nullptr;
}

}  // namespace barewasi
