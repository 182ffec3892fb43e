// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "subject.h"

#include <barewasi/format.hpp>
#include <barewasi/number.hpp>

using barewasi::format_into;

// Spelled as an array, so that its size is known.
static char (&all_of(char* room)) [room_size] { return *reinterpret_cast<char (*)[room_size]>(room); }

__SIZE_TYPE__ subject_integer(char* room, int number) {
  return format_into(all_of(room), number).size();
}

__SIZE_TYPE__ subject_line(char* room, const char* name, int number, unsigned long long limit, unsigned mask) {
  return format_into(all_of(room), name, ": ", number, " of ", limit, ", mask 0x", barewasi::hex(mask), '\n').size();
}

__SIZE_TYPE__ subject_places(char* room, double number) {
  return format_into(all_of(room), barewasi::fixed(number, 3)).size();
}

__SIZE_TYPE__ subject_exact(char* room, double number) { return format_into(all_of(room), number).size(); }

double subject_parse(const char* text, __SIZE_TYPE__ size) {
  return barewasi::parse<double>(barewasi::Str(text, size)).value_or(0);
}
