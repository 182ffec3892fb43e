// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What is in a file: written, read, at a position of one's own or the descriptor's; its size.

#include "verdict.h"

static Size read_into(Fd fd, char (&room)[32]) {
  const auto size = fd_read(fd, {Iovec(room, sizeof room)});
  return size.value_or(0);
}

static void write_and_read(Fd file) {
  const auto written = fd_write(file, {Str("0123"), Str("456789")});
  gives("fd_write with two pieces", written);
  // An engine may take the first piece only.
  if (written.value_or(10) == 4) gives("fd_write of the rest", fd_write(file, {Str("456789")}));
  refuses("fd_write to what was never opened", fd_write(never_opened, {Str("x")}), Errno::badf);

  char room[32];
  gives("fd_seek to the beginning", fd_seek(file, 0, Whence::set));
  holds("fd_read reads what was written", read_into(file, room) == 10 && Str(room, 10) == "0123456789");
  const auto end = fd_read(file, {Iovec(room, sizeof room)});
  gives("fd_read at the end", end);
  holds("fd_read gives nothing at the end", end.value_or(1) == 0);
  refuses("fd_read from what was never opened", fd_read(never_opened, {Iovec(room, sizeof room)}), Errno::badf);
}

static void seek_and_tell(Fd file) {
  const auto back = fd_seek(file, -3, Whence::end);
  gives("fd_seek from the end", back);
  const auto position = fd_tell(file);
  gives("fd_tell", position);
  holds("fd_tell agrees with fd_seek", position.value_or(0) == 7 && back.value_or(0) == 7);
  gives("fd_seek from here", fd_seek(file, 1, Whence::cur));
  refuses("fd_seek before the beginning", fd_seek(file, -100, Whence::cur), Errno::inval, Errno::io);
  refuses("fd_seek in what was never opened", fd_seek(never_opened, 0, Whence::set), Errno::badf);
  refuses("fd_tell of what was never opened", fd_tell(never_opened), Errno::badf);
}

static void at_a_position(Fd file) {
  const auto before = fd_tell(file);
  char room[32] = {};
  const auto size = fd_pread(file, {Iovec(room, 4)}, 2);
  gives("fd_pread", size);
  holds("fd_pread reads from its place", size.value_or(0) == 4 && Str(room, 4) == "2345");
  gives("fd_pwrite", fd_pwrite(file, {Str("xy")}, 8));
  const auto after = fd_tell(file);
  holds("fd_pread and fd_pwrite leave the position alone", before && after && *before == *after);
  (void)fd_pread(file, {Iovec(room, 10)}, 0);
  holds("fd_pwrite wrote to its place", Str(room, 10) == "01234567xy");
  refuses("fd_pread of what was never opened", fd_pread(never_opened, {Iovec(room, 4)}, 0), Errno::badf);
  refuses("fd_pwrite of what was never opened", fd_pwrite(never_opened, {Str("x")}, 0), Errno::badf);
}

static void size_of(Fd file) {
  gives("fd_filestat_set_size to less", fd_filestat_set_size(file, 5));
  const auto status = fd_filestat_get(file);
  gives("fd_filestat_get", status);
  holds("fd_filestat_get knows the size and the kind",
        status && status->size == 5 && status->filetype == Filetype::regular_file);
  gives("fd_filestat_set_size to more", fd_filestat_set_size(file, 20));
  char room[32];
  holds("a file grows by zeros",
        fd_pread(file, {Iovec(room, 20)}, 0).value_or(0) == 20 && room[4] == '4' && room[5] == 0 && room[19] == 0);
  refuses("fd_filestat_set_size of what was never opened", fd_filestat_set_size(never_opened, 1), Errno::badf);
  refuses("fd_filestat_get of what was never opened", fd_filestat_get(never_opened), Errno::badf);
}

static void room_and_advice(Fd file) {
  const auto allocated = fd_allocate(file, 0, 100);
  // Engines are giving this function up: most say that they do not have it.
  if (allocated) {
    gives("fd_allocate", allocated);
  } else {
    refuses("fd_allocate", allocated, Errno::notsup, Errno::nosys);
  }
  refuses("fd_allocate of what was never opened", fd_allocate(never_opened, 0, 1), Errno::badf, Errno::notsup,
          Errno::nosys);
  gives("fd_advise", fd_advise(file, 0, 0, Advice::sequential));
  refuses("fd_advise about what was never opened", fd_advise(never_opened, 0, 0, Advice::normal), Errno::badf);
  gives("fd_sync", fd_sync(file));
  gives("fd_datasync", fd_datasync(file));
  refuses("fd_sync of what was never opened", fd_sync(never_opened), Errno::badf);
  refuses("fd_datasync of what was never opened", fd_datasync(never_opened), Errno::badf);
}

static void appended(Fd file) {
  const auto plain = fd_fdstat_get(file);
  gives("fd_fdstat_get", plain);
  holds("fd_fdstat_get knows a file", plain && plain->fs_filetype == Filetype::regular_file && none(plain->fs_flags));
  refuses("fd_fdstat_get of what was never opened", fd_fdstat_get(never_opened), Errno::badf);

  const Fd log = fresh_file("log", rights_of_a_file | Rights::fd_fdstat_set_flags);
  gives("fd_fdstat_set_flags", fd_fdstat_set_flags(log, Fdflags::append));
  refuses("fd_fdstat_set_flags of what was never opened", fd_fdstat_set_flags(never_opened, Fdflags::append),
          Errno::badf);
  (void)fd_write(log, {Str("one")});
  (void)fd_seek(log, 0, Whence::set);
  (void)fd_write(log, {Str("two")});
  char room[32];
  holds("what is appended goes to the end",
        fd_pread(log, {Iovec(room, 6)}, 0).value_or(0) == 6 && Str(room, 6) == "onetwo");
  gives("fd_close of the log", fd_close(log));
}

int main() {
  const Fd file =
      fresh_file("numbers", rights_of_a_file | Rights::fd_filestat_get | Rights::fd_filestat_set_size |
                                Rights::fd_allocate | Rights::fd_advise | Rights::fd_sync | Rights::fd_datasync);
  write_and_read(file);
  seek_and_tell(file);
  at_a_position(file);
  size_of(file);
  room_and_advice(file);
  appended(file);
  gives("fd_close", fd_close(file));
  refuses("fd_close twice", fd_close(file), Errno::badf);
  return 0;
}
