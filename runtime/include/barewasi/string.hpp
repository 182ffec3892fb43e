// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Text in allocated memory.
//
//   String line = format("x = ", x, "\n");
//
// format.hpp says what can be formatted. When there is no memory the
// out-of-memory handler of heap.hpp is called, so there is no error to check.

#include <barewasi/format.hpp>
#include <barewasi/heap.hpp>

namespace barewasi {

/// Text that grows and owns its bytes. It moves, and is copied by clone() alone. What
/// can be asked of a text is asked of view().
class String {
 public:
  String() noexcept = default;
  /// A copy of `text`.
  explicit String(Str text) noexcept : String(text.size()) { take(text.data(), text.size()); }
  String(String&& other) noexcept : bytes_(other.bytes_), size_(other.size_), capacity_(other.capacity_) {
    other.forget();
  }
  String& operator=(String&& other) noexcept;
  String(const String&) = delete;
  String& operator=(const String&) = delete;
  ~String();

  [[nodiscard]] String clone() const noexcept { return String(view()); }

  /// Appends `text`, which may be a part of this string.
  void write(Str text) noexcept { append(text.data(), text.size()); }
  String& operator+=(Str text) noexcept {
    write(text);
    return *this;
  }
  String& operator+=(char c) noexcept { return *this += Str(&c, 1); }

  /// Leaves no text, and keeps the memory.
  void clear() noexcept { size_ = 0; }
  /// Takes the memory for a text of `size` bytes at once.
  void reserve(usize size) noexcept {
    if (size > size_) make_room(size - size_);
  }

  // All of these are valid until the string next changes.
  [[nodiscard]] Str view() const noexcept { return Str(bytes_, size_); }
  /// The text with a zero behind it, for functions of C.
  [[nodiscard]] const char* c_str() const noexcept {
    if (bytes_ == nullptr) return "";
    bytes_[size_] = 0;
    return bytes_;
  }
  /// Not zero-terminated; a null pointer where there never was text.
  [[nodiscard]] const char* data() const noexcept { return bytes_; }
  [[nodiscard]] usize size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] const char* begin() const noexcept { return bytes_; }
  [[nodiscard]] const char* end() const noexcept { return bytes_ + size_; }
  [[nodiscard]] const char& operator[](usize index) const noexcept { return view()[index]; }
  [[nodiscard]] char& operator[](usize index) noexcept { return WITX_EXPECTS(index < size_, 2, index), bytes_[index]; }

#if __cplusplus >= 202002L
  friend bool operator==(const String& a, const String& b) noexcept { return a.view() == b.view(); }
  friend bool operator==(const String& a, Str b) noexcept { return a.view() == b; }
#if WITX_STR_V1 + 0 >= 2
  friend int operator<=>(const String& a, const String& b) noexcept { return a.view().compare(b.view()); }
  friend int operator<=>(const String& a, Str b) noexcept { return a.view().compare(b); }
#endif
#else
  friend bool operator==(const String& a, Str b) noexcept { return a.view() == b; }
  friend bool operator!=(const String& a, Str b) noexcept { return a.view() != b; }
  friend bool operator<(const String& a, Str b) noexcept { return a.view() < b; }
  friend bool operator>(const String& a, Str b) noexcept { return a.view() > b; }
  friend bool operator<=(const String& a, Str b) noexcept { return a.view() <= b; }
  friend bool operator>=(const String& a, Str b) noexcept { return a.view() >= b; }
#endif

 private:
  template <class... Parts>
  friend String format(const Parts&... parts) noexcept;

  /// Room for a text of `size` bytes.
  [[gnu::always_inline]] explicit String(usize size) noexcept
      : bytes_(static_cast<char*>(allocate_or_abort(size + 1))), capacity_(size + 1) {}
  [[gnu::always_inline]] void take(const char* bytes, usize size) noexcept {
    __builtin_memmove(bytes_, bytes, size);
    size_ = size;
  }
  void forget() noexcept {
    bytes_ = nullptr;
    size_ = 0;
    capacity_ = 0;
  }
  void append(const char* bytes, usize size) noexcept;
  void make_room(usize more) noexcept;

  char* bytes_ = nullptr;
  usize size_ = 0;
  // Of the memory: one more, at least, than the text has. c_str() writes there.
  usize capacity_ = 0;
};

/// The text of all parts, one after the other.
template <class... Parts>
[[nodiscard, gnu::always_inline]] inline String format(const Parts&... parts) noexcept {
  if constexpr (detail::is_line<const Parts...>) {
    constexpr usize most = (detail::most_bytes<const Parts> + ... + 0);
    String out(most);
    const char* const first = detail::line_before(out.bytes_ + most, parts...);
    out.take(first, static_cast<usize>(out.bytes_ + most - first));
    return out;
  } else {
    String out;
    put(out, parts...);
    return out;
  }
}

}  // namespace barewasi
