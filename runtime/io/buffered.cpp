// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/buffered.hpp"

#include "barewasi/exit.hpp"
#include "flush.h"

namespace barewasi {
namespace {

constexpr usize capacity = 4096;

constinit usize used = 0;
constinit bool failed = false;
// Whether somebody will flush at exit; once that is done, or cannot be, nothing
// is kept waiting.
enum class Keeping { not_yet, yes, no };
constinit Keeping keeping = Keeping::not_yet;
char buffer[capacity];

void write_out(const char* bytes, usize size) noexcept {
  if (size != 0 && detail::write_bytes(standard_output, bytes, size) != 0) failed = true;
}

void flush_for_the_last_time() {
  keeping = Keeping::no;
  (void)flush();
}

}  // namespace

void detail::BufferedOutput::append(const char* bytes, usize size) noexcept {
  if (keeping == Keeping::not_yet) keeping = atexit(flush_for_the_last_time) == 0 ? Keeping::yes : Keeping::no;
  if (size > capacity - used) (void)flush();
  if (size > capacity || keeping == Keeping::no) return write_out(bytes, size);
  __builtin_memcpy(buffer + used, bytes, size);
  used += size;
}

bool flush() noexcept {
  // Taken first: what panics on the way does not write it again.
  const usize size = used;
  used = 0;
  write_out(buffer, size);
  return !failed;
}

}  // namespace barewasi

// Takes the place of the others', which do nothing.
extern "C" void __barewasi_flush(void) { (void)barewasi::flush(); }
