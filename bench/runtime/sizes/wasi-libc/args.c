// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <string.h>
#include <unistd.h>

extern char** environ;

int main(int argc, char** argv) {
  (void)argc;
  write(1, argv[0], strlen(argv[0]));
  write(1, "\n", 1);
  if (environ[0]) {
    write(1, environ[0], strlen(environ[0]));
    write(1, "\n", 1);
  }
  return 0;
}
