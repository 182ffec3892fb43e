// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

fn main() {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(100)));
}
