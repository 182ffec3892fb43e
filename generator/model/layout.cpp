// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/layout.h"

#include <algorithm>

namespace model {
namespace {

// Sums and roundings end at the greatest multiple of the alignment; they do not begin anew at 0.
std::uint64_t round_up(std::uint64_t offset, std::uint32_t align) {
  const std::uint64_t most = ~std::uint64_t{0} / align * align;
  return offset > most ? most : (offset + align - 1) / align * align;
}

std::uint64_t plus(std::uint64_t offset, std::uint64_t size) {
  return size > ~std::uint64_t{0} - offset ? ~std::uint64_t{0} : offset + size;
}

Layout scalar(std::uint32_t size) { return {.size = size, .align = size, .offsets = {}}; }

// `of` gives the layout of a field's type.
template <typename Of>
Layout one_behind_the_other(const std::vector<Field>& fields, Of of) {
  Layout layout;
  for (const Field& field : fields) {
    const Layout& member = of(field.type);
    layout.offsets.push_back(round_up(layout.size, member.align));
    layout.size = plus(layout.offsets.back(), member.size);
    layout.align = std::max(layout.align, member.align);
  }
  layout.size = round_up(layout.size, layout.align);
  return layout;
}

// Lays out one type whose parts have been laid out.
class ShapeLayout {
 public:
  ShapeLayout(const Model& model, Target target, const std::vector<Layout>& done)
      : model_(model), target_(target), done_(done) {}

  // An unknown type was reported; any layout will do.
  Layout operator()(const Unknown& /*unknown*/) const { return scalar(1); }
  Layout operator()(const Alias& alias) const { return of(model_.definitions[alias.definition].type); }
  Layout operator()(const Bool& b) const { return scalar(size_of(b.repr)); }
  Layout operator()(const Enum& e) const { return scalar(size_of(e.repr)); }
  Layout operator()(const Int& i) const { return scalar(size_of(i.repr)); }
  Layout operator()(const Flags& f) const { return scalar(size_of(f.repr)); }
  Layout operator()(const Pointer& /*pointer*/) const { return scalar(target_.pointer_size); }
  Layout operator()(const Handle& /*handle*/) const { return scalar(4); }
  // A pointer, then a number of elements as wide as it.
  Layout operator()(const List& /*list*/) const {
    return {.size = 2ULL * target_.pointer_size, .align = target_.pointer_size, .offsets = {}};
  }
  Layout operator()(const Buffer& /*buffer*/) const {
    return {.size = 2ULL * target_.pointer_size, .align = target_.pointer_size, .offsets = {}};
  }

  Layout operator()(Primitive primitive) const {
    switch (primitive) {
      case Primitive::u8:
      case Primitive::s8:
      case Primitive::char8: return scalar(1);
      case Primitive::u16:
      case Primitive::s16: return scalar(2);
      case Primitive::u32:
      case Primitive::s32:
      case Primitive::f32:
      case Primitive::char_: return scalar(4);
      case Primitive::u64:
      case Primitive::s64:
      case Primitive::f64: return scalar(8);
      case Primitive::usize: return scalar(target_.pointer_size);
    }
    return scalar(1);
  }

  Layout operator()(const Record& record) const {
    return one_behind_the_other(record.fields, [this](TypeId id) -> const Layout& { return of(id); });
  }

  Layout operator()(const Union& u) const {
    Layout layout;
    layout.offsets.assign(u.members.size(), 0);
    for (const Field& member : u.members) overlay(layout, of(member.type));
    layout.size = round_up(layout.size, layout.align);
    return layout;
  }

  // The payload begins where every payload could: the released reader aligns each by itself, and its sizes may be too small.
  Layout operator()(const Variant& variant) const {
    Layout payload;
    for (const Case& c : variant.cases) {
      if (c.payload) overlay(payload, of(c.payload));
    }
    const std::uint32_t tag = size_of(variant.repr);
    Layout layout{.size = 0, .align = std::max(tag, payload.align), .offsets = {}};
    const std::uint64_t offset = round_up(tag, payload.align);
    layout.offsets.assign(variant.cases.size(), offset);
    layout.size = round_up(plus(offset, payload.size), layout.align);
    return layout;
  }

 private:
  [[nodiscard]] const Layout& of(TypeId id) const { return done_[id.index()]; }

  static void overlay(Layout& layout, const Layout& member) {
    layout.size = std::max(layout.size, member.size);
    layout.align = std::max(layout.align, member.align);
  }

  const Model& model_;
  Target target_;
  const std::vector<Layout>& done_;
};

}  // namespace

// A type's parts stand before it in the model, so one pass meets every part before its whole.
Layouts::Layouts(const Model& model, Target target) : target_(target) {
  layouts_.reserve(model.types.size());
  for (const Type& type : model.types) {
    Layout layout = std::visit(ShapeLayout(model, target, layouts_), type.shape);
    layouts_.push_back(std::move(layout));
  }
}

Layout record_layout(const std::vector<Field>& fields, const Layouts& layouts) {
  return one_behind_the_other(fields, [&layouts](TypeId id) -> const Layout& { return layouts[id]; });
}

// Every size is a multiple of its alignment, and alignments are powers of two: so ordered, only the end is padded.
std::uint64_t smallest_size(const Record& record, const Layouts& layouts) {
  std::uint64_t size = 0;
  std::uint32_t align = 1;
  for (const Field& field : record.fields) {
    size = plus(size, layouts[field.type].size);
    align = std::max(align, layouts[field.type].align);
  }
  return round_up(size, align);
}

}  // namespace model
