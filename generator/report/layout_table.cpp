// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/layout_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "draw/terminal.h"
#include "model/abi.h"
#include "model/spell.h"
#include "report/columns.h"

namespace report {
namespace {

using model::Model;
using model::TypeId;
using Rows = std::vector<std::vector<std::string>>;

// In the order of the enumerations.
constexpr std::array roles{"value",  "address",        "address of elements", "number of elements",
                           "result", "result address", "result length",       "all results"};

template <typename Names, typename Enum>
const char* name_in(const Names& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

// The bytes of one type: what it is in a few words, and its tables.
struct Bytes {
  std::string what;
  std::vector<std::string> tables = {};
};

// Rows of bytes, in order, with the gaps between them.
class ByteRows {
 public:
  void add(std::uint64_t offset, std::uint64_t size, std::string name, std::string type) {
    gap(offset);
    rows_.push_back({fmt::to_string(offset), fmt::to_string(size), std::move(name), std::move(type)});
    end_ = offset + size;
  }
  std::string table(std::uint64_t whole, const char* title) {
    gap(whole);
    return columns({{"offset", true}, {"size", true}, {title}, {"type"}}, rows_);
  }

 private:
  void gap(std::uint64_t offset) {
    if (offset > end_) rows_.push_back({fmt::to_string(end_), fmt::to_string(offset - end_), "", "(padding)"});
  }

  Rows rows_;
  std::uint64_t end_ = 0;
};

struct TypeTable {
  const Model& model;
  const model::Layouts& layouts;
  TypeId id;

  [[nodiscard]] std::string spell(TypeId type) const { return model::witx_type(model, type, model::Detail::full); }

  static Bytes values(const char* kind, model::Repr repr, const std::vector<model::Value>& values, const char* title) {
    Rows rows;
    for (const model::Value& value : values) rows.push_back({fmt::to_string(value.value), value.name});
    return {.what = fmt::format("{} of {}", kind, model::word(repr)),
            .tables = {columns({{"value", true}, {title}}, rows)}};
  }
  [[nodiscard]] Bytes plain() const { return {.what = spell(id)}; }
  [[nodiscard]] Bytes two_words(const char* first, const char* second) const {
    const std::uint64_t word = layouts.target().pointer_size;
    ByteRows rows;
    rows.add(0, word, "pointer", first);
    rows.add(word, word, "length", second);
    return {.what = spell(id), .tables = {rows.table(2 * word, "part")}};
  }

  Bytes operator()(const model::Unknown& /*shape*/) const { return plain(); }
  Bytes operator()(model::Primitive /*shape*/) const { return plain(); }
  Bytes operator()(const model::Pointer& /*shape*/) const { return plain(); }
  Bytes operator()(const model::Handle& /*shape*/) const { return plain(); }
  Bytes operator()(const model::Alias& alias) const {
    const TypeId target = model.definitions[alias.definition].type;
    Bytes bytes = std::visit(TypeTable{model, layouts, target}, model.types[target].shape);
    bytes.what = fmt::format("{} = {}", spell(id), bytes.what);
    return bytes;
  }
  Bytes operator()(const model::Bool& b) const {
    return values(
        "bool", b.repr,
        {{.name = "false", .docs = {}, .value = 0, .span = {}}, {.name = "true", .docs = {}, .value = 1, .span = {}}},
        "case");
  }
  Bytes operator()(const model::Enum& e) const { return values("enum", e.repr, e.cases, "case"); }
  Bytes operator()(const model::Int& i) const { return values("int", i.repr, i.constants, "constant"); }
  Bytes operator()(const model::Flags& f) const {
    Rows rows;
    for (const model::Value& flag : f.flags) {
      rows.push_back({fmt::to_string(flag.value),
                      fmt::format("{:#0{}x}", std::uint64_t{1} << flag.value, 2 + 2 * size_of(f.repr)), flag.name});
    }
    return {.what = fmt::format("flags of {}", model::word(f.repr)),
            .tables = {columns({{"bit", true}, {"value"}, {"flag"}}, rows)}};
  }
  Bytes operator()(const model::Record& record) const {
    ByteRows rows;
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      const model::Field& field = record.fields[i];
      rows.add(layouts[id].offsets[i], layouts[field.type].size, field.name, spell(field.type));
    }
    return {.what = record.tuple ? "tuple" : "record", .tables = {rows.table(layouts[id].size, "field")}};
  }
  Bytes operator()(const model::Variant& variant) const {
    const std::string_view repr = model::word(variant.repr);
    std::uint64_t largest = 0;
    Rows cases;
    for (std::size_t i = 0; i < variant.cases.size(); ++i) {
      const model::Case& c = variant.cases[i];
      largest = std::max(largest, c.payload ? layouts[c.payload].size : 0);
      cases.push_back({fmt::to_string(i), c.name});
      if (c.payload)
        cases.back().insert(cases.back().end(), {fmt::to_string(layouts[c.payload].size), spell(c.payload)});
    }
    ByteRows rows;
    rows.add(0, size_of(variant.repr), "tag", variant.tag ? spell(variant.tag) : std::string(repr));
    if (largest > 0) rows.add(layouts[id].offsets.front(), largest, "payload", "");
    return {.what = fmt::format("{} with a tag of {}", model::word(variant.form), repr),
            .tables = {rows.table(layouts[id].size, "part"),
                       columns({{"value", true}, {"case"}, {"size", true}, {"payload"}}, cases)}};
  }
  Bytes operator()(const model::Union& u) const {
    Rows rows;
    for (const model::Field& m : u.members)
      rows.push_back({"0", fmt::to_string(layouts[m.type].size), m.name, spell(m.type)});
    return {.what = "union without a tag",
            .tables = {columns({{"offset", true}, {"size", true}, {"member"}, {"type"}}, rows)}};
  }
  Bytes operator()(const model::List& list) const {
    return two_words(("first " + spell(list.element)).c_str(), "number of elements");
  }
  Bytes operator()(const model::Buffer& buffer) const {
    return two_words(("first " + spell(buffer.element)).c_str(), "number of elements");
  }
};

// The members of members, layer by layer.
std::vector<std::string> deep_tables(const Model& model, const draw::Drawing& drawing) {
  std::vector<std::string> tables;
  for (const draw::Layer& layer : drawing.layers) {
    Rows rows;
    for (const draw::Part& part : layer.parts) {
      rows.push_back({fmt::to_string(part.offset), fmt::to_string(part.size), part.name,
                      part.kind == draw::Kind::padding ? "(padding)"
                      : part.type                      ? model::witx_type(model, part.type, model::Detail::full)
                                                       : ""});
    }
    const std::string title = layer.title.empty() ? std::string() : layer.title + "\n";
    tables.push_back(title + columns({{"offset", true}, {"size", true}, {"field"}, {"type"}}, rows));
  }
  return tables;
}

std::string type_text(const Model& model, const model::Layouts& layouts, const model::Definition& definition,
                      const LayoutLook& look) {
  const model::Layout& layout = layouts[definition.type];
  const Bytes bytes = std::visit(TypeTable{model, layouts, definition.type}, model.types[definition.type].shape);
  std::string text = fmt::format("{}: {}, size {}, align {}\n", definition.name, bytes.what, layout.size, layout.align);
  const draw::Drawing drawing = drawing_of(model, layouts, definition.type, look.depth);
  if (look.drawn && layout.size > 0) text += "\n" + draw::terminal_text(drawing);
  const bool deep =
      look.depth == draw::Depth::all && drawing.unit == draw::Drawing::Unit::byte && !bytes.tables.empty();
  for (const std::string& table : deep ? deep_tables(model, drawing) : bytes.tables) {
    if (!table.empty()) text += "\n" + table;
  }
  return text;
}

bool is_result(model::Role role) { return role >= model::Role::result; }

// How a call ends, from the core signature alone: what it returns and what it writes through pointers.
std::string outcome(const model::Function& function, const model::Signature& signature) {
  if (function.noreturn) return "does not return";
  // A result that is written may take two pointers, and a tuple's members are written one by one.
  std::set<std::pair<std::uint32_t, std::uint32_t>> written;
  bool written_together = false;
  for (const model::CoreParam& param : signature.params) {
    if (is_result(param.role)) written.emplace(param.index, param.member);
    written_together = written_together || param.role == model::Role::results;
  }
  if (written_together) return "writes all results through one pointer";
  std::string returned = signature.results.empty()     ? "returns nothing"
                         : signature.result_is_error   ? "returns 0 or the error"
                         : function.results.size() > 1 ? "returns the first result"
                                                       : "returns the result";
  if (written.empty()) return returned;
  return fmt::format(
      "{}, writes {}", returned,
      written.size() == 1 ? "1 result through a pointer" : fmt::format("{} results through pointers", written.size()));
}

std::string function_text(const Model& model, const model::Layouts& layouts, const model::Module& module,
                          const model::Function& function) {
  const model::Signature signature = model::lower(model, layouts, function);
  std::string params;
  std::string results;
  Rows rows;
  for (const model::CoreParam& param : signature.params) {
    const model::Field* const field = param.role == model::Role::results
                                          ? nullptr
                                          : &(is_result(param.role) ? function.results : function.params)[param.index];
    params += fmt::format(" {}", model::name_of(param.core));
    rows.push_back({fmt::to_string(rows.size()), model::name_of(param.core), field != nullptr ? field->name : "",
                    name_in(roles, param.role),
                    param.type ? model::witx_type(model, param.type, model::Detail::full) : ""});
  }
  for (const model::Core core : signature.results) {
    results += fmt::format(" {}", model::name_of(core));
    const bool one = !function.results.empty();
    rows.push_back({"=", model::name_of(core), one ? function.results.front().name : "",
                    signature.result_is_error ? "0 or the error" : "returned",
                    one ? model::witx_type(model, function.results.front().type, model::Detail::full) : ""});
  }
  std::string text =
      fmt::format("{}: function of {}, {}\n\n", function.name, module.name, outcome(function, signature));
  text += fmt::format("  (func{}{})\n", params.empty() ? "" : fmt::format(" (param{})", params),
                      results.empty() ? "" : fmt::format(" (result{})", results));
  const std::string table = columns({{"core"}, {"type"}, {"name"}, {"carries"}, {"witx type"}}, rows);
  return table.empty() ? text : text + "\n" + table;
}

// Whether the user means this one: by its name alone, or behind its module.
bool is_meant(std::string_view asked, std::string_view module, std::string_view name) {
  return asked == name || (!module.empty() && asked.size() == module.size() + 2 + name.size() &&
                           asked == fmt::format("{}::{}", module, name));
}

bool is_meant(const Model& model, const model::Definition& definition, std::string_view asked) {
  const std::string_view module =
      definition.module ? std::string_view(model.modules[definition.module].name) : std::string_view();
  return is_meant(asked, module, definition.name);
}

}  // namespace

const model::Definition* definition_named(const Model& model, std::string_view name) {
  for (const model::Definition& definition : model.definitions) {
    if (is_meant(model, definition, name)) return &definition;
  }
  return nullptr;
}

std::optional<std::string> layout_table(const Model& model, const model::Layouts& layouts, std::string_view name,
                                        const LayoutLook& look) {
  std::vector<std::string> found;
  for (const model::Definition& definition : model.definitions) {
    if (is_meant(model, definition, name)) found.push_back(type_text(model, layouts, definition, look));
  }
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) {
      if (is_meant(name, module.name, function.name)) found.push_back(function_text(model, layouts, module, function));
    }
  }
  if (found.empty()) return std::nullopt;
  return fmt::format("{}", fmt::join(found, "\n"));
}

}  // namespace report
