// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What the runtime shares with generated headers: numbers, Span and Str. Whichever is
// included first defines them, and the other passes over them, each part by its guard;
// so the text is that of the templates (support_types, support, support_span,
// support_str), and for C++17, in which no generated header compiles, something in its
// place; a test compares them. A header of an older witxc may come before or after:
// where it is before, Str is the same type, with less to call.

namespace barewasi::detail {

/// How long a text is that ends at its first zero, of which `most` bytes are there to be read.
[[nodiscard]] __SIZE_TYPE__ length_within(const char* text, __SIZE_TYPE__ most) noexcept;

/// How long the text in an array is: it ends at its first zero, or fills the array. The
/// compiler knows that of a literal, as far as it looks.
template <__SIZE_TYPE__ size>
[[nodiscard, gnu::always_inline]] constexpr __SIZE_TYPE__ array_length(const char (&array)[size]) noexcept {
  constexpr __SIZE_TYPE__ as_far_as_it_looks = 128;
  if constexpr (size <= as_far_as_it_looks) {
    if (__builtin_constant_p(array[0] + array[size - 1])) {
      __SIZE_TYPE__ length = 0;
      while (length != size && array[length] != 0) ++length;
      return length;
    }
  } else if (array[size - 1] == 0) {
    return __builtin_strlen(array);
  }
  return length_within(array, size);
}

}  // namespace barewasi::detail

// clang-format off
#ifndef WITX_TYPES_V1
#define WITX_TYPES_V1 4
#if defined(__wasm__)
#define WITX_IMPORT(module, name) __attribute__((import_module(module), import_name(name)))
#else
#define WITX_IMPORT(module, name)
#endif
/// What generated headers share: each part under a guard of its own, and the same text wherever it
/// is needed, so that any of them can be included together.
namespace witx { inline namespace v1 {
using u8 = __UINT8_TYPE__;
using u16 = __UINT16_TYPE__;
using u32 = __UINT32_TYPE__;
using u64 = __UINT64_TYPE__;
using s8 = __INT8_TYPE__;
using s16 = __INT16_TYPE__;
using s32 = __INT32_TYPE__;
using s64 = __INT64_TYPE__;
using f32 = float;
using f64 = double;
using usize = __SIZE_TYPE__;
} }  // namespace witx::v1
#elif WITX_TYPES_V1 < 3
#error "a header that an older witxc generated was included before this one: generate it anew"
#endif
#ifndef WITX_EXPECTS
#if defined(__clang__)
#define WITX_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define WITX_LIFETIMEBOUND
#endif
// Who reads the value of a failure (1, its error) or an element that is not there (2, its index)
// is stopped by a trap, or by this function where the program has it.
#if defined(NDEBUG)
#define WITX_EXPECTS(condition, ...) static_cast<void>(0)
#elif defined(__wasm__)
extern "C" [[noreturn, gnu::weak]] void witx_contract_failed(unsigned, __SIZE_TYPE__) noexcept;
#define WITX_EXPECTS(condition, ...) \
  ((condition) ? static_cast<void>(0) : witx_contract_failed(__VA_ARGS__))
#else
#define WITX_EXPECTS(condition, ...) ((condition) ? static_cast<void>(0) : __builtin_trap())
#endif
#endif
namespace witx { inline namespace v1 {
#if __cplusplus < 202002L
template <typename T>
T declval() noexcept;
template <typename V>
using IfStringView = decltype(V(static_cast<const char*>(nullptr), usize{1}).remove_prefix(1u));
#endif
#ifndef WITX_SPAN_V1
#define WITX_SPAN_V1
#if __cplusplus >= 202002L
/// Says where elements lie that can be read as `T`, and how many they are.
template <typename C, typename T>
concept Contiguous = requires(C& c, void (&take)(T*)) {
  take(c.data());
  static_cast<usize>(c.size());
  requires sizeof(*c.data()) == sizeof(T);
};
/// What owns nothing, such as Str, std::string_view and std::span: the elements outlive it.
template <typename C, typename T>
concept ViewOf = Contiguous<C, T> && (requires { typename C::is_view; } ||
    requires { &C::remove_prefix; } || requires(C& c) { c.subspan(1u); });
template <typename C, typename T>
concept OwnerOf = Contiguous<C, T> && !ViewOf<C, T>;
/// Elements that lie side by side and belong to someone else: a pointer and a count.
template <typename T>
class Span {
 public:
  using is_view = void;
  constexpr Span() noexcept = default;
  constexpr Span(T* data WITX_LIFETIMEBOUND, usize size) noexcept : data_(data), size_(size) {}
  template <usize N>
  constexpr Span(T (&items WITX_LIFETIMEBOUND)[N]) noexcept : data_(items), size_(N) {}
  /// An array that dies at the end of the statement: name it first.
  template <usize N>
  Span(const T (&&)[N]) = delete;
  template <ViewOf<T> V>
  constexpr Span(V view) noexcept : data_(view.data()), size_(static_cast<usize>(view.size())) {}
  template <OwnerOf<T> C>
  constexpr Span(C& items WITX_LIFETIMEBOUND) noexcept
      : data_(items.data()), size_(static_cast<usize>(items.size())) {}
  template <OwnerOf<T> C>
  constexpr Span(const C& items WITX_LIFETIMEBOUND) noexcept
      : data_(items.data()), size_(static_cast<usize>(items.size())) {}
  [[nodiscard]] constexpr T* data() const noexcept { return data_; }
  [[nodiscard]] constexpr usize size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr T* begin() const noexcept { return data_; }
  [[nodiscard]] constexpr T* end() const noexcept { return data_ + size_; }
  [[nodiscard, gnu::always_inline]] constexpr T& operator[](usize index) const noexcept {
    return WITX_EXPECTS(index < size_, 2, index), data_[index];
  }

 private:
  T* data_ = nullptr;
  usize size_ = 0;
};
#else
/// C++17 has no header that is generated, and needs of this what Str does.
template <typename T>
class Span {
 public:
  using is_view = void;
  constexpr Span() noexcept = default;
  constexpr Span(T* data, usize size) noexcept : data_(data), size_(size) {}
  template <typename C, typename = decltype(Span(declval<const C&>().data(), static_cast<usize>(declval<const C&>().size())))>
  constexpr Span(const C& items) noexcept : data_(items.data()), size_(static_cast<usize>(items.size())) {}
  [[nodiscard]] constexpr T* data() const noexcept { return data_; }
  [[nodiscard]] constexpr usize size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr T* begin() const noexcept { return data_; }
  [[nodiscard]] constexpr T* end() const noexcept { return data_ + size_; }
  [[nodiscard, gnu::always_inline]] constexpr T& operator[](usize index) const noexcept {
    return WITX_EXPECTS(index < size_, 2, index), data_[index];
  }

 private:
  T* data_ = nullptr;
  usize size_ = 0;
};
#endif
#endif
#ifndef WITX_STR_V1
#define WITX_STR_V1 2
/// The parts of a text `T` between separators `S`: a range, and where it has got to.
template <typename T, typename S>
class Split {
 public:
  using value_type = T;
  using difference_type = __PTRDIFF_TYPE__;
  struct End {};
  constexpr Split(T text, S by, usize width) noexcept : rest_(text), by_(by), width_(width) {
    ++*this;
  }
  [[nodiscard]] constexpr Split begin() const noexcept { return *this; }
  [[nodiscard]] constexpr End end() const noexcept { return {}; }
  [[nodiscard]] constexpr T operator*() const noexcept { return part_; }
  constexpr Split& operator++() noexcept {
    const usize at = width_ == 0 ? T::npos : rest_.find(by_);
    left_ = left_ == 1 ? 0 : at == T::npos ? 1 : 2;
    part_ = rest_.substr(0, at);
    rest_ = left_ == 2 ? rest_.substr(at + width_) : T();
    return *this;
  }
  constexpr void operator++(int) noexcept { ++*this; }
  friend constexpr bool operator==(const Split& at, End) noexcept { return at.left_ == 0; }
  friend constexpr bool operator!=(const Split& at, End) noexcept { return at.left_ != 0; }

 private:
  T part_, rest_;
  S by_;
  usize width_;
  int left_ = 2;  // parts, this one included; 2 stands for any more
};
/// UTF-8 text that belongs to someone else: a pointer and a count of bytes. No zero ends it.
class Str : public Span<const char> {
 public:
  using Span::Span;
  /// What find() returns where there is nothing to be found.
  static constexpr usize npos = static_cast<usize>(-1);
  constexpr Str() noexcept = default;
#if __cplusplus >= 202002L
  /// A literal, without its final zero.
  template <usize N>
  consteval Str(const char (&literal)[N]) noexcept : Span(literal, N - 1) {
    if (literal[N - 1] != 0) __builtin_trap();
  }
  /// As a std::string_view, or as what is built like it.
  template <ViewOf<const char> V>
    requires requires { &V::remove_prefix; }
  constexpr operator V() const noexcept { return V(data(), size()); }
  template <ViewOf<const char> V>
  friend constexpr bool operator==(Str a, const V& b) noexcept { return a == Str(b); }
  friend constexpr bool operator==(Str a, Str b) noexcept {
    return a.size() == b.size() && a.is_at(b.data());
  }
  template <ViewOf<const char> V>
  friend constexpr int operator<=>(Str a, const V& b) noexcept { return a.compare(b); }
  friend constexpr int operator<=>(Str a, Str b) noexcept { return a.compare(b); }
#else
  /// A literal. C++17 cannot tell it from another array: the text ends at its first zero.
  template <usize N>
  [[gnu::always_inline]] constexpr Str(const char (&array)[N]) noexcept
      : Span(array, barewasi::detail::array_length(array)) {}
  template <typename V, typename = IfStringView<V>>
  constexpr operator V() const noexcept { return V(data(), size()); }
  friend constexpr bool operator==(Str a, Str b) noexcept {
    return a.size() == b.size() && a.is_at(b.data());
  }
  friend constexpr bool operator!=(Str a, Str b) noexcept { return !(a == b); }
  friend constexpr bool operator<(Str a, Str b) noexcept { return a.compare(b) < 0; }
  friend constexpr bool operator>(Str a, Str b) noexcept { return a.compare(b) > 0; }
  friend constexpr bool operator<=(Str a, Str b) noexcept { return a.compare(b) <= 0; }
  friend constexpr bool operator>=(Str a, Str b) noexcept { return a.compare(b) >= 0; }
  // Of these, and those of std::string_view, none would be better than the other.
  template <typename V, typename = IfStringView<V>>
  friend constexpr bool operator==(Str a, const V& b) noexcept { return a == Str(b); }
  template <typename V, typename = IfStringView<V>>
  friend constexpr bool operator==(const V& a, Str b) noexcept { return Str(a) == b; }
  template <typename V, typename = IfStringView<V>>
  friend constexpr bool operator!=(Str a, const V& b) noexcept { return !(a == Str(b)); }
  template <typename V, typename = IfStringView<V>>
  friend constexpr bool operator!=(const V& a, Str b) noexcept { return !(Str(a) == b); }
  template <typename V, typename = IfStringView<V>>
  friend constexpr bool operator<(Str a, const V& b) noexcept { return a.compare(b) < 0; }
  template <typename V, typename = IfStringView<V>>
  friend constexpr bool operator<(const V& a, Str b) noexcept { return b.compare(a) > 0; }
#endif
  /// A buffer of characters: how much of it is text? Say Str(buffer, size).
  template <usize N>
  Str(char (&)[N]) = delete;
  /// By bytes: below 0 where this comes before `other`, 0 where they are equal, else above 0.
  [[nodiscard]] constexpr int compare(Str other) const noexcept {
    for (usize i = 0; i < size() && i < other.size(); ++i) {
      const int difference = u8(data()[i]) - u8(other.data()[i]);
      if (difference != 0) return difference;
    }
    return size() == other.size() ? 0 : size() < other.size() ? -1 : 1;
  }
  /// Up to `count` bytes from `at` on: fewer where the text ends, and none behind its end.
  [[nodiscard]] constexpr Str substr(usize at, usize count = npos) const noexcept {
    if (at > size()) at = size();
    return {data() + at, count < size() - at ? count : size() - at};
  }
  /// Where `part` begins first, at `from` or behind it; npos where it does not.
  [[nodiscard]] constexpr usize find(Str part, usize from = 0) const noexcept {
    for (; from <= size() && part.size() <= size() - from; ++from) {
      if (part.is_at(data() + from)) return from;
    }
    return npos;
  }
  [[nodiscard]] constexpr bool contains(Str part) const noexcept { return find(part) != npos; }
  [[nodiscard]] constexpr bool starts_with(Str part) const noexcept {
    return size() >= part.size() && part.is_at(data());
  }
  [[nodiscard]] constexpr bool ends_with(Str part) const noexcept {
    return size() >= part.size() && part.is_at(end() - part.size());
  }
  /// Without the spaces, tabs and line ends around it.
  [[nodiscard]] constexpr Str trim() const noexcept {
    usize first = 0, last = size();
    while (first < last && is_space(data()[first])) ++first;
    while (first < last && is_space(data()[last - 1])) --last;
    return substr(first, last - first);
  }
  /// for (const Str part : text.split(",")): one more than there are separators; all of the text
  /// where the separator is empty.
  [[nodiscard]] constexpr auto split(Str by) const noexcept {
    return Split<Str, Str>(*this, by, by.size());
  }
  [[nodiscard]] constexpr auto split(char by) const noexcept {
    return Split<Str, char>(*this, by, 1);
  }
  [[nodiscard]] constexpr usize find(char c, usize from = 0) const noexcept {
    return find({&c, 1}, from);
  }
  [[nodiscard]] constexpr bool contains(char c) const noexcept { return contains({&c, 1}); }
  [[nodiscard]] constexpr bool starts_with(char c) const noexcept { return starts_with({&c, 1}); }
  [[nodiscard]] constexpr bool ends_with(char c) const noexcept { return ends_with({&c, 1}); }

 private:
  constexpr bool is_at(const char* other) const noexcept {
    for (const char c : *this) {
      if (c != *other++) return false;
    }
    return true;
  }
  static constexpr bool is_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }
};
#endif
} }  // namespace witx::v1
// clang-format on
