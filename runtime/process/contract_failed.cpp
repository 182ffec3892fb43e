// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What generated headers and Array call when a contract is broken, in programs compiled
// without NDEBUG: the program ends as by a panic. start/contracts.h says how it comes in.

#include "barewasi/panic.hpp"

// Weak, for a program may have its own.
extern "C" [[noreturn, gnu::weak]] void witx_contract_failed(unsigned contract, __SIZE_TYPE__ number) noexcept {
  using namespace barewasi;
  detail::begin_line();
  if (contract == 1) {
    print_error("contract: there is no value, but error ");
  } else {
    print_error("contract: there is no element number ");
  }
  detail::end_panic(number);
}
