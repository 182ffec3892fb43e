// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

//! What each of the programs beside this one includes: the calls, by hand.
#![allow(dead_code)]

#[link(wasm_import_module = "wasi_snapshot_preview1")]
extern "C" {
    pub fn fd_write(fd: u32, vectors: *const Vector, count: usize, written: *mut usize) -> u32;
    pub fn args_sizes_get(count: *mut usize, bytes: *mut usize) -> u32;
    pub fn args_get(strings: *mut *const u8, bytes: *mut u8) -> u32;
    pub fn environ_sizes_get(count: *mut usize, bytes: *mut usize) -> u32;
    pub fn environ_get(strings: *mut *const u8, bytes: *mut u8) -> u32;
}

#[repr(C)]
pub struct Vector {
    data: *const u8,
    size: usize,
}

pub fn write(fd: u32, text: &[u8]) {
    let mut written = 0;
    unsafe { fd_write(fd, &Vector { data: text.as_ptr(), size: text.len() }, 1, &mut written) };
}

pub struct Out(pub u32);

impl core::fmt::Write for Out {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        write(self.0, text.as_bytes());
        Ok(())
    }
}
