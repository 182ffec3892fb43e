// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What clang makes in place of a call, as functions: for programs that take the
// address of one, and for -ffreestanding and -fno-builtin, which call them.

#include "include/inttypes.h"
#include "include/math.h"
#include "include/stdlib.h"

int abs(int number) { return __builtin_abs(number); }
long labs(long number) { return __builtin_labs(number); }
long long llabs(long long number) { return __builtin_llabs(number); }
intmax_t imaxabs(intmax_t number) { return __builtin_llabs(number); }

double ceil(double x) { return __builtin_ceil(x); }
float ceilf(float x) { return __builtin_ceilf(x); }
double copysign(double x, double sign) { return __builtin_copysign(x, sign); }
float copysignf(float x, float sign) { return __builtin_copysignf(x, sign); }
double fabs(double x) { return __builtin_fabs(x); }
float fabsf(float x) { return __builtin_fabsf(x); }
double floor(double x) { return __builtin_floor(x); }
float floorf(float x) { return __builtin_floorf(x); }
double nearbyint(double x) { return __builtin_nearbyint(x); }
float nearbyintf(float x) { return __builtin_nearbyintf(x); }
double rint(double x) { return __builtin_rint(x); }
float rintf(float x) { return __builtin_rintf(x); }
double sqrt(double x) { return __builtin_sqrt(x); }
float sqrtf(float x) { return __builtin_sqrtf(x); }
double trunc(double x) { return __builtin_trunc(x); }
float truncf(float x) { return __builtin_truncf(x); }
