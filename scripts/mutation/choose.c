/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Linked into programs with many changes compiled in. MUTATION is the number of the change that is made, MUTATION_TRACE the file
 * that learns which changes a program came across: the byte at the number becomes 1, also in programs that this one starts.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { most = 1 << 16 };
static unsigned char reached[most];

int mutation_number = -1;
unsigned char* mutation_reached = reached;

/* The status that a program ends with when a static_assert would not have held. */
void mutation_does_not_compile(void) { _exit(121); }

__attribute__((constructor(101))) static void choose(void) {
  const char* number = getenv("MUTATION");
  if (number) mutation_number = atoi(number);
  const char* trace = getenv("MUTATION_TRACE");
  const int file = trace ? open(trace, O_RDWR | O_CREAT, 0666) : -1;
  if (file < 0 || ftruncate(file, most) != 0) return;
  void* shared = mmap(NULL, most, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (shared != MAP_FAILED) mutation_reached = shared;
  close(file);
}
