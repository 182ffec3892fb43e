// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
const wasi = @import("wasi/preview1.zig");

// A host may write less than it is given.
fn writeAll(fd: wasi.Fd, bytes: []const u8) !void {
    var left = bytes;
    while (left.len > 0) {
        const written = try wasi.fd_write(fd, &.{wasi.Ciovec.of(left)}).unwrap();
        left = left[written..];
    }
}

export fn _start() void {
    writeAll(wasi.stdout_fd, "hello\n") catch wasi.proc_exit(1);
}
