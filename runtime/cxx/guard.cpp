// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Guards of local static objects, for code compiled as if there were threads.
// There are none, so a guard is its first byte: set once the object exists. The
// second byte is set while the object is being made; meeting it again means the
// initialiser has reached its own object, which no wait would ever end.

extern "C" {

int __cxa_guard_acquire(unsigned char* guard) {
  if (guard[0] != 0) return 0;
  if (guard[1] != 0) __builtin_trap();
  guard[1] = 1;
  return 1;
}

void __cxa_guard_release(unsigned char* guard) {
  guard[0] = 1;
  guard[1] = 0;
}

void __cxa_guard_abort(unsigned char* guard) { guard[1] = 0; }

}  // extern "C"
