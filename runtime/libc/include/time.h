// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Time, as C declares it. Declared for libc++'s <ctime>; what this library has is
// <barewasi/time.hpp>.

#ifndef BAREWASI_TIME_H
#define BAREWASI_TIME_H

#include <bits/alltypes.h>
#include <bits/unavailable.h>

#define CLOCKS_PER_SEC ((clock_t)1000000000)
#define TIME_UTC 1

typedef long long clock_t;
typedef long long time_t;

struct timespec {
  time_t tv_sec;
  long tv_nsec;
};

struct tm {
  int tm_sec;
  int tm_min;
  int tm_hour;
  int tm_mday;
  int tm_mon;
  int tm_year;
  int tm_wday;
  int tm_yday;
  int tm_isdst;
};

#ifdef __cplusplus
extern "C" {
#endif

// Named by libc++ and defined nowhere.
BAREWASI_NO_CALENDAR char* asctime(const struct tm* date);
BAREWASI_USE_CLOCKS clock_t clock(void);
BAREWASI_NO_CALENDAR char* ctime(const time_t* time);
BAREWASI_NO_CALENDAR double difftime(time_t end, time_t begin);
BAREWASI_NO_CALENDAR struct tm* gmtime(const time_t* time);
BAREWASI_NO_CALENDAR struct tm* localtime(const time_t* time);
BAREWASI_NO_CALENDAR time_t mktime(struct tm* date);
BAREWASI_NO_CALENDAR size_t strftime(char* __restrict to, size_t size, const char* __restrict format,
                                     const struct tm* __restrict date);
BAREWASI_USE_CLOCKS time_t time(time_t* now);
BAREWASI_USE_CLOCKS int timespec_get(struct timespec* now, int base);

#ifdef __cplusplus
}
#endif

#endif
