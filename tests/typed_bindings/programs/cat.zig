// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
const wasi = @import("wasi/preview1.zig");

fn cat(folder: wasi.Fd, name: []const u8) !void {
    const file = try wasi.path_open(folder, .{}, name, .{}, .{ .fd_read = true, .fd_seek = true }, .{}, .{}).unwrap();
    var buffer: [4096]u8 = undefined;
    while (true) {
        const read = try wasi.fd_read(file, &.{wasi.Iovec.of(&buffer)}).unwrap();
        if (read == 0) return wasi.fd_close(file).unwrap();
        var left: []const u8 = buffer[0..read];
        while (left.len > 0) left = left[try wasi.fd_write(wasi.stdout_fd, &.{wasi.Ciovec.of(left)}).unwrap()..];
    }
}

export fn _start() void {
    cat(@enumFromInt(3), "numbers.txt") catch wasi.proc_exit(1);
}
