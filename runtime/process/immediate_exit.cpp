// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../host.h"
#include "barewasi/exit.hpp"

extern "C" void _Exit(int status) { barewasi::host::exit_process(status); }
