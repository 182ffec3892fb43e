// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Finding main, link 4 of 4 (see main_void.c). The linker names this file when
// it finds no main at all; its name is the error message.

int program_main(int argc, char** argv) __asm__("main");
__attribute__((weak)) int link_of_chain(int argc, char** argv) __asm__("_Z4mainiPPc");

int link_of_chain(int argc, char** argv) { return program_main(argc, argv); }
