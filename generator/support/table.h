// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace support {

// Names one element of a Table<T>. Four bytes, trivially copyable, meaningless without its table. A default-constructed Id
// names nothing and tests false; it takes the place of a null pointer.
template <typename T>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}

  [[nodiscard]] constexpr std::size_t index() const { return index_; }
  constexpr explicit operator bool() const { return index_ != none; }
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t index_ = none;
};

// Owns elements of one kind and names them by Id. Elements may move when the table grows: keep the Id, not the reference.
template <typename T>
class Table {
 public:
  Id<T> add(T element) {
    elements_.push_back(std::move(element));
    return Id<T>(elements_.size() - 1);
  }

  [[nodiscard]] const T& operator[](Id<T> id) const { return elements_[id.index()]; }
  [[nodiscard]] T& operator[](Id<T> id) { return elements_[id.index()]; }
  [[nodiscard]] std::size_t size() const { return elements_.size(); }
  [[nodiscard]] bool empty() const { return elements_.empty(); }

  [[nodiscard]] auto begin() const { return elements_.begin(); }
  [[nodiscard]] auto end() const { return elements_.end(); }
  [[nodiscard]] auto begin() { return elements_.begin(); }
  [[nodiscard]] auto end() { return elements_.end(); }

 private:
  std::vector<T> elements_;
};

}  // namespace support
