// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

const std = @import("std");

var number: f64 = 1.0 / 3.0;

pub fn main() void {
    var buffer: [64]u8 = undefined;
    const value = @as(*volatile f64, &number).*;
    const text = std.fmt.bufPrint(&buffer, "x = {d}\n", .{value}) catch return;
    var written: usize = 0;
    _ = std.os.wasi.fd_write(1, &.{.{ .base = text.ptr, .len = text.len }}, 1, &written);
}
