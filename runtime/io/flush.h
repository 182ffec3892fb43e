// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

/// Called before the line that says why a program ends: writes what waits, where the
/// program has output that does (buffered.cpp), and does nothing elsewhere.
extern "C" void __barewasi_flush(void);
