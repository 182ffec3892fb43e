// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cpp_structs.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace property {
namespace {

constexpr const char* primitives[] = {"uint8_t", "uint16_t", "uint32_t", "uint64_t", "int8_t",  "int16_t", "int32_t",
                                      "int64_t", "float",    "double",   "char32_t", "uint8_t", "size_t"};
constexpr const char* reprs[] = {"uint8_t", "uint16_t", "uint32_t", "uint64_t"};

const char* name_of(model::Repr repr) { return reprs[static_cast<std::size_t>(repr)]; }

// Every type of the model becomes a type of C++ named by its index: parts stand before their wholes.
class Writer {
 public:
  Writer(const model::Model& model, const model::Layouts& layouts) : model_(model), layouts_(layouts) {}

  std::string run() {
    for (std::size_t i = 0; i < model_.types.size(); ++i) {
      id_ = model::TypeId(i);
      if (!has_bytes(id_)) continue;
      std::visit([this](const auto& shape) { write(shape); }, model_.types[id_].shape);
      const model::Layout& layout = layouts_[id_];
      text_ += fmt::format("static_assert(sizeof({0}) == {1} && alignof({0}) == {2});\n", type(id_), layout.size,
                           layout.align);
    }
    return std::move(text_);
  }

 private:
  [[nodiscard]] bool has_bytes(model::TypeId id) const { return layouts_[id].size > 0; }
  [[nodiscard]] static std::string type(model::TypeId id) { return fmt::format("T{}", id.index()); }
  void alias(const std::string& other) { text_ += fmt::format("using {} = {};\n", type(id_), other); }
  void offset(std::string_view member, std::uint64_t expected) {
    text_ += fmt::format("static_assert(offsetof({}, {}) == {});\n", type(id_), member, expected);
  }

  void write(const model::Unknown& /*shape*/) {}
  void write(model::Primitive p) { alias(primitives[static_cast<std::size_t>(p)]); }
  void write(const model::Alias& a) { alias(type(model_.definitions[a.definition].type)); }
  void write(model::Bool b) { text_ += fmt::format("enum class {} : {} {{}};\n", type(id_), name_of(b.repr)); }
  void write(const model::Enum& e) { text_ += fmt::format("enum class {} : {} {{}};\n", type(id_), name_of(e.repr)); }
  void write(const model::Int& i) { alias(name_of(i.repr)); }
  void write(const model::Flags& f) { alias(name_of(f.repr)); }
  void write(const model::Pointer& /*shape*/) { alias("void*"); }
  void write(const model::Handle& /*shape*/) { alias("uint32_t"); }
  void write(const model::List& /*shape*/) {
    text_ += fmt::format("struct {} {{ void* data; size_t size; }};\n", type(id_));
  }
  void write(const model::Buffer& /*shape*/) {
    text_ += fmt::format("struct {} {{ void* data; size_t size; }};\n", type(id_));
  }

  void write(const model::Record& r) { members("struct", r.fields); }
  void write(const model::Union& u) { members("union", u.members); }

  void members(const char* keyword, const std::vector<model::Field>& fields) {
    text_ += fmt::format("{} {} {{", keyword, type(id_));
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (has_bytes(fields[i].type)) text_ += fmt::format(" {} m{};", type(fields[i].type), i);
    }
    text_ += " };\n";
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (has_bytes(fields[i].type)) offset(fmt::format("m{}", i), layouts_[id_].offsets[i]);
    }
  }

  void write(const model::Variant& v) {
    std::string payloads;
    for (std::size_t i = 0; i < v.cases.size(); ++i) {
      if (v.cases[i].payload && has_bytes(v.cases[i].payload))
        payloads += fmt::format(" {} m{};", type(v.cases[i].payload), i);
    }
    if (payloads.empty()) {
      text_ += fmt::format("struct {} {{ {} tag; }};\n", type(id_), name_of(v.repr));
      return;
    }
    text_ += fmt::format("struct {} {{ {} tag; union {{{} }} payload; }};\n", type(id_), name_of(v.repr), payloads);
    offset("payload", layouts_[id_].offsets.front());
  }

  const model::Model& model_;
  const model::Layouts& layouts_;
  model::TypeId id_;
  std::string text_;
};

}  // namespace

std::string cpp_structs(const model::Model& model, const model::Layouts& layouts) {
  return Writer(model, layouts).run();
}

}  // namespace property
