// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The heap, under C's names. All memory is aligned to 16 bytes. When there is none, each
// function returns a null pointer and changes nothing.
//
// A program gets another heap by linking it: -lchecked-heap ends the program with
// a message when memory is freed twice or was written past its end; -lbump-heap is the
// smallest and never reuses memory. Of blocks a
// little larger than a page, which is 64 KiB, it can hold but half of what memory can.

#ifndef __wasm__
// The runtime compiled for a host, for tests: memory is the host's.
#if __has_include(<malloc.h>)
#include <malloc.h>
#endif
#include <stdlib.h>
#else

extern "C" {

[[nodiscard]] void* malloc(__SIZE_TYPE__ bytes);
void free(void* memory);
[[nodiscard]] void* realloc(void* memory, __SIZE_TYPE__ bytes);

/// Memory for `count` things of `bytes` bytes, all zero. Null when the product overflows.
[[nodiscard]] void* calloc(__SIZE_TYPE__ count, __SIZE_TYPE__ bytes);

/// Memory at a multiple of `alignment`, which must be a power of two. Any size will do.
[[nodiscard]] void* aligned_alloc(__SIZE_TYPE__ alignment, __SIZE_TYPE__ bytes);

/// How many bytes at `memory` may be used: as many as were asked for, or a few more.
[[nodiscard]] __SIZE_TYPE__ malloc_usable_size(void* memory);

}  // extern "C"

#endif

namespace barewasi {

/// What the heap holds, in bytes. It is counted block by block. For the default heap and
/// -lchecked-heap; with another heap a program that calls this does not link.
struct HeapStatistics {
  /// All memory that the heap has got from the host.
  __SIZE_TYPE__ held;
  /// What the program uses, plus four bytes for each block; and the number of blocks.
  __SIZE_TYPE__ in_use;
  __SIZE_TYPE__ blocks;
  /// The largest request that certainly needs no more memory.
  __SIZE_TYPE__ largest;
};

[[nodiscard]] HeapStatistics heap_statistics() noexcept;

/// Checks every block and list of the heap. Null when all is well, else a sentence that
/// says what is wrong: the program wrote where it must not.
[[nodiscard]] const char* heap_check() noexcept;

/// Called by operator new and allocate_or_abort when there is no memory, with the number of bytes asked
/// for. If it returns, the request is tried once more.
using OutOfMemoryHandler = void (*)(__SIZE_TYPE__ bytes);

/// The default writes the number of bytes to standard error and aborts. Returns
/// the handler there was.
OutOfMemoryHandler set_out_of_memory_handler(OutOfMemoryHandler handler) noexcept;

/// Memory as malloc gives it, and never a null pointer: where there is none, the
/// handler is called, the request tried once more, and the program aborted.
[[nodiscard]] void* allocate_or_abort(__SIZE_TYPE__ bytes) noexcept;

}  // namespace barewasi
