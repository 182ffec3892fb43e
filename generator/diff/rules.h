// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The fixed table of all changes that two documents can differ by: what each is called, at which level it shows, and whom it
// hurts. The numbers that users see never change their meaning. Knows no models; diff.h finds the changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace diff {

enum class Rule : std::uint8_t {
  // Modules.
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
};

// At which level a change shows; each level contains those before it. `link`: names of imports, core signatures. `abi`: sizes,
// offsets, values, bits, what a value stands for. `source`: names and types in regenerated code. `docs`: comments.
enum class Level : std::uint8_t { link, abi, source, docs };

enum class Verdict : std::uint8_t { compatible, dangerous, breaking };

// A guest imports and calls functions; a host provides them.
enum class Perspective : std::uint8_t { guest, host };

struct Verdicts {
  Verdict guest = Verdict::compatible;
  Verdict host = Verdict::compatible;

  [[nodiscard]] Verdict operator[](Perspective who) const { return who == Perspective::guest ? guest : host; }
  friend bool operator==(const Verdicts&, const Verdicts&) = default;
};

// Whom a change hurts: the guest and the host as such, or whoever sends and whoever receives values of the type.
struct Hurts {
  enum class Whom : std::uint8_t { guest_and_host, sender_and_receiver };
  Whom whom = Whom::guest_and_host;
  Verdict first = Verdict::breaking;
  Verdict second = Verdict::breaking;
};

// Which way values of a type travel; neither where no function carries it.
struct Flow {
  bool guest_sends = false;
  bool host_sends = false;
};

struct RuleInfo {
  Rule rule;
  // "WD0201"
  std::string_view id;
  Level level;
  Hurts hurts;
  // Whether such a change can alter the size or the alignment of its type, and so move what lies behind it elsewhere.
  bool moves_bytes;
  // The kind of change, in a few words.
  std::string_view title;
  // Why it matters, and to whom: one paragraph.
  std::string_view explanation;
};

[[nodiscard]] const RuleInfo& info(Rule rule);
// In the order of their ids.
[[nodiscard]] std::span<const RuleInfo> all_rules();

[[nodiscard]] std::string_view name_of(Level level);
[[nodiscard]] std::string_view name_of(Verdict verdict);

// What a change by `rule` does to either side. Where nobody is known to carry the type, both are taken to send and receive it.
[[nodiscard]] Verdicts judge(Rule rule, Flow flow);

}  // namespace diff
