// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Unless told -fno-rtti, the compiler describes every class that has virtual
// functions, and each description points to one of three tables: for classes
// without a base, with one, with more. They are told apart by nobody here, since
// what reads them, dynamic_cast and typeid, is libc++'s; but a program has to link.
//
// Like everything virtual a table begins with two words and goes on with
// functions, where the pointers point. None may be called: these are null, and so
// a call is a trap and a table costs a program nothing. They are weak, because
// libc++'s archive brings the real ones along with dynamic_cast. The names are set
// by asm labels because no C++ header declares these types.

typedef void* Table[3];

__attribute__((weak)) Table table_without_base __asm__("_ZTVN10__cxxabiv117__class_type_infoE");
__attribute__((weak)) Table table_with_one_base __asm__("_ZTVN10__cxxabiv120__si_class_type_infoE");
__attribute__((weak)) Table table_with_bases __asm__("_ZTVN10__cxxabiv121__vmi_class_type_infoE");
