// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/spell.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "model/match.h"

namespace model {
namespace {

// In the order of Primitive, which begins with that of Repr.
constexpr std::array<std::string_view, 13> primitives{"u8",  "u16", "u32", "u64",  "s8",    "s16",  "s32",
                                                      "s64", "f32", "f64", "char", "char8", "usize"};
constexpr std::size_t reprs = 4;
constexpr std::array<std::string_view, 4> forms{"variant", "union", "expected", "option"};

// Writes types into a text.
class Speller {
 public:
  Speller(const Model& model, Detail detail) : model_(model), detail_(detail) {}

  void type(TypeId id) {
    match(
        model_.types[id].shape, [this](const Unknown&) { text_ += '?'; },
        [this](Primitive primitive) {
          const bool annotated = primitive == Primitive::char8 || primitive == Primitive::usize;
          text_ += annotated ? fmt::format("(@witx {})", word(primitive)) : word(primitive);
        },
        [this](const Alias& alias) {
          text_.append(detail_ == Detail::full ? "" : "$").append(model_.definitions[alias.definition].name);
        },
        [this](const Bool& b) {
          text_ += detail_ == Detail::exact && b.repr != Repr::u32 ? fmt::format("(bool {})", word(b.repr)) : "bool";
        },
        [this](const Enum& e) { values("enum", "@witx tag", e.repr, e.cases); },
        [this](const Flags& f) { values("flags", "@witx repr", f.repr, f.flags); },
        [this](const Int& i) {
          each(fmt::format("int {}", word(i.repr)), i.constants,
               [this](const Value& v) { text_ += fmt::format("(const ${} {})", v.name, v.value); });
        },
        [this](const Record& record) {
          if (!record.tuple) return fields("record", record.fields);
          list("tuple", record.fields, [this](const Field& f) { type(f.type); });
        },
        [this](const Union& u) { fields("union", u.members); }, [this](const Variant& v) { variant(v); },
        [this](const List& l) {
          const auto* element = std::get_if<Primitive>(&model_.types[l.element].shape);
          const bool is_text = element != nullptr && *element == Primitive::char_;
          is_text ? static_cast<void>(text_ += "string") : form("list", l.element);
        },
        [this](const Pointer& p) { form(p.constant ? "@witx const_pointer" : "@witx pointer", p.pointee); },
        [this](const Buffer& b) { form(b.out ? "out-buffer" : "in-buffer", b.element); },
        [this](const Handle& handle) {
          text_ += "(handle";
          if (handle.resource) text_ += " $" + model_.resources[handle.resource].name;
          if (detail_ == Detail::exact) {
            for (const DefinitionId super : handle.supertypes) text_ += " $" + model_.definitions[super].name;
          }
          text_ += ')';
        });
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  // "(head part part)"
  template <typename Members, typename Write>
  void list(std::string_view head, const Members& members, Write write) {
    text_.append("(").append(head);
    for (const auto& member : members) {
      text_ += ' ';
      write(member);
    }
    text_ += ')';
  }

  // The same of what has members of its own. `head` is cut behind its first word, too.
  template <typename Members, typename Write>
  void each(std::string_view head, const Members& members, Write write) {
    if (detail_ != Detail::brief) return list(head, members, write);
    text_ += fmt::format("({} ...)", head.substr(0, head.find(' ')));
  }

  void form(std::string_view head, TypeId part) {
    list(head, std::array{part}, [this](TypeId id) { type(id); });
  }

  void fields(std::string_view head, const std::vector<Field>& members) {
    each(head, members, [this](const Field& f) { form(fmt::format("field ${}", f.name), f.type); });
  }

  void values(std::string_view head, std::string_view annotation, Repr repr, const std::vector<Value>& members) {
    each(fmt::format("{} ({} {})", head, annotation, word(repr)), members,
         [this](const Value& value) { text_ += "$" + value.name; });
  }

  // " u8", or nothing.
  void payload(TypeId id) {
    if (!id) return;
    text_ += ' ';
    type(id);
  }

  void variant(const Variant& v) {
    const auto cases = [this](const Case& c) {
      text_ += fmt::format("(case ${}", c.name);
      payload(c.payload);
      text_ += ')';
    };
    if (detail_ == Detail::exact) return each(fmt::format("variant (@witx tag {})", word(v.repr)), v.cases, cases);
    switch (v.form) {
      case Variant::Form::variant: return each("variant", v.cases, cases);
      case Variant::Form::option:
        text_ += "(option";
        payload(v.cases[1].payload);
        text_ += ')';
        return;
      case Variant::Form::expected:
        text_ += "(expected";
        payload(v.cases[0].payload);
        text_ += " (error";
        payload(v.cases[1].payload);
        text_ += "))";
        return;
      case Variant::Form::union_:
        // Cut short, it is a variant like others.
        if (detail_ == Detail::brief) return each("variant", v.cases, cases);
        return each("union", v.cases,
                    [this](const Case& c) { c.payload ? type(c.payload) : static_cast<void>(text_ += "(tuple)"); });
    }
  }

  const Model& model_;
  Detail detail_;
  std::string text_;
};

}  // namespace

std::string_view word(Primitive primitive) { return primitives[static_cast<std::size_t>(primitive)]; }
std::string_view word(Repr repr) { return primitives[static_cast<std::size_t>(repr)]; }
std::string_view word(Variant::Form form) { return forms[static_cast<std::size_t>(form)]; }

std::optional<Primitive> primitive_named(std::string_view word) {
  const auto found = std::ranges::find(primitives, word);
  if (found == primitives.end()) return std::nullopt;
  return static_cast<Primitive>(found - primitives.begin());
}

std::optional<Repr> repr_named(std::string_view word) {
  const std::optional<Primitive> found = primitive_named(word);
  if (!found || static_cast<std::size_t>(*found) >= reprs) return std::nullopt;
  return static_cast<Repr>(*found);
}

std::string witx_type(const Model& model, TypeId id, Detail detail) {
  Speller speller(model, detail);
  speller.type(id);
  return speller.take();
}

}  // namespace model
