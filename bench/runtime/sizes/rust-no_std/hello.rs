// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#![no_std]
#![no_main]

mod wasi;

#[no_mangle]
extern "C" fn _start() {
    wasi::write(1, b"Hello, world!\n");
}

#[panic_handler]
fn panic(_info: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
