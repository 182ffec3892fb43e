// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <algorithm>
#include <array>
#include <utility>

#include "diff/mutations.h"

namespace tests {
namespace {

using Kind = DefinitionText::Kind;
using model::Primitive;
using model::Repr;

DefinitionText alias(const std::string& name, Ref target) {
  DefinitionText definition = define(name, Kind::alias, {});
  definition.target = std::move(target);
  return definition;
}

// Two words and a byte: three bytes of padding at its end.
DefinitionText numbers(const std::string& name) {
  return define(
      name, Kind::record,
      {member("a", number(Primitive::u32)), member("b", number(Primitive::u32)), member("c", number(Primitive::u8))});
}

// An enum or a variant, as it comes: what is true of one is true of the other.
DefinitionText choice(const Scene& s) { return three(s.prefix, s.random.chance(2) ? Kind::enum_ : Kind::variant); }

// A record whose only field is to be given another type.
Ref& field(const Scene& s, Ref type) {
  return *s.add(define(s.prefix + "r", Kind::record, {member("x", std::move(type))})).members[0].type;
}

// A choice in a list that both sides pass, under another name on the new side.
DefinitionText& renamed_choice(const Scene& s) {
  DefinitionText& after = s.add(choice(s));
  after.name = s.prefix + "n";
  s.add(function(s.prefix, {member("x", named(s.prefix, Ref::Form::list))})).params[0].type =
      named(after.name, Ref::Form::list);
  return after;
}

void append(DefinitionText& definition) { definition.members.push_back(member("d", {}, 4)); }
void remove_last(DefinitionText& definition) { definition.members.pop_back(); }
void exchange(DefinitionText& definition) { std::swap(definition.members[0], definition.members[1]); }
void rename(DefinitionText& definition) { definition.members[1].name = "renamed"; }

constexpr Known for_receiving_hosts{.shows = Shows::to_binaries, .guest = Harm::none, .host = Harm::danger};
constexpr Known for_receiving_guests{.shows = Shows::to_binaries, .guest = Harm::danger, .host = Harm::none};

const std::array mutations{
    // Cases, by who sends them.
    Mutation{"AddACaseThatTheGuestSends", for_receiving_hosts,
             [](const Scene& s) {
               append(s.add(choice(s)));
               s.add(function(s.prefix, {member("x", named(s.prefix))}));
             }},
    Mutation{"AddACaseThatTheGuestSendsInAList", for_receiving_hosts,
             [](const Scene& s) {
               append(s.add(choice(s)));
               s.add(function(s.prefix, {member("x", named(s.prefix, Ref::Form::list))}));
             }},
    Mutation{"AddACaseThatTheHostSends", for_receiving_guests,
             [](const Scene& s) {
               append(s.add(choice(s)));
               s.add(function(s.prefix, {}, s.prefix));
             }},
    Mutation{"AddACaseInARecordThatTheHostSends", for_receiving_guests,
             [](const Scene& s) {
               append(s.add(choice(s)));
               field(s, named(s.prefix));
               s.add(function(s.prefix, {}, s.prefix + "r"));
             }},
    Mutation{"AddACaseThatTheHostMayWrite", dangerous,
             [](const Scene& s) {
               append(s.add(choice(s)));
               s.add(function(s.prefix, {member("x", named(s.prefix, Ref::Form::pointer))}));
             }},
    Mutation{"AddACaseThatNobodySends", dangerous, [](const Scene& s) { append(s.add(choice(s))); }},

    // Cases and payloads.
    Mutation{"RemoveACase", misread, [](const Scene& s) { remove_last(s.add(choice(s))); }},
    Mutation{"ExchangeCases", misread, [](const Scene& s) { exchange(s.add(choice(s))); }},
    Mutation{"RenameACase", uncompilable, [](const Scene& s) { rename(s.add(choice(s))); }},
    Mutation{"WidenATag", misread, [](const Scene& s) { s.add(choice(s)).repr = Repr::u32; }},
    Mutation{"GiveACaseAPayload", misread,
             [](const Scene& s) { s.add(three(s.prefix, Kind::variant)).members[0].type = number(Primitive::u64); }},
    Mutation{"AddACaseThatEnlarges", misread,
             [](const Scene& s) {
               s.add(three(s.prefix, Kind::variant)).members.push_back(member("d", number(Primitive::u64)));
             }},

    // Flags and open integers.
    Mutation{"AddAFlag", dangerous, [](const Scene& s) { append(s.add(three(s.prefix, Kind::flags))); }},
    Mutation{"RemoveAFlag", misread, [](const Scene& s) { remove_last(s.add(three(s.prefix, Kind::flags))); }},
    Mutation{"ExchangeFlags", misread, [](const Scene& s) { exchange(s.add(three(s.prefix, Kind::flags))); }},
    Mutation{"RenameAFlag", uncompilable, [](const Scene& s) { rename(s.add(three(s.prefix, Kind::flags))); }},
    Mutation{"WidenFlagsInMemory", misread,
             [](const Scene& s) { s.add(three(s.prefix, Kind::flags)).repr = Repr::u64; }},
    Mutation{"WidenFlagsInARegister", unlinkable,
             [](const Scene& s) {
               s.add(three(s.prefix, Kind::flags)).repr = Repr::u64;
               s.add(function(s.prefix, {member("x", named(s.prefix))}));
             }},
    Mutation{"NameAValue", harmless, [](const Scene& s) { append(s.add(three(s.prefix, Kind::integer))); }},
    Mutation{"LoseAName", uncompilable, [](const Scene& s) { remove_last(s.add(three(s.prefix, Kind::integer))); }},
    Mutation{"ReorderNamedValues", unseen, [](const Scene& s) { exchange(s.add(three(s.prefix, Kind::integer))); }},
    Mutation{"ChangeANamedValue", misread,
             [](const Scene& s) { s.add(three(s.prefix, Kind::integer)).members[2].value = 9; }},

    // Records.
    Mutation{"AddAField", misread,
             [](const Scene& s) { s.add(numbers(s.prefix)).members.push_back(member("d", number(Primitive::u64))); }},
    Mutation{"AddAFieldInFront", misread,
             [](const Scene& s) {
               DefinitionText& record = s.add(numbers(s.prefix));
               record.members.insert(record.members.begin(), member("d", number(Primitive::u8)));
             }},
    Mutation{"AddAFieldInPadding", dangerous,
             [](const Scene& s) { s.add(numbers(s.prefix)).members.push_back(member("d", number(Primitive::u16))); }},
    Mutation{"RemoveAField", misread, [](const Scene& s) { remove_last(s.add(numbers(s.prefix))); }},
    Mutation{"ExchangeFields", misread, [](const Scene& s) { exchange(s.add(numbers(s.prefix))); }},
    Mutation{"RenameAField", uncompilable, [](const Scene& s) { rename(s.add(numbers(s.prefix))); }},
    Mutation{"WidenAField", misread, [](const Scene& s) { field(s, number(Primitive::u32)) = number(Primitive::u64); }},
    Mutation{"GiveAFieldASign", misread,
             [](const Scene& s) { field(s, number(Primitive::u32)) = number(Primitive::s32); }},
    Mutation{"MakeAFieldAFloat", misread,
             [](const Scene& s) { field(s, number(Primitive::u32)) = number(Primitive::f32); }},

    // Types and their names.
    Mutation{"AddAType", harmless, [](const Scene& s) { s.after.definitions.push_back(numbers(s.prefix)); }},
    Mutation{"RemoveAType", uncompilable, [](const Scene& s) { s.before.definitions.push_back(numbers(s.prefix)); }},
    Mutation{"ReorderTypes", unseen,
             [](const Scene& s) {
               s.add(numbers(s.prefix));
               std::ranges::rotate(s.after.definitions, s.after.definitions.end() - 1);
             }},
    Mutation{"HideAType", uncompilable, [](const Scene& s) { s.add(numbers(s.prefix)).hidden = true; }},
    Mutation{"NameANumber", harmless,
             [](const Scene& s) {
               s.add(alias(s.prefix, number(Primitive::u32)));
               field(s, number(Primitive::u32)) = named(s.prefix);
             }},
    Mutation{"NameATypeAgain", harmless,
             [](const Scene& s) {
               s.add(three(s.prefix, Kind::enum_));
               s.add(alias(s.prefix + "n", named(s.prefix)));
               field(s, named(s.prefix)) = named(s.prefix + "n");
             }},
    Mutation{"UseAnEqualType", uncompilable,
             [](const Scene& s) {
               s.add(three(s.prefix, Kind::enum_));
               s.add(three(s.prefix + "n", Kind::enum_));
               field(s, named(s.prefix)) = named(s.prefix + "n");
             }},
    Mutation{"UseATypeWithOtherCases", uncompilable,
             [](const Scene& s) {
               s.add(three(s.prefix, Kind::enum_));
               s.add(define(s.prefix + "n", Kind::enum_, {member("x"), member("y"), member("z")}));
               field(s, named(s.prefix)) = named(s.prefix + "n");
             }},
    Mutation{"WidenAnAlias", misread,
             [](const Scene& s) { s.add(alias(s.prefix, number(Primitive::u16))).target = number(Primitive::u32); }},
    Mutation{"WidenAnAliasInARegister", unlinkable,
             [](const Scene& s) {
               s.add(alias(s.prefix, number(Primitive::u32))).target = number(Primitive::u64);
               s.add(function(s.prefix, {member("x", named(s.prefix))}));
             }},
    Mutation{
        "MakeAHandleANumber", misread,
        [](const Scene& s) { s.add(define(s.prefix, Kind::handle, {})) = alias(s.prefix, number(Primitive::u32)); }},
    Mutation{"ForbidWriting", uncompilable,
             [](const Scene& s) {
               const Ref bytes{.form = Ref::Form::pointer, .name = {}, .primitive = Primitive::u8};
               s.add(alias(s.prefix, bytes)).target.form = Ref::Form::const_pointer;
             }},

    // The same under another name: what was changed besides decides.
    Mutation{"RenameAType", uncompilable, [](const Scene& s) { renamed_choice(s); }},
    Mutation{"RenameATypeThatNobodyUses", uncompilable,
             [](const Scene& s) { s.add(numbers(s.prefix)).name = s.prefix + "n"; }},
    Mutation{"ExchangeCasesOfARenamedType", misread, [](const Scene& s) { exchange(renamed_choice(s)); }},
    Mutation{"RemoveACaseOfARenamedType", misread, [](const Scene& s) { remove_last(renamed_choice(s)); }},
    Mutation{"WidenTheTagOfARenamedType", misread, [](const Scene& s) { renamed_choice(s).repr = Repr::u64; }},
    Mutation{"ExchangeFieldsOfARenamedRecord", misread,
             [](const Scene& s) {
               DefinitionText& record = s.add(numbers(s.prefix));
               record.name = s.prefix + "n";
               exchange(record);
             }},
    Mutation{"MakeRenamedFlagsAnEnum", misread,
             [](const Scene& s) {
               DefinitionText& flags = s.add(three(s.prefix, Kind::flags));
               flags.name = s.prefix + "n";
               flags.kind = Kind::enum_;
               s.add(function(s.prefix, {member("x", named(s.prefix, Ref::Form::list))})).params[0].type =
                   named(s.prefix + "n", Ref::Form::list);
             }},

    // Words.
    Mutation{"ChangeWordsOnAType", words, [](const Scene& s) { s.add(numbers(s.prefix)).docs = "Other words."; }},
    Mutation{"ChangeWordsOnAMember", words, [](const Scene& s) { s.add(choice(s)).members[1].docs = "Other words."; }},
};

}  // namespace

std::span<const Mutation> mutations_of_types() { return mutations; }

}  // namespace tests
