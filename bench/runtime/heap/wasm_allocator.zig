// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
const std = @import("std");
const heap = std.heap.wasm_allocator;
const alignment: std.mem.Alignment = .@"8";

export fn bench_allocate(bytes: usize) ?[*]u8 {
    return heap.rawAlloc(bytes, alignment, 0);
}

export fn bench_free(memory: [*]u8, bytes: usize) void {
    heap.rawFree(memory[0..bytes], alignment, 0);
}

export fn bench_reallocate(memory: [*]u8, before: usize, after: usize) ?[*]u8 {
    if (heap.rawResize(memory[0..before], alignment, after, 0)) return memory;
    const moved = heap.rawAlloc(after, alignment, 0) orelse return null;
    @memcpy(moved[0..before], memory[0..before]);
    heap.rawFree(memory[0..before], alignment, 0);
    return moved;
}
