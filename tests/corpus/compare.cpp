// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "compare.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "model/abi.h"
#include "model/layout.h"

namespace corpus {
namespace {

using nlohmann::json;

constexpr std::string_view reprs[] = {"u8", "u16", "u32", "u64"};
constexpr std::string_view primitives[] = {"u8",  "u16", "u32", "u64",  "s8",    "s16",  "s32",
                                           "s64", "f32", "f64", "char", "char8", "usize"};

std::string_view name_of(model::Repr repr) { return reprs[static_cast<std::size_t>(repr)]; }

class Comparer {
 public:
  explicit Comparer(const model::Model& model) : model_(model), layouts_(model, {}) {}

  Comparison run(const json& theirs) {
    types(theirs.at("types"));
    constants(theirs.at("constants"));
    modules(theirs.at("modules"));
    return std::move(result_);
  }

 private:
  template <typename Value>
  void same(const std::string& where, const Value& ours, const json& theirs) {
    ++result_.facts;
    if (json(ours) != theirs)
      result_.differences.push_back(fmt::format("{}: {}, theirs is {}", where, json(ours).dump(), theirs.dump()));
  }

  // Their docs end every line and may end with empty ones; ours join lines that say something.
  void same_docs(const std::string& where, const std::string& ours, const std::string& theirs) {
    same(where + ".docs", ours, json(theirs.substr(0, theirs.find_last_not_of('\n') + 1)));
  }

  bool same_count(const std::string& where, std::size_t ours, const json& theirs) {
    same(where + ": number", ours, theirs.size());
    return ours == theirs.size();
  }

  void same_size(const std::string& where, model::TypeId type, const json& theirs) {
    same(where + ".size", layouts_[type].size, theirs.at("size"));
    same(where + ".align", layouts_[type].align, theirs.at("align"));
  }

  void same_spelling(const std::string& where, model::TypeId type, const json& theirs) {
    same(where + ".type", type ? json(spell(type)) : json(nullptr), theirs.at("type"));
  }

  // A type as the layout files spell it.
  [[nodiscard]] std::string spell(model::TypeId id) const {
    const model::Type::Shape& shape = model_.types[id].shape;
    if (const auto* alias = std::get_if<model::Alias>(&shape)) return "$" + model_.definitions[alias->definition].name;
    if (const auto* primitive = std::get_if<model::Primitive>(&shape))
      return std::string(primitives[static_cast<std::size_t>(*primitive)]);
    if (const auto* pointer = std::get_if<model::Pointer>(&shape)) {
      return fmt::format("({} {})", pointer->constant ? "const_pointer" : "pointer", spell(pointer->pointee));
    }
    if (const auto* list = std::get_if<model::List>(&shape)) {
      const auto* element = std::get_if<model::Primitive>(&model_.types[list->element].shape);
      if (element != nullptr && *element == model::Primitive::char_) return "string";
      return fmt::format("(list {})", spell(list->element));
    }
    if (const auto* tuple = std::get_if<model::Record>(&shape)) {
      std::string text = "(tuple";
      for (const model::Field& field : tuple->fields) text += " " + spell(field.type);
      return text + ")";
    }
    if (const auto* variant = std::get_if<model::Variant>(&shape)) {
      std::string text = fmt::format("(variant {}", name_of(variant->repr));
      for (const model::Case& c : variant->cases)
        text += fmt::format(" (case {}{})", c.name, c.payload ? " " + spell(c.payload) : "");
      return text + ")";
    }
    return "?";
  }

  void types(const json& theirs) {
    if (!same_count("types", model_.definitions.size(), theirs)) return;
    auto their = theirs.begin();
    for (const model::Definition& ours : model_.definitions) {
      same(ours.name + ".name", ours.name, their->at("name"));
      same_docs(ours.name, ours.docs, their->at("docs"));
      same_size(ours.name, ours.type, *their);
      shape(ours.name, ours.type, *their++);
    }
  }

  void shape(const std::string& name, model::TypeId type, const json& theirs) {
    const model::Type::Shape& ours = model_.types[type].shape;
    const std::string kind = theirs.at("kind");
    if (kind == "enum") {
      const auto* boolean = std::get_if<model::Bool>(&ours);
      cases(name, boolean != nullptr ? as_enum(*boolean) : std::get<model::Enum>(ours), theirs);
    } else if (kind == "flags") {
      flags(name, std::get<model::Flags>(ours), theirs);
    } else if (kind == "record" || (kind == "tuple" && theirs.contains("members"))) {
      fields(name, type, std::get<model::Record>(ours), theirs);
    } else if (kind == "variant") {
      variant(name, type, std::get<model::Variant>(ours), theirs);
    } else if (kind == "handle") {
      same(name + ": a handle", std::holds_alternative<model::Handle>(ours), json(true));
    } else {
      same_spelling(name, type, theirs);
      if (theirs.contains("element")) element(name, ours, theirs);
    }
  }

  // Theirs knows no bool, only the enum that it stands for.
  static model::Enum as_enum(model::Bool boolean) {
    return {.repr = boolean.repr,
            .cases = {{.name = "false", .docs = {}, .value = 0, .span = {}},
                      {.name = "true", .docs = {}, .value = 1, .span = {}}}};
  }

  void cases(const std::string& name, const model::Enum& ours, const json& theirs) {
    same(name + ".repr", name_of(ours.repr), theirs.at("repr"));
    if (!same_count(name + ": cases", ours.cases.size(), theirs.at("cases"))) return;
    for (std::size_t i = 0; i < ours.cases.size(); ++i) {
      const json& their = theirs.at("cases")[i];
      same(name + ": case", ours.cases[i].name, their.at("name"));
      same(name + "." + ours.cases[i].name, ours.cases[i].value, their.at("value"));
      same_docs(name + "." + ours.cases[i].name, ours.cases[i].docs, their.at("docs"));
    }
  }

  void flags(const std::string& name, const model::Flags& ours, const json& theirs) {
    same(name + ".repr", name_of(ours.repr), theirs.at("repr"));
    if (!same_count(name + ": flags", ours.flags.size(), theirs.at("flags"))) return;
    for (std::size_t i = 0; i < ours.flags.size(); ++i) {
      const json& their = theirs.at("flags")[i];
      same(name + ": flag", ours.flags[i].name, their.at("name"));
      same(name + "." + ours.flags[i].name, ours.flags[i].value, their.at("bit"));
      same_docs(name + "." + ours.flags[i].name, ours.flags[i].docs, their.at("docs"));
    }
  }

  void fields(const std::string& name, model::TypeId type, const model::Record& ours, const json& theirs) {
    if (!same_count(name + ": fields", ours.fields.size(), theirs.at("members"))) return;
    for (std::size_t i = 0; i < ours.fields.size(); ++i) {
      const json& their = theirs.at("members")[i];
      const std::string where = name + "." + ours.fields[i].name;
      same(name + ": field", ours.fields[i].name, their.at("name"));
      same(where + ".offset", layouts_[type].offsets[i], their.at("offset"));
      same_size(where, ours.fields[i].type, their);
      same_spelling(where, ours.fields[i].type, their);
      same_docs(where, ours.fields[i].docs, their.at("docs"));
    }
  }

  void variant(const std::string& name, model::TypeId type, const model::Variant& ours, const json& theirs) {
    same(name + ".repr", name_of(ours.repr), theirs.at("repr"));
    if (!same_count(name + ": cases", ours.cases.size(), theirs.at("cases"))) return;
    for (std::size_t i = 0; i < ours.cases.size(); ++i) {
      const json& their = theirs.at("cases")[i];
      const std::string where = name + "." + ours.cases[i].name;
      same(name + ": case", ours.cases[i].name, their.at("name"));
      same(where, i, their.at("value"));
      same(where + ".payload_offset", layouts_[type].offsets[i], theirs.at("payload_offset"));
      same_spelling(where, ours.cases[i].payload, their);
      same_docs(where, ours.cases[i].docs, their.at("docs"));
    }
  }

  void element(const std::string& name, const model::Type::Shape& ours, const json& theirs) {
    const auto* list = std::get_if<model::List>(&ours);
    const model::TypeId type = list != nullptr ? list->element : std::get<model::Pointer>(ours).pointee;
    same(name + ".element", spell(type), theirs.at("element"));
    same(name + ".element_size", layouts_[type].size, theirs.at("element_size"));
    same(name + ".element_align", layouts_[type].align, theirs.at("element_align"));
  }

  // The released reader loses constants that nothing but constants follow in their file, so theirs are some of ours, in order;
  // and it keeps no docs of any.
  void constants(const json& theirs) {
    auto ours = model_.constants.begin();
    for (const json& their : theirs) {
      while (ours != model_.constants.end() &&
             (json(ours->type) != their.at("type") || json(ours->name) != their.at("name")))
        ++ours;
      const std::string where =
          fmt::format("constant {}.{}", std::string(their.at("type")), std::string(their.at("name")));
      same(where + ": there", ours != model_.constants.end(), json(true));
      if (ours == model_.constants.end()) return;
      same(where, ours->value, their.at("value"));
    }
  }

  void modules(const json& theirs) {
    if (!same_count("modules", model_.modules.size(), theirs)) return;
    auto their = theirs.begin();
    for (const model::Module& ours : model_.modules) {
      same(ours.name + ".name", ours.name, their->at("name"));
      same_docs(ours.name, ours.docs, their->at("docs"));
      imports(ours, their->at("imports"));
      const json& functions = (their++)->at("funcs");
      if (!same_count(ours.name + ": functions", ours.functions.size(), functions)) continue;
      for (std::size_t i = 0; i < functions.size(); ++i) function(ours.functions[i], functions[i]);
    }
  }

  void imports(const model::Module& ours, const json& theirs) {
    if (!same_count(ours.name + ": imports", ours.imports.size(), theirs)) return;
    for (std::size_t i = 0; i < theirs.size(); ++i) {
      same(ours.name + ": import", ours.imports[i].name, theirs[i].at("name"));
      same_docs(ours.name + "." + ours.imports[i].name, ours.imports[i].docs, theirs[i].at("docs"));
    }
  }

  void function(const model::Function& ours, const json& theirs) {
    same("function", ours.name, theirs.at("name"));
    same_docs(ours.name, ours.docs, theirs.at("docs"));
    same(ours.name + ".noreturn", ours.noreturn, theirs.at("noreturn"));
    values(ours.name, ours.params, theirs.at("params"));
    values(ours.name, ours.results, theirs.at("results"));
    const model::Signature signature = model::lower(model_, layouts_, ours);
    json params = json::array();
    for (const model::CoreParam& param : signature.params) params.push_back(model::name_of(param.core));
    json results = json::array();
    for (const model::Core core : signature.results) results.push_back(model::name_of(core));
    same(ours.name + ".wasm_params", params, theirs.at("wasm_params"));
    same(ours.name + ".wasm_results", results, theirs.at("wasm_results"));
  }

  void values(const std::string& name, const std::vector<model::Field>& ours, const json& theirs) {
    if (!same_count(name + ": parameters or results", ours.size(), theirs)) return;
    for (std::size_t i = 0; i < ours.size(); ++i) {
      const std::string where = name + "." + ours[i].name;
      same(name + ": parameter or result", ours[i].name, theirs[i].at("name"));
      same_size(where, ours[i].type, theirs[i]);
      same_spelling(where, ours[i].type, theirs[i]);
      same_docs(where, ours[i].docs, theirs[i].at("docs"));
    }
  }

  const model::Model& model_;
  model::Layouts layouts_;
  Comparison result_;
};

}  // namespace

Comparison compare(const model::Model& model, const std::string& text) {
  const json theirs = json::parse(text, nullptr, false);
  if (theirs.is_discarded()) return {.facts = 0, .differences = {"the layout file is not JSON"}};
  try {
    return Comparer(model).run(theirs);
  } catch (const json::exception& e) {
    return {.facts = 0, .differences = {fmt::format("the layout file has another shape: {}", e.what())}};
  } catch (const std::bad_variant_access&) {
    return {.facts = 0, .differences = {"a type is of another kind"}};
  }
}

}  // namespace corpus
