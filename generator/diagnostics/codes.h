// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace diagnostics {

// Every kind of message, by its purpose. The number that users see is in the table; it never changes its meaning.
enum class Code : std::uint8_t {
  // Bindings that others wrote.
  audit_value,
  audit_width,
  audit_sign,
  audit_size,
  audit_field_offset,
  audit_field_width,
  audit_field_order,
  audit_missing_field,
  audit_access_offset,
  audit_access_width,
  audit_byte_order,
  audit_arity,
  audit_core_type,
  audit_module,
  audit_missing_case,
  audit_extra_case,
  audit_missing_function,
  audit_extra_function,
  // Drift.
  output_missing,
  output_stale,
  specification_changed,
  templates_changed,
  tool_changed,
  options_changed,
  edited_by_hand,
  origin_unknown,
  // What changed between two documents: modules.
  module_renamed,
  module_added,
  module_removed,
  memory_import_added,
  memory_import_removed,
  empty_module_changed,
  // Functions.
  function_added,
  function_removed,
  signature_changed,
  passing_changed,
  noreturn_changed,
  parameter_moved,
  parameter_added,
  parameter_removed,
  parameter_renamed,
  result_added,
  result_removed,
  result_renamed,
  result_moved,
  // What stands at some place is another type.
  retyped,
  handle_changed,
  representation_changed,
  buffer_turned,
  reinterpreted,
  type_replaced,
  alias_replaced,
  constness_changed,
  tag_type_changed,
  // Definitions.
  type_added,
  type_removed,
  type_hidden,
  type_shown,
  resource_added,
  resource_removed,
  handle_resource_changed,
  supertype_added,
  supertype_removed,
  type_renamed,
  // Members of records and of C unions.
  field_added,
  field_added_in_padding,
  field_removed,
  field_moved,
  field_renamed,
  member_added,
  member_removed,
  member_moved,
  member_renamed,
  union_resized,
  // Cases of enums and variants.
  case_added,
  case_removed,
  case_value_changed,
  case_renamed,
  payload_added,
  payload_removed,
  variant_resized,
  // Flags.
  flag_added,
  flag_removed,
  flag_moved,
  flag_renamed,
  // Named values of open integers.
  value_added,
  value_removed,
  value_changed,
  value_renamed,
  // (@witx const ...)
  constant_added,
  constant_removed,
  constant_changed,
  // Words.
  docs_changed,
  // Imports of a module.
  import_of_unknown_module,
  import_of_unknown_function,
  import_signature,
  import_of_other_snapshot,
  import_kind,
  import_unneeded,
  two_entries,
  memory_not_exported,
  unsatisfied_module,
  // Lint.
  lint_name,
  lint_undocumented,
  lint_undocumented_member,
  lint_lost_docs,
  lint_unused_type,
  lint_no_success,
  lint_padding,
  lint_pointer,
  lint_flags_full,
  lint_old_spelling,
  // Reading.
  unreadable_file,
  not_a_file,
  not_utf8,
  file_too_large,
  nul_byte,
  wit_language,
  not_wasm,
  nothing_defined,
  nothing_understood,
  // Tokens.
  unexpected_character,
  unterminated_string,
  unterminated_comment,
  bad_escape,
  control_in_string,
  // Parentheses.
  unclosed_form,
  unmatched_parenthesis,
  nesting_too_deep,
  // Forms.
  expected_form,
  unknown_form,
  missing_part,
  unexpected_part,
  expected_name,
  expected_type,
  expected_number,
  number_out_of_range,
  bad_repr,
  misplaced_form,
  anonymous_type,
  passed_over,
  unknown_annotation,
  // Dialects.
  wrong_dialect,
  mixed_dialects,
  // Names.
  duplicate_name,
  duplicate_member,
  unknown_name,
  recursive_type,
  wrong_kind_of_name,
  used_before_definition,
  // `use`.
  use_not_found,
  use_cycle,
  use_of_missing_name,
  module_name_mismatch,
  // Types.
  empty_type,
  too_many_flags,
  too_many_cases,
  value_out_of_range,
  duplicate_value,
  no_cases,
  type_too_large,
  tag_not_enum,
  tag_with_payload,
  tag_size_mismatch,
  tag_case_unknown,
  tag_case_repeated,
  buffer_returned,
  pointer_in_flat_function,
  // Functions.
  too_many_results,
  bad_result_type,
  bad_ok_type,
  bad_error_type,
  noreturn_with_results,
  too_many_values,
  // Output.
  unwritable_output,
  template_error,
  // Usage and configuration.
  usage,
  bad_configuration,
  unknown_builtin,
  unused_approval,
  not_generated,
};

enum class Severity : std::uint8_t { error, warning, note };

struct CodeInfo {
  Code code;
  // "WX0103": WX for what is wrong; WA, WC, WD, WI, WL for what 'audit', 'check', 'diff', 'imports', 'lint' find.
  std::string_view id;
  Severity severity;
  // What is wrong, in a few words.
  std::string_view title;
  // What it means, why it is so, and what to do. Plain text of at most 78 columns, without a final newline; of a change one
  // paragraph, which is a single line.
  std::string_view explanation;
  // Definitions in which it is found, and the same in order; both empty, or neither.
  std::string_view wrong = {};
  std::string_view right = {};
};

[[nodiscard]] const CodeInfo& info(Code code);
// In the order of their ids.
[[nodiscard]] std::span<const CodeInfo> all_codes();

// What `witxc explain` lays out: the explanation and, behind lines "Wrong:" and "Right:", the examples, indented by four blanks.
// Without a final newline.
[[nodiscard]] std::string page(const CodeInfo& info);

}  // namespace diagnostics
