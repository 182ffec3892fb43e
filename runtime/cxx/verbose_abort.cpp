// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Where libc++ ends a program: in place of every exception that it would throw, and
// after a check that failed, when checks that talk were asked for. The message is a
// panic's.

#include <stdarg.h>

#include "barewasi/exit.hpp"
#include "barewasi/panic.hpp"

namespace {

using barewasi::FdWriter;
using barewasi::Str;

// Without the newline that some messages end in: a panic brings its own.
Str text_of(const char* zero_terminated) noexcept {
  const auto size = __builtin_strlen(zero_terminated);
  return Str(zero_terminated, size != 0 && zero_terminated[size - 1] == '\n' ? size - 1 : size);
}

// Of printf's directives, those that libc++ uses: %s, %d and %i. From any other one
// on, the format is shown as it is: what its values are is not known.
void put_formatted(FdWriter& out, const char* format, va_list& values) noexcept {
  for (; *format != '\0'; ++format) {
    if (*format != '%') {
      out.write(Str(format, 1));
      continue;
    }
    switch (*++format) {
      case 's': out.write(text_of(va_arg(values, const char*))); break;
      case 'd':
      case 'i': put(out, va_arg(values, int)); break;
      default: out.write(text_of(format - 1)); return;
    }
  }
}

[[noreturn]] void panic(const char* format, va_list& values) noexcept {
  barewasi::detail::begin_line();
  barewasi::print_error("panic: ");
  FdWriter out(barewasi::standard_error);
  put_formatted(out, format, values);
  out.write("\n");
  (void)out.finish();
  barewasi::detail::end_line();
}

}  // namespace

// The name by which libc++'s headers, of any version with its second ABI, call it.
namespace std {
inline namespace __2 {

[[noreturn]] void __libcpp_verbose_abort(const char* format, ...) noexcept;

[[noreturn]] void __libcpp_verbose_abort(const char* format, ...) noexcept {
  va_list values;
  va_start(values, format);
  panic(format, values);
}

}  // namespace __2
}  // namespace std

// The same, as the parts of libc++abi call it that libc++'s archive has in it.
extern "C" [[noreturn]] void __abort_message(const char* format, ...);

extern "C" [[noreturn]] void __abort_message(const char* format, ...) {
  va_list values;
  va_start(values, format);
  panic(format, values);
}
