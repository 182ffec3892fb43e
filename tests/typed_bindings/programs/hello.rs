// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#![no_std]
#![no_main]

mod wasi {
    pub mod preview1;
}
use wasi::preview1::{fd_write, proc_exit, Errno, Fd, STDOUT_FD};

// A host may write less than it is given.
fn write_all(fd: Fd, mut bytes: &[u8]) -> Result<(), Errno> {
    while !bytes.is_empty() {
        let written = unsafe { fd_write(fd, &[bytes.into()]) }?;
        bytes = &bytes[written as usize..];
    }
    Ok(())
}

#[no_mangle]
pub extern "C" fn _start() {
    if write_all(STDOUT_FD, b"hello\n").is_err() {
        proc_exit(1);
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    proc_exit(70)
}
