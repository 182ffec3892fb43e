// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Values as text. Which function formats a part is decided at compile time, so
// a program contains the formatting of exactly the types it shows.
//
// Parts are literals and other arrays of char, whose text ends at their first zero
// or fills them; anything with data() and size(); zero-terminated strings, of which
// a null pointer shows as "(null)"; char, bool, integers of up to 128 bits, hex(integer) and bin(integer),
// float and double, pointers, left(part, width) and right(part, width), enumerations (by
// their name(value) where they have one, and as their number), flags, as "read|write",
// and every type that has a function `show(out, value)` beside it:
//
//   struct Point { int x, y; };
//   template <class Out>
//   void show(Out& out, Point p) { barewasi::put(out, "(", p.x, ", ", p.y, ")"); }
//
// `out` is anything with write(Str): a descriptor's writer (io.hpp), a growing
// string (string.hpp) or a buffer (below). Nothing here allocates or fails.

#include <barewasi/detail/line.hpp>

namespace barewasi {

/// Room for the digits of an integer of up to 64 bits, with its sign.
struct DigitBuffer {
  char bytes[24];
};

/// The digits of `value`, made in `buffer`, which must outlive the result.
template <class T>
[[nodiscard]] Str decimal(DigitBuffer& buffer, T value) noexcept {
  static_assert(detail::is_integer<T> && sizeof(T) <= sizeof(u64), "decimal() shows integers of up to 64 bits");
  char* const end = buffer.bytes + sizeof buffer.bytes;
  return detail::between(detail::decimal_before(end, static_cast<detail::Wide<T>>(value)), end);
}

/// Lower case, no prefix, zeros in front up to `width` digits, of which 16 count.
[[nodiscard]] inline Str hexadecimal(DigitBuffer& buffer, u64 value, unsigned width) noexcept {
  char* const end = buffer.bytes + sizeof buffer.bytes;
  return detail::between(detail::hexadecimal_before(end, value, width), end);
}

/// Shows `value` in hexadecimal, with zeros in front up to `width` digits, of which as many
/// count as the largest integer of 64 bits has, or of 128 if T is one. A negative value
/// shows the bits of its own type: hex(int8_t(-1)) is "ff".
template <class T>
[[nodiscard]] constexpr auto hex(T value, unsigned width = 0) noexcept {
  static_assert(detail::is_integer<T>, "hex() shows integers");
  using Shown = typename detail::Conditional<(sizeof(T) > sizeof(u64)), WideHex, Hex>::Type;
  return Shown{static_cast<detail::Unsigned<T>>(value), width};
}

/// Shows `value` in binary, with zeros in front up to `width` digits; see hex().
template <class T>
[[nodiscard]] constexpr auto bin(T value, unsigned width = 0) noexcept {
  static_assert(detail::is_integer<T>, "bin() shows integers");
  using Shown = typename detail::Conditional<(sizeof(T) > sizeof(u64)), WideBin, Bin>::Type;
  return Shown{static_cast<detail::Unsigned<T>>(value), width};
}

/// A part with fill before or after it; made by left() and right(). It holds scalars and
/// temporaries by value, and refers to anything else: Part is a type or a reference.
template <class Part>
struct Padded {
  Part part;
  usize width = 0;
  char fill = ' ';
  bool is_left = false;
};

namespace detail {

template <class Part>
using Held = typename Conditional<is_scalar<Part>, Part, const Part&>::Type;

/// That a forwarding reference is bound to a temporary.
template <class Part>
using IfTemporary = EnableIf<is_same<Part, RemoveReference<Part>>>;

}  // namespace detail

/// Shows `part` at the left of `width` bytes. One that is longer shows whole.
template <class Part>
[[nodiscard]] constexpr Padded<detail::Held<Part>> left(const Part& part, usize width, char fill = ' ') noexcept {
  return {part, width, fill, true};
}
template <class Part, class = detail::IfTemporary<Part>>
[[nodiscard]] constexpr Padded<Part> left(Part&& part, usize width, char fill = ' ') noexcept {
  return {static_cast<Part&&>(part), width, fill, true};
}

/// Shows `part` at the right of `width` bytes.
template <class Part>
[[nodiscard]] constexpr Padded<detail::Held<Part>> right(const Part& part, usize width, char fill = ' ') noexcept {
  return {part, width, fill, false};
}
template <class Part, class = detail::IfTemporary<Part>>
[[nodiscard]] constexpr Padded<Part> right(Part&& part, usize width, char fill = ' ') noexcept {
  return {static_cast<Part&&>(part), width, fill, false};
}

namespace detail {

template <class Part>
inline constexpr bool is_padded<Padded<Part>> = true;

/// Counts what is put into it.
struct Counter {
  usize size = 0;
  void write(Str text) noexcept { size += text.size(); }
};

/// Whose text is one piece, put at once: it need not be made to be measured.
template <class Part>
inline constexpr bool is_one_piece =
    is_any_text<Part> || is_same<RemoveConst<Part>, char> || most_bytes<Part> < unbounded;

/// Puts what is put into it, which is one piece, and fill before or after it.
template <class Out>
struct Padding {
  Out& out;
  usize width;
  char fill;
  bool is_left;

  void write(Str text) noexcept {
    if (is_left) out.write(text);
    for (usize size = text.size(); size < width; ++size) out.write(Str(&fill, 1));
    if (!is_left) out.write(text);
  }
};

template <class Out, class Part>
void show_padded(Out& out, const Padded<Part>& padded) noexcept;

template <class Out, class F>
void put_flags(Out& out, F flags) noexcept {
  using Bits = __underlying_type(F);
  auto left = static_cast<Bits>(flags);
  if (left == 0) out.write("none");
  for (Bits bit = 1; left != 0; bit = static_cast<Bits>(bit << 1)) {
    if ((left & bit) == 0) continue;
    left = static_cast<Bits>(left & ~bit);
    if (const Str known(name(static_cast<F>(bit))); known.size() != 0) {
      out.write(known);
    } else {
      // A flag without a name is a legal flag.
      DigitBuffer digits;
      out.write("0x");
      out.write(hexadecimal(digits, bit, 0));
    }
    if (left != 0) out.write("|");
  }
}

/// Puts bounded parts, all at once.
template <class Out, class... Parts>
void put_line(Out& out, Parts&... parts) noexcept {
  char line[(most_bytes<Parts> + ...)];
  char* const end = line + sizeof line;
  out.write(between(line_before(end, parts...), end));
}

/// A value of an enumeration as a number, also where what is beneath it is char or bool.
template <class Out, class E>
[[gnu::always_inline]] inline void put_number(Out& out, E value) noexcept {
  using Bits = __underlying_type(E);
  const auto number = static_cast<typename Conditional<is_integer<Bits>, Bits, int>::Type>(value);
  put_line(out, number);
}

template <class Out, class Part>
void put_one(Out& out, Part& part) noexcept {
  using T = RemoveConst<Part>;
  if constexpr (is_any_text<Part>) {
    out.write(text(part));
  } else if constexpr (is_same<T, char>) {
    out.write(Str(&part, 1));
  } else if constexpr (is_same<T, bool>) {
    out.write(part ? Str("true") : Str("false"));
  } else if constexpr (most_bytes<Part> < unbounded) {
    put_line(out, part);
  } else if constexpr (is_padded<T>) {
    show_padded(out, part);
  } else if constexpr (has_show<Out, Part>) {
    show(out, part);
  } else if constexpr (has_flags<T>) {
    put_flags(out, part);
  } else if constexpr (has_name<T>) {
    // A value without a name is a legal value: it shows as its number.
    if (const Str known(name(part)); known.size() != 0) {
      out.write(known);
    } else {
      put_number(out, part);
    }
  } else if constexpr (__is_enum(T)) {
    put_number(out, part);
  } else {
    static_assert(can_be_shown<T>, "give this type a function show(out, value)");
  }
}

template <class Out, class Part>
void show_padded(Out& out, const Padded<Part>& padded) noexcept {
  if constexpr (is_one_piece<RemoveConst<RemoveReference<Part>>>) {
    Padding<Out> padding{out, padded.width, padded.fill, padded.is_left};
    put_one(padding, padded.part);
  } else {
    Counter counter;
    put_one(counter, padded.part);
    if (padded.is_left) put_one(out, padded.part);
    for (usize size = counter.size; size < padded.width; ++size) out.write(Str(&padded.fill, 1));
    if (!padded.is_left) put_one(out, padded.part);
  }
}

}  // namespace detail

/// Puts the text of each part into `out`, in order.
template <class Out, class... Parts>
void put(Out& out, const Parts&... parts) noexcept {
  if constexpr (sizeof...(parts) > 1 && detail::is_line<const Parts...>) {
    detail::put_line(out, parts...);
  } else {
    (detail::put_one(out, parts), ...);
  }
}

/// Fills a buffer and drops what does not fit.
class BufferWriter {
 public:
  explicit BufferWriter(MutableSpan buffer) noexcept : buffer_(buffer) {}

  void write(Str text) noexcept { append(text.data(), text.size()); }

  [[nodiscard]] Str text() const noexcept { return Str(buffer_.data(), used_); }
  [[nodiscard]] bool truncated() const noexcept { return truncated_; }

 private:
  void append(const char* bytes, usize size) noexcept;

  MutableSpan buffer_;
  usize used_ = 0;
  bool truncated_ = false;
};

/// The text of all parts, in `buffer`; what does not fit is left out.
template <class... Parts>
[[nodiscard]] Str format_into(MutableSpan buffer, const Parts&... parts) noexcept {
  BufferWriter out(buffer);
  put(out, parts...);
  return out.text();
}

}  // namespace barewasi
