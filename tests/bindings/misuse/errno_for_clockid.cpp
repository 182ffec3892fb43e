// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: no matching function for call to 'clock_res_get'|no viable conversion|cannot initialize a parameter of type 'Clockid'
// gcc: cannot convert .wasi::.*Errno. to .wasi::.*Clockid.
#include <wasi/preview1.hpp>

bool works() {
#if defined(MISUSE)
  return static_cast<bool>(wasi::clock_res_get(wasi::Errno::badf));
#else
  return static_cast<bool>(wasi::clock_res_get(wasi::Clockid::monotonic));
#endif
}
