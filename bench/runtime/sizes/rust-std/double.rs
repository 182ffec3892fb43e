// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

fn main() {
    println!("x = {}", std::hint::black_box(1.0 / 3.0));
}
