// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <stdio.h>
#include <stdlib.h>

#include "subject.h"

size_t subject_integer(char* room, int number) { return (size_t)snprintf(room, room_size, "%d", number); }

size_t subject_line(char* room, const char* name, int number, unsigned long long limit, unsigned mask) {
  return (size_t)snprintf(room, room_size, "%s: %d of %llu, mask 0x%x\n", name, number, limit, mask);
}

size_t subject_places(char* room, double number) { return (size_t)snprintf(room, room_size, "%.3f", number); }

size_t subject_exact(char* room, double number) { return (size_t)snprintf(room, room_size, "%.17g", number); }

double subject_parse(const char* text, size_t size) {
  (void)size;
  return strtod(text, NULL);
}
