// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What main returns is what the shell sees.

int main() { return 42; }
