// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls WASI by its C names, beside a C library: clocks, random bytes, a file by its path, a directory's entries.
// prints: made 5 bytes; read "hello"; found note.txt; no such file: 44; clocks agree
#include <stdio.h>
#include <string.h>
#include <wasi/api.h>

static int fails(const char* what, __wasi_errno_t error) {
  printf("%s failed with %d\n", what, error);
  return 1;
}

static const __wasi_fd_t folder = 3;
static const __wasi_rights_t rights =
    __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_WRITE | __WASI_RIGHTS_FD_SEEK | __WASI_RIGHTS_FD_TELL;

static int write_and_read(void) {
  __wasi_fd_t file;
  __wasi_errno_t error =
      __wasi_path_open(folder, 0, "note.txt", __WASI_OFLAGS_CREAT | __WASI_OFLAGS_TRUNC, rights, 0, 0, &file);
  if (error != __WASI_ERRNO_SUCCESS) return fails("path_open", error);
  const __wasi_ciovec_t out = {.buf = (const uint8_t*)"hello", .buf_len = 5};
  size_t count = 0;
  if ((error = __wasi_fd_write(file, &out, 1, &count)) != 0) return fails("fd_write", error);
  printf("made %zu bytes; ", count);
  __wasi_filesize_t position = 1;
  if ((error = __wasi_fd_seek(file, 0, __WASI_WHENCE_SET, &position)) != 0) return fails("fd_seek", error);
  uint8_t text[8] = {0};
  const __wasi_iovec_t in = {.buf = text, .buf_len = sizeof text};
  if ((error = __wasi_fd_read(file, &in, 1, &count)) != 0) return fails("fd_read", error);
  printf("read \"%.*s\"; ", (int)count, (const char*)text);
  return __wasi_fd_close(file) != __WASI_ERRNO_SUCCESS;
}

static int find(const char* wanted) {
  static uint8_t buffer[1024];
  size_t used = 0;
  const __wasi_errno_t error = __wasi_fd_readdir(folder, buffer, sizeof buffer, __WASI_DIRCOOKIE_START, &used);
  if (error != 0) return fails("fd_readdir", error);
  for (size_t at = 0; at + sizeof(__wasi_dirent_t) <= used;) {
    __wasi_dirent_t entry;
    memcpy(&entry, buffer + at, sizeof entry);
    const char* name = (const char*)buffer + at + sizeof entry;
    if (entry.d_namlen == strlen(wanted) && memcmp(name, wanted, entry.d_namlen) == 0 &&
        entry.d_type == __WASI_FILETYPE_REGULAR_FILE) {
      printf("found %s; ", wanted);
      return 0;
    }
    at += sizeof entry + entry.d_namlen;
  }
  return 1;
}

int main(void) {
  if (write_and_read() != 0 || find("note.txt") != 0) return 1;
  __wasi_fd_t file;
  printf("no such file: %d; ", __wasi_path_open(folder, 0, "nowhere", 0, rights, 0, 0, &file));
  __wasi_timestamp_t now = 0;
  const __wasi_errno_t error = __wasi_clock_time_get(__WASI_CLOCKID_REALTIME, 1, &now);
  if (error != 0 || now == 0) return fails("clock_time_get", error);
  uint8_t random[4];
  if (__wasi_random_get(random, sizeof random) != 0) return 1;
  printf("clocks agree\n");
  return __wasi_path_unlink_file(folder, "note.txt") != 0;
}
