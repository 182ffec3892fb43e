// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../host.h"
#include "barewasi/files.hpp"

namespace barewasi {

namespace {

using wasi::Rights;

// What anything that was opened can be asked.
constexpr Rights any = Rights::fd_filestat_get | Rights::fd_seek | Rights::fd_tell;
constexpr Rights file_to_read = any | Rights::fd_read;
constexpr Rights file_to_write = any | Rights::fd_write;
constexpr Rights directory =
    Rights::fd_filestat_get | Rights::fd_readdir | Rights::path_open | Rights::path_filestat_get;

wasi::Result<wasi::Fd> open_at(witx::Str path, wasi::Oflags how, Rights rights, Rights below,
                               wasi::Fdflags flags) noexcept {
  const auto found = locate(path);
  if (!found) return found.error();
  return host::open(found->directory, found->path, how, rights, below, flags);
}

}  // namespace

// Each asks for the rights that it needs: some engines refuse a file to those
// who ask for more than there is, and others a call to those who asked for less.

wasi::Result<wasi::Fd> open_to_read(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::none, file_to_read, Rights::none, wasi::Fdflags::none);
}

wasi::Result<wasi::Fd> create(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::creat | wasi::Oflags::trunc, file_to_write, Rights::none, wasi::Fdflags::none);
}

wasi::Result<wasi::Fd> open_to_append(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::creat, file_to_write, Rights::none, wasi::Fdflags::append);
}

wasi::Result<wasi::Fd> open_directory(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::directory, directory, directory | file_to_read, wasi::Fdflags::none);
}

}  // namespace barewasi
