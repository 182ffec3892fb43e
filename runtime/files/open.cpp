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

UniqueFd open_at(witx::Str path, wasi::Oflags how, Rights rights, Rights below, wasi::Fdflags flags) noexcept {
  const auto found = locate(path);
  return UniqueFd(found ? host::open(found->directory, found->path, how, rights, below, flags) : found.error());
}

}  // namespace

// Each asks for the rights that it needs: some engines refuse a file to those
// who ask for more than there is, and others a call to those who asked for less.

UniqueFd open_to_read(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::none, file_to_read, Rights::none, wasi::Fdflags::none);
}

UniqueFd create(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::creat | wasi::Oflags::trunc, file_to_write, Rights::none, wasi::Fdflags::none);
}

UniqueFd open_to_append(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::creat, file_to_write, Rights::none, wasi::Fdflags::append);
}

UniqueFd open_directory(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::directory, directory, directory | file_to_read, wasi::Fdflags::none);
}

}  // namespace barewasi
