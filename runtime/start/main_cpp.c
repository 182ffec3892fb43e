// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Finding main, link 2 of 4 (see main_void.c). From here on main takes
// arguments, so here they are read: a program whose main takes none imports
// nothing to read them with.

int program_main(int argc, char** argv) __asm__("__main_argc_argv");
__attribute__((weak)) int link_of_chain(void) __asm__("_Z4mainv");

char** __barewasi_args(void);

int link_of_chain(void) {
  char** const strings = __barewasi_args();
  int count = 0;
  while (strings[count] != 0) ++count;
  return program_main(count, strings);
}
