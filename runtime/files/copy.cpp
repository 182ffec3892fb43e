// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/filesystem.hpp"
#include "barewasi/io.hpp"
#include "open_at.h"
#include "path.h"

namespace barewasi {
namespace {

wasi::Result<u64> copy_bytes(wasi::Fd from, wasi::Fd to) noexcept {
  char piece[4096];
  for (u64 copied = 0;;) {
    const auto size = read_some(from, piece);
    if (!size) return size.error();
    if (*size == 0) return copied;
    const auto written = write_all(to, Str(piece, *size));
    if (!written) return written.error();
    copied += *size;
  }
}

// Where a host gives its files no numbers, their paths have to do.
bool is_one_path(witx::Str a, witx::Str b) noexcept {
  const auto first = locate(a);
  const auto second = locate(b);
  return first && second && first->directory.value == second->directory.value &&
         below(first->path, second->path).rest == "." && below(second->path, first->path).rest == ".";
}

bool is_one_file(const Metadata& a, const Metadata& b) noexcept {
  return a.inode != 0 && a.inode == b.inode && a.device == b.device;
}

wasi::Result<u64> copy_over(wasi::Fd from, witx::Str path) noexcept {
  const auto source = metadata(from);
  if (!source) return source.error();
  // Some hosts open it, and find out when it is read.
  if (source->is_directory()) return wasi::Errno::isdir;
  // Not emptied: on a host that gives files no numbers it may be the same, and is written over by what it holds.
  UniqueFd to = open_at(path, wasi::Oflags::creat, file_to_write, wasi::Rights::none, wasi::Fdflags::none);
  if (!to) return to.error();
  const auto target = metadata(*to);
  if (!target) return target.error();
  if (is_one_file(*source, *target)) return wasi::Errno::inval;
  const auto copied = copy_bytes(from, *to);
  if (!copied) return copied;
  const auto cut = set_size(*to, *copied);
  if (!cut) return cut.error();
  // Some hosts find out when closing that they could not write.
  const auto closed = to.close();
  return closed ? copied : closed.error();
}

}  // namespace

wasi::Result<u64> copy_file(witx::Str from, witx::Str to) noexcept {
  const UniqueFd file = open_to_read(from);
  if (!file) return file.error();
  if (is_one_path(from, to)) return wasi::Errno::inval;
  return copy_over(*file, to);
}

}  // namespace barewasi
