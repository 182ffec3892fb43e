// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../prim.h"
#include "barewasi/exit.hpp"

extern "C" void _Exit(int status) { barewasi::prim::exit_process(status); }
