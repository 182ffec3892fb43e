// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Directories: made, read, removed; the folders that the host opened; descriptors moved and stripped of rights.

#include "verdict.h"

static void made() {
  gives("path_create_directory", path_create_directory(folder, "box"));
  refuses("path_create_directory twice", path_create_directory(folder, "box"), Errno::exist);
  refuses("path_create_directory below what is missing", path_create_directory(folder, "missing/box"), Errno::noent);
  (void)fd_close(fresh_file("box/a"));
  (void)fd_close(fresh_file("box/bc"));
  const auto status = path_filestat_get(folder, Lookupflags::none, "box");
  holds("path_filestat_get knows a directory", status && status->filetype == Filetype::directory);
}

static void read() {
  const auto box =
      path_open(folder, Lookupflags::none, "box", Oflags::directory, Rights::fd_readdir, Rights::none, Fdflags::none);
  if (!gives("path_open of a directory", box)) return;
  alignas(8) witx::u8 room[1024];
  const auto used = fd_readdir(*box, room, sizeof room, 0);
  gives("fd_readdir", used);

  int files = 0;
  bool has_a = false;
  bool has_bc = false;
  for (Size at = 0; at + sizeof(Dirent) <= used.value_or(0);) {
    Dirent entry;
    __builtin_memcpy(&entry, room + at, sizeof entry);
    const Str name(reinterpret_cast<const char*>(room + at + sizeof entry), entry.d_namlen);
    if (entry.d_type == Filetype::regular_file) files += 1;
    if (name == "a") has_a = true;
    if (name == "bc") has_bc = true;
    at += Size(sizeof entry) + entry.d_namlen;
  }
  holds("fd_readdir tells each file once", files == 2 && has_a && has_bc);
  gives("fd_close of a directory", fd_close(*box));
  refuses("fd_readdir of what was never opened", fd_readdir(never_opened, room, sizeof room, 0), Errno::badf);
}

static void removed() {
  refuses("path_remove_directory with files in it", path_remove_directory(folder, "box"), Errno::notempty);
  refuses("path_unlink_file of a directory", path_unlink_file(folder, "box"), Errno::isdir, Errno::perm, Errno::acces);
  (void)path_unlink_file(folder, "box/a");
  (void)path_unlink_file(folder, "box/bc");
  gives("path_remove_directory", path_remove_directory(folder, "box"));
  refuses("path_remove_directory of what is missing", path_remove_directory(folder, "box"), Errno::noent);
}

static void given() {
  const auto opened = fd_prestat_get(folder);
  gives("fd_prestat_get", opened);
  witx::u8 name[32] = {};
  const auto* const directory = opened ? opened->as_dir() : nullptr;
  const Size size = directory != nullptr ? directory->pr_name_len : 0;
  gives("fd_prestat_dir_name", fd_prestat_dir_name(folder, name, size));
  holds("fd_prestat_dir_name tells the name", size == 4 && Str(reinterpret_cast<char*>(name), 4) == "/box");
  refuses("fd_prestat_get of what was never opened", fd_prestat_get(never_opened), Errno::badf);
  refuses("fd_prestat_dir_name with too little room", fd_prestat_dir_name(folder, name, 1), Errno::nametoolong,
          Errno::inval, Errno::nobufs, Errno::overflow);
}

static void moved() {
  const Fd one = fresh_file("one");
  const Fd two = fresh_file("two");
  (void)fd_write(one, {Str("first")});
  gives("fd_renumber", fd_renumber(one, two));
  char room[8];
  holds("fd_renumber puts the one in the other's place",
        fd_pread(two, {Iovec(room, sizeof room)}, 0).value_or(0) == 5 && Str(room, 5) == "first");
  refuses("fd_tell of the number that was left", fd_tell(one), Errno::badf);
  refuses("fd_renumber of what was never opened", fd_renumber(never_opened, two), Errno::badf);
  (void)fd_close(two);
  (void)path_unlink_file(folder, "one");
  (void)path_unlink_file(folder, "two");
}

static void stripped() {
  const Fd file = fresh_file("rights");
  const auto less = fd_fdstat_set_rights(file, Rights::fd_read, Rights::none);
  // Engines are giving rights up: some do not know this any more.
  if (less) {
    gives("fd_fdstat_set_rights to less", less);
    refuses("fd_fdstat_set_rights back to more", fd_fdstat_set_rights(file, rights_of_a_file, Rights::none),
            Errno::notcapable);
  } else {
    refuses("fd_fdstat_set_rights to less", less, Errno::notsup, Errno::nosys);
  }
  refuses("fd_fdstat_set_rights of what was never opened",
          fd_fdstat_set_rights(never_opened, Rights::none, Rights::none), Errno::badf, Errno::notsup, Errno::nosys);
  (void)fd_close(file);
  (void)path_unlink_file(folder, "rights");
}

int main() {
  given();
  made();
  read();
  removed();
  moved();
  stripped();
  return 0;
}
