// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "witxt/expected_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace witxt {
namespace {

using diagnostics::Code;

struct Row {
  // In lower case; found anywhere in the text.
  std::string_view fragment;
  std::array<Code, 3> codes;
};

// The narrower text first. A row with fewer codes repeats its last.
constexpr std::array rows{
    Row{"redefinition of name", {Code::duplicate_name, Code::duplicate_member, Code::duplicate_member}},
    Row{"unknown name", {Code::unknown_name, Code::used_before_definition, Code::use_of_missing_name}},
    Row{"wrong kind of name", {Code::wrong_kind_of_name, Code::tag_not_enum, Code::tag_not_enum}},
    Row{"recursive definition", {Code::recursive_type, Code::recursive_type, Code::recursive_type}},
    Row{"invalid representation", {Code::bad_repr, Code::bad_repr, Code::bad_repr}},
    Row{"anonymous structured types", {Code::anonymous_type, Code::anonymous_type, Code::anonymous_type}},
    Row{"union expected", {Code::tag_size_mismatch, Code::tag_size_mismatch, Code::tag_size_mismatch}},
    Row{"invalid union tag", {Code::tag_with_payload, Code::tag_not_enum, Code::tag_not_enum}},
    Row{"invalid union field", {Code::tag_case_unknown, Code::tag_case_repeated, Code::tag_case_repeated}},
    Row{"only named types are allowed", {Code::bad_ok_type, Code::bad_error_type, Code::bad_error_type}},
    Row{"more than one result", {Code::too_many_results, Code::too_many_results, Code::too_many_results}},
    Row{"invalid return type", {Code::bad_result_type, Code::bad_result_type, Code::bad_result_type}},
};

}  // namespace

std::span<const Code> codes_meant(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto* const found = std::find_if(
      rows.begin(), rows.end(), [&lower](const Row& row) { return lower.find(row.fragment) != std::string::npos; });
  return found == rows.end() ? std::span<const Code>() : std::span<const Code>(found->codes);
}

}  // namespace witxt
