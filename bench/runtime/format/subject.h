// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What is measured: each function writes a text without its end into `room` and returns its length. One file implements
// them for each library.

enum { room_size = 128 };

#ifdef __cplusplus
extern "C" {
#endif

/// In decimal.
__SIZE_TYPE__ subject_integer(char* room, int number);
/// "name: NUMBER of LIMIT, mask 0xHEX\n".
__SIZE_TYPE__ subject_line(char* room, const char* name, int number, unsigned long long limit, unsigned mask);
/// With three places behind the point.
__SIZE_TYPE__ subject_places(char* room, double number);
/// With digits enough that the number can be read back.
__SIZE_TYPE__ subject_exact(char* room, double number);
/// The number that `text` is, which ends in a zero behind its `size` bytes.
double subject_parse(const char* text, __SIZE_TYPE__ size);

#ifdef __cplusplus
}
#endif
