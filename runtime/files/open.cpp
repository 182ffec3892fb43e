// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../prim.h"
#include "barewasi/files.hpp"
#include "preopens.h"

namespace barewasi {
namespace {

using usize = __SIZE_TYPE__;

// True when `path` is `name` or lies below it: "a/b" is below "a" and below the
// nameless root, and "ab" is not below "a".
bool is_below(witx::Str path, witx::Str name) noexcept {
  if (name.size() == 0) return true;
  if (path.size() < name.size() || witx::Str(path.data(), name.size()) != name) return false;
  return path.size() == name.size() || path.data()[name.size()] == '/';
}

const Preopen* longest_match(witx::Str path) noexcept {
  const Preopen* best = nullptr;
  for (const Preopen* entry = preopens(); entry != nullptr; entry = entry->next) {
    if (!is_below(path, entry->name)) continue;
    if (best == nullptr || entry->name.size() > best->name.size()) best = entry;
  }
  return best;
}

witx::Str relative_to(witx::Str path, const Preopen& directory) noexcept {
  const usize skipped = directory.name.size();
  const witx::Str rest = strip_root(witx::Str(path.data() + skipped, path.size() - skipped));
  return rest.size() == 0 ? witx::Str(".") : rest;
}

}  // namespace

wasi::Result<Location> locate(witx::Str path) noexcept {
  const witx::Str wanted = strip_root(path);
  const Preopen* const directory = longest_match(wanted);
  if (directory == nullptr) return wasi::Errno::noent;
  return Location{.directory = directory->fd, .path = relative_to(wanted, *directory)};
}

static wasi::Result<wasi::Fd> open_at(witx::Str path, wasi::Oflags how, wasi::Rights rights,
                                      wasi::Fdflags flags) noexcept {
  const auto found = locate(path);
  if (!found) return found.error();
  return prim::open(found->directory, found->path, how, rights, flags);
}

// Each asks for the rights that it needs: some engines refuse a file to those
// who ask for more than there is.

wasi::Result<wasi::Fd> open_to_read(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::none, wasi::Rights::fd_read, wasi::Fdflags::none);
}

wasi::Result<wasi::Fd> create(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::creat | wasi::Oflags::trunc, wasi::Rights::fd_write, wasi::Fdflags::none);
}

wasi::Result<wasi::Fd> open_to_append(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::creat, wasi::Rights::fd_write, wasi::Fdflags::append);
}

wasi::Result<wasi::Fd> open_directory(witx::Str path) noexcept {
  return open_at(path, wasi::Oflags::directory, wasi::Rights::fd_readdir, wasi::Fdflags::none);
}

}  // namespace barewasi
