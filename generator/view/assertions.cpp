// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>
#include <variant>

#include "view/parts.h"
#include "view/text.h"

namespace view {
namespace {

using nlohmann::json;

// How a language says what must hold; the payload of a variant is a member.
struct AssertionWords {
  std::string_view statement;
  std::string_view alignment;
  std::string_view offset;
  std::string_view payload;
};
constexpr AssertionWords cpp_assertions{"static_assert", "alignof", "__builtin_offsetof", "payload"};
constexpr AssertionWords c_assertions{"WITX_ASSERT", "WITX_ALIGNOF", "offsetof", "u"};

}  // namespace

void add_assertions(const Context& context, const Declaration& declaration, json& assertions) {
  if (!declaration.type) return;
  const model::Layout& layout = context.layouts[declaration.type];
  const model::Type::Shape& shape = context.model.types[declaration.type].shape;
  const std::string& type = declaration.name.identifier;
  const AssertionWords& words = context.language.tongue == Tongue::c ? c_assertions : cpp_assertions;
  const std::string next_line = "\n" + std::string(words.statement.size() + 1, ' ');
  const auto add = [&](std::string condition, const std::string& text) {
    std::string quoted = "\"" + escape_literal(text) + "\"";
    const std::size_t columns = context.options.columns;
    const std::size_t length = words.statement.size() + std::string_view("(,").size() + condition.size();
    const std::size_t conjunction = condition.find("&& ");
    quoted.insert(0, length + quoted.size() + std::string_view(" );").size() > columns ? next_line : " ");
    if (length > columns && conjunction != std::string::npos) condition.replace(conjunction + 2, 1, next_line);
    assertions.push_back({{"assertion_condition", std::move(condition)}, {"assertion_text", std::move(quoted)}});
  };
  const auto whole = [&] {
    add(fmt::format("sizeof({0}) == {1} && {3}({0}) == {2}", type, layout.size, layout.align, words.alignment),
        fmt::format("{}: {} byte{}, aligned to {}", declaration.spec_name, layout.size, layout.size == 1 ? "" : "s",
                    layout.align));
  };
  if (layout.size == 0) return;
  if (const auto* record = std::get_if<model::Record>(&shape)) {
    whole();
    for (std::size_t i = 0; i < record->fields.size(); ++i) {
      if (context.layouts[record->fields[i].type].size == 0) continue;
      add(fmt::format("{}({}, {}) == {}", words.offset, type, declaration.members[i].identifier, layout.offsets[i]),
          fmt::format("{}.{}: at byte {}", declaration.spec_name, record->fields[i].name, layout.offsets[i]));
    }
  } else if (const auto* variant = std::get_if<model::Variant>(&shape)) {
    whole();
    for (std::size_t i = 0; i < variant->cases.size(); ++i) {
      if (!variant->cases[i].payload || context.layouts[variant->cases[i].payload].size == 0) continue;
      add(fmt::format("{}({}, {}) == {}", words.offset, type, words.payload, layout.offsets[i]),
          fmt::format("{}: payload at byte {}", declaration.spec_name, layout.offsets[i]));
      break;
    }
  } else if (std::holds_alternative<model::Union>(shape) || context.language.tongue == Tongue::c) {
    // C has no other way to be sure of what an enum or flags are.
    whole();
  }
}

}  // namespace view
