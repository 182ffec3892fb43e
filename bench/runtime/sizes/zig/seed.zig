// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

const std = @import("std");

fn print(text: []const u8) void {
    var written: usize = 0;
    _ = std.os.wasi.fd_write(1, &.{.{ .base = text.ptr, .len = text.len }}, 1, &written);
}

pub fn main() !void {
    print("Hello, world!\n");
    const message = try std.fmt.allocPrint(std.heap.wasm_allocator, "the answer is {d}, or 0x{x}\n", .{ 42, 42 });
    print(message);
    std.debug.panic("nothing is left to do after {d} characters", .{message.len});
}
