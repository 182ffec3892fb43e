// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <iterator>

#include "model/wire.h"
#include "support/sha256.h"

namespace model {
namespace {

// Named values of an integer, one behind the other.
struct ValueText {
  std::string& text;

  void put(std::string_view name, std::uint64_t value) const {
    fmt::format_to(std::back_inserter(text), "{}={};", name, value);
  }
  void operator()(const Enum& e) const {
    for (const Value& c : e.cases) put(c.name, c.value);
  }
  void operator()(const Flags& f) const {
    for (const Value& flag : f.flags) put(flag.name, flag.value);
  }
  void operator()(const Int& i) const {
    for (const Value& constant : i.constants) put(constant.name, constant.value);
  }
  void operator()(const Variant& v) const {
    for (const Case& c : v.cases) put(c.name, 0);
  }
  template <typename Shape>
  void operator()(const Shape& /*shape*/) const {}
};

// What a leaf says but for its place. `part` gives the digest of what it leads to.
template <typename Part>
std::string text_of(const Model& model, const Leaf& leaf, Part part) {
  std::string text = fmt::format("{} {} {} {} {} {} ", static_cast<unsigned>(leaf.kind), leaf.bytes, leaf.is_signed,
                                 static_cast<unsigned>(leaf.writer), static_cast<unsigned>(leaf.half), leaf.payload);
  if (leaf.values) {
    fmt::format_to(std::back_inserter(text), "{}:", resolved(model, leaf.values).shape.index());
    std::visit(ValueText{text}, resolved(model, leaf.values).shape);
  }
  for (const WirePart& p : leaf.parts)
    fmt::format_to(std::back_inserter(text), "|{} {} {}", p.value, p.name, p.type ? part(p.type) : std::string());
  return text;
}

std::string text_of(const NamedPlace& named) { return fmt::format("#{} ", named.name); }

// Everything that a region says, of which no leaf is a `whole`.
template <typename Part>
std::string text_of(const Model& model, const Region& region, Part part) {
  std::string text = fmt::format("{};", region.extent);
  for (const Leaf& leaf : region.leaves)
    fmt::format_to(std::back_inserter(text), "@{} {}", leaf.place, text_of(model, leaf, part));
  for (const NamedPlace& named : region.names)
    fmt::format_to(std::back_inserter(text), "{}{}", text_of(named), named.place);
  return text;
}

PlaceSum sum_of(const std::string& text) {
  constexpr std::size_t digits = 16;
  constexpr int hexadecimal = 16;
  return PlaceSum::of(std::stoull(support::sha256_hex(text).substr(0, digits), nullptr, hexadecimal));
}

}  // namespace

std::string WireForms::digest(TypeId type) const {
  const auto part = [this](TypeId id) { return digests_[id.index()]; };
  // A type's parts stand before it. Regions are told by the number of their leaves, which does not depend on how they are grouped.
  while (digests_.size() <= type.index()) {
    const Region& region = memory_[digests_.size()];
    PlaceSum sum;
    if (!has_many_leaves(region)) {
      digests_.push_back(support::sha256_hex(text_of(model_, region, part)));
    } else {
      for (const Leaf& leaf : region.leaves) {
        const bool whole = leaf.kind == Leaf::Kind::whole;
        sum.add(whole ? named_sums_[leaf.parts.front().type.index()] : sum_of(text_of(model_, leaf, part)), leaf.place);
      }
      for (const NamedPlace& named : region.names) sum.add(sum_of(text_of(named)), named.place);
      digests_.push_back(support::sha256_hex(fmt::format("{};{:x} {:x}", region.extent, sum.sums[0], sum.sums[1])));
    }
    named_sums_.push_back(sum);
  }
  return digests_[type.index()];
}

std::string WireForms::digest(const WireForm& form) const {
  const auto part = [this](TypeId id) { return digest(id); };
  return support::sha256_hex(text_of(model_, form.region, part));
}

}  // namespace model
