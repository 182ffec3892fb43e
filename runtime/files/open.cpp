// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../host.h"
#include "open_at.h"

namespace barewasi {

namespace {

using wasi::Rights;

// What anything that was opened can be asked.
constexpr Rights any = Rights::fd_filestat_get | Rights::fd_seek | Rights::fd_tell;
constexpr Rights file_to_read = any | Rights::fd_read;
constexpr Rights file_to_update = file_to_read | file_to_write;
constexpr Rights directory =
    Rights::fd_filestat_get | Rights::fd_readdir | Rights::path_open | Rights::path_filestat_get;

}  // namespace

UniqueFd open_at(witx::Str path, wasi::Oflags how, Rights rights, Rights below, wasi::Fdflags flags) noexcept {
  const auto found = locate(path);
  if (!found) return UniqueFd(found.error());
  // What is to be new is not where a link leads, and some engines look there.
  const auto lookup = has(how, wasi::Oflags::excl) ? wasi::Lookupflags::none : wasi::Lookupflags::symlink_follow;
  return UniqueFd(host::open(found->directory, lookup, found->path, how, rights, below, flags));
}

// Each asks for the rights that it needs: some engines refuse a file to those
// who ask for more than there is, and others a call to those who asked for less.

UniqueFd open_to_read(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::none, file_to_read, Rights::none, wasi::Fdflags::none);
}

UniqueFd create(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::creat | wasi::Oflags::trunc, file_to_write, Rights::none, wasi::Fdflags::none);
}

UniqueFd create_new(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::creat | wasi::Oflags::excl, file_to_update, Rights::none, wasi::Fdflags::none);
}

UniqueFd open_to_update(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::none, file_to_update, Rights::none, wasi::Fdflags::none);
}

UniqueFd open_to_append(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::creat, file_to_write, Rights::none, wasi::Fdflags::append);
}

UniqueFd open_directory(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::directory, directory, directory | file_to_read, wasi::Fdflags::none);
}

}  // namespace barewasi
