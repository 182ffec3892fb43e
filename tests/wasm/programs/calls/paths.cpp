// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Files by name: created, opened, renamed, linked, looked at, removed; what a name may not do.

#include "verdict.h"

static Result<Fd> open(Str path, Oflags how, Rights rights = Rights::fd_read) {
  return path_open(folder, Lookupflags::none, path, how, rights, Rights::none, Fdflags::none);
}

static bool exists(Str path) { return static_cast<bool>(path_filestat_get(folder, Lookupflags::none, path)); }

static void opened() {
  const auto file = open("new", Oflags::creat, Rights::fd_write);
  gives("path_open that creates", file);
  (void)fd_close(file.value_or(never_opened));
  refuses("path_open of what is missing", open("missing", Oflags::none), Errno::noent);
  refuses("path_open of what must be new", open("new", Oflags::creat | Oflags::excl), Errno::exist);
  refuses("path_open of a file as a directory", open("new", Oflags::directory), Errno::notdir);
  refuses("path_open above the folder", open("../new", Oflags::none), Errno::notcapable, Errno::perm, Errno::acces,
          Errno::noent);
  refuses("path_open of an absolute path", open("/new", Oflags::none), Errno::notcapable, Errno::perm, Errno::acces,
          Errno::noent);
  refuses("path_open below a file", open("new/x", Oflags::none), Errno::notdir);
  refuses("path_open below what was never opened",
          path_open(never_opened, Lookupflags::none, "x", Oflags::none, Rights::fd_read, Rights::none, Fdflags::none),
          Errno::badf);
}

static void renamed() {
  gives("path_rename", path_rename(folder, "new", folder, "renamed"));
  holds("path_rename leaves one name", exists("renamed") && !exists("new"));
  refuses("path_rename of what is missing", path_rename(folder, "missing", folder, "x"), Errno::noent);
  (void)fd_close(fresh_file("target"));
  gives("path_rename over a file", path_rename(folder, "renamed", folder, "target"));
  holds("path_rename replaces", exists("target") && !exists("renamed"));
}

static void looked_at() {
  const auto status = path_filestat_get(folder, Lookupflags::none, "target");
  gives("path_filestat_get", status);
  holds("path_filestat_get knows a file", status && status->filetype == Filetype::regular_file && status->size == 0);
  refuses("path_filestat_get of what is missing", path_filestat_get(folder, Lookupflags::none, "missing"),
          Errno::noent);

  constexpr Timestamp second = 1'000'000'000;
  gives("path_filestat_set_times", path_filestat_set_times(folder, Lookupflags::none, "target", 10 * second,
                                                           20 * second, Fstflags::atim | Fstflags::mtim));
  const auto then = path_filestat_get(folder, Lookupflags::none, "target");
  holds("path_filestat_set_times sets both", then && then->atim == 10 * second && then->mtim == 20 * second);
  refuses("path_filestat_set_times of what is missing",
          path_filestat_set_times(folder, Lookupflags::none, "missing", 0, 0, Fstflags::mtim_now), Errno::noent);

  const Fd file = fresh_file("timed", Rights::fd_write | Rights::fd_filestat_get | Rights::fd_filestat_set_times);
  gives("fd_filestat_set_times",
        fd_filestat_set_times(file, 30 * second, 40 * second, Fstflags::atim | Fstflags::mtim));
  const auto timed = fd_filestat_get(file);
  holds("fd_filestat_set_times sets both", timed && timed->atim == 30 * second && timed->mtim == 40 * second);
  refuses("fd_filestat_set_times of what was never opened",
          fd_filestat_set_times(never_opened, 0, 0, Fstflags::mtim_now), Errno::badf);
  (void)fd_close(file);
}

static void linked() {
  gives("path_link", path_link(folder, Lookupflags::none, "target", folder, "second"));
  const auto one = path_filestat_get(folder, Lookupflags::none, "target");
  const auto two = path_filestat_get(folder, Lookupflags::none, "second");
  holds("path_link makes two names of one file", one && two && one->ino == two->ino && one->nlink == 2);
  refuses("path_link of what is missing", path_link(folder, Lookupflags::none, "missing", folder, "x"), Errno::noent);

  gives("path_symlink", path_symlink("target", folder, "arrow"));
  refuses("path_symlink over a file", path_symlink("target", folder, "second"), Errno::exist);
  witx::u8 room[32];
  const auto size = path_readlink(folder, "arrow", room, sizeof room);
  gives("path_readlink", size);
  holds("path_readlink tells the target", size && Str(reinterpret_cast<char*>(room), *size) == "target");
  refuses("path_readlink of a file", path_readlink(folder, "target", room, sizeof room), Errno::inval);

  const auto itself = path_filestat_get(folder, Lookupflags::none, "arrow");
  const auto behind = path_filestat_get(folder, Lookupflags::symlink_follow, "arrow");
  holds("a link is followed when asked to",
        itself && behind && itself->filetype == Filetype::symbolic_link && behind->filetype == Filetype::regular_file);
  refuses("path_open of a link not to be followed", open("arrow", Oflags::none), Errno::loop, Errno::mlink);
}

static void removed() {
  gives("path_unlink_file", path_unlink_file(folder, "target"));
  gives("path_unlink_file of a link", path_unlink_file(folder, "arrow"));
  (void)path_unlink_file(folder, "second");
  (void)path_unlink_file(folder, "timed");
  refuses("path_unlink_file of what is missing", path_unlink_file(folder, "target"), Errno::noent);
}

int main() {
  opened();
  renamed();
  looked_at();
  linked();
  removed();
  return 0;
}
