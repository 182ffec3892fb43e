// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

const std = @import("std");

var number: i32 = -12345;

pub fn main() void {
    var buffer: [32]u8 = undefined;
    const value = @as(*volatile i32, &number).*;
    const text = std.fmt.bufPrint(&buffer, "Hello, {d}!\n", .{value}) catch return;
    var written: usize = 0;
    _ = std.os.wasi.fd_write(1, &.{.{ .base = text.ptr, .len = text.len }}, 1, &written);
}
