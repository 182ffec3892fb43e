// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/wire.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace model {
namespace {

// A value of more leaves than this is one leaf of what holds it.
constexpr std::size_t most_leaves = 256;

bool is_float(Primitive primitive) { return primitive == Primitive::f32 || primitive == Primitive::f64; }
bool is_signed(Primitive primitive) { return primitive >= Primitive::s8 && primitive <= Primitive::s64; }

// Text lies in memory as bytes, whatever it is a list of.
TypeId pointee(const Model& model, TypeId element) {
  const auto* primitive = std::get_if<Primitive>(&resolved(model, element).shape);
  return primitive != nullptr && *primitive == Primitive::char_ ? TypeId() : element;
}

// Equal for leaves that are equal but for their names and places. `number` tells what a part is.
template <typename Number>
std::string key_of(const Leaf& leaf, Number number) {
  std::string key = fmt::format("{}/{}{}{}+{}", static_cast<unsigned>(leaf.kind), leaf.bytes,
                                leaf.is_signed ? 's' : 'u', static_cast<unsigned>(leaf.half), leaf.payload);
  for (const WirePart& part : leaf.parts) fmt::format_to(std::back_inserter(key), "|{}={}", part.value, number(part));
  return key;
}

}  // namespace

// Builds the region of one type from those of its parts, in one space.
class RegionBuilder {
 public:
  RegionBuilder(const WireForms& forms, TypeId type, Space space) : forms_(forms), type_(type), space_(space) {}
  explicit RegionBuilder(const WireForms& forms) : forms_(forms), space_(Space::memory) {}

  Region run() {
    if (space_ == Space::memory) region_.extent = layout().size;
    std::visit(*this, forms_.model_.types[type_].shape);
    return finished(layout().align);
  }

  // Of fields that lie in memory one behind the other, under the names that the function gives them.
  Region run(const std::vector<Field>& results) {
    const Layout layout = record_layout(results, forms_.layouts_);
    region_.extent = layout.size;
    for (std::size_t i = 0; i < results.size(); ++i) {
      include(results[i].type, layout.offsets[i]);
      if (!part(results[i].type).leaves.empty())
        region_.names.push_back({.name = results[i].name, .of_function = true, .place = layout.offsets[i]});
    }
    return finished(layout.align);
  }

  void operator()(const Unknown& /*shape*/) {}
  void operator()(const Primitive& primitive) {
    add({.kind = is_float(primitive) ? Leaf::Kind::floating : Leaf::Kind::integer, .is_signed = is_signed(primitive)});
  }
  void operator()(const Bool& /*shape*/) { add({.values = type_}); }
  void operator()(const Enum& /*shape*/) { add({.values = type_}); }
  void operator()(const Int& /*shape*/) { add({.values = type_}); }
  void operator()(const Flags& /*shape*/) { add({.values = type_}); }
  void operator()(const Handle& /*shape*/) { add({.kind = Leaf::Kind::handle}); }
  void operator()(const Pointer& pointer) {
    add({.kind = Leaf::Kind::address,
         .writer = pointer.constant ? Leaf::Writer::caller : Leaf::Writer::either,
         .parts = {{.type = pointer.pointee}}});
  }
  void operator()(const List& list) { elements(list.element, Leaf::Writer::caller); }
  void operator()(const Buffer& buffer) {
    elements(buffer.element, buffer.out ? Leaf::Writer::callee : Leaf::Writer::caller);
  }

  void operator()(const Alias& alias) {
    region_ = forms_.region(forms_.model_.definitions[alias.definition].type, space_);
  }

  void operator()(const Record& record) {
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      const Field& field = record.fields[i];
      const std::uint64_t place = space_ == Space::memory ? layout().offsets[i] : region_.extent;
      include(field.type, place);
      if (!record.tuple && !part(field.type).leaves.empty())
        region_.names.push_back({.name = field.name, .place = place});
      take(part(field.type).extent);
    }
  }

  // In no order: nothing tells the members apart but their names.
  void operator()(const Union& u) {
    Leaf leaf{.kind = Leaf::Kind::overlay};
    std::uint64_t slots = 0;
    for (const Field& member : u.members) {
      leaf.parts.push_back({.value = 0, .name = member.name, .type = member.type});
      slots = std::max(slots, part(member.type).extent);
    }
    std::ranges::stable_sort(leaf.parts, {}, [this](const WirePart& p) { return part(p.type).number; });
    add(std::move(leaf), slots);
  }

  // Without a payload anywhere, it is an integer of so many values.
  void operator()(const Variant& variant) {
    Leaf leaf{.kind = Leaf::Kind::choice};
    leaf.payload = space_ == Space::slots ? 1 : layout().offsets.empty() ? 0 : layout().offsets.front();
    std::uint64_t slots = 0;
    bool carries = false;
    for (std::size_t i = 0; i < variant.cases.size(); ++i) {
      const Case& c = variant.cases[i];
      const bool some = c.payload && !part(c.payload).leaves.empty();
      leaf.parts.push_back({.value = i, .name = c.name, .type = some ? c.payload : TypeId()});
      if (some) slots = std::max(slots, part(c.payload).extent);
      carries |= some;
    }
    if (!carries) leaf = {.values = type_};
    add(std::move(leaf), 1 + slots);
    region_.leaves.back().bytes = size_of(variant.repr);
  }

 private:
  [[nodiscard]] const Layout& layout() const { return forms_.layouts_[type_]; }
  [[nodiscard]] std::uint32_t pointer_size() const { return forms_.layouts_.target().pointer_size; }
  [[nodiscard]] const Region& part(TypeId id) const { return forms_.region(id, space_); }

  Region finished(std::uint32_t align) {
    std::ranges::stable_sort(region_.leaves, {}, &Leaf::place);
    std::ranges::sort(region_.names);
    forms_.number(region_, space_, align);
    return std::move(region_);
  }

  void take(std::uint64_t slots) {
    if (space_ == Space::slots) region_.extent += slots;
  }

  // The type's only leaf.
  void add(Leaf leaf, std::uint64_t slots = 1) {
    leaf.bytes = static_cast<std::uint32_t>(layout().size);
    region_.leaves.push_back(std::move(leaf));
    take(slots);
  }

  // The address of the first element, and how many there are.
  void elements(TypeId element, Leaf::Writer writer) {
    region_.leaves.push_back({.kind = Leaf::Kind::address,
                              .bytes = pointer_size(),
                              .writer = writer,
                              .parts = {{.type = pointee(forms_.model_, element)}}});
    region_.leaves.push_back({.place = space_ == Space::memory ? pointer_size() : 1U, .bytes = pointer_size()});
    take(2);
  }

  void include(TypeId id, std::uint64_t place) {
    const Region& inner = part(id);
    if (has_many_leaves(inner)) {
      region_.leaves.push_back({.kind = Leaf::Kind::whole, .place = place, .parts = {{.type = id}}});
      return;
    }
    for (Leaf leaf : inner.leaves) {
      leaf.place += place;
      region_.leaves.push_back(std::move(leaf));
    }
    for (const NamedPlace& named : inner.names)
      region_.names.push_back({.name = named.name, .place = named.place + place});
  }

  const WireForms& forms_;
  TypeId type_;
  Space space_;
  Region region_;
};

namespace {

// Builds the wire form of one function.
class FormBuilder {
 public:
  // `results`: what the region of all results together is asked for by.
  FormBuilder(const WireForms& forms, const Layouts& layouts, const Function& function, TypeId results)
      : forms_(forms), layouts_(layouts), function_(function), results_(results) {}

  WireForm run() {
    form_.signature = lower(forms_.model(), layouts_, function_);
    form_.noreturn = function_.noreturn;
    for (std::size_t slot = 0; slot < form_.signature.params.size(); ++slot) param(form_.signature.params[slot], slot);
    if (!form_.signature.results.empty()) result();
    std::ranges::sort(form_.region.names);
    return std::move(form_);
  }

 private:
  [[nodiscard]] bool flat() const { return function_.convention == Convention::flat; }
  [[nodiscard]] const Type::Shape& shape(TypeId id) const { return resolved(forms_.model(), id).shape; }

  void name(std::string_view name, std::uint64_t place) {
    form_.region.names.push_back({.name = name, .of_function = true, .place = place});
  }

  void add(Leaf leaf, std::uint64_t place) {
    leaf.place = place;
    form_.region.leaves.push_back(std::move(leaf));
  }
  void add_address(TypeId of, std::uint64_t place, Leaf::Writer writer, Leaf::Half half = Leaf::Half::all) {
    add({.kind = Leaf::Kind::address,
         .bytes = layouts_.target().pointer_size,
         .writer = writer,
         .half = half,
         .parts = {{.type = of}}},
        place);
  }

  // A value that is passed as such: one leaf, or its slots where values are taken apart.
  void add_value(TypeId type, std::uint64_t place) {
    const Region& region = forms_.region(type, flat() ? Space::slots : Space::memory);
    for (const Leaf& leaf : region.leaves) {
      leaf.kind == Leaf::Kind::whole ? add_value(leaf.parts.front().type, place + leaf.place)
                                     : add(leaf, place + (flat() ? leaf.place : 0));
    }
    for (const NamedPlace& named : region.names)
      form_.region.names.push_back({.name = named.name, .place = place + named.place});
  }

  void param(const CoreParam& p, std::size_t slot) {
    const bool of_result = p.role == Role::result || p.role == Role::result_pointer || p.role == Role::result_length;
    if (p.role == Role::results) return add_address(results_, slot, Leaf::Writer::callee);
    const std::string_view own = of_result ? function_.results[p.index].name : function_.params[p.index].name;
    const bool first = slot == 0 || form_.signature.params[slot - 1].index != p.index ||
                       form_.signature.params[slot - 1].role != p.role;
    const bool named = !of_result || function_.convention == Convention::legacy;
    switch (p.role) {
      case Role::value:
        if (!first) return;
        add_value(p.type, slot);
        break;
      case Role::indirect: add_address(p.type, slot, Leaf::Writer::caller); break;
      case Role::result: add_address(p.type, slot, Leaf::Writer::callee); break;
      case Role::result_pointer: add_address(p.type, slot, Leaf::Writer::callee, Leaf::Half::address); break;
      case Role::result_length: add_address(p.type, slot, Leaf::Writer::callee, Leaf::Half::length); return;
      case Role::list_pointer: list_address(p.type, slot); break;
      case Role::list_length: add({.bytes = layouts_.target().pointer_size}, slot); return;
      case Role::results: return;
    }
    if (named) name(own, slot);
  }

  void list_address(TypeId type, std::uint64_t slot) {
    const Region& region = forms_.region(type, Space::memory);
    add(region.leaves.front(), slot);
  }

  void result() {
    for (const Field& field : function_.results) {
      const Variant* expected = flat() ? nullptr : as_expected(forms_.model(), field.type);
      if (flat() && forms_.region(field.type, Space::slots).leaves.empty()) continue;
      // Of a single result no name is seen in calls.
      if (function_.results.size() > 1) name(field.name, WireForm::result_place);
      if (expected == nullptr || function_.convention == Convention::legacy) {
        returned(field.type);
      } else if (expected->cases[1].payload) {
        returned(expected->cases[1].payload);
      } else {
        add({.bytes = size_of(expected->repr), .values = field.type}, WireForm::result_place);
      }
      return;
    }
  }

  void returned(TypeId type) {
    const Region& region = forms_.region(type, flat() ? Space::slots : Space::memory);
    const Type::Shape& s = shape(type);
    const bool scalar = region.leaves.size() == 1 && !std::holds_alternative<Record>(s) &&
                        !std::holds_alternative<Variant>(s) && !std::holds_alternative<Union>(s);
    scalar || flat() ? add_value(type, WireForm::result_place)
                     : add_address(type, WireForm::result_place, Leaf::Writer::callee);
  }

  const WireForms& forms_;
  const Layouts& layouts_;
  const Function& function_;
  TypeId results_;
  WireForm form_;
};

}  // namespace

bool has_many_leaves(const Region& region) {
  return region.leaves.size() > most_leaves ||
         std::ranges::find(region.leaves, Leaf::Kind::whole, &Leaf::kind) != region.leaves.end();
}

WireForms::WireForms(const Model& model, const Layouts& layouts, WireNumbers& numbers)
    : model_(model), layouts_(layouts), numbers_(numbers) {
  byte_ = {.leaves = {{.bytes = 1}}, .names = {}, .extent = 1, .sum = {}, .number = 0};
  number(byte_, Space::memory, 1);
  const auto flat = [](const Function& function) { return function.convention == Convention::flat; };
  const bool slots = std::ranges::any_of(
      model.modules, [&](const Module& module) { return std::ranges::any_of(module.functions, flat); });
  memory_.reserve(model.types.size());
  for (std::size_t i = 0; i < model.types.size(); ++i) {
    memory_.push_back(RegionBuilder(*this, TypeId(i), Space::memory).run());
    if (slots) slots_.push_back(RegionBuilder(*this, TypeId(i), Space::slots).run());
  }
  for (const Module& module : model.modules) {
    for (const Function& function : module.functions) {
      if (!flat(function)) continue;
      results_.emplace(&function, TypeId(memory_.size()));
      memory_.push_back(RegionBuilder(*this).run(function.results));
    }
  }
}

WireForm WireForms::function(const Function& function) const {
  const auto results = results_.find(&function);
  WireForm form = FormBuilder(*this, layouts_, function, results == results_.end() ? TypeId() : results->second).run();
  number(form.region, Space::slots, 1);
  return form;
}

void WireForms::number(Region& region, Space space, std::uint32_t align) const {
  region.sum = {};
  for (const Leaf& leaf : region.leaves) {
    if (leaf.kind == Leaf::Kind::whole) {
      region.sum.add(this->region(leaf.parts.front().type, space).sum, leaf.place);
      continue;
    }
    const std::string key = key_of(leaf, [&](const WirePart& part) { return number(leaf, part, space); });
    region.sum.add(PlaceSum::of(numbers_.of(key)), leaf.place);
  }
  region.number = numbers_.of(fmt::format("{} {} {}/{} {:x} {:x}", static_cast<unsigned>(space), region.extent, align,
                                          region.leaves.empty(), region.sum.sums[0], region.sum.sums[1]));
}

std::uint32_t WireForms::number(const Leaf& leaf, const WirePart& part, Space space) const {
  const bool address = leaf.kind == Leaf::Kind::address;
  if (part.type) return region(part.type, address ? Space::memory : space).number;
  return address ? byte_.number : numbers_.of("nothing");
}

}  // namespace model
