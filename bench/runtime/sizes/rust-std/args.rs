// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

fn main() {
    println!("{}", std::env::args().next().unwrap_or_default());
    if let Some((name, value)) = std::env::vars().next() {
        println!("{name}={value}");
    }
}
