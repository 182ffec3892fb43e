// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// A host that answers as a test likes. The runtime's imports end here: each asks the test's host, which by default has
// nothing open and no clock. Every call is counted, and a test says how many there may be: one more ends the process,
// for nothing else ends a loop that does not.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <wasi/preview1.hpp>

namespace fake {

using wasi::Errno;

struct Host {
  using Status = std::int32_t;

  virtual ~Host() = default;
  virtual Status fd_write(std::uint32_t, const wasi::Ciovec*, std::size_t, wasi::Size*) { return badf; }
  virtual Status fd_read(std::uint32_t, const wasi::Iovec*, std::size_t, wasi::Size*) { return badf; }
  virtual Status fd_close(std::uint32_t) { return badf; }
  virtual Status fd_prestat_get(std::uint32_t, wasi::Prestat*) { return badf; }
  virtual Status fd_prestat_dir_name(std::uint32_t, std::uint8_t*, std::uint32_t) { return badf; }
  virtual Status path_open(std::uint32_t, const std::string&, wasi::Fd*) { return badf; }
  virtual Status fd_readdir(std::uint32_t, std::uint8_t*, wasi::Size, std::uint64_t, wasi::Size*) { return badf; }
  virtual Status clock_time_get(std::uint64_t*) { return badf; }
  virtual Status poll_oneoff(const wasi::Subscription*, wasi::Event*, wasi::Size*) { return badf; }
  virtual Status random_get(std::uint8_t*, std::size_t) { return badf; }

  static constexpr Status badf = static_cast<Status>(Errno::badf);

  std::uint64_t calls = 0;
  std::uint64_t most_calls = 100'000;
};

/// Answers from here on, until it is another's turn.
void use(Host& host);

/// A directory's entry as fd_readdir writes it.
[[nodiscard]] std::string directory_entry(std::uint64_t next, const std::string& name);

}  // namespace fake
