// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#![no_std]
#![no_main]

mod wasi;

#[no_mangle]
extern "C" fn _start() {
    wasi::write(2, b"cannot go on\n");
    core::arch::wasm32::unreachable()
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
