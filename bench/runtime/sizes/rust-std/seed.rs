// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

fn main() {
    println!("Hello, world!");
    let message = format!("the answer is {}, or {:#x}", 42, 42);
    println!("{message}");
    panic!("nothing is left to do after {} characters", message.len());
}
