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
    RuleInfo{Rule::module_renamed, "WD0101", link, everyone, stays, "a module has another name",
             "Programs import from the module by name: those built for one name do not start on a host that offers the "
             "other."},
    RuleInfo{Rule::module_added, "WD0102", link, the_host, stays, "a module was added",
             "Existing programs do not import from it. A host has to provide its functions before it can claim to be "
             "current."},
    RuleInfo{Rule::module_removed, "WD0103", link, the_guest, stays, "a module was removed",
             "Programs that import from it no longer start."},
    RuleInfo{
        Rule::memory_import_added, "WD0104", link, the_guest, stays, "the module uses a memory of the program",
        "A program has to export a memory of this name, or the host cannot exchange anything but numbers with it."},
    RuleInfo{Rule::memory_import_removed, "WD0105", link, the_host, stays,
             "the module no longer uses a memory of the program",
             "A host may not count on the program to export a memory of this name."},
    RuleInfo{Rule::empty_module_changed, "WD0106", source, nobody, stays,
             "a module without functions came, went or was renamed",
             "There is nothing in it that a program could import or a host would have to provide."},
    RuleInfo{Rule::function_added, "WD0111", link, the_host, stays, "a function was added",
             "Existing programs do not call it. A host has to provide it, or programs that import it do not start."},
    RuleInfo{Rule::function_removed, "WD0112", link, the_guest, stays, "a function was removed",
             "Programs that import it no longer start. A host may keep it for older programs."},
    RuleInfo{Rule::signature_changed, "WD0113", link, everyone, stays, "a core signature changed",
             "An engine compares the types of imports when it starts a program, and refuses one that was built for the "
             "other signature."},
    RuleInfo{Rule::passing_changed, "WD0121", abi, everyone, stays, "core parameters carry something else",
             "The core signature is the same, so programs start; but what a parameter carries, or what lies behind an "
             "address, is not what the other side expects."},
    RuleInfo{Rule::noreturn_changed, "WD0122", abi, everyone, stays, "whether a function returns changed",
             "Compilers leave out what follows a call that does not return: a program that was built so runs into "
             "nothing if it does."},
    RuleInfo{Rule::parameter_moved, "WD0123", abi, everyone, stays, "parameters changed places",
             "Arguments are told apart by their places alone. Where the types agree, nothing notices that they are "
             "exchanged."},
    RuleInfo{Rule::parameter_added, "WD0124", source, everyone, stays, "a parameter was added",
             "Calls and implementations lack an argument until they are rewritten."},
    RuleInfo{Rule::parameter_removed, "WD0125", source, everyone, stays, "a parameter was removed",
             "Calls and implementations have an argument too many until they are rewritten."},
    RuleInfo{Rule::parameter_renamed, "WD0126", source, endangers_everyone, stays, "a parameter has another name",
             "Arguments are passed by place, so calls still compile; languages with named arguments, and a meaning "
             "that changed with the name, need a look."},
    RuleInfo{Rule::result_added, "WD0127", source, everyone, stays, "a result was added",
             "Regenerated code returns something else than before."},
    RuleInfo{Rule::result_removed, "WD0128", source, everyone, stays, "a result was removed",
             "Regenerated code returns something else than before."},
    RuleInfo{Rule::result_renamed, "WD0129", source, endangers_everyone, stays, "a result has another name",
             "The name of a single result is not seen in calls; where there are several, they are told apart by name."},
    RuleInfo{Rule::result_moved, "WD0130", abi, everyone, stays, "results changed places",
             "Each result is written where the caller expects another."},
    RuleInfo{Rule::retyped, "WD0201", abi, everyone, moves, "a type changed",
             "The bytes are laid out, or have to be read, in another way: each side misreads what the other wrote."},
    RuleInfo{
        Rule::handle_changed, "WD0202", abi, everyone, stays, "a handle became a plain value, or the other way round",
        "A handle names something that the host keeps; a host may check or renumber handles, but not plain values."},
    RuleInfo{Rule::representation_changed, "WD0203", abi, everyone, moves, "the width of a representation changed",
             "The value takes another number of bytes, and whatever lies behind it moves."},
    RuleInfo{Rule::buffer_turned, "WD0204", abi, everyone, stays, "who writes to a buffer changed",
             "The side that used to read now has to write: data is lost without a message."},
    RuleInfo{Rule::reinterpreted, "WD0211", source, everyone, stays, "a type changed, its bytes did not",
             "Existing binaries exchange the same bytes as before; regenerated code has a type that does not convert "
             "by itself."},
    RuleInfo{Rule::type_replaced, "WD0212", source, everyone, stays, "an equal type of another name is used",
             "The bytes and their meaning are the same; regenerated code has a type that does not convert by itself."},
    RuleInfo{Rule::alias_replaced, "WD0213", source, nobody, stays, "another name of the same type is used",
             "Both names stand for one type, in memory and in regenerated code."},
    RuleInfo{Rule::constness_changed, "WD0214", source, everyone, stays, "what a pointer allows to be written changed",
             "Regenerated code takes another kind of pointer; and a side that only read before may now write, or must "
             "no longer."},
    RuleInfo{Rule::tag_type_changed, "WD0215", source, everyone, stays, "the tag of a union has another type",
             "The tag's bytes are the same; code that names its type has to be rewritten."},
    RuleInfo{Rule::type_added, "WD0221", source, nobody, stays, "a type was added",
             "Nothing uses it yet that did not change itself."},
    RuleInfo{Rule::type_removed, "WD0222", source, everyone, stays, "a type was removed",
             "Code that names it no longer compiles."},
    RuleInfo{Rule::type_hidden, "WD0223", source, everyone, stays, "a type is now hidden from generators",
             "Regenerated code no longer has it, and code that names it no longer compiles."},
    RuleInfo{Rule::type_shown, "WD0224", source, nobody, stays, "a type is no longer hidden from generators",
             "Regenerated code has it as well."},
    RuleInfo{Rule::resource_added, "WD0225", source, nobody, stays, "a resource was added",
             "Nothing uses it yet that did not change itself."},
    RuleInfo{Rule::resource_removed, "WD0226", source, everyone, stays, "a resource was removed",
             "Code that names it no longer compiles."},
    RuleInfo{Rule::handle_resource_changed, "WD0227", source, everyone, stays, "a handle is one of another resource",
             "The number is the same; what it may be used for is not."},
    RuleInfo{Rule::supertype_added, "WD0228", source, nobody, stays, "a handle may stand in for another",
             "More conversions are allowed than before."},
    RuleInfo{Rule::supertype_removed, "WD0229", source, everyone, stays, "a handle may no longer stand in for another",
             "Code that counts on the conversion no longer compiles."},
    RuleInfo{Rule::type_renamed, "WD0230", source, everyone, stays, "a type has another name",
             "What is exchanged does not depend on names of types; code that names the type no longer compiles."},
    RuleInfo{Rule::field_added, "WD0301", abi, everyone, moves, "a field was added",
             "The record grows or its fields move: each side reads and writes where the other has something else, or "
             "nothing."},
    RuleInfo{Rule::field_added_in_padding, "WD0302", abi, endangers_everyone, stays,
             "a field was added where padding was",
             "Nothing moves; but what older code leaves there is not a value, and what newer code writes there may be "
             "lost."},
    RuleInfo{Rule::field_removed, "WD0303", abi, everyone, moves, "a field was removed",
             "The record shrinks or its fields move, and code that names the field no longer compiles."},
    RuleInfo{Rule::field_moved, "WD0304", abi, everyone, moves, "a field has another place among its neighbours",
             "Each side reads one field where the other wrote another."},
    RuleInfo{Rule::field_renamed, "WD0305", source, everyone, stays, "a field has another name",
             "The bytes are where they were; code that names the field no longer compiles."},
    RuleInfo{Rule::member_added, "WD0311", abi, endangers_the_receiver, stays, "a member was added to a union",
             "The members share their bytes, so none moves; but a receiver may meet a kind of value that it does not "
             "know."},
    RuleInfo{Rule::member_removed, "WD0312", abi, everyone, stays, "a member was removed from a union",
             "Code that names it no longer compiles, and the other side may still send it."},
    RuleInfo{Rule::member_moved, "WD0313", source, endangers_everyone, stays, "members of a union changed places",
             "The bytes are where they were; but C and C++ initialise the first member where none is named."},
    RuleInfo{Rule::member_renamed, "WD0314", source, everyone, stays, "a member of a union has another name",
             "Code that names it no longer compiles."},
    RuleInfo{Rule::union_resized, "WD0315", abi, everyone, moves, "a union has another size or alignment",
             "Its largest member decides: whatever holds the union is laid out anew."},
    RuleInfo{Rule::case_added, "WD0401", abi, endangers_the_receiver, stays, "a case was added",
             "Whoever sends the value need not send the new one. Whoever switches on it can meet a value that it does "
             "not know."},
    RuleInfo{Rule::case_removed, "WD0402", abi, everyone, stays, "a case was removed",
             "Code that names it no longer compiles, and the other side may still send it."},
    RuleInfo{Rule::case_value_changed, "WD0403", abi, everyone, stays, "a case has another value",
             "Both sides go on to exchange numbers, and understand different things by them."},
    RuleInfo{Rule::case_renamed, "WD0404", source, everyone, stays, "a case has another name",
             "The value is the same; code that names the case no longer compiles."},
    RuleInfo{Rule::payload_added, "WD0405", abi, everyone, stays, "a case carries a payload that it did not carry",
             "Whoever receives the case reads bytes that an older sender did not write."},
    RuleInfo{Rule::payload_removed, "WD0406", abi, everyone, stays, "a case no longer carries its payload",
             "Whoever receives the case and was built before reads bytes that nobody wrote."},
    RuleInfo{Rule::variant_resized, "WD0407", abi, everyone, moves,
             "a variant has another size, alignment or place for payloads",
             "Its payloads decide: whatever holds the variant is laid out anew."},
    RuleInfo{
        Rule::flag_added, "WD0411", abi, endangers_everyone, stays, "a flag was added",
        "A sender whose mask means 'all bits' now sets this one, and a receiver that refuses unknown bits meets one."},
    RuleInfo{Rule::flag_removed, "WD0412", abi, everyone, stays, "a flag was removed",
             "Code that names it no longer compiles, and the other side may still send its bit."},
    RuleInfo{Rule::flag_moved, "WD0413", abi, everyone, stays, "a flag has another bit",
             "Each side understands another flag by the same bit."},
    RuleInfo{Rule::flag_renamed, "WD0414", source, everyone, stays, "a flag has another name",
             "The bit is the same; code that names the flag no longer compiles."},
    RuleInfo{Rule::value_added, "WD0421", source, nobody, stays, "a value of an open integer was named",
             "The value could be sent before as well."},
    RuleInfo{Rule::value_removed, "WD0422", source, everyone, stays, "a value of an open integer lost its name",
             "Code that names it no longer compiles."},
    RuleInfo{Rule::value_changed, "WD0423", abi, everyone, stays, "a name of an open integer stands for another value",
             "Both sides go on to exchange numbers, and understand different things by them."},
    RuleInfo{Rule::value_renamed, "WD0424", source, everyone, stays, "a value of an open integer has another name",
             "Code that names it no longer compiles."},
    RuleInfo{Rule::constant_added, "WD0431", source, nobody, stays, "a constant was added", "Nothing uses it yet."},
    RuleInfo{Rule::constant_removed, "WD0432", source, everyone, stays, "a constant was removed",
             "Code that names it no longer compiles."},
    RuleInfo{Rule::constant_changed, "WD0433", abi, everyone, stays, "a constant has another value",
             "The old value is part of every program that was built with it."},
    RuleInfo{Rule::docs_changed, "WD0501", docs, nobody, stays, "the documentation changed",
             "Nothing that a compiler or an engine sees; but a meaning may have changed with the words."},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (static_cast<std::size_t>(rules[i].rule) != i || (i > 0 && rules[i].id <= rules[i - 1].id)) return false;
  }
  return true;
}
static_assert(in_order() && rules.size() == static_cast<std::size_t>(Rule::docs_changed) + 1);

}  // namespace

const RuleInfo& info(Rule rule) { return rules[static_cast<std::size_t>(rule)]; }
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
  const Hurts& hurts = info(rule).hurts;
  if (hurts.whom == Hurts::Whom::guest_and_host) return {.guest = hurts.first, .host = hurts.second};
  if (!flow.guest_sends && !flow.host_sends) flow = {.guest_sends = true, .host_sends = true};
  const auto of = [&hurts](bool sends, bool receives) {
    return std::max(sends ? hurts.first : compatible, receives ? hurts.second : compatible);
  };
  return {.guest = of(flow.guest_sends, flow.host_sends), .host = of(flow.host_sends, flow.guest_sends)};
}

}  // namespace diff
