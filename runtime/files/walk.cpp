// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/walk.hpp"

#include "../host.h"

namespace barewasi {
namespace {

using wasi::Errno;
using wasi::Rights;

constexpr Rights rights = Rights::fd_readdir | Rights::path_open | Rights::path_filestat_get;

// Some hosts leave it to those who want to know.
wasi::Filetype type_of(detail::Tree& tree) noexcept {
  if (tree.type() != wasi::Filetype::unknown) return tree.type();
  const auto directory = tree.directory();
  if (!directory) return wasi::Filetype::unknown;
  const auto facts = host::path_facts(*directory, tree.name(), false);
  return facts ? facts->filetype : wasi::Filetype::unknown;
}

}  // namespace

Walk::Walk(witx::Str path) noexcept : tree_(rights) { note(tree_.begin(open_directory(path), path)); }

void Walk::note(Errno error) noexcept {
  if (error_ == Errno::success) error_ = error;
}

const Found* Walk::next() noexcept {
  if (enters_) {
    enters_ = false;
    found_.error = tree_.enter();
    if (found_.error != Errno::success) {
      note(found_.error);
      // The path may lie elsewhere by now, and have grown by the "/" of what was entered.
      found_.path = {tree_.path().data(), found_.path.size()};
      found_.name = {found_.path.end() - found_.name.size(), found_.name.size()};
      return &found_;
    }
  }
  while (!tree_.next()) {
    if (tree_.depth() == 0) return nullptr;
    tree_.leave();
  }
  found_ = {.path = tree_.path(), .name = tree_.name(), .type = type_of(tree_), .depth = tree_.depth()};
  enters_ = found_.type == wasi::Filetype::directory;
  return &found_;
}

}  // namespace barewasi
