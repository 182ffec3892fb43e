// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/rules.h"

#include <algorithm>
#include <array>

namespace diff {
namespace {

using enum Level;
using enum Verdict;

constexpr Hurts everyone{.whom = Hurts::Whom::guest_and_host, .first = breaking, .second = breaking};
constexpr Hurts nobody{.whom = Hurts::Whom::guest_and_host, .first = compatible, .second = compatible};
constexpr Hurts endangers_everyone{.whom = Hurts::Whom::guest_and_host, .first = dangerous, .second = dangerous};
constexpr Hurts the_guest{.whom = Hurts::Whom::guest_and_host, .first = breaking, .second = compatible};
constexpr Hurts the_host{.whom = Hurts::Whom::guest_and_host, .first = compatible, .second = breaking};
constexpr Hurts endangers_the_receiver{
    .whom = Hurts::Whom::sender_and_receiver, .first = compatible, .second = dangerous};

constexpr bool moves = true;
constexpr bool stays = false;

constexpr std::array rules{
    RuleInfo{Rule::module_renamed, link, everyone, stays},
    RuleInfo{Rule::module_added, link, the_host, stays},
    RuleInfo{Rule::module_removed, link, the_guest, stays},
    RuleInfo{Rule::memory_import_added, link, the_guest, stays},
    RuleInfo{Rule::memory_import_removed, link, the_host, stays},
    RuleInfo{Rule::empty_module_changed, source, nobody, stays},
    RuleInfo{Rule::function_added, link, the_host, stays},
    RuleInfo{Rule::function_removed, link, the_guest, stays},
    RuleInfo{Rule::signature_changed, link, everyone, stays},
    RuleInfo{Rule::passing_changed, abi, everyone, stays},
    RuleInfo{Rule::noreturn_changed, abi, everyone, stays},
    RuleInfo{Rule::parameter_moved, abi, everyone, stays},
    RuleInfo{Rule::parameter_added, source, everyone, stays},
    RuleInfo{Rule::parameter_removed, source, everyone, stays},
    RuleInfo{Rule::parameter_renamed, source, endangers_everyone, stays},
    RuleInfo{Rule::result_added, source, everyone, stays},
    RuleInfo{Rule::result_removed, source, everyone, stays},
    RuleInfo{Rule::result_renamed, source, endangers_everyone, stays},
    RuleInfo{Rule::result_moved, abi, everyone, stays},
    RuleInfo{Rule::retyped, abi, everyone, moves},
    RuleInfo{Rule::handle_changed, abi, everyone, stays},
    RuleInfo{Rule::representation_changed, abi, everyone, moves},
    RuleInfo{Rule::buffer_turned, abi, everyone, stays},
    RuleInfo{Rule::reinterpreted, source, everyone, stays},
    RuleInfo{Rule::type_replaced, source, everyone, stays},
    RuleInfo{Rule::alias_replaced, source, nobody, stays},
    RuleInfo{Rule::constness_changed, source, everyone, stays},
    RuleInfo{Rule::tag_type_changed, source, everyone, stays},
    RuleInfo{Rule::type_added, source, nobody, stays},
    RuleInfo{Rule::type_removed, source, everyone, stays},
    RuleInfo{Rule::type_hidden, source, everyone, stays},
    RuleInfo{Rule::type_shown, source, nobody, stays},
    RuleInfo{Rule::resource_added, source, nobody, stays},
    RuleInfo{Rule::resource_removed, source, everyone, stays},
    RuleInfo{Rule::handle_resource_changed, source, everyone, stays},
    RuleInfo{Rule::supertype_added, source, nobody, stays},
    RuleInfo{Rule::supertype_removed, source, everyone, stays},
    RuleInfo{Rule::type_renamed, source, everyone, stays},
    RuleInfo{Rule::field_added, abi, everyone, moves},
    RuleInfo{Rule::field_added_in_padding, abi, endangers_everyone, stays},
    RuleInfo{Rule::field_removed, abi, everyone, moves},
    RuleInfo{Rule::field_moved, abi, everyone, moves},
    RuleInfo{Rule::field_renamed, source, everyone, stays},
    RuleInfo{Rule::member_added, abi, endangers_the_receiver, stays},
    RuleInfo{Rule::member_removed, abi, everyone, stays},
    RuleInfo{Rule::member_moved, source, endangers_everyone, stays},
    RuleInfo{Rule::member_renamed, source, everyone, stays},
    RuleInfo{Rule::union_resized, abi, everyone, moves},
    RuleInfo{Rule::case_added, abi, endangers_the_receiver, stays},
    RuleInfo{Rule::case_removed, abi, everyone, stays},
    RuleInfo{Rule::case_value_changed, abi, everyone, stays},
    RuleInfo{Rule::case_renamed, source, everyone, stays},
    RuleInfo{Rule::payload_added, abi, everyone, stays},
    RuleInfo{Rule::payload_removed, abi, everyone, stays},
    RuleInfo{Rule::variant_resized, abi, everyone, moves},
    RuleInfo{Rule::flag_added, abi, endangers_everyone, stays},
    RuleInfo{Rule::flag_removed, abi, everyone, stays},
    RuleInfo{Rule::flag_moved, abi, everyone, stays},
    RuleInfo{Rule::flag_renamed, source, everyone, stays},
    RuleInfo{Rule::value_added, source, nobody, stays},
    RuleInfo{Rule::value_removed, source, everyone, stays},
    RuleInfo{Rule::value_changed, abi, everyone, stays},
    RuleInfo{Rule::value_renamed, source, everyone, stays},
    RuleInfo{Rule::constant_added, source, nobody, stays},
    RuleInfo{Rule::constant_removed, source, everyone, stays},
    RuleInfo{Rule::constant_changed, abi, everyone, stays},
    RuleInfo{Rule::docs_changed, docs, nobody, stays},
};

constexpr std::size_t place_of(Rule rule) {
  return static_cast<std::size_t>(rule) - static_cast<std::size_t>(rules.front().rule);
}

constexpr bool in_order() {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (place_of(rules[i].rule) != i) return false;
  }
  return true;
}
static_assert(in_order() && rules.front().rule == Rule::module_renamed && rules.back().rule == Rule::docs_changed);

}  // namespace

const RuleInfo& row(Rule rule) { return rules[place_of(rule)]; }
std::span<const RuleInfo> all_rules() { return rules; }

std::string_view name_of(Level level) {
  constexpr std::array<std::string_view, 4> names{"link", "abi", "source", "docs"};
  return names[static_cast<std::size_t>(level)];
}

std::string_view name_of(Verdict verdict) {
  constexpr std::array<std::string_view, 3> names{"compatible", "dangerous", "breaking"};
  return names[static_cast<std::size_t>(verdict)];
}

Verdicts judge(Rule rule, Flow flow) {
  const Hurts& hurts = row(rule).hurts;
  if (hurts.whom == Hurts::Whom::guest_and_host) return {.guest = hurts.first, .host = hurts.second};
  if (!flow.guest_sends && !flow.host_sends) flow = {.guest_sends = true, .host_sends = true};
  const auto of = [&hurts](bool sends, bool receives) {
    return std::max(sends ? hurts.first : compatible, receives ? hurts.second : compatible);
  };
  return {.guest = of(flow.guest_sends, flow.host_sends), .host = of(flow.host_sends, flow.guest_sends)};
}

}  // namespace diff
