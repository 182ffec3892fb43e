// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#![no_std]
#![no_main]

mod wasi;

use core::fmt::Write;

#[no_mangle]
extern "C" fn _start() {
    let _ = write!(wasi::Out(1), "x = {}\n", core::hint::black_box(1.0f64 / 3.0));
}

#[panic_handler]
fn panic(_info: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
