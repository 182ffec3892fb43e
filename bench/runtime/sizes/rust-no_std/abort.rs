// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#![no_std]
#![no_main]

mod wasi;

use core::fmt::Write;

#[no_mangle]
extern "C" fn _start() {
    panic!("cannot go on");
}

#[panic_handler]
fn panic(_info: &core::panic::PanicInfo) -> ! {
    let _ = write!(wasi::Out(2), "{_info}\n");
    core::arch::wasm32::unreachable()
}
