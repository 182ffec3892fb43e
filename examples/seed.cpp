// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The program this project began with: say hello, make a message in allocated
// memory, then fail in a way that says where and why.

#include <barewasi/io.hpp>
#include <barewasi/panic.hpp>
#include <barewasi/string.hpp>

int main() {
  barewasi::print("Hello, world!\n");

  const barewasi::String message = barewasi::format("the answer is ", 42, ", or 0x", barewasi::hex(42));
  barewasi::print(message);
  barewasi::print("\n");

  barewasi::panic("nothing is left to do after ", message.size(), " characters");
}
