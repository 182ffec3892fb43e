// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#![no_std]
#![no_main]

mod wasi {
    pub mod preview1;
}
use wasi::preview1::*;

fn cat(folder: Fd, name: &str) -> Result<(), Errno> {
    let rights = Rights::FD_READ | Rights::FD_SEEK;
    let file = path_open(folder, Lookupflags::empty(), name, Oflags::empty(), rights, Rights::empty(), Fdflags::empty())?;
    let mut buffer = [0; 4096];
    loop {
        let read = unsafe { fd_read(file, &[buffer[..].as_mut().into()]) }? as usize;
        if read == 0 {
            return fd_close(file);
        }
        let mut left = &buffer[..read];
        while !left.is_empty() {
            let written = unsafe { fd_write(STDOUT_FD, &[left.into()]) }?;
            left = &left[written as usize..];
        }
    }
}

#[no_mangle]
pub extern "C" fn _start() {
    if let Err(error) = cat(Fd(3), "numbers.txt") {
        proc_exit(error.0 as Exitcode);
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    proc_exit(70)
}
