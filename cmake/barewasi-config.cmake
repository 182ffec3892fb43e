# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# For find_package(barewasi): gives barewasi::runtime, from the sysroot that is
# installed beside this folder, or from the one that BAREWASI_SYSROOT names. With
# COMPONENTS libcxx also barewasi::libcxx: see barewasi-libcxx.cmake. With COMPONENTS
# host, and nothing else, it gives barewasi::host, for tests on the machine that
# builds: see barewasi-host.cmake.

if(barewasi_FIND_COMPONENTS STREQUAL "host")
  include("${CMAKE_CURRENT_LIST_DIR}/barewasi-host.cmake")
  set(barewasi_host_FOUND TRUE)
  return()
endif()

if(NOT CMAKE_SYSTEM_NAME STREQUAL "WASI")
  set(barewasi_FOUND FALSE)
  set(barewasi_NOT_FOUND_MESSAGE
    "barewasi is for wasm32, and this project is for ${CMAKE_SYSTEM_NAME}. "
    "Configure it with --toolchain ${CMAKE_CURRENT_LIST_DIR}/wasm32-wasi.cmake; for tests that run here, ask for "
    "COMPONENTS host")
  return()
endif()

if(NOT BAREWASI_SYSROOT)
  get_filename_component(BAREWASI_SYSROOT "${CMAKE_CURRENT_LIST_DIR}/../sysroot" ABSOLUTE)
endif()
if(NOT EXISTS "${BAREWASI_SYSROOT}/lib/wasm32-wasip1/libc.a")
  set(barewasi_FOUND FALSE)
  set(barewasi_NOT_FOUND_MESSAGE
    "There is no finished sysroot in ${BAREWASI_SYSROOT}. Build the runtime, or "
    "let BAREWASI_SYSROOT name a sysroot.")
  return()
endif()

if(NOT TARGET barewasi::runtime)
  include("${CMAKE_CURRENT_LIST_DIR}/barewasi-runtime.cmake")
endif()

foreach(component IN LISTS barewasi_FIND_COMPONENTS)
  if(component STREQUAL "libcxx")
    include("${CMAKE_CURRENT_LIST_DIR}/barewasi-libcxx.cmake")
  else()
    set(barewasi_${component}_FOUND FALSE)
    set(barewasi_${component}_NOT_FOUND_MESSAGE "There is no component ${component}; there is libcxx, and host by itself.")
  endif()
  if(barewasi_FIND_REQUIRED_${component} AND NOT barewasi_${component}_FOUND)
    set(barewasi_FOUND FALSE)
    set(barewasi_NOT_FOUND_MESSAGE "${barewasi_${component}_NOT_FOUND_MESSAGE}")
    return()
  endif()
endforeach()
