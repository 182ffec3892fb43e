// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Other programs: no socket was opened, so that each of these has an error to give.

#include "verdict.h"

int main() {
  char room[8];
  refuses("sock_accept from what was never opened", sock_accept(never_opened, Fdflags::none), Errno::badf, Errno::nosys,
          Errno::notsup);
  refuses("sock_recv from what was never opened", sock_recv(never_opened, {Iovec(room, sizeof room)}, Riflags::none),
          Errno::badf, Errno::nosys, Errno::notsup);
  refuses("sock_send to what was never opened", sock_send(never_opened, {Str("x")}, 0), Errno::badf, Errno::nosys,
          Errno::notsup);
  refuses("sock_shutdown of what was never opened", sock_shutdown(never_opened, Sdflags::rd), Errno::badf, Errno::nosys,
          Errno::notsup);
  const Fd file = fresh_file("no-socket");
  refuses("sock_shutdown of a file", sock_shutdown(file, Sdflags::wr), Errno::notsock, Errno::nosys, Errno::notsup,
          Errno::badf);
  (void)fd_close(file);
  (void)path_unlink_file(folder, "no-socket");
  return 0;
}
