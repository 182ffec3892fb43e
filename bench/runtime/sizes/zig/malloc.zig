// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

const std = @import("std");

pub fn main() void {
    const block = std.heap.wasm_allocator.alloc(u8, 100) catch return;
    std.mem.doNotOptimizeAway(block.ptr);
    std.heap.wasm_allocator.free(block);
}
