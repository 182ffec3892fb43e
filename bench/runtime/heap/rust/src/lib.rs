// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

//! A global allocator of Rust's, as three C functions. Alignment is 8, which is what nearly all of a Rust program asks for;
//! C's allocators do not know what they are asked for, and align to 16.
#![no_std]

use core::alloc::{GlobalAlloc, Layout};

#[cfg(feature = "dlmalloc")]
static HEAP: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;
#[cfg(feature = "lol_alloc")]
static HEAP: lol_alloc::AssumeSingleThreaded<lol_alloc::FreeListAllocator> =
    unsafe { lol_alloc::AssumeSingleThreaded::new(lol_alloc::FreeListAllocator::new()) };
#[cfg(feature = "talc")]
static HEAP: talc::TalckWasm = unsafe { talc::TalckWasm::new_global() };
#[cfg(feature = "wee_alloc")]
static HEAP: wee_alloc::WeeAlloc = wee_alloc::WeeAlloc::INIT;

fn layout(bytes: usize) -> Layout {
    // Sizes are positive and far below the limit that the checked function looks for.
    unsafe { Layout::from_size_align_unchecked(bytes, 8) }
}

#[no_mangle]
pub unsafe extern "C" fn bench_allocate(bytes: usize) -> *mut u8 {
    HEAP.alloc(layout(bytes))
}

#[no_mangle]
pub unsafe extern "C" fn bench_free(memory: *mut u8, bytes: usize) {
    HEAP.dealloc(memory, layout(bytes))
}

#[no_mangle]
pub unsafe extern "C" fn bench_reallocate(memory: *mut u8, before: usize, after: usize) -> *mut u8 {
    HEAP.realloc(memory, layout(before), after)
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
