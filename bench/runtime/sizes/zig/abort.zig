// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

const std = @import("std");

pub fn main() void {
    const text = "cannot go on\n";
    var written: usize = 0;
    _ = std.os.wasi.fd_write(2, &.{.{ .base = text, .len = text.len }}, 1, &written);
    @trap();
}
