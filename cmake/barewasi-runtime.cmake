# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# Defines the target barewasi::runtime from BAREWASI_SYSROOT, a finished sysroot.
# Whoever links it compiles with the sysroot's headers and links its entry and
# its libraries; every flag that takes travels with the target.

if(TARGET barewasi::runtime)
  return()
endif()
add_library(barewasi_runtime INTERFACE)
add_library(barewasi::runtime ALIAS barewasi_runtime)

target_compile_features(barewasi_runtime INTERFACE cxx_std_20)
target_compile_options(barewasi_runtime INTERFACE
  "--sysroot=${BAREWASI_SYSROOT}"
  # There is nothing here to throw with, or to ask for a type's name.
  $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>
  $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
target_link_options(barewasi_runtime INTERFACE
  "--sysroot=${BAREWASI_SYSROOT}"
  # clang would run whatever wasm-opt is on the PATH; an old one fails. Told so,
  # clang 19 links nothing, without a word.
  $<$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,20>:--no-wasm-opt>
  # A stack that overflows traps. Linkers before LLVM 22's put it above the data,
  # which it then writes over.
  -Wl,--stack-first
  # A call through the wrong signature is a warning here, and a trap at run time.
  -Wl,--fatal-warnings)

set(barewasi_libraries "${BAREWASI_SYSROOT}/lib/wasm32-wasip1")
set_property(TARGET barewasi_runtime PROPERTY INTERFACE_LINK_DEPENDS
  "${barewasi_libraries}/crt1-command.o;${barewasi_libraries}/libc.a;${barewasi_libraries}/libc++.a;${barewasi_libraries}/libc++abi.a")
unset(barewasi_libraries)
