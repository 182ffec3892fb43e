// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Destructors of thread_local objects. There is one thread, and it ends with the
// program: they are registered like those of static objects, and run among them,
// newest first.

extern "C" {

int __cxa_atexit(void (*function)(void*), void* argument, void* dso_handle);

[[gnu::weak]] int __cxa_thread_atexit(void (*function)(void*), void* argument, void* dso_handle) {
  return __cxa_atexit(function, argument, dso_handle);
}

}  // extern "C"
