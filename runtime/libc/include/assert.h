// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// assert, as C has it: nothing under NDEBUG, and otherwise the place and the
// condition on standard error, then abort. Each #include decides anew.

#undef assert

#ifdef __cplusplus
extern "C" [[noreturn]]
#else
_Noreturn
#endif
// In libc.a.
void __barewasi_assertion_failed(const char* condition, const char* file, unsigned line);

#ifdef NDEBUG
#define assert(...) ((void)0)
#elif defined(__cplusplus)
#define assert(...) \
  (static_cast<bool>(__VA_ARGS__) ? (void)0 : __barewasi_assertion_failed(#__VA_ARGS__, __FILE__, __LINE__))
#else
#define assert(...) ((__VA_ARGS__) ? (void)0 : __barewasi_assertion_failed(#__VA_ARGS__, __FILE__, __LINE__))
#endif

#if !defined(__cplusplus) && __STDC_VERSION__ < 202311L && !defined(static_assert)
#define static_assert _Static_assert
#endif
