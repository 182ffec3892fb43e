/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * What the sources are compiled with when many changes are compiled in at once: a change is made where its number is the one that
 * the environment names, see choose.c. Wherever the compiler computes a value itself, no change is made; compiled_in.py tells by
 * the name of site<K> whether change K is anywhere in a program. Includes nothing: freestanding sources are compiled with it too.
 */
#pragma once

#ifdef __cplusplus
extern "C" {
#endif
#ifdef __wasm__
/* Nobody has an environment here: engine.py writes the number into the module. A change that is come across is told to stderr
   when it says -2, and engine.py takes it out of what the program wrote. */
__attribute__((weak)) volatile int mutation_number = 0x4d75744e;
__attribute__((weak)) unsigned char mutation_told[1 << 16];
__attribute__((weak)) void mutation_does_not_compile(void) { __builtin_trap(); }
__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write"))) int mutation_write(int, const void*,
                                                                                                     int, void*);
static inline int mutation_here(int k) {
  if (mutation_number == -2 && !mutation_told[k]) {
    const char text[4] = {1, (char)('A' + k / 4096), (char)('A' + k / 64 % 64), (char)('A' + k % 64)};
    const struct {
      const void* begin;
      int size;
    } piece = {text, 4};
    int written = 0;
    mutation_told[k] = 1;
    mutation_write(2, &piece, 1, &written);
  }
  return mutation_number == k;
}
#else
extern int mutation_number;
extern unsigned char* mutation_reached;
static inline int mutation_here(int k) {
  mutation_reached[k] = 1;
  return mutation_number == k;
}
#endif
void mutation_does_not_compile(void);
#ifdef __cplusplus
}

namespace mutation {

template <int K>
[[gnu::noinline]] bool site() {
  return mutation_here(K);
}

template <int K>
constexpr bool active() {
  return __builtin_is_constant_evaluated() ? false : site<K>();
}

/* What a static_assert becomes whose condition depends on what may be changed. */
inline bool asserted(bool value, const char* = "") {
  if (!value) mutation_does_not_compile();
  return value;
}

/* `!x` becomes `(negation<K>)x`, a cast, for it binds as tightly. */
template <int K>
struct negation {
  bool value;
  template <class T>
  constexpr explicit negation(const T& operand)
      : value(active<K>() ? static_cast<bool>(operand) : !static_cast<bool>(operand)) {}
  constexpr operator bool() const { return value; }
};

/* `a < b` becomes `a < less<K>{} < b`, so that operands need not be looked for: the precedence is the operator's own. */
#define MUTATION_BINARY(name, old, other)                               \
  template <int K>                                                      \
  struct name {};                                                       \
  template <int K, class T>                                             \
  struct name##_left {                                                  \
    const T& value;                                                     \
  };                                                                    \
  template <int K, class T>                                             \
  constexpr name##_left<K, T> operator old(const T& left, name<K>) {    \
    return {left};                                                      \
  }                                                                     \
  template <int K, class T, class U>                                    \
  constexpr auto operator old(name##_left<K, T> left, const U& right) { \
    return active<K>() ? left.value other right : left.value old right; \
  }
/* `a += b` becomes `a += add_to<K>{} += b`, which is read from the right. */
#define MUTATION_ASSIGNMENT(name, old, other)                               \
  template <int K>                                                          \
  struct name {};                                                           \
  template <int K, class U>                                                 \
  struct name##_right {                                                     \
    const U& value;                                                         \
  };                                                                        \
  template <int K, class U>                                                 \
  constexpr name##_right<K, U> operator old(name<K>, const U& right) {      \
    return {right};                                                         \
  }                                                                         \
  template <int K, class T, class U>                                        \
  constexpr auto operator old(T& left, name##_right<K, U> right) {          \
    return active<K>() ? (left other right.value) : (left old right.value); \
  }

MUTATION_BINARY(less, <, <=)
MUTATION_BINARY(less_or_equal, <=, <)
MUTATION_BINARY(greater, >, >=)
MUTATION_BINARY(greater_or_equal, >=, >)
MUTATION_BINARY(equal, ==, !=)
MUTATION_BINARY(unequal, !=, ==)
MUTATION_BINARY(plus, +, -)
MUTATION_BINARY(minus, -, +)
MUTATION_BINARY(times, *, /)
MUTATION_BINARY(divided, /, *)
MUTATION_BINARY(modulo, %, /)
MUTATION_BINARY(shifted_left, <<, >>)
MUTATION_BINARY(shifted_right, >>, <<)
MUTATION_BINARY(bits_and, &, |)
MUTATION_BINARY(bits_or, |, &)
MUTATION_ASSIGNMENT(add_to, +=, -=)
MUTATION_ASSIGNMENT(take_from, -=, +=)
MUTATION_ASSIGNMENT(set_in, |=, &=)
MUTATION_ASSIGNMENT(keep_in, &=, |=)

#undef MUTATION_BINARY
#undef MUTATION_ASSIGNMENT

}  // namespace mutation
#define mutation_active(k) ::mutation::active<k>()
#define mutation_chosen(k) ::mutation::site<k>()

#else

#define mutation_active(k) mutation_here(k)
#define mutation_chosen(k) mutation_here(k)
#endif
