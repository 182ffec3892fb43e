// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <stdio.h>
#include <stdlib.h>

#include "subject.h"

unsigned long long subject_read(const char* path, char* block) {
  FILE* file = fopen(path, "r");
  if (file == NULL) return 0;
  unsigned long long total = 0;
  for (size_t size; (size = fread(block, 1, block_size, file)) != 0;) total += size;
  const int failed = ferror(file);
  fclose(file);
  return failed ? 0 : total;
}

unsigned long long subject_lines(const char* path) {
  FILE* file = fopen(path, "r");
  if (file == NULL) return 0;
  char* line = NULL;
  size_t capacity = 0;
  unsigned long long count = 0;
  while (getline(&line, &capacity, file) >= 0) ++count;
  const int failed = ferror(file);
  free(line);
  fclose(file);
  return failed ? 0 : count;
}

unsigned long long subject_write(const char* path, const char* block, unsigned count) {
  FILE* file = fopen(path, "w");
  if (file == NULL) return 0;
  unsigned long long total = 0;
  for (unsigned i = 0; i < count; ++i) total += fwrite(block, 1, block_size, file);
  return fclose(file) == 0 ? total : 0;
}

unsigned long long subject_print(unsigned count) {
  for (unsigned i = 0; i < count; ++i) printf("%u: one line among many\n", i);
  return fflush(stdout) == 0 ? count : 0;
}

unsigned long long subject_print_each(unsigned count) { return subject_print(count); }
