// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: no viable conversion from 'int' to '(wasi::)?Fd'
// gcc: conversion from .int. to non-scalar type .wasi::.*Fd. requested
#include <wasi/preview1.hpp>

#if defined(MISUSE)
wasi::Fd fd = 4;
#else
wasi::Fd fd{4};
#endif
