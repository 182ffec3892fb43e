// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fake_host.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "mem/arena.h"

namespace fake {
namespace {

Host* current = nullptr;

Host& host() {
  if (++current->calls > current->most_calls) {
    std::fprintf(stderr, "the host was called more than %llu times\n",
                 static_cast<unsigned long long>(current->most_calls));
    std::abort();
  }
  return *current;
}

}  // namespace

void use(Host& host) { current = &host; }

std::string directory_entry(std::uint64_t next, const std::string& name) {
  wasi::Dirent head{};
  head.d_next = next;
  head.d_namlen = static_cast<wasi::Size>(name.size());
  head.d_type = wasi::Filetype::regular_file;
  return std::string(reinterpret_cast<const char*>(&head), sizeof head) + name;
}

}  // namespace fake

// ---- What the runtime imports ---------------------------------------------------------------------------------------

using fake::host;

namespace wasi::inline preview1::raw {

witx::s32 fd_write(witx::u32 fd, const Ciovec* pieces, witx::usize count, Size* written) noexcept {
  return host().fd_write(fd, pieces, count, written);
}
witx::s32 fd_read(witx::u32 fd, const Iovec* pieces, witx::usize count, Size* size) noexcept {
  return host().fd_read(fd, pieces, count, size);
}
witx::s32 fd_close(witx::u32 fd) noexcept { return host().fd_close(fd); }
witx::s32 fd_prestat_get(witx::u32 fd, Prestat* out) noexcept { return host().fd_prestat_get(fd, out); }
witx::s32 fd_prestat_dir_name(witx::u32 fd, witx::u8* name, witx::u32 size) noexcept {
  return host().fd_prestat_dir_name(fd, name, size);
}
witx::s32 fd_readdir(witx::u32 fd, witx::u8* room, witx::u32 size, witx::u64 cookie, Size* used) noexcept {
  return host().fd_readdir(fd, room, size, cookie, used);
}
witx::s32 path_open(witx::u32 fd, witx::u32, const char* path, witx::usize size, witx::u32, witx::u64, witx::u64,
                    witx::u32, Fd* opened) noexcept {
  return host().path_open(fd, std::string(path, size), opened);
}
witx::s32 poll_oneoff(const Subscription* wanted, Event* event, witx::u32, Size* count) noexcept {
  return host().poll_oneoff(wanted, event, count);
}
witx::s32 clock_time_get(witx::u32, witx::u64, Timestamp* out) noexcept { return host().clock_time_get(out); }
witx::s32 random_get(witx::u8* room, witx::u32 size) noexcept { return host().random_get(room, size); }

}  // namespace wasi::inline preview1::raw

// ---- What else it stands on -----------------------------------------------------------------------------------------

namespace barewasi {

// Never given back, as the runtime's own; and little, where a host says that a name is gigabytes long.
void* take_memory(u64 bytes) noexcept {
  if (bytes > (u64{1} << 20)) return nullptr;
  // Known to somebody, or it counts as lost.
  static auto* const all = new std::vector<void*>;
  return all->emplace_back(std::calloc(1, bytes));
}

}  // namespace barewasi
