// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Order, for programs without a standard library.
//
//   sort(names);                                                             // by <
//   sort(files, [](const File& a, const File& b) { return a.size > b.size; });
//   stable_sort(rows, by_city);                                              // equal ones stay in order
//
// Both take an array, or anything with data() and size(), and compare n elements some
// 2 * n * log2(n) times at most, whatever their order. sort() is the smaller one, a heap
// sort, and needs no memory; stable_sort() is faster, and takes half of the elements'
// memory from the heap meanwhile. A comparison that contradicts itself gives some order
// of the same elements.

#include <barewasi/detail/place.hpp>
#include <barewasi/heap.hpp>

namespace barewasi {

namespace detail {

struct Less {
  template <class A, class B>
  constexpr bool operator()(const A& a, const B& b) const noexcept {
    return a < b;
  }
};

/// Lets an element sink from number `at`, where there is none now, to where it belongs in a heap.
template <class T, class Less>
constexpr void sink(T* items, usize at, usize count, T element, Less& less) noexcept {
  for (usize child = 2 * at + 1; child < count; child = 2 * at + 1) {
    if (child + 1 < count && less(items[child], items[child + 1])) ++child;
    if (!less(element, items[child])) break;
    items[at] = moved(items[child]);
    at = child;
  }
  items[at] = moved(element);
}

template <class T, class Less>
constexpr void sort(T* items, usize count, Less& less) noexcept {
  for (usize i = count / 2; i-- != 0;) sink(items, i, count, T(moved(items[i])), less);
  while (count > 1) {
    --count;
    T last(moved(items[count]));
    items[count] = moved(items[0]);
    sink(items, 0, count, T(moved(last)), less);
  }
}

/// So few are put in order one by one.
inline constexpr usize few = 12;

template <class T, class Less>
constexpr void insertion_sort(T* items, usize count, Less& less) noexcept {
  for (usize i = 1; i < count; ++i) {
    T held(moved(items[i]));
    usize at = i;
    for (; at != 0 && less(held, items[at - 1]); --at) items[at] = moved(items[at - 1]);
    items[at] = moved(held);
  }
}

/// `scratch` is memory for half of the elements.
template <class T, class Less>
void merge_sort(T* items, usize count, T* scratch, Less& less) noexcept {
  if (count <= few) return insertion_sort(items, count, less);
  const usize half = count / 2;
  merge_sort(items, half, scratch, less);
  merge_sort(items + half, count - half, scratch, less);
  if (!less(items[half], items[half - 1])) return;
  for (usize i = 0; i < half; ++i) ::new (Place{scratch + i}) T(moved(items[i]));
  usize left = 0;
  usize right = half;
  for (usize to = 0; left < half; ++to) {
    const bool from_right = right < count && less(items[right], scratch[left]);
    items[to] = moved(from_right ? items[right++] : scratch[left++]);
  }
  for (usize i = 0; i < half; ++i) scratch[i].~T();
}

template <class T, class Less>
void stable_sort(T* items, usize count, Less& less) noexcept {
  T* const scratch =
      count > few ? static_cast<T*>(allocate_or_abort(bytes_of(count / 2, sizeof(T)))) : static_cast<T*>(nullptr);
  merge_sort(items, count, scratch, less);
  free(scratch);
}

}  // namespace detail

/// Puts the elements in order: `less(a, b)` says whether a comes before b.
template <class T, usize count, class Less = detail::Less>
constexpr void sort(T (&items)[count], Less less = Less()) noexcept {
  detail::sort(items, count, less);
}
template <class Items, class Less = detail::Less, class = decltype(detail::declval<Items&>().data())>
constexpr void sort(Items&& items, Less less = Less()) noexcept {
  detail::sort(items.data(), static_cast<usize>(items.size()), less);
}

/// The same, and elements of which neither comes before the other stay in the order that they had.
template <class T, usize count, class Less = detail::Less>
void stable_sort(T (&items)[count], Less less = Less()) noexcept {
  detail::stable_sort(items, count, less);
}
template <class Items, class Less = detail::Less, class = decltype(detail::declval<Items&>().data())>
void stable_sort(Items&& items, Less less = Less()) noexcept {
  detail::stable_sort(items.data(), static_cast<usize>(items.size()), less);
}

}  // namespace barewasi
