# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# What CMake needs to know about WASI as a system. CMake before 3.31 looks for this
# file under this name, and has to find one; wasm32-wasi.cmake has it read by all. There are no shared libraries, and programs end in .wasm.

set(WASI 1)
set_property(GLOBAL PROPERTY TARGET_SUPPORTS_SHARED_LIBS FALSE)

set(CMAKE_STATIC_LIBRARY_PREFIX "lib")
set(CMAKE_STATIC_LIBRARY_SUFFIX ".a")
set(CMAKE_EXECUTABLE_SUFFIX ".wasm")

set(CMAKE_C_OUTPUT_EXTENSION ".o")
set(CMAKE_CXX_OUTPUT_EXTENSION ".o")
