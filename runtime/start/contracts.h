// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// A generated header calls witx_contract_failed by a weak name, so that it needs no
// runtime; but a weak name takes nothing out of an archive. Every program that has a
// runtime has an entry, and here the entry names the function strongly. Nobody calls
// this: the linker drops it, and in a program without checks all that it named.

// By this name, because the header's own declaration would make the reference weak.
[[noreturn]] void contract_failed(unsigned contract, __SIZE_TYPE__ number) noexcept __asm__("witx_contract_failed");

extern "C" [[gnu::visibility("hidden")]] void __barewasi_name_contract_failed(void) { contract_failed(0, 0); }
