// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What is measured, once for each library. Each returns how many bytes or lines passed; where something went wrong, 0.

enum { block_size = 65536 };

#ifdef __cplusplus
extern "C" {
#endif

/// Reads a file to its end, a block at a time.
unsigned long long subject_read(const char* path, char* block);
/// Reads a file line by line; how many there are.
unsigned long long subject_lines(const char* path);
/// Writes a file of `count` blocks.
unsigned long long subject_write(const char* path, const char* block, unsigned count);
/// Prints `count` lines with a number and a text on standard output.
unsigned long long subject_print(unsigned count);
/// The same by what a program uses that thinks of nothing: what is printed waits where the library has it so.
unsigned long long subject_print_each(unsigned count);

#ifdef __cplusplus
}
#endif
