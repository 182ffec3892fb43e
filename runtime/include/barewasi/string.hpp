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

/// Text that grows and owns its bytes. It moves and does not copy.
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

  /// Appends `text`, which must not be a part of this string.
  void write(Str text) noexcept { append(text.data(), text.size()); }

  /// Not zero-terminated. Valid until the string next changes.
  [[nodiscard]] const char* data() const noexcept { return bytes_; }
  [[nodiscard]] usize size() const noexcept { return size_; }

 private:
  template <class... Parts>
  friend String format(const Parts&... parts) noexcept;

  [[gnu::always_inline]] explicit String(usize capacity) noexcept
      : bytes_(static_cast<char*>(allocate_or_abort(capacity))), capacity_(capacity) {}
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
  void grow_to(usize capacity) noexcept;

  char* bytes_ = nullptr;
  usize size_ = 0;
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
