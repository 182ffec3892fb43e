// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/representable.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "model/match.h"

namespace model {
namespace {

constexpr Representation equal = Representation::equal;
constexpr Representation superset = Representation::superset;
constexpr Representation different = Representation::different;

// In the published relation a tag of u8 has no wider stand-in.
Representation tags(Repr type, Repr by) {
  if (type == by) return equal;
  return type != Repr::u8 && type < by ? superset : different;
}

// The width of an unsigned integer; 0 of anything else.
unsigned unsigned_width(Primitive primitive) {
  switch (primitive) {
    case Primitive::u8:
    case Primitive::char8: return 8;
    case Primitive::u16: return 16;
    case Primitive::u32:
    case Primitive::usize: return 32;
    case Primitive::u64: return 64;
    case Primitive::s8:
    case Primitive::s16:
    case Primitive::s32:
    case Primitive::s64:
    case Primitive::f32:
    case Primitive::f64:
    case Primitive::char_: return 0;
  }
  return 0;
}

Representation primitives(Primitive type, Primitive by) {
  if (type == by) return equal;
  return unsigned_width(type) != 0 && unsigned_width(type) < unsigned_width(by) ? superset : different;
}

// A tag with named cases, however it was written.
struct Cases {
  struct Case {
    std::string_view name;
    TypeId payload;
  };
  Repr repr = Repr::u32;
  std::vector<Case> cases;
};

std::optional<Cases> cases_of(const Type::Shape& shape) {
  using Found = std::optional<Cases>;
  return match(
      shape, [](const Bool& b) -> Found { return Cases{.repr = b.repr, .cases = {{"false", {}}, {"true", {}}}}; },
      [](const Enum& e) -> Found {
        Cases cases{.repr = e.repr, .cases = {}};
        for (const Value& value : e.cases) cases.cases.push_back({.name = value.name, .payload = {}});
        return cases;
      },
      [](const Variant& v) -> Found {
        Cases cases{.repr = v.repr, .cases = {}};
        for (const Case& c : v.cases) cases.cases.push_back({.name = c.name, .payload = c.payload});
        return cases;
      },
      [](const OneOf<Unknown, Primitive, Alias, Int, Flags, Record, Union, List, Pointer, Handle, Buffer> auto&)
          -> Found { return std::nullopt; });
}

// Named members one behind the other. A flag has no type of its own: it is a bool.
struct Members {
  struct Member {
    std::string_view name;
    TypeId type;
  };
  bool overlaid = false;
  std::vector<Member> members;
};

std::optional<Members> members_of(const Type::Shape& shape) {
  using Found = std::optional<Members>;
  const auto of_fields = [](bool overlaid, const std::vector<Field>& fields) -> Found {
    Members members{.overlaid = overlaid, .members = {}};
    for (const Field& field : fields) members.members.push_back({.name = field.name, .type = field.type});
    return members;
  };
  return match(
      shape,
      [](const Flags& flags) -> Found {
        Members members;
        for (const Value& flag : flags.flags) members.members.push_back({.name = flag.name, .type = {}});
        return members;
      },
      [&](const Record& record) { return of_fields(false, record.fields); },
      [&](const Union& u) { return of_fields(true, u.members); },
      [](const OneOf<Unknown, Primitive, Alias, Bool, Enum, Int, Variant, List, Pointer, Handle, Buffer> auto&)
          -> Found { return std::nullopt; });
}

bool is_bool(const TypeOf& type) {
  return !type.type || std::holds_alternative<Bool>(resolved(type.model, type.type).shape);
}

Representation compare(const Cases& type, const Model& model, const Cases& by, const Model& by_model) {
  Representation result = tags(type.repr, by.repr);
  if (result == different || type.cases.size() > by.cases.size()) return different;
  if (type.cases.size() < by.cases.size()) result = superset;
  for (std::size_t i = 0; i < type.cases.size(); ++i) {
    const Cases::Case& mine = type.cases[i];
    const Cases::Case& other = by.cases[i];
    if (mine.name != other.name || (mine.payload && !other.payload)) return different;
    if (!other.payload) continue;
    const Representation payload =
        mine.payload ? representable({model, mine.payload}, {by_model, other.payload}) : superset;
    if (payload == different) return different;
    if (payload == superset) result = superset;
  }
  return result;
}

Representation compare(const Members& type, const Model& model, const Members& by, const Model& by_model) {
  if (type.overlaid != by.overlaid || type.members.size() != by.members.size()) return different;
  for (std::size_t i = 0; i < type.members.size(); ++i) {
    const TypeOf mine{model, type.members[i].type};
    const TypeOf other{by_model, by.members[i].type};
    if (type.members[i].name != by.members[i].name) return different;
    const bool flag = !mine.type || !other.type;
    if (flag ? !is_bool(mine) || !is_bool(other) : representable(mine, other) != equal) return different;
  }
  return equal;
}

// Open integers: every named value of one must have its name in the other.
Representation compare(const Int& type, const Int& by) {
  const auto is_in = [&by](const Value& mine) {
    return std::ranges::any_of(by.constants,
                               [&mine](const Value& v) { return v.name == mine.name && v.value == mine.value; });
  };
  if (!std::ranges::all_of(type.constants, is_in)) return different;
  const Representation width = tags(type.repr, by.repr);
  return width == equal && by.constants.size() > type.constants.size() ? superset : width;
}

// Handles stand for each other if they are of one resource. Those of two documents are, if they bear the same names.
bool same_resource(const Model& model, ResourceId resource, const Model& by_model, ResourceId by) {
  if (!resource || !by) return !resource && !by;
  if (&model == &by_model) return resource == by;
  const auto module_of = [](const Model& m, const Resource& r) {
    return r.module ? std::string_view(m.modules[r.module].name) : std::string_view();
  };
  const Resource& mine = model.resources[resource];
  const Resource& other = by_model.resources[by];
  return mine.name == other.name && module_of(model, mine) == module_of(by_model, other);
}

}  // namespace

Representation representable(const TypeOf& type, const TypeOf& by) {
  const Type::Shape& mine = resolved(type.model, type.type).shape;
  const Type::Shape& other = resolved(by.model, by.type).shape;
  const auto inner = [&](TypeId a, TypeId b) { return representable({type.model, a}, {by.model, b}); };
  if (const auto cases = cases_of(mine)) {
    const auto other_cases = cases_of(other);
    return other_cases ? compare(*cases, type.model, *other_cases, by.model) : different;
  }
  if (const auto members = members_of(mine)) {
    const auto other_members = members_of(other);
    return other_members ? compare(*members, type.model, *other_members, by.model) : different;
  }
  if (mine.index() != other.index()) return different;
  return match(
      mine, [&](Primitive primitive) { return primitives(primitive, std::get<Primitive>(other)); },
      [&](const Int& open) { return compare(open, std::get<Int>(other)); },
      [&](const List& list) { return inner(list.element, std::get<List>(other).element); },
      [&](const Pointer& pointer) {
        const auto& other_pointer = std::get<Pointer>(other);
        return pointer.constant == other_pointer.constant ? inner(pointer.pointee, other_pointer.pointee) : different;
      },
      [&](const Buffer& buffer) {
        const auto& other_buffer = std::get<Buffer>(other);
        return buffer.out == other_buffer.out ? inner(buffer.element, other_buffer.element) : different;
      },
      [&](const Handle& handle) {
        const ResourceId resource = std::get<Handle>(other).resource;
        return same_resource(type.model, handle.resource, by.model, resource) ? equal : different;
      },
      // Those with cases or members were answered for; nothing stands for what is wrong.
      [](const OneOf<Unknown, Alias, Bool, Enum, Flags, Record, Variant, Union> auto&) { return different; });
}

}  // namespace model
