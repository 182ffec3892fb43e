// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
const wasi = @import("wasi/preview1.zig");

fn write(text: []const u8) void {
    var left = text;
    while (left.len > 0) {
        left = left[wasi.fd_write(wasi.stdout_fd, &.{wasi.Ciovec.of(left)}).unwrap() catch wasi.proc_exit(1) ..];
    }
}

export fn _start() void {
    switch (wasi.path_open(@enumFromInt(3), .{}, "nowhere", .{}, .{}, .{}, .{})) {
        .ok => wasi.proc_exit(0),
        .err => |failure| {
            const unknown: wasi.Errno = @enumFromInt(12345);
            if (unknown.nameOf() != null or failure == unknown or failure != .noent) wasi.proc_exit(1);
            write(failure.nameOf() orelse "?");
            write(": ");
            write(failure.messageOf());
            write("\n");
            wasi.proc_exit(@intFromEnum(failure));
        },
    }
}
