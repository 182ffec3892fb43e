// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/wire_walk.h"

#include <algorithm>

namespace model {
namespace {

const Region& inside_of(const WireForms& forms, const Leaf& whole, Space space) {
  return forms.region(whole.parts.front().type, space);
}

// The last leaf that begins at or before `place`, in the region; null if there is none.
const Leaf* leaf_before(const Region& region, std::uint64_t place) {
  const auto behind = std::ranges::upper_bound(region.leaves, place, {}, &Leaf::place);
  return behind == region.leaves.begin() ? nullptr : &*(behind - 1);
}

// The leaf that is no `whole` and begins at `place`, with its place in all that encloses it.
Leaf leaf_at(const WireForms& forms, Space space, const Region* region, std::uint64_t place) {
  const std::uint64_t wanted = place;
  const Leaf* leaf = leaf_before(*region, place);
  while (leaf != nullptr && leaf->kind == Leaf::Kind::whole) {
    place -= leaf->place;
    region = &inside_of(forms, *leaf, space);
    leaf = leaf_before(*region, place);
  }
  Leaf found = leaf == nullptr ? Leaf() : *leaf;
  found.place += wanted - place;
  return found;
}

bool has_name(const WireForms& forms, Space space, const Region* region, NamedPlace name) {
  while (!std::ranges::binary_search(region->names, name)) {
    const Leaf* leaf = leaf_before(*region, name.place);
    if (leaf == nullptr || leaf->kind != Leaf::Kind::whole) return false;
    name.place -= leaf->place;
    region = &inside_of(forms, *leaf, space);
  }
  return true;
}

}  // namespace

bool RegionWalk::run(const Region& one, const Region& other, const Leaves& leaves) {
  root_ = &other;
  return walk({.region = &one, .place = 0}, {.region = &other, .place = 0}, leaves);
}

bool RegionWalk::walk(Piece one, Piece other, const Leaves& leaves) {
  other = narrowed(one, other);
  if (!seen_.emplace(one.region, other.region, one.place - other.place).second) return true;
  for (const Leaf& leaf : one.region->leaves) {
    if (leaf.kind == Leaf::Kind::whole) {
      if (!walk({.region = &inside_of(one_, leaf, space_), .place = one.place + leaf.place}, other, leaves))
        return false;
    } else if (leaves) {
      Leaf mine = leaf;
      mine.place += one.place;
      Leaf theirs = leaf_at(other_, space_, other.region, mine.place - other.place);
      theirs.place += other.place;
      if (!leaves(std::move(mine), std::move(theirs))) return false;
    }
  }
  compare_names(one, other);
  return true;
}

// The smallest piece of the other side in which `one` lies.
RegionWalk::Piece RegionWalk::narrowed(Piece one, Piece other) {
  while (true) {
    const Leaf* leaf = leaf_before(*other.region, one.place - other.place);
    if (leaf == nullptr || leaf->kind != Leaf::Kind::whole) return other;
    const Piece inner{.region = &inside_of(other_, *leaf, space_), .place = other.place + leaf->place};
    if (one.region->extent > inner.region->extent - (one.place - inner.place)) return other;
    // What the other side calls the beginning of the inner piece is known to the outer ones alone.
    const bool asked = inner.place == other.place && other.region != root_;
    if (one.place == inner.place && !asked) compare_names_at_start(one, other);
    other = inner;
  }
}

void RegionWalk::compare_names(Piece one, Piece other) {
  for (NamedPlace name : one.region->names) {
    name.place += one.place;
    if (name.place == other.place && other.region != root_) continue;
    const std::uint64_t place = name.place;
    name.place -= other.place;
    if (!has_name(other_, space_, other.region, name)) missing_.try_emplace({name.name, name.of_function}, place);
  }
}

void RegionWalk::compare_names_at_start(Piece one, Piece other) {
  const Region* region = one.region;
  while (true) {
    for (NamedPlace name : region->names) {
      if (name.place != 0) continue;
      name.place = one.place - other.place;
      if (!has_name(other_, space_, other.region, name)) missing_.try_emplace({name.name, name.of_function}, one.place);
    }
    const Leaf* leaf = leaf_before(*region, 0);
    if (leaf == nullptr || leaf->kind != Leaf::Kind::whole) return;
    region = &inside_of(one_, *leaf, space_);
  }
}

Leaf LeafCursor::leaf() const {
  Leaf leaf = open_.back().region->leaves[open_.back().next];
  leaf.place += open_.back().place;
  return leaf;
}

const Region& LeafCursor::inside() const {
  return inside_of(forms_, open_.back().region->leaves[open_.back().next], space_);
}

void LeafCursor::enter() {
  const Region& inner = inside();
  const std::uint64_t place = open_.back().place + open_.back().region->leaves[open_.back().next].place;
  ++open_.back().next;
  open_.push_back({.region = &inner, .next = 0, .place = place});
  settle();
}

void LeafCursor::skip() {
  ++open_.back().next;
  settle();
}

void LeafCursor::settle() {
  while (!open_.empty() && open_.back().next == open_.back().region->leaves.size()) open_.pop_back();
}

}  // namespace model
