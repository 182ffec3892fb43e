// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#![no_std]
#![no_main]

mod wasi {
    pub mod preview1;
}
use core::fmt::Write;
use wasi::preview1::*;

// Where the compiler knows errors, it is one.
#[cfg(target_feature = "multivalue")]
const _: fn(Errno) -> &'static dyn core::error::Error = |_| &Errno::NOENT;

struct Out;

impl Write for Out {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        let mut left = text.as_bytes();
        while !left.is_empty() {
            let written = unsafe { fd_write(STDOUT_FD, &[left.into()]) }.map_err(|_| core::fmt::Error)?;
            left = &left[written as usize..];
        }
        Ok(())
    }
}

#[no_mangle]
pub extern "C" fn _start() {
    let none = Rights::empty();
    match path_open(Fd(3), Lookupflags::empty(), "nowhere", Oflags::empty(), none, none, Fdflags::empty()) {
        Ok(_) => proc_exit(0),
        Err(error) => {
            let unknown = Errno(12345);
            if unknown.name().is_some() || error == unknown || Errno::NOENT != error {
                proc_exit(1);
            }
            // `{}` is the sentence.
            let _ = writeln!(Out, "{}: {}", error.name().unwrap_or("?"), error);
            proc_exit(error.0 as Exitcode);
        }
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    proc_exit(70)
}
