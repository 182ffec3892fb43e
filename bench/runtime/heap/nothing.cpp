// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// An allocator that has no memory.

extern "C" {
void* malloc(__SIZE_TYPE__) { return nullptr; }
void free(void*) {}
void* realloc(void*, __SIZE_TYPE__) { return nullptr; }
}
