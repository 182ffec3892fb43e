// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Finding main, link 1 of 4.
//
// The compiler gives main five names, by language, by arguments, and by whether
// a standard library is assumed:
//
//   __main_void        hosted  int main()        freestanding C  int main(void)
//   _Z4mainv           freestanding C++          int main()
//   __main_argc_argv   hosted                    int main(int, char**)
//   _Z4mainiPPc        freestanding C++          int main(int, char**)
//   main               freestanding C            int main(int, char**)
//
// _start calls the first. Four archive members, one name each, hand the call
// on to the next name. Each definition is weak and alone in its member, so the
// linker takes it only if the program does not define that name: the chain is
// followed exactly as far as the program's own main, and what lies beyond is
// never linked. The names are set by asm labels because this is C, where the
// compiler would otherwise rename a function called main once more.

int program_main(void) __asm__("_Z4mainv");
__attribute__((weak)) int link_of_chain(void) __asm__("__main_void");

int link_of_chain(void) { return program_main(); }
