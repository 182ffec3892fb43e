// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../host.h"
#include "barewasi/filesystem.hpp"

namespace barewasi {
namespace {

wasi::Result<Metadata> as_metadata(const wasi::Result<wasi::Filestat>& facts) noexcept {
  if (!facts) return facts.error();
  return Metadata{.type = facts->filetype,
                  .size = facts->size,
                  .accessed = nanoseconds(facts->atim),
                  .modified = nanoseconds(facts->mtim),
                  .changed = nanoseconds(facts->ctim),
                  .device = facts->dev,
                  .inode = facts->ino,
                  .links = facts->nlink};
}

wasi::Result<Metadata> metadata_of(witx::Str path, bool follows_links) noexcept {
  const auto found = locate(path);
  if (!found) return found.error();
  return as_metadata(host::path_facts(found->directory, found->path, follows_links));
}

}  // namespace

wasi::Result<Metadata> metadata(witx::Str path) noexcept { return metadata_of(path, true); }

wasi::Result<Metadata> link_metadata(witx::Str path) noexcept { return metadata_of(path, false); }

wasi::Result<Metadata> metadata(wasi::Fd fd) noexcept { return as_metadata(host::file_facts(fd)); }

bool exists(witx::Str path) noexcept {
  const auto found = locate(path);
  return found && host::path_facts(found->directory, found->path, true);
}

}  // namespace barewasi
