// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

static char* format_answer(int answer) {
  const int length = snprintf(NULL, 0, "the answer is %d, or 0x%x", answer, answer);
  char* text = malloc(length + 1);
  if (text) snprintf(text, length + 1, "the answer is %d, or 0x%x", answer, answer);
  return text;
}

int main(void) {
  puts("Hello, world!");
  char* message = format_answer(42);
  puts(message);
  // What waits in the buffer would be lost with the program.
  fflush(stdout);
  assert(!"nothing is left to do");
  return 0;
}
