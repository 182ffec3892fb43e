// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What the compiler calls for atomic objects that no instruction takes whole: those
// of more than eight bytes, or at an address that is not a multiple of their size. There
// is one thread, and so a copy is atomic, and free of locks. The names are set by asm
// labels because clang keeps them for functions that it makes itself.

typedef __SIZE_TYPE__ usize;

void load(usize size, const void* object, void* to, int order) __asm__("__atomic_load");
void store(usize size, void* object, const void* from, int order) __asm__("__atomic_store");
void exchange(usize size, void* object, const void* from, void* to, int order) __asm__("__atomic_exchange");
_Bool compare_exchange(usize size, void* object, void* expected, const void* from, int success,
                       int failure) __asm__("__atomic_compare_exchange");
_Bool is_lock_free(usize size, const volatile void* object) __asm__("__atomic_is_lock_free");

void load(usize size, const void* object, void* to, int order) {
  (void)order;
  __builtin_memcpy(to, object, size);
}

void store(usize size, void* object, const void* from, int order) {
  (void)order;
  __builtin_memcpy(object, from, size);
}

void exchange(usize size, void* object, const void* from, void* to, int order) {
  load(size, object, to, order);
  store(size, object, from, order);
}

_Bool compare_exchange(usize size, void* object, void* expected, const void* from, int success, int failure) {
  if (__builtin_memcmp(object, expected, size) == 0) {
    store(size, object, from, success);
    return 1;
  }
  load(size, object, expected, failure);
  return 0;
}

_Bool is_lock_free(usize size, const volatile void* object) {
  (void)size;
  (void)object;
  return 1;
}
