// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "naive_layout.h"

namespace property {
namespace {

// Sizes of the primitives in the order of the enumeration; 0: as wide as a pointer.
constexpr std::uint64_t primitive_sizes[] = {1, 2, 4, 8, 1, 2, 4, 8, 4, 8, 4, 1, 0};
constexpr std::uint64_t repr_sizes[] = {1, 2, 4, 8};

Naive scalar(std::uint64_t size) { return {.size = size, .align = size, .offsets = {}}; }
Naive scalar(model::Repr repr) { return scalar(repr_sizes[static_cast<std::size_t>(repr)]); }

// The first multiple of `align` that is not below `from`, found by trying.
std::uint64_t next_place(std::uint64_t from, std::uint64_t align) {
  while (from % align != 0) ++from;
  return from;
}

struct Places {
  const model::Model& model;
  std::uint64_t pointer;

  [[nodiscard]] Naive of(model::TypeId id) const { return naive_layout(model, id, pointer); }

  Naive operator()(const model::Unknown& /*shape*/) const { return scalar(1); }
  Naive operator()(model::Primitive p) const {
    const std::uint64_t size = primitive_sizes[static_cast<std::size_t>(p)];
    return scalar(size == 0 ? pointer : size);
  }
  Naive operator()(const model::Alias& a) const { return of(model.definitions[a.definition].type); }
  Naive operator()(model::Bool b) const { return scalar(b.repr); }
  Naive operator()(const model::Enum& e) const { return scalar(e.repr); }
  Naive operator()(const model::Int& i) const { return scalar(i.repr); }
  Naive operator()(const model::Flags& f) const { return scalar(f.repr); }
  Naive operator()(const model::List& /*shape*/) const {
    return {.size = pointer + pointer, .align = pointer, .offsets = {}};
  }
  Naive operator()(const model::Buffer& /*shape*/) const {
    return {.size = pointer + pointer, .align = pointer, .offsets = {}};
  }
  Naive operator()(const model::Pointer& /*shape*/) const { return scalar(pointer); }
  Naive operator()(const model::Handle& /*shape*/) const { return scalar(4); }

  Naive operator()(const model::Record& r) const {
    Naive all;
    std::uint64_t end = 0;
    for (const model::Field& field : r.fields) {
      const Naive one = of(field.type);
      const std::uint64_t place = next_place(end, one.align);
      all.offsets.push_back(place);
      end = place + one.size;
      if (one.align > all.align) all.align = one.align;
    }
    all.size = next_place(end, all.align);
    return all;
  }

  Naive operator()(const model::Union& u) const {
    Naive all;
    for (const model::Field& member : u.members) {
      const Naive one = of(member.type);
      all.offsets.push_back(0);
      if (one.align > all.align) all.align = one.align;
      if (one.size > all.size) all.size = one.size;
    }
    all.size = next_place(all.size, all.align);
    return all;
  }

  // struct { tag; union { payloads }; }
  Naive operator()(const model::Variant& v) const {
    Naive all = scalar(v.repr);
    std::uint64_t place = all.size;
    for (const model::Case& c : v.cases) {
      if (c.payload) place = std::max(place, next_place(all.size, of(c.payload).align));
    }
    std::uint64_t end = place;
    for (const model::Case& c : v.cases) {
      all.offsets.push_back(place);
      if (!c.payload) continue;
      const Naive one = of(c.payload);
      if (one.align > all.align) all.align = one.align;
      end = std::max(end, place + one.size);
    }
    all.size = next_place(end, all.align);
    return all;
  }
};

}  // namespace

Naive naive_layout(const model::Model& model, model::TypeId id, std::uint64_t pointer_size) {
  return std::visit(Places{.model = model, .pointer = pointer_size}, model.types[id].shape);
}

}  // namespace property
