// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

const wasi = @import("std").os.wasi;

pub fn main() void {
    const text = "Hello, world!\n";
    var written: usize = 0;
    _ = wasi.fd_write(1, &.{.{ .base = text, .len = text.len }}, 1, &written);
}
