// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../host.h"
#include "barewasi/detail/tree.hpp"
#include "barewasi/filesystem.hpp"
#include "path.h"

namespace barewasi {
namespace {

using wasi::Errno;
using wasi::Rights;

constexpr Rights rights =
    Rights::fd_readdir | Rights::path_open | Rights::path_unlink_file | Rights::path_remove_directory;

// Somebody else may be removing the same.
wasi::Result<> or_gone(wasi::Result<> removed) noexcept {
  return removed.error() == Errno::noent ? wasi::Result<>() : removed;
}

wasi::Result<> remove_entry(detail::Tree& tree) noexcept {
  // Where a host does not say what it is, trying does.
  if (tree.type() == wasi::Filetype::directory || tree.type() == wasi::Filetype::unknown) {
    const usize depth = tree.depth();
    const Errno error = tree.enter();
    const bool is_no_directory = depth == tree.depth() && (error == Errno::notdir || error == Errno::loop);
    if (!is_no_directory) return error;
  }
  const auto directory = tree.directory();
  if (!directory) return directory.error();
  return or_gone(host::remove_file(*directory, tree.name()));
}

wasi::Result<> remove_all_below(UniqueFd root) noexcept {
  detail::Tree tree(rights);
  const Errno error = tree.begin(static_cast<UniqueFd&&>(root), {});
  if (error != Errno::success) return error;
  for (;;) {
    if (tree.next()) {
      const auto removed = remove_entry(tree);
      if (!removed) return removed;
      continue;
    }
    if (tree.depth() == 0) return {};
    tree.leave();
    const auto directory = tree.directory();
    if (!directory) return directory.error();
    const auto removed = or_gone(host::remove_directory(*directory, tree.name()));
    if (!removed) return removed;
  }
}

// Whether a path names what it leads to: "." and ".." are names that cannot be removed.
bool ends_in_a_name(witx::Str path) noexcept {
  witx::Str last;
  for (witx::Str rest = path;;) {
    const witx::Str component = take_component(rest);
    if (component.empty()) return !last.empty() && last != "..";
    last = component;
  }
}

}  // namespace

wasi::Result<> remove_tree(witx::Str path) noexcept {
  const auto found = locate(path);
  if (!found) return found.error();
  if (!ends_in_a_name(found->path)) return Errno::inval;
  const auto facts = host::path_facts(found->directory, found->path, false);
  if (!facts) return facts.error();
  if (facts->filetype != wasi::Filetype::directory) return host::remove_file(found->directory, found->path);
  const auto removed = remove_all_below(UniqueFd(host::open_directory(found->directory, found->path, rights)));
  return removed ? host::remove_directory(found->directory, found->path) : removed;
}

}  // namespace barewasi
