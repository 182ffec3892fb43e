# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# Toolchain file: compile for wasm32 and WASI with clang.
#
#   cmake -S . -B build -DCMAKE_TOOLCHAIN_FILE=<here>/wasm32-wasi.cmake
#
# The clang is that of the wasi-sdk which WASI_SDK_PREFIX or WASI_SDK_PATH names
# in the environment, where one does, and otherwise the newest on the PATH, from
# 19 on.

set(CMAKE_SYSTEM_NAME WASI)
set(CMAKE_SYSTEM_VERSION 1)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
list(APPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}")
# From 3.31 on CMake has a Platform/WASI of its own, which is preferred to that of
# the module path. This is read after either.
set(CMAKE_USER_MAKE_RULES_OVERRIDE "${CMAKE_CURRENT_LIST_DIR}/Platform/WASI.cmake")

# CMake tries the compiler by linking a program; there is nothing yet to link with.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)

if(DEFINED ENV{WASI_SDK_PREFIX})
  set(barewasi_sdk "$ENV{WASI_SDK_PREFIX}")
elseif(DEFINED ENV{WASI_SDK_PATH})
  set(barewasi_sdk "$ENV{WASI_SDK_PATH}")
endif()

if(barewasi_sdk)
  if(NOT EXISTS "${barewasi_sdk}/bin/clang++")
    message(FATAL_ERROR
      "There is no bin/clang++ in ${barewasi_sdk}, which WASI_SDK_PREFIX or "
      "WASI_SDK_PATH names. Let it name an unpacked wasi-sdk, or unset it to use "
      "the system's clang.")
  endif()
  set(barewasi_tool_search PATHS "${barewasi_sdk}/bin" NO_DEFAULT_PATH)
endif()

include("${CMAKE_CURRENT_LIST_DIR}/barewasi-clang.cmake")
foreach(role IN ITEMS C_COMPILER:clang CXX_COMPILER:clang++ AR:llvm-ar RANLIB:llvm-ranlib)
  string(REPLACE ":" ";" role "${role}")
  list(GET role 0 variable)
  list(GET role 1 tool)
  barewasi_find_tool(CMAKE_${variable} ${tool} ${barewasi_tool_search} REQUIRED)
endforeach()

barewasi_target_of("${CMAKE_CXX_COMPILER}" barewasi_target)
set(CMAKE_C_COMPILER_TARGET ${barewasi_target})
set(CMAKE_CXX_COMPILER_TARGET ${barewasi_target})

# Programs that run at build time are the host's; everything else is not.
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
