// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Files as a whole.

#include "barewasi/files.hpp"
#include "barewasi/io.hpp"

namespace barewasi {

namespace {

wasi::Result<> write_and_close(UniqueFd file, witx::Str text) noexcept {
  if (!file) return file.error();
  const auto written = write_all(*file, Str(text.data(), text.size()));
  // Some hosts find out when closing that they could not write.
  const auto closed = file.close();
  return written ? closed : written;
}

}  // namespace

wasi::Result<> append_all(wasi::Fd fd, String& into) noexcept {
  // No size is asked for: streams have none, and files may grow meanwhile.
  char piece[4096];
  for (;;) {
    const auto size = read_some(fd, piece);
    if (!size) return size.error();
    if (*size == 0) return {};
    into.write(Str(piece, *size));
  }
}

wasi::Result<> read_all(wasi::Fd fd, String& into) noexcept {
  into.clear();
  return append_all(fd, into);
}

wasi::Result<> read_file(witx::Str path, String& into) noexcept {
  const UniqueFd file = open_to_read(path);
  if (!file) return file.error();
  return read_all(*file, into);
}

wasi::Result<> write_file(witx::Str path, witx::Str text) noexcept { return write_and_close(create(path), text); }

wasi::Result<> append_to_file(witx::Str path, witx::Str text) noexcept {
  return write_and_close(open_to_append(path), text);
}

}  // namespace barewasi
