// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two regions side by side, each seen through its pieces. A piece that lies in the same way beside another one is looked at once,
// however often the two occur, so that the walk ends soon even where there are billions of leaves.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "model/wire.h"

namespace model {

class RegionWalk {
 public:
  // Asked about each leaf of the one side and the leaf of the other side that has its place, both with the place in the whole;
  // false ends the walk.
  using Leaves = std::function<bool(Leaf, Leaf)>;
  // Of a name and whether it is the function's: the place where one side has it and the other has not.
  using Missing = std::map<std::pair<std::string_view, bool>, std::uint64_t>;

  // `one` and `other` have the same leaves, unless no leaves are asked about. Both are in `space`.
  RegionWalk(const WireForms& one, const WireForms& other, Space space) : one_(one), other_(other), space_(space) {}

  // False if `leaves` was.
  bool run(const Region& one, const Region& other, const Leaves& leaves);
  // After the walk: the names that the other side does not have where this one does.
  [[nodiscard]] const Missing& missing() const { return missing_; }

 private:
  struct Piece {
    const Region* region;
    // In the whole.
    std::uint64_t place;
  };

  bool walk(Piece one, Piece other, const Leaves& leaves);
  [[nodiscard]] Piece narrowed(Piece one, Piece other);
  void compare_names(Piece one, Piece other);
  void compare_names_at_start(Piece one, Piece other);

  const WireForms& one_;
  const WireForms& other_;
  Space space_;
  const Region* root_ = nullptr;
  Missing missing_;
  std::set<std::tuple<const Region*, const Region*, std::uint64_t>> seen_;
};

// The leaves of a region one after the other.
class LeafCursor {
 public:
  LeafCursor(const WireForms& forms, Space space, const Region& region) : forms_(forms), space_(space) {
    open_.push_back({.region = &region, .next = 0, .place = 0});
    settle();
  }

  [[nodiscard]] bool ended() const { return open_.empty(); }
  // With its place in the whole; may be a `whole`.
  [[nodiscard]] Leaf leaf() const;
  // What a `whole` consists of.
  [[nodiscard]] const Region& inside() const;
  void enter();
  void skip();

 private:
  struct Level {
    const Region* region;
    std::size_t next;
    std::uint64_t place;
  };
  void settle();

  const WireForms& forms_;
  Space space_;
  std::vector<Level> open_;
};

}  // namespace model
