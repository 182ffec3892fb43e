// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// For what these headers declare and libc.a does not have: the declarations are there
// because libc++'s headers name them. Without libc++ a use is a compile error that says
// what to use instead. With libc++, which <__config> is a part of, or in programs that
// bring such functions and pass -DBAREWASI_OWN_C_FUNCTIONS, it is a link error.

#ifndef BAREWASI_BITS_UNAVAILABLE_H
#define BAREWASI_BITS_UNAVAILABLE_H

#if defined(__cplusplus) && __has_include(<__config>)
#define BAREWASI_UNAVAILABLE(in_cpp, in_c)
#elif defined(BAREWASI_OWN_C_FUNCTIONS)
#define BAREWASI_UNAVAILABLE(in_cpp, in_c)
#elif defined(__cplusplus)
#define BAREWASI_UNAVAILABLE(in_cpp, in_c) __attribute__((unavailable(in_cpp)))
#else
#define BAREWASI_UNAVAILABLE(in_cpp, in_c) __attribute__((unavailable(in_c)))
#endif

// clang-format off
#define BAREWASI_USE_PRINT BAREWASI_UNAVAILABLE( \
    "there are no streams: use barewasi::print of <barewasi/io.hpp>", \
    "there are no streams: use __wasi_fd_write of <wasi/api.h>")
#define BAREWASI_USE_LINES BAREWASI_UNAVAILABLE( \
    "there are no streams: use barewasi::Lines of <barewasi/lines.hpp>, or barewasi::read_some of <barewasi/files.hpp>", \
    "there are no streams: use __wasi_fd_read of <wasi/api.h>")
#define BAREWASI_USE_FILES BAREWASI_UNAVAILABLE( \
    "there are no streams: use <barewasi/files.hpp>", \
    "there are no streams: use __wasi_path_open and its like of <wasi/api.h>")
#define BAREWASI_USE_FILESYSTEM BAREWASI_UNAVAILABLE( \
    "use barewasi::remove_file and barewasi::rename_path of <barewasi/filesystem.hpp>", \
    "use __wasi_path_unlink_file and __wasi_path_rename of <wasi/api.h>")
#define BAREWASI_USE_FORMAT BAREWASI_UNAVAILABLE( \
    "use barewasi::format_into of <barewasi/format.hpp>", \
    "nothing formats in C here; barewasi::format_into of <barewasi/format.hpp> does, in C++")
#define BAREWASI_USE_PARSE BAREWASI_UNAVAILABLE( \
    "use barewasi::parse of <barewasi/number.hpp>", \
    "nothing reads numbers in C here; barewasi::parse of <barewasi/number.hpp> does, in C++")
#define BAREWASI_USE_MESSAGE BAREWASI_UNAVAILABLE( \
    "use name and message of a wasi::Errno, of <wasi/preview1.hpp>", \
    "nothing names errors in C here; message of <wasi/preview1.hpp> does, in C++")
#define BAREWASI_USE_STR BAREWASI_UNAVAILABLE( \
    "use barewasi::Str, or barewasi::String of <barewasi/string.hpp>", \
    "of <string.h> there are strlen, strcmp, strncmp, strchr and what begins with mem")
#define BAREWASI_USE_CLOCKS BAREWASI_UNAVAILABLE( \
    "use barewasi::monotonic_time and barewasi::real_time of <barewasi/time.hpp>", \
    "use __wasi_clock_time_get of <wasi/api.h>")
#define BAREWASI_USE_ENVIRONMENT BAREWASI_UNAVAILABLE( \
    "use barewasi::environment_value of <barewasi/args.hpp>", \
    "use __wasi_environ_get of <wasi/api.h>")
#define BAREWASI_USE_RANDOM BAREWASI_UNAVAILABLE( \
    "use barewasi::random_bytes of <barewasi/random.hpp>", \
    "use __wasi_random_get of <wasi/api.h>")
#define BAREWASI_USE_SORT BAREWASI_UNAVAILABLE( \
    "use barewasi::sort of <barewasi/sort.hpp>", \
    "nothing sorts or searches in C here; barewasi::sort of <barewasi/sort.hpp> does, in C++")
#define BAREWASI_USE_RESULT BAREWASI_UNAVAILABLE( \
    "nothing sets errno: a wasi::Result says why it failed", \
    "nothing sets errno: the functions of <wasi/api.h> return their error")
#define BAREWASI_USE_DIVISION BAREWASI_UNAVAILABLE("use / and %", "use / and %")
#define BAREWASI_USE_NAN BAREWASI_UNAVAILABLE("use NAN", "use NAN")
#define BAREWASI_USE_EXIT BAREWASI_UNAVAILABLE("use _Exit", "use _Exit")
#define BAREWASI_USE_ATEXIT BAREWASI_UNAVAILABLE("use atexit", "use atexit")
#define BAREWASI_NO_CALENDAR BAREWASI_UNAVAILABLE( \
    "there is no calendar and no time zone", \
    "there is no calendar and no time zone")
#define BAREWASI_NO_LOCALES BAREWASI_UNAVAILABLE( \
    "there are no locales: text is bytes", \
    "there are no locales: text is bytes")
#define BAREWASI_NO_WIDE_TEXT BAREWASI_UNAVAILABLE( \
    "of wide text there are wcslen and what begins with wmem", \
    "of wide text there are wcslen and what begins with wmem")
#define BAREWASI_NO_LIBM BAREWASI_UNAVAILABLE( \
    "there is no libm: of mathematics there is what wasm has an instruction for", \
    "there is no libm: of mathematics there is what wasm has an instruction for")
#define BAREWASI_NO_PROCESSES BAREWASI_UNAVAILABLE("WASI starts no processes", "WASI starts no processes")
// clang-format on

#endif
