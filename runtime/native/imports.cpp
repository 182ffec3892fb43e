// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What the program imports, answered by the host of the moment.

#include <cstdlib>

#include "barewasi/host.hpp"

namespace wasi::inline preview1::raw {
namespace {

using barewasi::Call;
using barewasi::Host;

template <class Function, class... Operands>
witx::s32 ask(Call call, Function function, Operands... operands) {
  Host& host = Host::current();
  const witx::s32 failure = host.begin(call);
  return failure != 0 ? failure : (host.*function)(operands...);
}

}  // namespace

witx::s32 args_get(witx::u8** argv, witx::u8* argv_buf) noexcept {
  return ask(Call::args_get, &Host::args_get, argv, argv_buf);
}
witx::s32 args_sizes_get(Size* argc, Size* argv_buf_size) noexcept {
  return ask(Call::args_sizes_get, &Host::args_sizes_get, argc, argv_buf_size);
}
witx::s32 environ_get(witx::u8** environ, witx::u8* environ_buf) noexcept {
  return ask(Call::environ_get, &Host::environ_get, environ, environ_buf);
}
witx::s32 environ_sizes_get(Size* environ_count, Size* environ_buf_size) noexcept {
  return ask(Call::environ_sizes_get, &Host::environ_sizes_get, environ_count, environ_buf_size);
}
witx::s32 clock_res_get(witx::u32 id, Timestamp* value) noexcept {
  return ask(Call::clock_res_get, &Host::clock_res_get, id, value);
}
witx::s32 clock_time_get(witx::u32 id, witx::u64 precision, Timestamp* value) noexcept {
  return ask(Call::clock_time_get, &Host::clock_time_get, id, precision, value);
}
witx::s32 fd_advise(witx::u32 fd, witx::u64 offset, witx::u64 len, witx::u32 advice) noexcept {
  return ask(Call::fd_advise, &Host::fd_advise, fd, offset, len, advice);
}
witx::s32 fd_allocate(witx::u32 fd, witx::u64 offset, witx::u64 len) noexcept {
  return ask(Call::fd_allocate, &Host::fd_allocate, fd, offset, len);
}
witx::s32 fd_close(witx::u32 fd) noexcept { return ask(Call::fd_close, &Host::fd_close, fd); }
witx::s32 fd_datasync(witx::u32 fd) noexcept { return ask(Call::fd_datasync, &Host::fd_datasync, fd); }
witx::s32 fd_fdstat_get(witx::u32 fd, Fdstat* value) noexcept {
  return ask(Call::fd_fdstat_get, &Host::fd_fdstat_get, fd, value);
}
witx::s32 fd_fdstat_set_flags(witx::u32 fd, witx::u32 flags) noexcept {
  return ask(Call::fd_fdstat_set_flags, &Host::fd_fdstat_set_flags, fd, flags);
}
witx::s32 fd_fdstat_set_rights(witx::u32 fd, witx::u64 fs_rights_base, witx::u64 fs_rights_inheriting) noexcept {
  return ask(Call::fd_fdstat_set_rights, &Host::fd_fdstat_set_rights, fd, fs_rights_base, fs_rights_inheriting);
}
witx::s32 fd_filestat_get(witx::u32 fd, Filestat* value) noexcept {
  return ask(Call::fd_filestat_get, &Host::fd_filestat_get, fd, value);
}
witx::s32 fd_filestat_set_size(witx::u32 fd, witx::u64 size) noexcept {
  return ask(Call::fd_filestat_set_size, &Host::fd_filestat_set_size, fd, size);
}
witx::s32 fd_filestat_set_times(witx::u32 fd, witx::u64 atim, witx::u64 mtim, witx::u32 fst_flags) noexcept {
  return ask(Call::fd_filestat_set_times, &Host::fd_filestat_set_times, fd, atim, mtim, fst_flags);
}
witx::s32 fd_pread(witx::u32 fd, const Iovec* iovs, witx::usize iovs_len, witx::u64 offset, Size* value) noexcept {
  return ask(Call::fd_pread, &Host::fd_pread, fd, iovs, iovs_len, offset, value);
}
witx::s32 fd_prestat_get(witx::u32 fd, Prestat* value) noexcept {
  return ask(Call::fd_prestat_get, &Host::fd_prestat_get, fd, value);
}
witx::s32 fd_prestat_dir_name(witx::u32 fd, witx::u8* path, witx::u32 path_len) noexcept {
  return ask(Call::fd_prestat_dir_name, &Host::fd_prestat_dir_name, fd, path, path_len);
}
witx::s32 fd_pwrite(witx::u32 fd, const Ciovec* iovs, witx::usize iovs_len, witx::u64 offset, Size* value) noexcept {
  return ask(Call::fd_pwrite, &Host::fd_pwrite, fd, iovs, iovs_len, offset, value);
}
witx::s32 fd_read(witx::u32 fd, const Iovec* iovs, witx::usize iovs_len, Size* value) noexcept {
  return ask(Call::fd_read, &Host::fd_read, fd, iovs, iovs_len, value);
}
witx::s32 fd_readdir(witx::u32 fd, witx::u8* buf, witx::u32 buf_len, witx::u64 cookie, Size* value) noexcept {
  return ask(Call::fd_readdir, &Host::fd_readdir, fd, buf, buf_len, cookie, value);
}
witx::s32 fd_renumber(witx::u32 fd, witx::u32 to) noexcept {
  return ask(Call::fd_renumber, &Host::fd_renumber, fd, to);
}
witx::s32 fd_seek(witx::u32 fd, witx::s64 offset, witx::u32 whence, Filesize* value) noexcept {
  return ask(Call::fd_seek, &Host::fd_seek, fd, offset, whence, value);
}
witx::s32 fd_sync(witx::u32 fd) noexcept { return ask(Call::fd_sync, &Host::fd_sync, fd); }
witx::s32 fd_tell(witx::u32 fd, Filesize* value) noexcept { return ask(Call::fd_tell, &Host::fd_tell, fd, value); }
witx::s32 fd_write(witx::u32 fd, const Ciovec* iovs, witx::usize iovs_len, Size* value) noexcept {
  return ask(Call::fd_write, &Host::fd_write, fd, iovs, iovs_len, value);
}
witx::s32 path_create_directory(witx::u32 fd, const char* path, witx::usize path_len) noexcept {
  return ask(Call::path_create_directory, &Host::path_create_directory, fd, path, path_len);
}
witx::s32 path_filestat_get(witx::u32 fd, witx::u32 flags, const char* path, witx::usize path_len,
                            Filestat* value) noexcept {
  return ask(Call::path_filestat_get, &Host::path_filestat_get, fd, flags, path, path_len, value);
}
witx::s32 path_filestat_set_times(witx::u32 fd, witx::u32 flags, const char* path, witx::usize path_len, witx::u64 atim,
                                  witx::u64 mtim, witx::u32 fst_flags) noexcept {
  return ask(Call::path_filestat_set_times, &Host::path_filestat_set_times, fd, flags, path, path_len, atim, mtim,
             fst_flags);
}
witx::s32 path_link(witx::u32 old_fd, witx::u32 old_flags, const char* old_path, witx::usize old_path_len,
                    witx::u32 new_fd, const char* new_path, witx::usize new_path_len) noexcept {
  return ask(Call::path_link, &Host::path_link, old_fd, old_flags, old_path, old_path_len, new_fd, new_path,
             new_path_len);
}
witx::s32 path_open(witx::u32 fd, witx::u32 dirflags, const char* path, witx::usize path_len, witx::u32 oflags,
                    witx::u64 fs_rights_base, witx::u64 fs_rights_inheriting, witx::u32 fdflags, Fd* value) noexcept {
  return ask(Call::path_open, &Host::path_open, fd, dirflags, path, path_len, oflags, fs_rights_base,
             fs_rights_inheriting, fdflags, value);
}
witx::s32 path_readlink(witx::u32 fd, const char* path, witx::usize path_len, witx::u8* buf, witx::u32 buf_len,
                        Size* value) noexcept {
  return ask(Call::path_readlink, &Host::path_readlink, fd, path, path_len, buf, buf_len, value);
}
witx::s32 path_remove_directory(witx::u32 fd, const char* path, witx::usize path_len) noexcept {
  return ask(Call::path_remove_directory, &Host::path_remove_directory, fd, path, path_len);
}
witx::s32 path_rename(witx::u32 fd, const char* old_path, witx::usize old_path_len, witx::u32 new_fd,
                      const char* new_path, witx::usize new_path_len) noexcept {
  return ask(Call::path_rename, &Host::path_rename, fd, old_path, old_path_len, new_fd, new_path, new_path_len);
}
witx::s32 path_symlink(const char* old_path, witx::usize old_path_len, witx::u32 fd, const char* new_path,
                       witx::usize new_path_len) noexcept {
  return ask(Call::path_symlink, &Host::path_symlink, old_path, old_path_len, fd, new_path, new_path_len);
}
witx::s32 path_unlink_file(witx::u32 fd, const char* path, witx::usize path_len) noexcept {
  return ask(Call::path_unlink_file, &Host::path_unlink_file, fd, path, path_len);
}
witx::s32 poll_oneoff(const Subscription* in, Event* out, witx::u32 nsubscriptions, Size* value) noexcept {
  return ask(Call::poll_oneoff, &Host::poll_oneoff, in, out, nsubscriptions, value);
}
witx::s32 proc_raise(witx::u32 sig) noexcept { return ask(Call::proc_raise, &Host::proc_raise, sig); }
witx::s32 sched_yield() noexcept { return ask(Call::sched_yield, &Host::sched_yield); }
witx::s32 random_get(witx::u8* buf, witx::u32 buf_len) noexcept {
  return ask(Call::random_get, &Host::random_get, buf, buf_len);
}
witx::s32 sock_accept(witx::u32 fd, witx::u32 flags, Fd* value) noexcept {
  return ask(Call::sock_accept, &Host::sock_accept, fd, flags, value);
}
witx::s32 sock_recv(witx::u32 fd, const Iovec* ri_data, witx::usize ri_data_len, witx::u32 ri_flags, Size* ro_datalen,
                    Roflags* ro_flags) noexcept {
  return ask(Call::sock_recv, &Host::sock_recv, fd, ri_data, ri_data_len, ri_flags, ro_datalen, ro_flags);
}
witx::s32 sock_send(witx::u32 fd, const Ciovec* si_data, witx::usize si_data_len, witx::u32 si_flags,
                    Size* value) noexcept {
  return ask(Call::sock_send, &Host::sock_send, fd, si_data, si_data_len, si_flags, value);
}
witx::s32 sock_shutdown(witx::u32 fd, witx::u32 how) noexcept {
  return ask(Call::sock_shutdown, &Host::sock_shutdown, fd, how);
}

void proc_exit(witx::u32 rval) noexcept {
  Host::current().proc_exit(rval);
  // Whatever a host of a test does.
  std::abort();
}

}  // namespace wasi::inline preview1::raw

// The one that the runtime imports by itself.
namespace barewasi::host {
void exit_process_at_last(int status) noexcept;
void exit_process_at_last(int status) noexcept { Host::current().proc_exit(static_cast<Host::u32>(status)); }
}  // namespace barewasi::host
