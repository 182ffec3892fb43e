// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/mutations.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tests {
namespace {

using Kind = DefinitionText::Kind;
using model::Primitive;

// A function that takes x, and y if there is one.
FunctionText taking(const Scene& s, Ref x) { return function(s.prefix, {member("x", std::move(x))}); }
FunctionText taking(const Scene& s, Ref x, Ref y) {
  return function(s.prefix, {member("x", std::move(x)), member("y", std::move(y))});
}

void insert_anywhere(std::vector<FunctionText>& functions, const Scene& s) {
  const std::size_t place = s.random.below(functions.size() + 1);
  functions.insert(functions.begin() + static_cast<std::ptrdiff_t>(place), function(s.prefix, {}));
}

model::Constant constant(const Scene& s, std::uint64_t value) {
  return {.type = "c", .name = s.prefix, .docs = {}, .value = value, .module = {}, .span = {}};
}

constexpr Known for_hosts{.shows = Shows::to_the_linker, .guest = Harm::none, .host = Harm::breakage};
constexpr Known for_guests{.shows = Shows::to_the_linker, .guest = Harm::breakage, .host = Harm::none};

const std::array mutations{
    Mutation{"RenameTheModule", unlinkable,
             [](const Scene& s) {
               s.add(function(s.prefix, {}));
               s.after.module = "renamed";
             }},
    Mutation{"AddAFunction", for_hosts, [](const Scene& s) { insert_anywhere(s.after.functions, s); }},
    Mutation{"RemoveAFunction", for_guests, [](const Scene& s) { insert_anywhere(s.before.functions, s); }},
    Mutation{"ReorderFunctions", unseen,
             [](const Scene& s) {
               s.add(taking(s, number(Primitive::u8)));
               std::ranges::rotate(s.after.functions, s.after.functions.end() - 1);
             }},
    Mutation{"ChangeNothing", unseen, [](const Scene& s) { s.add(taking(s, number(Primitive::u8))); }},

    // Parameters.
    Mutation{
        "AddAParameter", unlinkable,
        [](const Scene& s) { s.add(function(s.prefix, {})).params.push_back(member("x", number(Primitive::u8))); }},
    Mutation{"RemoveAParameter", unlinkable,
             [](const Scene& s) {
               FunctionText& f = s.add(taking(s, number(Primitive::f32), number(Primitive::u8)));
               f.params.erase(f.params.begin());
             }},
    Mutation{"RenameAParameter", doubtful,
             [](const Scene& s) { s.add(taking(s, number(Primitive::u8))).params[0].name = "y"; }},
    Mutation{"ExchangeParametersOfOneType", misread,
             [](const Scene& s) {
               FunctionText& f = s.add(taking(s, number(Primitive::u8), number(Primitive::u8)));
               std::swap(f.params[0], f.params[1]);
             }},
    Mutation{"ExchangeParametersOfTwoTypes", unlinkable,
             [](const Scene& s) {
               FunctionText& f = s.add(taking(s, number(Primitive::u8), number(Primitive::f64)));
               std::swap(f.params[0], f.params[1]);
             }},
    Mutation{"WidenAParameter", unlinkable,
             [](const Scene& s) { s.add(taking(s, number(Primitive::s32))).params[0].type = number(Primitive::s64); }},
    Mutation{"NarrowAParameterInItsRegister", misread,
             [](const Scene& s) { s.add(taking(s, number(Primitive::u32))).params[0].type = number(Primitive::u16); }},
    Mutation{"GiveAParameterASign", misread,
             [](const Scene& s) { s.add(taking(s, number(Primitive::u32))).params[0].type = number(Primitive::s32); }},
    Mutation{"PassARecordWhereANumberWas", misread,
             [](const Scene& s) {
               s.add(define(s.prefix + "r", Kind::record, {member("n", number(Primitive::u32))}));
               s.add(taking(s, number(Primitive::u32))).params[0].type = named(s.prefix + "r");
             }},

    Mutation{"MakeAPointerAndALengthAList", uncompilable,
             [](const Scene& s) {
               const Ref bytes{.form = Ref::Form::const_pointer, .name = {}, .primitive = Primitive::u8};
               FunctionText& f = s.add(taking(s, bytes, number(Primitive::usize)));
               f.params.pop_back();
               f.params[0].type->form = Ref::Form::list;
             }},
    Mutation{"MakeBytesText", uncompilable,
             [](const Scene& s) {
               Ref text{.form = Ref::Form::list, .name = {}, .primitive = Primitive::u8};
               s.add(taking(s, text)).params[0].type->primitive = Primitive::char_;
             }},
    Mutation{"PassAnOkPayloadByPointer", uncompilable,
             [](const Scene& s) {
               s.add(three(s.prefix + "e", Kind::enum_));
               FunctionText f = function(s.prefix, {}, s.prefix + "e");
               f.error = s.prefix + "e";
               FunctionText& after = s.add(f);
               after.ok.clear();
               after.params.push_back(member("x", named(s.prefix + "e", Ref::Form::pointer)));
             }},
    Mutation{"RenameParametersAcross", misread,
             [](const Scene& s) {
               FunctionText& f = s.add(taking(s, number(Primitive::u8), number(Primitive::u8)));
               f.params[0].name = "y";
               f.params[1].name = "z";
             }},

    // Results.
    Mutation{"NeverReturn", misread, [](const Scene& s) { s.add(function(s.prefix, {})).noreturn = true; }},
    Mutation{"AddAnOkPayload", unlinkable,
             [](const Scene& s) {
               s.add(three(s.prefix + "e", Kind::enum_));
               FunctionText f = function(s.prefix, {});
               f.error = s.prefix + "e";
               s.add(f).ok = s.prefix + "e";
             }},
    Mutation{"ReturnSomething", unlinkable,
             [](const Scene& s) {
               s.add(three(s.prefix + "e", Kind::enum_));
               s.add(function(s.prefix, {})).error = s.prefix + "e";
             }},

    // Constants.
    Mutation{"AddAConstant", harmless, [](const Scene& s) { s.after.constants.push_back(constant(s, 1)); }},
    Mutation{"RemoveAConstant", uncompilable, [](const Scene& s) { s.before.constants.push_back(constant(s, 1)); }},
    Mutation{"ChangeAConstant", misread,
             [](const Scene& s) {
               s.before.constants.push_back(constant(s, 1));
               s.after.constants.push_back(constant(s, 2));
             }},

    // Words.
    Mutation{"ChangeWordsOnAFunction", words,
             [](const Scene& s) { s.add(function(s.prefix, {})).docs = "Other words."; }},
    Mutation{"ChangeWordsOnAParameter", words,
             [](const Scene& s) { s.add(taking(s, number(Primitive::u8))).params[0].docs = "Other words."; }},
};

}  // namespace

Ref number(Primitive primitive) { return {.form = Ref::Form::plain, .name = {}, .primitive = primitive}; }

Ref named(std::string name, Ref::Form form) {
  return {.form = form, .name = std::move(name), .primitive = Primitive::u32};
}

MemberText member(std::string name, std::optional<Ref> type, std::uint64_t value) {
  return {.name = std::move(name), .type = std::move(type), .value = value, .docs = {}};
}

DefinitionText define(const std::string& name, Kind kind, std::vector<MemberText> members) {
  DefinitionText definition;
  definition.kind = kind;
  definition.name = name;
  definition.members = std::move(members);
  return definition;
}

DefinitionText three(const std::string& name, Kind kind) {
  return define(name, kind, {member("a", {}, 1), member("b", {}, 2), member("c", {}, 3)});
}

FunctionText function(const std::string& name, std::vector<MemberText> params, std::string ok) {
  return {.name = name, .params = std::move(params), .ok = std::move(ok), .error = {}, .docs = {}, .noreturn = false};
}

std::span<const Mutation> mutations_of_functions() { return mutations; }

}  // namespace tests
