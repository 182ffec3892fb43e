// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

/// Writes how many lines each of the files has to the file "counts". Returns the status: 0, or 1 after an error, which is
/// printed.
int count_lines(int files, const char* const* names);
