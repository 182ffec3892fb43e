// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What changes names and leaves contents alone.

#include "../host.h"
#include "barewasi/filesystem.hpp"
#include "path.h"

namespace barewasi {
namespace {

// There are hosts that say of a directory that is there that it cannot be made, for another reason than `exist`: it
// belongs to somebody else, or cannot be written.
bool is_directory(wasi::Fd below, witx::Str path) noexcept {
  const auto facts = host::path_facts(below, path, true);
  return facts && facts->filetype == wasi::Filetype::directory;
}

}  // namespace

wasi::Result<> make_directory(witx::Str path) noexcept {
  const auto found = locate(path);
  if (!found) return found.error();
  return host::make_directory(found->directory, found->path);
}

wasi::Result<> make_directories(witx::Str path) noexcept {
  const auto found = locate(path);
  if (!found) return found.error();
  for (witx::Str rest = found->path;;) {
    const witx::Str component = take_component(rest);
    if (component.empty()) return {};
    const witx::Str so_far(found->path.data(), static_cast<usize>(component.end() - found->path.data()));
    const auto made = host::make_directory(found->directory, so_far);
    if (!made && !is_directory(found->directory, so_far)) return made;
  }
}

wasi::Result<> remove_directory(witx::Str path) noexcept {
  const auto found = locate(path);
  if (!found) return found.error();
  return host::remove_directory(found->directory, found->path);
}

wasi::Result<> remove_file(witx::Str path) noexcept {
  const auto found = locate(path);
  if (!found) return found.error();
  return host::remove_file(found->directory, found->path);
}

wasi::Result<> rename_path(witx::Str from, witx::Str to) noexcept {
  const auto old_place = locate(from);
  if (!old_place) return old_place.error();
  const auto new_place = locate(to);
  if (!new_place) return new_place.error();
  return host::rename(old_place->directory, old_place->path, new_place->directory, new_place->path);
}

}  // namespace barewasi
