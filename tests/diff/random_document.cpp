// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/random_document.h"

#include <map>
#include <utility>

namespace tests {
namespace {

using Kind = DefinitionText::Kind;
using model::TypeId;

constexpr std::size_t most_definitions = 12;
constexpr std::size_t most_members = 5;
constexpr std::size_t most_functions = 5;

Ref random_ref(Random& random, const std::vector<DefinitionText>& known) {
  Ref ref;
  ref.form = random.chance(3) ? static_cast<Ref::Form>(random.below(4)) : Ref::Form::plain;
  ref.primitive = static_cast<model::Primitive>(random.below(13));
  if (!known.empty() && !random.chance(3)) ref.name = known[random.below(known.size())].name;
  return ref;
}

DefinitionText random_definition(Random& random, const std::vector<DefinitionText>& known) {
  DefinitionText definition;
  definition.kind = static_cast<Kind>(random.below(7));
  definition.name = "t" + std::to_string(known.size());
  definition.repr = static_cast<model::Repr>(random.below(4));
  if (random.chance(3)) definition.docs = "Some words.";
  definition.target = random_ref(random, known);
  const std::size_t members = 1 + random.below(most_members);
  for (std::size_t i = 0; i < members; ++i) {
    MemberText member{.name = "m" + std::to_string(i), .type = std::nullopt, .value = i, .docs = {}};
    const bool payload = definition.kind == Kind::record || (definition.kind == Kind::variant && random.chance(2));
    if (payload) member.type = random_ref(random, known);
    definition.members.push_back(std::move(member));
  }
  return definition;
}

// Builds one model. What is named must have been built before.
class Builder {
 public:
  model::Model run(const DocumentText& text) {
    for (const DefinitionText& definition : text.definitions) define(definition);
    model::Module module{.name = text.module, .docs = {}, .imports = {}, .functions = {}, .span = {}};
    for (const FunctionText& function : text.functions) module.functions.push_back(make(function));
    model_.modules.add(std::move(module));
    model_.constants = text.constants;
    return std::move(model_);
  }

 private:
  TypeId add(model::Type::Shape shape) { return model_.types.add({.shape = std::move(shape), .span = {}}); }

  TypeId named(const std::string& name) {
    const model::DefinitionId definition = definitions_.at(name);
    const TypeId own = model_.definitions[definition].type;
    const auto* alias = std::get_if<model::Alias>(&model_.types[own].shape);
    const TypeId target = alias == nullptr ? own : alias->target;
    return add(model::Alias{.definition = definition, .target = target});
  }

  TypeId make(const Ref& ref) {
    const TypeId inner = ref.name.empty() ? add(ref.primitive) : named(ref.name);
    switch (ref.form) {
      case Ref::Form::plain: return inner;
      case Ref::Form::list: return add(model::List{.element = inner});
      case Ref::Form::pointer:
      case Ref::Form::const_pointer:
        return add(model::Pointer{.pointee = inner, .constant = ref.form == Ref::Form::const_pointer});
    }
    return inner;
  }

  static std::vector<model::Value> values(const std::vector<MemberText>& members, bool by_position) {
    std::vector<model::Value> list;
    for (const MemberText& m : members) {
      list.push_back({.name = m.name, .docs = m.docs, .value = by_position ? list.size() : m.value, .span = {}});
    }
    return list;
  }

  std::vector<model::Field> fields(const std::vector<MemberText>& members) {
    std::vector<model::Field> list;
    for (const MemberText& m : members) {
      list.push_back({.name = m.name, .docs = m.docs, .type = make(*m.type), .span = {}});
    }
    return list;
  }

  model::Type::Shape shape(const DefinitionText& text) {
    switch (text.kind) {
      case Kind::alias: break;
      case Kind::enum_: return model::Enum{.repr = text.repr, .cases = values(text.members, true)};
      case Kind::integer: return model::Int{.repr = text.repr, .constants = values(text.members, false)};
      case Kind::flags: return model::Flags{.repr = text.repr, .flags = values(text.members, true)};
      case Kind::handle: return model::Handle{};
      case Kind::record: return model::Record{.fields = fields(text.members), .tuple = false};
      case Kind::variant: {
        model::Variant variant{.form = model::Variant::Form::variant, .repr = text.repr, .tag = {}, .cases = {}};
        for (const MemberText& m : text.members) {
          variant.cases.push_back(
              {.name = m.name, .docs = m.docs, .payload = m.type ? make(*m.type) : TypeId(), .span = {}});
        }
        return variant;
      }
    }
    return model::Unknown{};
  }

  void define(const DefinitionText& text) {
    const TypeId type = text.kind == Kind::alias ? make(text.target) : add(shape(text));
    definitions_[text.name] = model_.definitions.add(
        {.name = text.name, .docs = text.docs, .type = type, .module = {}, .hidden = text.hidden, .span = {}});
  }

  model::Function make(const FunctionText& text) {
    model::Function function{.name = text.name,
                             .docs = text.docs,
                             .params = fields(text.params),
                             .results = {},
                             .noreturn = text.noreturn,
                             .convention = model::Convention::preview1,
                             .span = {}};
    if (text.ok.empty() && text.error.empty()) return function;
    const auto payload = [this](const std::string& name) { return name.empty() ? TypeId() : named(name); };
    model::Variant expected{.form = model::Variant::Form::expected, .repr = model::Repr::u32, .tag = {}, .cases = {}};
    expected.cases.push_back({.name = "ok", .docs = {}, .payload = payload(text.ok), .span = {}});
    expected.cases.push_back({.name = "err", .docs = {}, .payload = payload(text.error), .span = {}});
    function.results.push_back({.name = "error", .docs = {}, .type = add(std::move(expected)), .span = {}});
    return function;
  }

  model::Model model_;
  std::map<std::string, model::DefinitionId> definitions_;
};

}  // namespace

DocumentText random_document(Random& random) {
  DocumentText text;
  const std::size_t definitions = 1 + random.below(most_definitions);
  for (std::size_t i = 0; i < definitions; ++i) {
    text.definitions.push_back(random_definition(random, text.definitions));
  }
  const std::size_t functions = random.below(most_functions + 1);
  for (std::size_t i = 0; i < functions; ++i) {
    FunctionText function;
    function.name = "f" + std::to_string(i);
    const std::size_t params = random.below(most_members);
    for (std::size_t p = 0; p < params; ++p) {
      function.params.push_back(
          {.name = "p" + std::to_string(p), .type = random_ref(random, text.definitions), .value = 0, .docs = {}});
    }
    if (random.chance(2)) function.ok = text.definitions[random.below(definitions)].name;
    if (random.chance(2)) function.error = text.definitions[random.below(definitions)].name;
    text.functions.push_back(std::move(function));
  }
  return text;
}

model::Model build(const DocumentText& text) { return Builder().run(text); }

}  // namespace tests
