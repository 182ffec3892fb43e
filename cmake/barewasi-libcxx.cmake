# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# Defines the target barewasi::libcxx: barewasi::runtime, and LLVM's libc++ on top of
# it. Sets barewasi_libcxx_FOUND, and where it is FALSE the text of
# barewasi_libcxx_NOT_FOUND_MESSAGE.
#
# libc++ is that of the compiler's own package (Debian: libc++-22-dev-wasm32), or
# what lies in the folder that BAREWASI_LIBCXX names.

set(barewasi_libcxx_FOUND FALSE)
if(NOT BAREWASI_LIBCXX)
  # PREFIX/lib/clang/22
  execute_process(COMMAND "${CMAKE_CXX_COMPILER}" -print-resource-dir
    OUTPUT_VARIABLE BAREWASI_LIBCXX OUTPUT_STRIP_TRAILING_WHITESPACE)
  cmake_path(ABSOLUTE_PATH BAREWASI_LIBCXX NORMALIZE)
  foreach(level RANGE 1 3)
    cmake_path(GET BAREWASI_LIBCXX PARENT_PATH BAREWASI_LIBCXX)
  endforeach()
endif()

set(barewasi_libcxx_headers "${BAREWASI_LIBCXX}/include/wasm32-wasi/c++/v1")
set(barewasi_libcxx_archive "${BAREWASI_LIBCXX}/lib/wasm32-wasi/libc++.a")
foreach(file IN ITEMS "${barewasi_libcxx_headers}/__config" "${barewasi_libcxx_archive}")
  if(NOT EXISTS "${file}")
    string(REGEX MATCH "^[0-9]+" barewasi_libcxx_version "${CMAKE_CXX_COMPILER_VERSION}")
    set(barewasi_libcxx_NOT_FOUND_MESSAGE
      "There is no libc++ for wasm32 in ${BAREWASI_LIBCXX}: ${file} is missing. On Debian, install "
      "libc++-${barewasi_libcxx_version}-dev-wasm32; or let BAREWASI_LIBCXX name the folder that has it.")
    string(CONCAT barewasi_libcxx_NOT_FOUND_MESSAGE ${barewasi_libcxx_NOT_FOUND_MESSAGE})
    return()
  endif()
endforeach()
set(barewasi_libcxx_FOUND TRUE)

if(NOT TARGET barewasi::libcxx)
  add_library(barewasi_libcxx INTERFACE)
  add_library(barewasi::libcxx ALIAS barewasi_libcxx)
  target_compile_options(barewasi_libcxx INTERFACE
    # A sysroot hides the libc++ that clang would find.
    "$<$<COMPILE_LANGUAGE:CXX>:-nostdinc++;SHELL:-isystem \"${barewasi_libcxx_headers}\">")
  target_link_libraries(barewasi_libcxx INTERFACE barewasi::runtime
    # Ours first: both have operator new, and what ends a program.
    "${BAREWASI_SYSROOT}/lib/wasm32-wasip1/libc++.a" "${BAREWASI_SYSROOT}/lib/wasm32-wasip1/libc++abi.a"
    "${barewasi_libcxx_archive}")
endif()
unset(barewasi_libcxx_headers)
unset(barewasi_libcxx_archive)
