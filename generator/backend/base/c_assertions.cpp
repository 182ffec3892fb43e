// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/base/c_assertions.h"

#include <fmt/format.h>

#include <utility>

#include "backend/base/literals.h"
#include "bind/forms.h"

namespace backend {
namespace {

class Asserter {
 public:
  Asserter(const bind::Plan& plan, const AssertionWords& words) : plan_(plan), words_(words) {}

  std::vector<Assertion> run() {
    for (const bind::TypePlan& type : plan_.types) {
      const model::TypeId id = type.declaration->type;
      if (id && plan_.layouts[id].size != 0) assert_type(type);
    }
    return std::move(assertions_);
  }

 private:
  void assert_type(const bind::TypePlan& type) {
    switch (type.form) {
      case bind::Form::record:
      case bind::Form::slice: return assert_fields(type);
      case bind::Form::variant: return assert_payload(type);
      case bind::Form::overlay: return assert_whole(*type.declaration);
      case bind::Form::alias:
      case bind::Form::integer:
      case bind::Form::enumeration:
      case bind::Form::flags:
      case bind::Form::handle:
        if (words_.of_all_types) assert_whole(*type.declaration);
    }
  }

  void add(std::string condition, const std::string& text) {
    const std::string next_line = "\n" + std::string(words_.statement.size() + 1, ' ');
    std::string quoted = "\"" + escape_c_literal(text) + "\"";
    const std::size_t columns = plan_.options.columns;
    const std::size_t length = words_.statement.size() + std::string_view("(,").size() + condition.size();
    const std::size_t conjunction = condition.find("&& ");
    quoted.insert(0, length + quoted.size() + std::string_view(" );").size() > columns ? next_line : " ");
    if (length > columns && conjunction != std::string::npos) condition.replace(conjunction + 2, 1, next_line);
    assertions_.push_back({.condition = std::move(condition), .text = std::move(quoted)});
  }

  void assert_whole(const bind::Declaration& declaration) {
    const model::Layout& layout = plan_.layouts[declaration.type];
    add(fmt::format("sizeof({0}) == {1} && {3}({0}) == {2}", declaration.name.identifier, layout.size, layout.align,
                    words_.alignment),
        fmt::format("{}: {} byte{}, aligned to {}", declaration.spec_name, layout.size, layout.size == 1 ? "" : "s",
                    layout.align));
  }

  void assert_offset(const bind::Declaration& declaration, std::string_view member, std::uint64_t offset,
                     const std::string& text) {
    add(fmt::format("{}({}, {}) == {}", words_.offset, declaration.name.identifier, member, offset), text);
  }

  void assert_fields(const bind::TypePlan& type) {
    const bind::Declaration& declaration = *type.declaration;
    assert_whole(declaration);
    const model::Layout& layout = plan_.layouts[declaration.type];
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      if (plan_.layouts[type.fields[i].type].size == 0) continue;
      assert_offset(declaration, declaration.members[i].identifier, layout.offsets[i],
                    fmt::format("{}.{}: at byte {}", declaration.spec_name, type.fields[i].name, layout.offsets[i]));
    }
  }

  // The payloads of all cases begin at the same place.
  void assert_payload(const bind::TypePlan& type) {
    const bind::Declaration& declaration = *type.declaration;
    assert_whole(declaration);
    if (type.first_payload == type.cases.size()) return;
    const std::uint64_t offset = plan_.layouts[declaration.type].offsets[type.first_payload];
    assert_offset(declaration, words_.payload, offset,
                  fmt::format("{}: payload at byte {}", declaration.spec_name, offset));
  }

  const bind::Plan& plan_;
  const AssertionWords& words_;
  std::vector<Assertion> assertions_;
};

}  // namespace

std::vector<Assertion> c_family_assertions(const bind::Plan& plan, const AssertionWords& words) {
  if (!plan.options.asserts) return {};
  return Asserter(plan, words).run();
}

}  // namespace backend
