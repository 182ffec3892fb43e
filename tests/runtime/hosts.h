// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What tests with hosts of their own have in common.

#include <cstdint>
#include <string>

#include <barewasi/host.hpp>

constexpr int number(wasi::Errno error) { return static_cast<int>(error); }

/// A directory's entry as fd_readdir writes it.
inline std::string directory_entry(std::uint64_t next, const std::string& name,
                                   wasi::Filetype type = wasi::Filetype::regular_file) {
  wasi::Dirent head{};
  head.d_next = next;
  head.d_namlen = static_cast<wasi::Size>(name.size());
  head.d_type = type;
  return std::string(reinterpret_cast<const char*>(&head), sizeof head) + name;
}
