// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Finding main, link 3 of 4 (see main_void.c).

int program_main(int argc, char** argv) __asm__("_Z4mainiPPc");
__attribute__((weak)) int link_of_chain(int argc, char** argv) __asm__("__main_argc_argv");

int link_of_chain(int argc, char** argv) { return program_main(argc, argv); }
