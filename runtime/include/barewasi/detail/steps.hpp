// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace barewasi::detail {

/// The end of a loop over what has a next().
struct End {};

/// A loop over `source`, whose next() gives a pointer to an item, or null at the end: an
/// input iterator. Each step is a next(); what was there before is not there again.
template <class Source, class Item>
class Steps {
 public:
  using value_type = Item;
  using difference_type = __PTRDIFF_TYPE__;

  explicit Steps(Source& source) noexcept : source_(&source), item_(source.next()) {}
  [[nodiscard]] const Item& operator*() const noexcept { return *item_; }
  Steps& operator++() noexcept {
    item_ = source_->next();
    return *this;
  }
  void operator++(int) noexcept { ++*this; }
  friend bool operator==(const Steps& at, End) noexcept { return at.item_ == nullptr; }

 private:
  Source* source_;
  const Item* item_;
};

}  // namespace barewasi::detail
