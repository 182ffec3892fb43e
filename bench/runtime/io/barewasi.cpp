// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "subject.h"

#include <barewasi/buffered.hpp>
#include <barewasi/files.hpp>
#include <barewasi/io.hpp>
#include <barewasi/lines.hpp>

using barewasi::UniqueFd;

static witx::Str text(const char* path) { return {path, __builtin_strlen(path)}; }

unsigned long long subject_read(const char* path, char* block) {
  const UniqueFd file = barewasi::open_to_read(text(path));
  if (!file) return 0;
  for (unsigned long long total = 0;;) {
    const auto size = barewasi::read_some(*file, {block, block_size});
    if (!size) return 0;
    if (*size == 0) return total;
    total += *size;
  }
}

unsigned long long subject_lines(const char* path) {
  const UniqueFd file = barewasi::open_to_read(text(path));
  if (!file) return 0;
  barewasi::Lines lines(*file);
  unsigned long long count = 0;
  while (lines.next()) ++count;
  return lines.error() == wasi::Errno::success ? count : 0;
}

unsigned long long subject_write(const char* path, const char* block, unsigned count) {
  const UniqueFd file = barewasi::create(text(path));
  if (!file) return 0;
  for (unsigned i = 0; i < count; ++i) {
    if (!barewasi::write_all(*file, {block, block_size})) return 0;
  }
  return static_cast<unsigned long long>(count) * block_size;
}

unsigned long long subject_print(unsigned count) {
  for (unsigned i = 0; i < count; ++i) barewasi::print_buffered(i, ": one line among many\n");
  return barewasi::flush() ? count : 0;
}

unsigned long long subject_print_each(unsigned count) {
  for (unsigned i = 0; i < count; ++i) {
    if (!barewasi::print(i, ": one line among many\n")) return 0;
  }
  return count;
}
