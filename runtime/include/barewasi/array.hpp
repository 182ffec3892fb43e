// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Things of one type, side by side, as many as come.
//
//   Array<int> numbers;
//   numbers.push(3);
//   for (const int number : numbers) print(number, "\n");
//   sort(numbers);                                          // sort.hpp
//
// It is a std::vector for programs without a standard library. When there is no memory
// the out-of-memory handler of heap.hpp is called. What is not there is not read: an
// index is checked as those of Str and Span are, in programs compiled without NDEBUG.

#include <barewasi/detail/place.hpp>
#include <barewasi/heap.hpp>

namespace barewasi {

namespace detail {

template <class T, class = void>
inline constexpr bool has_clone = false;
template <class T>
inline constexpr bool has_clone<T, VoidT<decltype(T(declval<const T&>().clone()))>> = true;

}  // namespace detail

/// Owns its elements. It moves, and is copied by clone() alone. References to elements
/// are valid until it next grows.
template <class T>
class Array {
  static_assert(alignof(T) <= 16, "the heap aligns to 16 bytes");

 public:
  Array() noexcept = default;
  /// Copies: Array<int>({1, 2, 3}).
  template <usize count>
  explicit Array(const T (&items)[count]) noexcept {
    append(items, count);
  }
  Array(Array&& other) noexcept : items_(other.items_), size_(other.size_), capacity_(other.capacity_) {
    other.forget();
  }
  Array& operator=(Array&& other) noexcept {
    if (this == &other) return *this;
    give_back();
    items_ = other.items_;
    size_ = other.size_;
    capacity_ = other.capacity_;
    other.forget();
    return *this;
  }
  Array(const Array&) = delete;
  Array& operator=(const Array&) = delete;
  ~Array() { give_back(); }

  /// Each element's own clone() where it has one, else its copy.
  [[nodiscard]] Array clone() const noexcept {
    Array copy;
    copy.append(items_, size_);
    return copy;
  }

  /// Returns the element as it is in the array. `value` may have been one of its own.
  T& push(T value) noexcept {
    if (size_ == capacity_) grow_to(size_ + 1);
    return *::new (detail::Place{items_ + size_++}) T(detail::moved(value));
  }
  /// Takes the last element out, of which there must be one.
  T pop() noexcept {
    T last(detail::moved(back()));
    items_[--size_].~T();
    return last;
  }
  /// Puts `value` before element number `at`, or behind the last where `at` is size().
  T& insert(usize at, T value) noexcept {
    WITX_EXPECTS(at <= size_, 2, at);
    push(detail::moved(value));
    T last(detail::moved(items_[size_ - 1]));
    for (usize i = size_ - 1; i > at; --i) items_[i] = detail::moved(items_[i - 1]);
    return items_[at] = detail::moved(last);
  }
  /// Removes `count` elements from number `at` on, all of which must be there.
  void erase(usize at, usize count = 1) noexcept {
    WITX_EXPECTS(at <= size_ && count <= size_ - at, 2, at);
    if (count == 0) return;
    for (usize i = at; i + count < size_; ++i) items_[i] = detail::moved(items_[i + count]);
    shrink_to(size_ - count);
  }
  /// New elements are T().
  void resize(usize size) noexcept {
    if (size < size_) return shrink_to(size);
    reserve(size);
    while (size_ < size) ::new (detail::Place{items_ + size_++}) T();
  }
  /// Takes the memory for `count` elements in all.
  void reserve(usize count) noexcept {
    if (count > capacity_) grow_to(count);
  }
  /// Leaves no element, and keeps the memory.
  void clear() noexcept { shrink_to(0); }

  /// A null pointer where there never was an element.
  [[nodiscard]] T* data() noexcept { return items_; }
  [[nodiscard]] const T* data() const noexcept { return items_; }
  [[nodiscard]] usize size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] T* begin() noexcept { return items_; }
  [[nodiscard]] T* end() noexcept { return items_ + size_; }
  [[nodiscard]] const T* begin() const noexcept { return items_; }
  [[nodiscard]] const T* end() const noexcept { return items_ + size_; }
  [[nodiscard]] T& operator[](usize index) noexcept { return WITX_EXPECTS(index < size_, 2, index), items_[index]; }
  [[nodiscard]] const T& operator[](usize index) const noexcept {
    return WITX_EXPECTS(index < size_, 2, index), items_[index];
  }
  [[nodiscard]] T& back() noexcept { return WITX_EXPECTS(size_ != 0, 2, 0), items_[size_ - 1]; }
  [[nodiscard]] const T& back() const noexcept { return WITX_EXPECTS(size_ != 0, 2, 0), items_[size_ - 1]; }

 private:
  void append(const T* items, usize count) noexcept {
    reserve(count);
    for (usize i = 0; i < count; ++i) {
      if constexpr (detail::has_clone<T>) {
        push(items[i].clone());
      } else {
        push(items[i]);
      }
    }
  }
  void grow_to(usize count) noexcept {
    constexpr usize first = 4;
    if (count < 2 * capacity_) count = 2 * capacity_;
    if (count < first) count = first;
    T* const grown = static_cast<T*>(allocate_or_abort(detail::bytes_of(count, sizeof(T))));
    detail::relocate(grown, items_, size_);
    free(items_);
    items_ = grown;
    capacity_ = count;
  }
  void shrink_to(usize size) noexcept {
    while (size_ > size) items_[--size_].~T();
  }
  void give_back() noexcept {
    clear();
    free(items_);
  }
  void forget() noexcept {
    items_ = nullptr;
    size_ = 0;
    capacity_ = 0;
  }

  T* items_ = nullptr;
  usize size_ = 0;
  usize capacity_ = 0;
};

}  // namespace barewasi
