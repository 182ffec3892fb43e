// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

pub fn main() void {
    @panic("cannot go on");
}
