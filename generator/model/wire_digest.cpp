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

// Everything that a region says. `part` gives the digest of what a leaf leads to.
template <typename Part>
std::string text_of(const Model& model, const Region& region, Part part) {
  std::string text = fmt::format("{};", region.extent);
  const auto out = std::back_inserter(text);
  for (const Leaf& leaf : region.leaves) {
    fmt::format_to(out, "@{} {} {} {} {} {} {} ", leaf.place, static_cast<unsigned>(leaf.kind), leaf.bytes,
                   leaf.is_signed, static_cast<unsigned>(leaf.writer), static_cast<unsigned>(leaf.half), leaf.payload);
    if (leaf.values) {
      fmt::format_to(out, "{}:", resolved(model, leaf.values).shape.index());
      std::visit(ValueText{text}, resolved(model, leaf.values).shape);
    }
    for (const WirePart& p : leaf.parts)
      fmt::format_to(out, "|{} {} {}", p.value, p.name, p.type ? part(p.type) : std::string());
  }
  for (const NamedPlace& named : region.names) fmt::format_to(out, "#{} {}", named.name, named.place);
  return text;
}

}  // namespace

std::string WireForms::digest(TypeId type) const {
  const auto part = [this](TypeId id) { return digests_[id.index()]; };
  // A type's parts stand before it.
  while (digests_.size() <= type.index())
    digests_.push_back(support::sha256_hex(text_of(model_, memory_[digests_.size()], part)));
  return digests_[type.index()];
}

std::string WireForms::digest(const WireForm& form) const {
  const auto part = [this](TypeId id) { return digest(id); };
  return support::sha256_hex(text_of(model_, form.region, part));
}

}  // namespace model
