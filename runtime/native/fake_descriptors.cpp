// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What a FakeHost does with open descriptors.

#include <algorithm>
#include <cstring>

#include "fake_state.h"

namespace barewasi {
namespace {

bool is_file(const Open& one) { return one.node->type == Filetype::regular_file; }

// More than there is memory for, or a file system takes.
constexpr Host::u64 most_file_bytes = Host::u64{1} << 30;

/// From `position` on, into what `pieces` are.
wasi::Size copy_out(const std::string& from, Host::u64 position, const wasi::Iovec* pieces, std::size_t count,
                    std::size_t most) {
  wasi::Size copied = 0;
  for (std::size_t i = 0; i < count && position < from.size(); ++i) {
    const std::size_t size = std::min({pieces[i].buf_len + std::size_t{0}, from.size() - position, most - copied});
    if (size == 0) continue;
    std::memcpy(pieces[i].buf, from.data() + position, size);
    position += size;
    copied += static_cast<wasi::Size>(size);
  }
  return copied;
}

std::string joined(const wasi::Ciovec* pieces, std::size_t count, std::size_t most) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all.append(reinterpret_cast<const char*>(pieces[i].buf), pieces[i].buf_len);
  if (all.size() > most) all.resize(most);
  return all;
}

Errno write_at(Node& file, Host::u64 position, const std::string& bytes, Host::u64 now) {
  if (position > most_file_bytes || bytes.size() > most_file_bytes - position) return Errno::fbig;
  if (file.bytes.size() < position + bytes.size()) file.bytes.resize(position + bytes.size());
  std::copy(bytes.begin(), bytes.end(), file.bytes.begin() + static_cast<std::ptrdiff_t>(position));
  file.modified = file.changed = now;
  return Errno::success;
}

std::size_t limit(std::size_t most_bytes) {
  return most_bytes == 0 ? std::numeric_limits<std::size_t>::max() : most_bytes;
}

std::string entry(Host::u64 next, const std::string& name, const Node& node) {
  wasi::Dirent head{};
  head.d_next = next;
  head.d_ino = node.inode;
  head.d_namlen = static_cast<wasi::Size>(name.size());
  head.d_type = node.type;
  return std::string(reinterpret_cast<const char*>(&head), sizeof head) + name;
}

}  // namespace

Host::s32 FakeHost::fd_read(u32 fd, const wasi::Iovec* pieces, usize count, wasi::Size* out) {
  Errno error{};
  Open* const one = state_->find(fd, Rights::fd_read, error);
  if (one == nullptr) return status(error);
  if (one->node->is_directory()) return status(Errno::isdir);
  if (one->is_stream) {
    *out = copy_out(input, 0, pieces, count, limit(most_bytes));
    input.erase(0, *out);
    return 0;
  }
  *out = copy_out(one->node->bytes, one->position, pieces, count, limit(most_bytes));
  one->position += *out;
  one->node->accessed = real_time;
  return 0;
}

Host::s32 FakeHost::fd_pread(u32 fd, const wasi::Iovec* pieces, usize count, u64 position, wasi::Size* out) {
  Errno error{};
  Open* const one = state_->find(fd, Rights::fd_read, error);
  if (one == nullptr) return status(error);
  if (one->is_stream) return status(Errno::spipe);
  if (!has(one->rights, Rights::fd_seek)) return status(Errno::notcapable);
  if (one->node->is_directory()) return status(Errno::isdir);
  *out = copy_out(one->node->bytes, position, pieces, count, limit(most_bytes));
  return 0;
}

Host::s32 FakeHost::fd_write(u32 fd, const wasi::Ciovec* pieces, usize count, wasi::Size* out) {
  Errno error{};
  Open* const one = state_->find(fd, Rights::fd_write, error);
  if (one == nullptr) return status(error);
  const std::string bytes = joined(pieces, count, limit(most_bytes));
  if (one->is_stream) {
    (one->node == state_->open.at(1).node ? state_->output : state_->errors) += bytes;
  } else {
    if (has(one->flags, wasi::Fdflags::append)) one->position = one->node->bytes.size();
    error = write_at(*one->node, one->position, bytes, real_time);
    if (error != Errno::success) return status(error);
    one->position += bytes.size();
  }
  *out = static_cast<wasi::Size>(bytes.size());
  return 0;
}

Host::s32 FakeHost::fd_pwrite(u32 fd, const wasi::Ciovec* pieces, usize count, u64 position, wasi::Size* out) {
  Errno error{};
  Open* const one = state_->find(fd, Rights::fd_write, error);
  if (one == nullptr) return status(error);
  if (one->is_stream) return status(Errno::spipe);
  if (!has(one->rights, Rights::fd_seek)) return status(Errno::notcapable);
  const std::string bytes = joined(pieces, count, limit(most_bytes));
  *out = static_cast<wasi::Size>(bytes.size());
  return status(write_at(*one->node, position, bytes, real_time));
}

Host::s32 FakeHost::fd_seek(u32 fd, s64 offset, u32 whence, wasi::Filesize* out) {
  Errno error{};
  const auto from = static_cast<wasi::Whence>(whence);
  Open* one = state_->find(fd, Rights::none, error);
  if (one == nullptr) return status(error);
  if (one->is_stream) return status(Errno::spipe);
  const bool only_asks = offset == 0 && from == wasi::Whence::cur;
  if (!has(one->rights, Rights::fd_seek) && !(only_asks && has(one->rights, Rights::fd_tell))) {
    return status(Errno::notcapable);
  }
  if (!is_file(*one) || whence > static_cast<u32>(wasi::Whence::end)) return status(Errno::inval);
  const u64 base = from == wasi::Whence::set ? 0 : from == wasi::Whence::cur ? one->position : one->node->bytes.size();
  const u64 position = base + static_cast<u64>(offset);
  // As a signed number: positions end at 2^63.
  if (offset < 0 ? position > base : position >> 63 != 0) return status(Errno::inval);
  *out = one->position = position;
  return 0;
}

Host::s32 FakeHost::fd_tell(u32 fd, wasi::Filesize* out) {
  Errno error{};
  const Open* const one = state_->find(fd, Rights::none, error);
  if (one == nullptr) return status(error);
  if (one->is_stream) return status(Errno::spipe);
  if (!has(one->rights, Rights::fd_tell)) return status(Errno::notcapable);
  *out = one->position;
  return status(is_file(*one) ? Errno::success : Errno::inval);
}

Host::s32 FakeHost::fd_close(u32 fd) { return status(state_->open.erase(fd) == 1 ? Errno::success : Errno::badf); }

Host::s32 FakeHost::fd_renumber(u32 fd, u32 to) {
  if (!state_->open.contains(fd) || !state_->open.contains(to)) return status(Errno::badf);
  if (fd == to) return 0;
  state_->open.at(to) = state_->open.at(fd);
  state_->open.erase(fd);
  return 0;
}

Host::s32 FakeHost::fd_prestat_get(u32 fd, wasi::Prestat* out) {
  const auto found = state_->open.find(fd);
  if (found == state_->open.end()) return status(Errno::badf);
  if (!found->second.name) return status(Errno::notdir);
  *out = wasi::Prestat::dir({.pr_name_len = static_cast<wasi::Size>(found->second.name->size())});
  return 0;
}

Host::s32 FakeHost::fd_prestat_dir_name(u32 fd, u8* room, u32 size) {
  const auto found = state_->open.find(fd);
  if (found == state_->open.end()) return status(Errno::badf);
  if (!found->second.name) return status(Errno::notdir);
  const std::string& name = *found->second.name;
  if (size < name.size()) return status(Errno::nametoolong);
  std::memcpy(room, name.data(), name.size());
  return 0;
}

// The cookie is how many entries came before.
Host::s32 FakeHost::fd_readdir(u32 fd, u8* room, u32 size, u64 cookie, wasi::Size* out) {
  Errno error{};
  const Open* const one = state_->find(fd, Rights::fd_readdir, error);
  if (one == nullptr) return status(error);
  if (!one->node->is_directory()) return status(Errno::notdir);
  std::string all;
  u64 number = 0;
  const auto add = [&](const std::string& name, const Node& node) {
    if (number++ >= cookie && all.size() < size) all += entry(number, name, node);
  };
  add(".", *one->node);
  add("..", *one->node);
  for (const auto& [name, node] : one->node->entries) add(name, *node);
  *out = static_cast<wasi::Size>(std::min<std::size_t>(all.size(), size));
  std::memcpy(room, all.data(), *out);
  return 0;
}

Host::s32 FakeHost::fd_filestat_get(u32 fd, wasi::Filestat* out) {
  Errno error{};
  const Open* const one = state_->find(fd, Rights::fd_filestat_get, error);
  if (one != nullptr) *out = facts_of(*one->node);
  return status(error);
}

Host::s32 FakeHost::fd_filestat_set_size(u32 fd, u64 size) {
  Errno error{};
  const Open* const one = state_->find(fd, Rights::fd_filestat_set_size, error);
  if (one == nullptr) return status(error);
  if (!is_file(*one)) return status(Errno::inval);
  if (size > most_file_bytes) return status(Errno::fbig);
  one->node->bytes.resize(size);
  one->node->modified = one->node->changed = real_time;
  return 0;
}

Host::s32 FakeHost::fd_filestat_set_times(u32 fd, u64 accessed, u64 modified, u32 flags) {
  Errno error{};
  const Open* const one = state_->find(fd, Rights::fd_filestat_set_times, error);
  return status(one == nullptr ? error : set_times(*one->node, accessed, modified, flags, real_time));
}

Host::s32 FakeHost::fd_fdstat_get(u32 fd, wasi::Fdstat* out) {
  Errno error{};
  const Open* const one = state_->find(fd, Rights::none, error);
  if (one == nullptr) return status(error);
  *out = {.fs_filetype = one->node->type,
          .fs_flags = one->flags,
          .fs_rights_base = one->rights,
          .fs_rights_inheriting = one->inheriting};
  return 0;
}

Host::s32 FakeHost::fd_fdstat_set_flags(u32 fd, u32 flags) {
  Errno error{};
  Open* const one = state_->find(fd, Rights::fd_fdstat_set_flags, error);
  if (one != nullptr) one->flags = static_cast<wasi::Fdflags>(flags);
  return status(error);
}

// Rights are given up, and never won.
Host::s32 FakeHost::fd_fdstat_set_rights(u32 fd, u64 base, u64 inheriting) {
  Errno error{};
  Open* const one = state_->find(fd, static_cast<Rights>(base), error);
  if (one == nullptr) return status(error);
  if (!has(one->inheriting, static_cast<Rights>(inheriting))) return status(Errno::notcapable);
  one->rights = static_cast<Rights>(base);
  one->inheriting = static_cast<Rights>(inheriting);
  return 0;
}

Host::s32 FakeHost::fd_advise(u32 fd, u64, u64, u32 advice) {
  Errno error{};
  const Open* const one = state_->find(fd, Rights::fd_advise, error);
  if (one == nullptr) return status(error);
  return status(one->is_stream ? Errno::spipe : advice > 5 ? Errno::inval : Errno::success);
}

Host::s32 FakeHost::fd_allocate(u32 fd, u64 offset, u64 length) {
  Errno error{};
  const Open* const one = state_->find(fd, Rights::fd_allocate, error);
  if (one == nullptr) return status(error);
  if (!is_file(*one) || length == 0) return status(Errno::inval);
  if (offset > most_file_bytes || length > most_file_bytes - offset) return status(Errno::fbig);
  if (one->node->bytes.size() < offset + length) one->node->bytes.resize(offset + length);
  return 0;
}

Host::s32 FakeHost::fd_sync(u32 fd) {
  Errno error{};
  (void)state_->find(fd, Rights::fd_sync, error);
  return status(error);
}

Host::s32 FakeHost::fd_datasync(u32 fd) {
  Errno error{};
  (void)state_->find(fd, Rights::fd_datasync, error);
  return status(error);
}

}  // namespace barewasi
