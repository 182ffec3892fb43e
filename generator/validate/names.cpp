// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "model/parts.h"
#include "support/utf8.h"
#include "validate/rules.h"

namespace validate {
namespace {

using diagnostics::Code;
using diagnostics::Sink;
using support::Span;

// Names of one scope; reports every name that is there already.
class Names {
 public:
  Names(Code code, Sink& diagnostics) : code_(code), diagnostics_(diagnostics) {}

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
  Sink& diagnostics_;
  std::unordered_map<std::string_view, Span> first_;
};

// "0xff", "U+202E": the first thing in a name that a text cannot show; empty if there is none.
std::string invisible_part(std::string_view name) {
  const std::size_t good = std::min(support::utf8_error(name), name.size());
  for (std::string_view rest = name.substr(0, good); !rest.empty();) {
    const support::CodePoint next = support::first_code_point(rest);
    if (!support::is_visible(next.scalar)) return fmt::format("U+{:04X}", static_cast<std::uint32_t>(next.scalar));
    rest.remove_prefix(next.bytes);
  }
  return good == name.size() ? std::string() : fmt::format("the byte 0x{:02x}", static_cast<unsigned char>(name[good]));
}

}  // namespace

// They are strings, so escapes can put anything into them; all other names are made of letters, digits and signs.
void names_are_visible(const model::Model& model, Sink& diagnostics) {
  // A character that is there as itself has been reported.
  if (diagnostics.errors() > 0) return;
  const auto check = [&diagnostics](std::string_view what, const auto& things) {
    for (const auto& thing : things) {
      const std::string bad = invisible_part(thing.name);
      if (bad.empty()) continue;
      diagnostics.report(Code::control_in_string, thing.span, fmt::format("the name of this {} holds {}", what, bad))
          .with_help("names are text that generated code can show: without controls, and UTF-8");
    }
  };
  for (const model::Module& module : model.modules) {
    check("import", module.imports);
    check("function", module.functions);
  }
}

void duplicate_members(const model::Model& model, Sink& diagnostics) {
  for (const model::Type& type : model.types) {
    model::named_members(type, [&diagnostics](std::string_view what, const auto& members) {
      Names(Code::duplicate_member, diagnostics).add_all(what, members);
    });
  }
}

void duplicate_functions(const model::Model& model, Sink& diagnostics) {
  for (const model::Module& module : model.modules) {
    Names names(Code::duplicate_name, diagnostics);
    names.add_all("import", module.imports);
    names.add_all("function", module.functions);
  }
}

void duplicate_parameters(const model::Model& model, Sink& diagnostics) {
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) {
      Names names(Code::duplicate_member, diagnostics);
      names.add_all("parameter", function.params);
      names.add_all("result", function.results);
    }
  }
}

void duplicate_constants(const model::Model& model, Sink& diagnostics) {
  std::unordered_map<std::string_view, Names> by_type;
  for (const model::Constant& constant : model.constants) {
    by_type.try_emplace(constant.type, Code::duplicate_name, diagnostics)
        .first->second.add("constant", constant.name, constant.span);
  }
}

}  // namespace validate
