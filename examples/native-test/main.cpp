// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "count_lines.hpp"

int main(int argc, char** argv) { return count_lines(argc - 1, argv + 1); }
