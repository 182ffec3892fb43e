// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Mathematics, as C declares it, for libc++'s <cmath>.

#ifndef BAREWASI_MATH_H
#define BAREWASI_MATH_H

#include <bits/unavailable.h>

#define HUGE_VAL __builtin_huge_val()
#define HUGE_VALF __builtin_huge_valf()
#define HUGE_VALL __builtin_huge_vall()
#define INFINITY __builtin_inff()
#define NAN __builtin_nanf("")

#define FP_NAN 0
#define FP_INFINITE 1
#define FP_ZERO 2
#define FP_SUBNORMAL 3
#define FP_NORMAL 4
#define FP_ILOGB0 (-__INT_MAX__ - 1)
#define FP_ILOGBNAN (-__INT_MAX__ - 1)
#define MATH_ERRNO 1
#define MATH_ERREXCEPT 2
// Nothing here sets errno, and wasm has no floating-point exceptions.
#define math_errhandling 0

#define fpclassify(x) __builtin_fpclassify(FP_NAN, FP_INFINITE, FP_NORMAL, FP_SUBNORMAL, FP_ZERO, x)
#define isfinite(x) __builtin_isfinite(x)
#define isinf(x) __builtin_isinf(x)
#define isnan(x) __builtin_isnan(x)
#define isnormal(x) __builtin_isnormal(x)
#define signbit(x) __builtin_signbit(x)
#define isgreater(x, y) __builtin_isgreater(x, y)
#define isgreaterequal(x, y) __builtin_isgreaterequal(x, y)
#define isless(x, y) __builtin_isless(x, y)
#define islessequal(x, y) __builtin_islessequal(x, y)
#define islessgreater(x, y) __builtin_islessgreater(x, y)
#define isunordered(x, y) __builtin_isunordered(x, y)

typedef double double_t;
typedef float float_t;

#ifdef __cplusplus
extern "C" {
#endif

// Instructions of wasm, which clang makes in place; for who calls them all the same, in libc.a.
// clang-format off
double ceil(double x); float ceilf(float x);
double copysign(double x, double sign); float copysignf(float x, float sign);
double fabs(double x); float fabsf(float x);
double floor(double x); float floorf(float x);
double nearbyint(double x); float nearbyintf(float x);
double rint(double x); float rintf(float x);
double sqrt(double x); float sqrtf(float x);
double trunc(double x); float truncf(float x);
// clang-format on

// Made by clang in place, and defined nowhere.
long double copysignl(long double x, long double sign);
long double fabsl(long double x);

// Named by libc++ and defined nowhere.
// clang-format off
BAREWASI_NO_LIBM double acos(double x); BAREWASI_NO_LIBM float acosf(float x); BAREWASI_NO_LIBM long double acosl(long double x);
BAREWASI_NO_LIBM double acosh(double x); BAREWASI_NO_LIBM float acoshf(float x); BAREWASI_NO_LIBM long double acoshl(long double x);
BAREWASI_NO_LIBM double asin(double x); BAREWASI_NO_LIBM float asinf(float x); BAREWASI_NO_LIBM long double asinl(long double x);
BAREWASI_NO_LIBM double asinh(double x); BAREWASI_NO_LIBM float asinhf(float x); BAREWASI_NO_LIBM long double asinhl(long double x);
BAREWASI_NO_LIBM double atan(double x); BAREWASI_NO_LIBM float atanf(float x); BAREWASI_NO_LIBM long double atanl(long double x);
BAREWASI_NO_LIBM double atan2(double x, double y); BAREWASI_NO_LIBM float atan2f(float x, float y); BAREWASI_NO_LIBM long double atan2l(long double x, long double y);
BAREWASI_NO_LIBM double atanh(double x); BAREWASI_NO_LIBM float atanhf(float x); BAREWASI_NO_LIBM long double atanhl(long double x);
BAREWASI_NO_LIBM double cbrt(double x); BAREWASI_NO_LIBM float cbrtf(float x); BAREWASI_NO_LIBM long double cbrtl(long double x);
BAREWASI_NO_LIBM long double ceill(long double x);
BAREWASI_NO_LIBM double cos(double x); BAREWASI_NO_LIBM float cosf(float x); BAREWASI_NO_LIBM long double cosl(long double x);
BAREWASI_NO_LIBM double cosh(double x); BAREWASI_NO_LIBM float coshf(float x); BAREWASI_NO_LIBM long double coshl(long double x);
BAREWASI_NO_LIBM double erf(double x); BAREWASI_NO_LIBM float erff(float x); BAREWASI_NO_LIBM long double erfl(long double x);
BAREWASI_NO_LIBM double erfc(double x); BAREWASI_NO_LIBM float erfcf(float x); BAREWASI_NO_LIBM long double erfcl(long double x);
BAREWASI_NO_LIBM double exp(double x); BAREWASI_NO_LIBM float expf(float x); BAREWASI_NO_LIBM long double expl(long double x);
BAREWASI_NO_LIBM double exp2(double x); BAREWASI_NO_LIBM float exp2f(float x); BAREWASI_NO_LIBM long double exp2l(long double x);
BAREWASI_NO_LIBM double expm1(double x); BAREWASI_NO_LIBM float expm1f(float x); BAREWASI_NO_LIBM long double expm1l(long double x);
BAREWASI_NO_LIBM double fdim(double x, double y); BAREWASI_NO_LIBM float fdimf(float x, float y); BAREWASI_NO_LIBM long double fdiml(long double x, long double y);
BAREWASI_NO_LIBM long double floorl(long double x);
BAREWASI_NO_LIBM double fma(double x, double y, double z); BAREWASI_NO_LIBM float fmaf(float x, float y, float z); BAREWASI_NO_LIBM long double fmal(long double x, long double y, long double z);
BAREWASI_NO_LIBM double fmax(double x, double y); BAREWASI_NO_LIBM float fmaxf(float x, float y); BAREWASI_NO_LIBM long double fmaxl(long double x, long double y);
BAREWASI_NO_LIBM double fmin(double x, double y); BAREWASI_NO_LIBM float fminf(float x, float y); BAREWASI_NO_LIBM long double fminl(long double x, long double y);
BAREWASI_NO_LIBM double fmod(double x, double y); BAREWASI_NO_LIBM float fmodf(float x, float y); BAREWASI_NO_LIBM long double fmodl(long double x, long double y);
BAREWASI_NO_LIBM double frexp(double x, int* exponent); BAREWASI_NO_LIBM float frexpf(float x, int* exponent); BAREWASI_NO_LIBM long double frexpl(long double x, int* exponent);
BAREWASI_NO_LIBM double hypot(double x, double y); BAREWASI_NO_LIBM float hypotf(float x, float y); BAREWASI_NO_LIBM long double hypotl(long double x, long double y);
BAREWASI_NO_LIBM int ilogb(double x); BAREWASI_NO_LIBM int ilogbf(float x); BAREWASI_NO_LIBM int ilogbl(long double x);
BAREWASI_NO_LIBM double ldexp(double x, int exponent); BAREWASI_NO_LIBM float ldexpf(float x, int exponent); BAREWASI_NO_LIBM long double ldexpl(long double x, int exponent);
BAREWASI_NO_LIBM double lgamma(double x); BAREWASI_NO_LIBM float lgammaf(float x); BAREWASI_NO_LIBM long double lgammal(long double x);
BAREWASI_NO_LIBM long long llrint(double x); BAREWASI_NO_LIBM long long llrintf(float x); BAREWASI_NO_LIBM long long llrintl(long double x);
BAREWASI_NO_LIBM long long llround(double x); BAREWASI_NO_LIBM long long llroundf(float x); BAREWASI_NO_LIBM long long llroundl(long double x);
BAREWASI_NO_LIBM double log(double x); BAREWASI_NO_LIBM float logf(float x); BAREWASI_NO_LIBM long double logl(long double x);
BAREWASI_NO_LIBM double log10(double x); BAREWASI_NO_LIBM float log10f(float x); BAREWASI_NO_LIBM long double log10l(long double x);
BAREWASI_NO_LIBM double log1p(double x); BAREWASI_NO_LIBM float log1pf(float x); BAREWASI_NO_LIBM long double log1pl(long double x);
BAREWASI_NO_LIBM double log2(double x); BAREWASI_NO_LIBM float log2f(float x); BAREWASI_NO_LIBM long double log2l(long double x);
BAREWASI_NO_LIBM double logb(double x); BAREWASI_NO_LIBM float logbf(float x); BAREWASI_NO_LIBM long double logbl(long double x);
BAREWASI_NO_LIBM long lrint(double x); BAREWASI_NO_LIBM long lrintf(float x); BAREWASI_NO_LIBM long lrintl(long double x);
BAREWASI_NO_LIBM long lround(double x); BAREWASI_NO_LIBM long lroundf(float x); BAREWASI_NO_LIBM long lroundl(long double x);
BAREWASI_NO_LIBM double modf(double x, double* whole); BAREWASI_NO_LIBM float modff(float x, float* whole); BAREWASI_NO_LIBM long double modfl(long double x, long double* whole);
BAREWASI_USE_NAN double nan(const char* tag); BAREWASI_USE_NAN float nanf(const char* tag); BAREWASI_USE_NAN long double nanl(const char* tag);
BAREWASI_NO_LIBM long double nearbyintl(long double x);
BAREWASI_NO_LIBM double nextafter(double x, double y); BAREWASI_NO_LIBM float nextafterf(float x, float y); BAREWASI_NO_LIBM long double nextafterl(long double x, long double y);
BAREWASI_NO_LIBM double nexttoward(double x, long double y); BAREWASI_NO_LIBM float nexttowardf(float x, long double y); BAREWASI_NO_LIBM long double nexttowardl(long double x, long double y);
BAREWASI_NO_LIBM double pow(double x, double y); BAREWASI_NO_LIBM float powf(float x, float y); BAREWASI_NO_LIBM long double powl(long double x, long double y);
BAREWASI_NO_LIBM double remainder(double x, double y); BAREWASI_NO_LIBM float remainderf(float x, float y); BAREWASI_NO_LIBM long double remainderl(long double x, long double y);
BAREWASI_NO_LIBM double remquo(double x, double y, int* quotient); BAREWASI_NO_LIBM float remquof(float x, float y, int* quotient); BAREWASI_NO_LIBM long double remquol(long double x, long double y, int* quotient);
BAREWASI_NO_LIBM long double rintl(long double x);
BAREWASI_NO_LIBM double round(double x); BAREWASI_NO_LIBM float roundf(float x); BAREWASI_NO_LIBM long double roundl(long double x);
BAREWASI_NO_LIBM double scalbln(double x, long exponent); BAREWASI_NO_LIBM float scalblnf(float x, long exponent); BAREWASI_NO_LIBM long double scalblnl(long double x, long exponent);
BAREWASI_NO_LIBM double scalbn(double x, int exponent); BAREWASI_NO_LIBM float scalbnf(float x, int exponent); BAREWASI_NO_LIBM long double scalbnl(long double x, int exponent);
BAREWASI_NO_LIBM double sin(double x); BAREWASI_NO_LIBM float sinf(float x); BAREWASI_NO_LIBM long double sinl(long double x);
BAREWASI_NO_LIBM double sinh(double x); BAREWASI_NO_LIBM float sinhf(float x); BAREWASI_NO_LIBM long double sinhl(long double x);
BAREWASI_NO_LIBM long double sqrtl(long double x);
BAREWASI_NO_LIBM double tan(double x); BAREWASI_NO_LIBM float tanf(float x); BAREWASI_NO_LIBM long double tanl(long double x);
BAREWASI_NO_LIBM double tanh(double x); BAREWASI_NO_LIBM float tanhf(float x); BAREWASI_NO_LIBM long double tanhl(long double x);
BAREWASI_NO_LIBM double tgamma(double x); BAREWASI_NO_LIBM float tgammaf(float x); BAREWASI_NO_LIBM long double tgammal(long double x);
BAREWASI_NO_LIBM long double truncl(long double x);
// clang-format on

#ifdef __cplusplus
}
#endif

#endif
