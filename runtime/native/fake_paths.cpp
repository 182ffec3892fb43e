// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What a FakeHost does with paths.

#include <algorithm>
#include <cstring>

#include "fake_state.h"

namespace barewasi {
namespace {

bool follows(Host::u32 flags) { return has(static_cast<wasi::Lookupflags>(flags), wasi::Lookupflags::symlink_follow); }

bool is_below(const NodePointer& node, const Node& directory) {
  for (const auto& [name, child] : directory.entries) {
    if (child == node || (child->is_directory() && is_below(node, *child))) return true;
  }
  return false;
}

}  // namespace

Host::s32 FakeHost::path_open(u32 fd, u32 lookup, const char* path, usize size, u32 how, u64 base, u64 inheriting,
                              u32 flags, wasi::Fd* out) {
  const auto oflags = static_cast<wasi::Oflags>(how);
  const auto rights = static_cast<Rights>(base);
  const auto below = static_cast<Rights>(inheriting);
  const bool creates = has(oflags, wasi::Oflags::creat);
  const bool truncates = has(oflags, wasi::Oflags::trunc);
  const bool wants_directory = has(oflags, wasi::Oflags::directory);
  if (creates && wants_directory) return status(Errno::inval);

  Rights needed = Rights::path_open;
  if (creates) needed = needed | Rights::path_create_file;
  if (truncates) needed = needed | Rights::path_filestat_set_size;
  Place place;
  const bool excludes = creates && has(oflags, wasi::Oflags::excl);
  const Errno error = state_->resolve(fd, path, size, needed, follows(lookup) && !excludes, place);
  if (error != Errno::success) return status(error);
  const Open& directory = state_->open.at(fd);
  if (!has(directory.inheriting, rights) || !has(directory.inheriting, below)) return status(Errno::notcapable);

  if (!place.node) {
    if (!creates) return status(Errno::noent);
    if (place.wants_directory) return status(Errno::isdir);
    place.node = state_->make(Filetype::regular_file, real_time);
    State::enter(place, place.node, real_time);
  } else if (excludes) {
    return status(Errno::exist);
  } else if (place.node->is_link()) {
    return status(Errno::loop);
  } else if (wants_directory && !place.node->is_directory()) {
    return status(Errno::notdir);
  }
  constexpr Rights writing = Rights::fd_write | Rights::fd_allocate | Rights::fd_filestat_set_size;
  if (place.node->is_directory() && (creates || truncates || (rights & writing) != Rights::none)) {
    return status(Errno::isdir);
  }
  if (truncates) {
    place.node->bytes.clear();
    place.node->modified = place.node->changed = real_time;
  }
  *out = wasi::Fd(state_->add(
      {.node = place.node, .rights = rights, .inheriting = below, .flags = static_cast<wasi::Fdflags>(flags)}));
  return 0;
}

Host::s32 FakeHost::path_create_directory(u32 fd, const char* path, usize size) {
  Place place;
  const Errno error = state_->resolve(fd, path, size, Rights::path_create_directory, false, place);
  if (error != Errno::success) return status(error);
  if (place.node) return status(Errno::exist);
  State::enter(place, state_->make(Filetype::directory, real_time), real_time);
  return 0;
}

Host::s32 FakeHost::path_filestat_get(u32 fd, u32 flags, const char* path, usize size, wasi::Filestat* out) {
  Place place;
  const Errno error = state_->resolve(fd, path, size, Rights::path_filestat_get, follows(flags), place);
  if (error != Errno::success) return status(error);
  if (!place.node) return status(Errno::noent);
  *out = facts_of(*place.node);
  return 0;
}

Host::s32 FakeHost::path_filestat_set_times(u32 fd, u32 flags, const char* path, usize size, u64 accessed, u64 modified,
                                            u32 which) {
  Place place;
  const Errno error = state_->resolve(fd, path, size, Rights::path_filestat_set_times, follows(flags), place);
  if (error != Errno::success) return status(error);
  if (!place.node) return status(Errno::noent);
  return status(set_times(*place.node, accessed, modified, which, real_time));
}

Host::s32 FakeHost::path_unlink_file(u32 fd, const char* path, usize size) {
  Place place;
  const Errno error = state_->resolve(fd, path, size, Rights::path_unlink_file, false, place);
  if (error != Errno::success) return status(error);
  if (!place.node) return status(Errno::noent);
  if (place.node->is_directory()) return status(Errno::isdir);
  State::remove(place, real_time);
  return 0;
}

Host::s32 FakeHost::path_remove_directory(u32 fd, const char* path, usize size) {
  Place place;
  const Errno error = state_->resolve(fd, path, size, Rights::path_remove_directory, false, place);
  if (error != Errno::success) return status(error);
  if (!place.node) return status(Errno::noent);
  if (!place.node->is_directory()) return status(Errno::notdir);
  // "." and "..".
  if (!place.directory) return status(Errno::inval);
  if (!place.node->entries.empty()) return status(Errno::notempty);
  State::remove(place, real_time);
  return 0;
}

Host::s32 FakeHost::path_rename(u32 fd, const char* old_path, usize old_size, u32 new_fd, const char* new_path,
                                usize new_size) {
  Place from;
  Errno error = state_->resolve(fd, old_path, old_size, Rights::path_rename_source, false, from);
  if (error != Errno::success) return status(error);
  if (!from.node) return status(Errno::noent);
  Place to;
  error = state_->resolve(new_fd, new_path, new_size, Rights::path_rename_target, false, to);
  if (error != Errno::success) return status(error);
  if (!from.directory || !to.directory) return status(Errno::busy);
  if (from.node == to.node) return 0;
  if (from.node->is_directory()) {
    if (to.directory == from.node || is_below(to.directory, *from.node)) return status(Errno::inval);
    if (to.node && !to.node->is_directory()) return status(Errno::notdir);
    if (to.node && !to.node->entries.empty()) return status(Errno::notempty);
  } else {
    if (to.node && to.node->is_directory()) return status(Errno::isdir);
    if (to.wants_directory) return status(Errno::notdir);
  }
  if (to.node) State::remove(to, real_time);
  from.directory->entries.erase(from.name);
  from.directory->modified = from.directory->changed = real_time;
  State::enter(to, from.node, real_time);
  from.node->changed = real_time;
  return 0;
}

Host::s32 FakeHost::path_link(u32 old_fd, u32 flags, const char* old_path, usize old_size, u32 new_fd,
                              const char* new_path, usize new_size) {
  Place from;
  Errno error = state_->resolve(old_fd, old_path, old_size, Rights::path_link_source, follows(flags), from);
  if (error != Errno::success) return status(error);
  if (!from.node) return status(Errno::noent);
  Place to;
  error = state_->resolve(new_fd, new_path, new_size, Rights::path_link_target, false, to);
  if (error != Errno::success) return status(error);
  if (to.node) return status(Errno::exist);
  if (from.node->is_directory()) return status(Errno::perm);
  if (to.wants_directory) return status(Errno::noent);
  State::enter(to, from.node, real_time);
  ++from.node->links;
  return 0;
}

Host::s32 FakeHost::path_symlink(const char* target, usize target_size, u32 fd, const char* path, usize size) {
  Place place;
  const Errno error = state_->resolve(fd, path, size, Rights::path_symlink, false, place);
  if (error != Errno::success) return status(error);
  if (place.node) return status(Errno::exist);
  if (target_size == 0 || place.wants_directory) return status(Errno::noent);
  if (*target == '/') return status(Errno::perm);
  const NodePointer link = state_->make(Filetype::symbolic_link, real_time);
  link->bytes.assign(target, target_size);
  State::enter(place, link, real_time);
  return 0;
}

Host::s32 FakeHost::path_readlink(u32 fd, const char* path, usize size, u8* room, u32 room_size, wasi::Size* out) {
  Place place;
  const Errno error = state_->resolve(fd, path, size, Rights::path_readlink, false, place);
  if (error != Errno::success) return status(error);
  if (!place.node) return status(Errno::noent);
  if (!place.node->is_link()) return status(Errno::inval);
  *out = static_cast<wasi::Size>(std::min<std::size_t>(place.node->bytes.size(), room_size));
  std::memcpy(room, place.node->bytes.data(), *out);
  return 0;
}

}  // namespace barewasi
