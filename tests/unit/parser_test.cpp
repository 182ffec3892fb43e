// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the parser makes of each form. Messages are shown by the cases; here: what is read, and that reading goes on.
#include "syntax/parser.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "syntax/tree.h"

namespace syntax {
namespace {

struct Parsed {
  support::Sources sources;
  diagnostics::Sink diagnostics;
  Ast ast;

  explicit Parsed(std::string text) {
    const Tree tree = read_tree(sources, sources.add("test", std::move(text)), diagnostics);
    ast = parse(tree, diagnostics);
  }

  template <typename T>
  [[nodiscard]] const T& item(std::size_t i = 0) const {
    return std::get<T>(ast.items.at(i));
  }
  template <typename T>
  [[nodiscard]] const T& type_of(std::size_t i = 0) const {
    return std::get<T>(ast.types[item<TypenameDecl>(i).type].shape);
  }
};

TEST(Parser, ReadsItemsOfEveryKind) {
  const Parsed parsed(
      "(use \"a\\2fb.witx\") (use $x ($y as $z) from $m) (use * from $n) (typename $t u8) (@witx const $t $c 0x10) "
      "(resource $r)"
      "(module $m (import \"memory\" (memory)) (@interface func (export \"f\")) (export \"g\" (func))) (profile $p "
      "(expose $m))");
  EXPECT_EQ(parsed.diagnostics.errors(), 0U);
  EXPECT_EQ(parsed.item<UsePath>(0).path, "a/b.witx");
  EXPECT_EQ(parsed.item<UseNames>(1).items.size(), 2U);
  EXPECT_EQ(parsed.item<UseNames>(1).items[1].local.text, "z");
  EXPECT_EQ(parsed.item<UseNames>(1).module.text, "m");
  EXPECT_TRUE(parsed.item<UseNames>(2).items.empty());
  EXPECT_EQ(parsed.item<TypenameDecl>(3).name.text, "t");
  EXPECT_EQ(parsed.item<ConstDecl>(4).value.value, 16U);
  EXPECT_EQ(parsed.item<ResourceDecl>(5).name.text, "r");
  const auto& module = parsed.item<ModuleDecl>(6);
  EXPECT_EQ(std::get<ImportDecl>(module.items.at(0)).name.text, "memory");
  EXPECT_FALSE(std::get<FunctionDecl>(module.items.at(1)).flat);
  EXPECT_TRUE(std::get<FunctionDecl>(module.items.at(2)).flat);
  EXPECT_EQ(parsed.item<ProfileDecl>(7).modules.size(), 1U);
}

TEST(Parser, FunctionsKeepTheOrderOfTheirFields) {
  const Parsed parsed(
      "(module $m (@interface func (export \"f\") (result $r u8) (param $a u8) (@witx noreturn) (param $b u16)))");
  const auto& function = std::get<FunctionDecl>(parsed.item<ModuleDecl>().items.at(0));
  ASSERT_EQ(function.params.size(), 2U);
  EXPECT_EQ(function.params[0].name.text, "a");
  EXPECT_EQ(function.params[1].name.text, "b");
  EXPECT_EQ(function.results.size(), 1U);
  EXPECT_TRUE(function.noreturn);
}

TEST(Parser, DraftsOfProfilesAreOneThing) {
  for (const char* const text : {"(profile $p (import \"f\" (@interface func)) (expose $m))",
                                 "(profile $p (@interface func (export \"f\")) (import $m))",
                                 "(profile $p (require (@interface func (export \"f\"))) (expose $m))"}) {
    const Parsed parsed(text);
    EXPECT_EQ(parsed.diagnostics.errors(), 0U) << text;
    EXPECT_EQ(parsed.item<ProfileDecl>().functions.at(0).name.text, "f") << text;
    EXPECT_EQ(parsed.item<ProfileDecl>().modules.at(0).text, "m") << text;
  }
}

TEST(Parser, ReadsTypesOfEveryForm) {
  const Parsed parsed(
      "(typename $t (enum u8 $a $b)) (typename $t (enum (@witx tag $x) $a)) (typename $t (int u8 (const $a 1)))"
      "(typename $t (flags u8 (flag $a) (flag $b))) (typename $t (flags (@witx repr u8) $a)) (typename $t (struct "
      "(field $a u8)))"
      "(typename $t (union (field $a u8))) (typename $t (union $x (field $a u8) (empty $b))) (typename $t (union "
      "(@witx tag $x) u8 $y))"
      "(typename $t (variant (@witx tag $x) (case $a) (case $b u8))) (typename $t (tuple u8 u8)) (typename $t "
      "(expected u8 (error $e)))"
      "(typename $t (option u8)) (typename $t (array u8)) (typename $t (handle $a $b)) (typename $t (in-buffer u8))"
      "(typename $t (@witx const_pointer u8)) (typename hidden $t $x)");
  EXPECT_EQ(parsed.diagnostics.errors(), 0U);
  EXPECT_EQ(parsed.type_of<EnumExpr>(0).repr->word, "u8");
  EXPECT_EQ(parsed.type_of<EnumExpr>(0).cases.size(), 2U);
  EXPECT_TRUE(parsed.type_of<EnumExpr>(1).repr->tag);
  EXPECT_EQ(parsed.type_of<IntExpr>(2).constants[0].value->value, 1U);
  EXPECT_EQ(parsed.type_of<FlagsExpr>(3).flags.size(), 2U);
  EXPECT_EQ(parsed.type_of<FlagsExpr>(4).repr->word, "u8");
  EXPECT_EQ(parsed.type_of<RecordExpr>(5).fields.size(), 1U);
  EXPECT_EQ(parsed.type_of<UntaggedUnionExpr>(6).members.size(), 1U);
  EXPECT_FALSE(parsed.type_of<NamedUnionExpr>(7).members[1].type);
  EXPECT_EQ(parsed.type_of<BareUnionExpr>(8).members.size(), 2U);
  EXPECT_EQ(parsed.type_of<VariantExpr>(9).cases.size(), 2U);
  EXPECT_EQ(parsed.type_of<TupleExpr>(10).members.size(), 2U);
  EXPECT_TRUE(parsed.type_of<ExpectedExpr>(11).error);
  EXPECT_TRUE(parsed.type_of<OptionExpr>(12).some);
  EXPECT_TRUE(parsed.type_of<ListExpr>(13).element);
  EXPECT_EQ(parsed.type_of<HandleExpr>(14).names.size(), 2U);
  EXPECT_FALSE(parsed.type_of<BufferExpr>(15).out);
  EXPECT_TRUE(parsed.type_of<PointerExpr>(16).constant);
  EXPECT_TRUE(parsed.item<TypenameDecl>(17).hidden);
}

TEST(Parser, TheFirstNameOfAUnionIsATagOnlyBeforeFields) {
  EXPECT_EQ(Parsed("(typename $t (union $a (field $x u8)))").type_of<NamedUnionExpr>().tag.text, "a");
  EXPECT_EQ(Parsed("(typename $t (union $a $b))").type_of<BareUnionExpr>().members.size(), 2U);
  EXPECT_EQ(Parsed("(typename $t (union))").type_of<BareUnionExpr>().members.size(), 0U);
}

TEST(Parser, DocsBelongToWhatFollows) {
  const Parsed parsed(
      ";;; Module.\n(module $m\n;;; Import.\n(import \"memory\" (memory))\n;;; Function.\n(@interface func (export "
      "\"f\")\n"
      ";;; Param.\n(param $a u8)\n;;; Result.\n(result $b u8)\n;;; Lost.\n))\n"
      ";;; Enum.\n(typename $e (enum u8\n;;; Case.\n$a $b ;;; Of nobody.\n))"
      ";;; Union.\n(typename $u (union\n;;; Member.\n$e u8))"
      ";;; Record.\n(typename $r (record\n;;; Field.\n(field $a u8)))");
  const auto& module = parsed.item<ModuleDecl>(0);
  EXPECT_EQ(module.docs, "Module.");
  EXPECT_EQ(std::get<ImportDecl>(module.items[0]).docs, "Import.");
  const auto& function = std::get<FunctionDecl>(module.items[1]);
  EXPECT_EQ(function.docs, "Function.");
  EXPECT_EQ(function.params[0].docs, "Param.");
  EXPECT_EQ(function.results[0].docs, "Result.");
  EXPECT_EQ(parsed.item<TypenameDecl>(1).docs, "Enum.");
  EXPECT_EQ(parsed.type_of<EnumExpr>(1).cases[0].docs, "Case.");
  EXPECT_EQ(parsed.type_of<EnumExpr>(1).cases[1].docs, "");
  EXPECT_EQ(parsed.type_of<BareUnionExpr>(2).members[0].docs, "Member.");
  EXPECT_EQ(parsed.type_of<RecordExpr>(3).fields[0].docs, "Field.");
}

TEST(Parser, GoesOnBehindEveryMistake) {
  const Parsed parsed(
      "(typename $a) (typename $b (enum)) (typename $c (list)) (nonsense) words (module $m (bad) (@interface func "
      "(export \"f\")))"
      "(typename $d u8)");
  EXPECT_EQ(parsed.diagnostics.errors(), 5U);
  EXPECT_EQ(std::get<FunctionDecl>(parsed.item<ModuleDecl>(3).items.at(0)).name.text, "f");
  EXPECT_EQ(parsed.item<TypenameDecl>(4).name.text, "d");
}

TEST(Parser, AWordWithoutItsDollarSignIsTheNameThatItWasMeantToBe) {
  const Parsed parsed("(typename a u8) (typename #b u8)");
  EXPECT_EQ(parsed.diagnostics.errors(), 2U);
  EXPECT_EQ(parsed.item<TypenameDecl>(0).name.text, "a");
  EXPECT_EQ(parsed.item<TypenameDecl>(1).name.text, "b");
}

TEST(Parser, AMistypedFormIsReadAsTheOneThatWasMeant) {
  const Parsed parsed("(typname $a (recrod (field $x u8)))");
  EXPECT_EQ(parsed.diagnostics.errors(), 2U);
  EXPECT_EQ(parsed.type_of<RecordExpr>(0).fields.size(), 1U);
}

}  // namespace
}  // namespace syntax
