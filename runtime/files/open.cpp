// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../prim.h"
#include "barewasi/files.hpp"
#include "preopens.h"

namespace barewasi {
namespace {

using witx::Str;
using usize = __SIZE_TYPE__;

// True when `path` is `name` or lies below it: "a/b" is below "a" and below the
// nameless root, and "ab" is not below "a".
bool is_below(Str path, Str name) noexcept {
  if (name.size() == 0) return true;
  if (path.size() < name.size() || Str(path.data(), name.size()) != name) return false;
  return path.size() == name.size() || path.data()[name.size()] == '/';
}

const Preopen* longest_match(Str path) noexcept {
  const Preopen* best = nullptr;
  for (const Preopen* entry = preopens(); entry != nullptr; entry = entry->next) {
    if (!is_below(path, entry->name)) continue;
    if (best == nullptr || entry->name.size() > best->name.size()) best = entry;
  }
  return best;
}

Str relative_to(Str path, const Preopen& directory) noexcept {
  const usize skipped = directory.name.size();
  const Str rest = strip_root(Str(path.data() + skipped, path.size() - skipped));
  return rest.size() == 0 ? Str(".") : rest;
}

}  // namespace

wasi::Result<wasi::Fd> open_to_read(Str path) noexcept {
  const Str wanted = strip_root(path);
  const Preopen* const directory = longest_match(wanted);
  if (directory == nullptr) return wasi::Errno::noent;
  return prim::open_existing(directory->fd, relative_to(wanted, *directory), wasi::Rights::fd_read);
}

}  // namespace barewasi
