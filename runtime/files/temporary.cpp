// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/filesystem.hpp"
#include "barewasi/random.hpp"

namespace barewasi {
namespace {

// There are 2^64 names: if so many in a row are taken, something else is wrong.
constexpr int attempts = 16;

/// A path in `folder` that nobody has thought of.
wasi::Result<> random_path(witx::Str folder, String& path) noexcept {
  // With "/" and a name it would be another folder: the root.
  if (folder.empty()) return wasi::Errno::noent;
  u64 number = 0;
  const auto given = random_bytes({reinterpret_cast<witx::u8*>(&number), sizeof number});
  if (!given) return given;
  path = format(Str(folder.data(), folder.size()), "/tmp-", hex(number, 16));
  return {};
}

}  // namespace

wasi::Result<> make_temporary_directory(witx::Str folder, String& path) noexcept {
  for (int attempt = 1;; ++attempt) {
    const auto chosen = random_path(folder, path);
    if (!chosen) return chosen;
    const auto made = make_directory(path);
    if (made.error() != wasi::Errno::exist || attempt == attempts) return made;
  }
}

TemporaryFile::TemporaryFile(witx::Str folder) noexcept {
  for (int attempt = 1;; ++attempt) {
    const auto chosen = random_path(folder, path_);
    file_ = chosen ? create_new(path_) : UniqueFd(chosen.error());
    if (!chosen || file_.error() != wasi::Errno::exist || attempt == attempts) return;
  }
}

TemporaryFile::~TemporaryFile() {
  if (!file_) return;
  // Some hosts do not remove what is open.
  (void)file_.close();
  (void)remove_file(path_);
}

wasi::Result<> TemporaryFile::keep_as(witx::Str to) noexcept {
  if (!file_) return file_.error();
  auto kept = file_.close();
  if (kept) kept = rename_path(path_, to);
  if (!kept) (void)remove_file(path_);
  return kept;
}

}  // namespace barewasi
