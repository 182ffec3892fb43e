// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What the headers include that speak in the types of WASI itself. Those are C++20,
// and clang assumes C++17: say so, ahead of a page of errors that do not.

#if __cplusplus < 202002L
#error "this header of barewasi is for C++20: compile with -std=c++20 or later"
#endif

#include <wasi/preview1.hpp>
