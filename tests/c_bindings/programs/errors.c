// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The C library's own headers take their numbers from <wasi/api.h>, also where the preprocessor reads them.
// prints: ENOENT is 44; No such file or directory
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <wasi/api.h>
#include <wasi/libc.h>

#if EAGAIN != __WASI_ERRNO_AGAIN || __WASI_ERRNO_2BIG != 1
#error "the numbers of errors are not what they are"
#endif
_Static_assert(O_APPEND == __WASI_FDFLAGS_APPEND, "");

int main(void) {
  struct stat status;
  if (stat("./nowhere", &status) == 0) return 1;
  printf("ENOENT is %d; %s\n", ENOENT, strerror(errno));
  return opendir("./nowhere") != NULL;
}
