// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

const std = @import("std");

fn print(text: []const u8) void {
    var written: usize = 0;
    _ = std.os.wasi.fd_write(1, &.{.{ .base = text.ptr, .len = text.len }}, 1, &written);
}

pub fn main(init: std.process.Init.Minimal) !void {
    const heap = std.heap.wasm_allocator;
    const args = try init.args.toSlice(heap);
    print(args[0]);
    print("\n");
    const environment = try init.environ.createMap(heap);
    if (environment.count() > 0) {
        print(environment.keys()[0]);
        print("=");
        print(environment.values()[0]);
        print("\n");
    }
}
