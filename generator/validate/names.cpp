// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <unordered_map>

#include "model/parts.h"
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

}  // namespace

void duplicate_members(const model::Model& model, Diagnostics& diagnostics) {
  for (const model::Type& type : model.types) {
    model::named_members(type, [&diagnostics](std::string_view what, const auto& members) {
      Names(Code::duplicate_member, diagnostics).add_all(what, members);
    });
  }
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
