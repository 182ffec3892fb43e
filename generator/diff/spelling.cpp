// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/spelling.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace diff {
namespace {

using model::TypeId;

constexpr std::size_t longest_in_sentence = 40;

constexpr std::array<std::string_view, 13> primitives{
    "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "f32", "f64", "char", "(@witx char8)", "(@witx usize)"};
constexpr std::array<std::string_view, 4> reprs{"u8", "u16", "u32", "u64"};

std::string_view name_of(model::Repr repr) { return reprs[static_cast<std::size_t>(repr)]; }

// Writes one type into text.
class Speller {
 public:
  Speller(const model::Model& model, std::string& text) : model_(model), text_(text) {}

  void type(TypeId id) { std::visit(*this, model_.types[id].shape); }

  void operator()(const model::Unknown& /*unknown*/) { text_ += '?'; }
  void operator()(const model::Primitive& p) { text_ += primitives[static_cast<std::size_t>(p)]; }
  void operator()(const model::Alias& a) { text_ += '$' + model_.definitions[a.definition].name; }
  void operator()(const model::Bool& b) {
    text_ += b.repr == model::Repr::u32 ? "bool" : fmt::format("(bool {})", name_of(b.repr));
  }
  void operator()(const model::Enum& e) { values(fmt::format("(enum (@witx tag {})", name_of(e.repr)), e.cases); }
  void operator()(const model::Flags& f) { values(fmt::format("(flags (@witx repr {})", name_of(f.repr)), f.flags); }

  void operator()(const model::Int& i) {
    text_ += fmt::format("(int {}", name_of(i.repr));
    for (const model::Value& value : i.constants) text_ += fmt::format(" (const ${} {})", value.name, value.value);
    text_ += ')';
  }

  void operator()(const model::Record& record) {
    text_ += record.tuple ? "(tuple" : "(record";
    for (const model::Field& f : record.fields) {
      text_ += ' ';
      record.tuple ? type(f.type) : field(f);
    }
    text_ += ')';
  }

  void operator()(const model::Union& u) {
    text_ += "(union";
    for (const model::Field& member : u.members) {
      text_ += ' ';
      field(member);
    }
    text_ += ')';
  }

  void operator()(const model::Variant& variant) {
    text_ += fmt::format("(variant (@witx tag {})", name_of(variant.repr));
    for (const model::Case& c : variant.cases) {
      text_ += fmt::format(" (case ${}", c.name);
      if (c.payload) wrap(" ", c.payload);
      text_ += ')';
    }
    text_ += ')';
  }

  void operator()(const model::List& list) {
    const auto* element = std::get_if<model::Primitive>(&model_.types[list.element].shape);
    if (element != nullptr && *element == model::Primitive::char_) {
      text_ += "string";
    } else {
      wrap("(list ", list.element);
      text_ += ')';
    }
  }

  void operator()(const model::Pointer& pointer) {
    wrap(pointer.constant ? "(@witx const_pointer " : "(@witx pointer ", pointer.pointee);
    text_ += ')';
  }

  void operator()(const model::Handle& handle) {
    text_ += "(handle";
    if (handle.resource) text_ += " $" + model_.resources[handle.resource].name;
    for (const model::DefinitionId super : handle.supertypes) text_ += " $" + model_.definitions[super].name;
    text_ += ')';
  }

  void operator()(const model::Buffer& buffer) {
    wrap(buffer.out ? "(out-buffer " : "(in-buffer ", buffer.element);
    text_ += ')';
  }

 private:
  void wrap(std::string_view before, TypeId id) {
    text_ += before;
    type(id);
  }

  void field(const model::Field& f) {
    wrap(fmt::format("(field ${} ", f.name), f.type);
    text_ += ')';
  }

  void values(std::string_view head, const std::vector<model::Value>& list) {
    text_ += head;
    for (const model::Value& value : list) text_ += " $" + value.name;
    text_ += ')';
  }

  const model::Model& model_;
  std::string& text_;
};

std::string counted(std::string_view what, std::size_t count, std::string_view part) {
  return fmt::format("{} of {} {}{}", what, count, part, count == 1 ? "" : "s");
}

}  // namespace

std::string spell(const model::Model& model, TypeId type) {
  std::string text;
  Speller(model, text).type(type);
  return text;
}

std::string describe(const model::Model& model, TypeId type) {
  const model::Type::Shape& shape = model.types[type].shape;
  if (const auto* alias = std::get_if<model::Alias>(&shape)) return model.definitions[alias->definition].name;
  if (const auto* e = std::get_if<model::Enum>(&shape)) return counted("an enum", e->cases.size(), "case");
  if (const auto* f = std::get_if<model::Flags>(&shape)) return counted("a set", f->flags.size(), "flag");
  if (const auto* i = std::get_if<model::Int>(&shape)) return counted("an integer", i->constants.size(), "named value");
  if (const auto* r = std::get_if<model::Record>(&shape); r != nullptr && !r->tuple)
    return counted("a record", r->fields.size(), "field");
  if (const auto* u = std::get_if<model::Union>(&shape)) return counted("a union", u->members.size(), "member");
  std::string text = spell(model, type);
  if (text.size() <= longest_in_sentence) return text;
  if (const auto* v = std::get_if<model::Variant>(&shape)) return counted("a variant", v->cases.size(), "case");
  if (const auto* r = std::get_if<model::Record>(&shape)) return counted("a tuple", r->fields.size(), "member");
  if (const auto* l = std::get_if<model::List>(&shape)) return "a list of " + describe(model, l->element);
  if (const auto* p = std::get_if<model::Pointer>(&shape)) return "a pointer to " + describe(model, p->pointee);
  if (const auto* b = std::get_if<model::Buffer>(&shape)) return "a buffer of " + describe(model, b->element);
  return text;
}

std::string spell(const model::Signature& signature) {
  std::string text = "(";
  for (const model::CoreParam& param : signature.params)
    text += fmt::format("{}{}", text.size() > 1 ? ", " : "", name_of(param.core));
  text += ')';
  for (const model::Core result : signature.results) text += fmt::format(" -> {}", name_of(result));
  return text;
}

std::string bytes(std::uint64_t count) { return fmt::format("{} byte{}", count, count == 1 ? "" : "s"); }

}  // namespace diff
