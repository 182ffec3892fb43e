// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <unordered_map>

#include "validate/rules.h"

namespace validate {
namespace {

using support::Code;
using support::Diagnostics;
using support::Span;

// Names of one scope; reports every name that is there already.
class Names {
 public:
  Names(Code code, Diagnostics& diagnostics) : code_(code), diagnostics_(diagnostics) {}

  void add(std::string_view what, std::string_view name, Span span) {
    const auto [found, added] = first_.try_emplace(name, span);
    if (added) return;
    diagnostics_.report(code_, span, fmt::format("{} '{}' is defined twice", what, name))
        .also(found->second, "first defined here");
  }

  template <typename Members>
  void add_all(std::string_view what, const Members& members) {
    first_.reserve(first_.size() + members.size());
    for (const auto& member : members) add(what, member.name, member.span);
  }

 private:
  Code code_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string_view, Span> first_;
};

struct MemberNames {
  Diagnostics& diagnostics;

  template <typename Members>
  void check(std::string_view what, const Members& members) const {
    Names(Code::duplicate_member, diagnostics).add_all(what, members);
  }

  void operator()(const model::Enum& e) const { check("case", e.cases); }
  void operator()(const model::Int& i) const { check("constant", i.constants); }
  void operator()(const model::Flags& f) const { check("flag", f.flags); }
  void operator()(const model::Record& r) const { check("field", r.fields); }
  void operator()(const model::Union& u) const { check("member", u.members); }
  void operator()(const model::Variant& v) const {
    // The names of an expected and of a union of bare types are not the author's.
    if (v.form == model::Variant::Form::variant) check("case", v.cases);
  }
  void operator()(const model::Unknown& /*shape*/) const {}
  void operator()(const model::Primitive& /*shape*/) const {}
  void operator()(const model::Alias& /*shape*/) const {}
  void operator()(const model::Bool& /*shape*/) const {}
  void operator()(const model::List& /*shape*/) const {}
  void operator()(const model::Pointer& /*shape*/) const {}
  void operator()(const model::Handle& /*shape*/) const {}
  void operator()(const model::Buffer& /*shape*/) const {}
};

}  // namespace

void duplicate_members(const model::Model& model, Diagnostics& diagnostics) {
  for (const model::Type& type : model.types) std::visit(MemberNames{diagnostics}, type.shape);
}

void duplicate_functions(const model::Model& model, Diagnostics& diagnostics) {
  for (const model::Module& module : model.modules) {
    Names names(Code::duplicate_name, diagnostics);
    names.add_all("import", module.imports);
    names.add_all("function", module.functions);
  }
}

void duplicate_parameters(const model::Model& model, Diagnostics& diagnostics) {
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) {
      Names names(Code::duplicate_member, diagnostics);
      names.add_all("parameter", function.params);
      names.add_all("result", function.results);
    }
  }
}

void duplicate_constants(const model::Model& model, Diagnostics& diagnostics) {
  std::unordered_map<std::string_view, Names> by_type;
  for (const model::Constant& constant : model.constants) {
    by_type.try_emplace(constant.type, Code::duplicate_name, diagnostics)
        .first->second.add("constant", constant.name, constant.span);
  }
}

}  // namespace validate
