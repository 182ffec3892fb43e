// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/cases.h"

namespace tests {

std::vector<DiffCase> diff_cases_of_types() {
  return {
      // What stands at a place.
      DiffCase{
          "PrimitiveWidened", "(typename $t u32)", "(typename $t u64)", {"WD0201 abi breaking/breaking t, t 4->8"}},
      DiffCase{"WidthIsFoundWhereItWasChangedAndNotWhereItIsUsed",
               "(typename $t u32) (typename $r (record (field $x $t)))",
               "(typename $t u64) (typename $r (record (field $x $t)))",
               {"WD0201 abi breaking/breaking t, t 4->8, r 4->8"}},
      DiffCase{"SignatureChangesThroughAType",
               R"((typename $t u32) (module $m (@interface func (export "f") (param $x $t))))",
               R"((typename $t u64) (module $m (@interface func (export "f") (param $x $t))))",
               {"WD0113 link breaking/breaking f", "WD0201 abi breaking/breaking t, t 4->8"}},
      DiffCase{
          "ListElement", "(typename $t (list u8))", "(typename $t (list u16))", {"WD0201 abi breaking/breaking t[]"}},
      DiffCase{"Pointee",
               "(typename $t (@witx pointer u8))",
               "(typename $t (@witx pointer u16))",
               {"WD0201 abi breaking/breaking t*"}},
      DiffCase{
          "IntegerBecomesAnEnumOfOtherMeaning",
          "(typename $t (enum (@witx tag u8) $a $b)) (typename $u (enum (@witx tag u8) $c $d)) (typename $r (record "
          "(field $x $t)))",
          "(typename $t (enum (@witx tag u8) $a $b)) (typename $u (enum (@witx tag u8) $c $d)) (typename $r (record "
          "(field $x $u)))",
          {"WD0211 source breaking/breaking r.x"}},
      DiffCase{
          "HandleBecomesAnInteger", "(typename $t (handle))", "(typename $t u32)", {"WD0202 abi breaking/breaking t"}},
      DiffCase{"TagWidened",
               "(typename $t (enum (@witx tag u8) $a))",
               "(typename $t (enum (@witx tag u16) $a))",
               {"WD0203 abi breaking/breaking t, t 1->2"}},
      DiffCase{"SetWidened",
               "(typename $t (flags (@witx repr u8) $a))",
               "(typename $t (flags (@witx repr u32) $a))",
               {"WD0203 abi breaking/breaking t, t 1->4"}},
      DiffCase{"BufferTurned",
               R"((module $m (export "f" (func (param $b (in-buffer u8))))))",
               R"((module $m (export "f" (func (param $b (out-buffer u8))))))",
               {"WD0204 abi breaking/breaking f(b)"}},
      DiffCase{"SignAppears", "(typename $t u32)", "(typename $t s32)", {"WD0201 abi breaking/breaking t"}},
      DiffCase{"RecordBecomesATuple",
               "(typename $t (record (field $x u32) (field $y u8)))",
               "(typename $t (tuple u32 u8))",
               {"WD0211 source breaking/breaking t"}},
      DiffCase{
          "EqualTypeOfAnotherName",
          "(typename $a (record (field $x u32))) (typename $b (record (field $x u32))) (typename $r (record (field "
          "$f $a)))",
          "(typename $a (record (field $x u32))) (typename $b (record (field $x u32))) (typename $r (record (field "
          "$f $b)))",
          {"WD0212 source breaking/breaking r.f"}},
      DiffCase{"AliasOfANumberReplaced",
               "(typename $a u32) (typename $r (record (field $f u32)))",
               "(typename $a u32) (typename $r (record (field $f $a)))",
               {"WD0213 source compatible/compatible r.f"}},
      DiffCase{"AliasesAreSeenThrough",
               "(typename $e (enum (@witx tag u8) $x)) (typename $a $e) (typename $r (record (field $f $a)))",
               "(typename $e (enum (@witx tag u8) $x)) (typename $a $e) (typename $r (record (field $f $e)))",
               {"WD0213 source compatible/compatible r.f"}},
      DiffCase{"PointerBecomesConstant",
               "(typename $t (@witx pointer u8))",
               "(typename $t (@witx const_pointer u8))",
               {"WD0214 source breaking/breaking t"}},
      DiffCase{
          "TagTypeReplaced",
          "(typename $a (enum (@witx tag u8) $x)) (typename $b (enum (@witx tag u8) $x)) (typename $u (union (@witx "
          "tag $a) u32))",
          "(typename $a (enum (@witx tag u8) $x)) (typename $b (enum (@witx tag u8) $x)) (typename $u (union (@witx "
          "tag $b) u32))",
          {"WD0215 source breaking/breaking u"}},
      DiffCase{"TypesThatExchangeTheirNames",
               R"((typename $a (record (field $x u32))) (typename $b (record (field $y u64)))
                  (module $m (@interface func (export "f") (param $p $a) (param $q (list $b)))))",
               R"((typename $b (record (field $x u32))) (typename $a (record (field $y u64)))
                  (module $m (@interface func (export "f") (param $p $b) (param $q (list $a)))))",
               {"WD0230 source breaking/breaking a", "WD0230 source breaking/breaking b"}},
      DiffCase{"ThreeNamesGoRoundAmongTypesThatNothingUses",
               "(typename $a (enum $x)) (typename $b (flags $y)) (typename $c (record (field $z u8)))",
               "(typename $b (enum $x)) (typename $c (flags $y)) (typename $a (record (field $z u8)))",
               {"WD0230 source breaking/breaking a", "WD0230 source breaking/breaking b",
                "WD0230 source breaking/breaking c"}},
      DiffCase{"ANameIsPassedOnAndANewOneTaken",
               "(typename $a (enum $x)) (typename $b (enum $y $z))",
               "(typename $b (enum $x)) (typename $c (enum $y $z))",
               {"WD0230 source breaking/breaking a", "WD0230 source breaking/breaking b"}},
      // It is the name that the function uses.
      DiffCase{"AFunctionGoesOnToUseAName",
               R"((typename $a u32) (typename $b u64) (module $m (@interface func (export "f") (param $p $a))))",
               R"((typename $a u64) (typename $b u32) (module $m (@interface func (export "f") (param $p $a))))",
               {"WD0113 link breaking/breaking f", "WD0201 abi breaking/breaking a, a 4->8",
                "WD0201 abi breaking/breaking b, b 8->4"}},
      DiffCase{"ACopyIsNoRename",
               "(typename $a (enum $x))",
               "(typename $a (enum $x $y)) (typename $b (enum $x))",
               {"WD0221 source compatible/compatible b", "WD0401 abi dangerous/dangerous a.y"}},
      DiffCase{"WhatChangesInATagIsToldOnce",
               "(typename $k (enum (@witx tag u8) $x $y)) (typename $u (union (@witx tag $k) u8 u16))",
               "(typename $k (enum (@witx tag u8) $y $x)) (typename $u (union (@witx tag $k) u16 u8))",
               {"WD0403 abi breaking/breaking k.x", "WD0403 abi breaking/breaking k.y"}},
      DiffCase{"ATagGrowsAndItsUnionToo",
               "(typename $k (enum (@witx tag u8) $x)) (typename $u (union (@witx tag $k) u8))",
               "(typename $k (enum (@witx tag u16) $x $y)) (typename $u (union (@witx tag $k) u8 u64))",
               {"WD0203 abi breaking/breaking k, k 1->2, u 2->16 x 1->8", "WD0401 abi dangerous/dangerous k.y",
                "WD0407 abi breaking/breaking u, u 2->16 x 1->8"}},
      DiffCase{
          "ACaseOfATagIsRenamed",
          "(typename $k (enum (@witx tag u8) $x $y)) (typename $u (variant (@witx tag $k) (case $x u8) (case $y)))",
          "(typename $k (enum (@witx tag u8) $x $z)) (typename $u (variant (@witx tag $k) (case $x u8) (case $z)))",
          {"WD0404 source breaking/breaking k.y"}},
      // Definitions.
      DiffCase{"TypeAdded",
               "(typename $a u8)",
               "(typename $a u8) (typename $b u8)",
               {"WD0221 source compatible/compatible b"}},
      DiffCase{"TypeRemoved",
               "(typename $a u8) (typename $b u8)",
               "(typename $a u8)",
               {"WD0222 source breaking/breaking b"}},
      DiffCase{"TypeRenamed",
               "(typename $a (enum (@witx tag u8) $x)) (typename $r (record (field $f $a)))",
               "(typename $b (enum (@witx tag u8) $x)) (typename $r (record (field $f $b)))",
               {"WD0230 source breaking/breaking a"}},
      DiffCase{"TypeHidden",
               "(typename $a u8) (typename $z usize)",
               "(typename hidden $a u8) (typename $z usize)",
               {"WD0223 source breaking/breaking a"}},
      DiffCase{"TypeShown",
               "(typename hidden $a u8) (typename $z usize)",
               "(typename $a u8) (typename $z usize)",
               {"WD0224 source compatible/compatible a"}},
      DiffCase{"ResourceAdded", "(module $m)", "(module $m) (resource $r)", {"WD0225 source compatible/compatible r"}},
      DiffCase{"ResourceRemoved", "(module $m) (resource $r)", "(module $m)", {"WD0226 source breaking/breaking r"}},
      DiffCase{"HandleOfAnotherResource",
               "(resource $a) (resource $b) (typename $t (handle $a))",
               "(resource $a) (resource $b) (typename $t (handle $b))",
               {"WD0227 source breaking/breaking t"}},
      DiffCase{
          "SupertypeAdded",
          "(typename $a (handle)) (typename $b (handle)) (typename $t (handle $a)) (typename $o (struct (field $x "
          "u8)))",
          "(typename $a (handle)) (typename $b (handle)) (typename $t (handle $a $b)) (typename $o (struct (field $x "
          "u8)))",
          {"WD0228 source compatible/compatible t"}},
      DiffCase{
          "SupertypeRemoved",
          "(typename $a (handle)) (typename $b (handle)) (typename $t (handle $a $b)) (typename $o (struct (field $x "
          "u8)))",
          "(typename $a (handle)) (typename $b (handle)) (typename $t (handle $a)) (typename $o (struct (field $x "
          "u8)))",
          {"WD0229 source breaking/breaking t"}},
      // Words.
      DiffCase{"DocsChanged",
               ";;; A.\n(typename $t (record\n;;; B.\n(field $f u8)))\n(module $m (@interface func (export \"f\")\n;;; "
               "C.\n(param $p u8)))",
               ";;; X.\n(typename $t (record\n(field $f u8)))\n;;; Y.\n(module $m\n;;; Z.\n(@interface func (export "
               "\"f\")\n(param $p u8)))",
               {"WD0501 docs compatible/compatible f", "WD0501 docs compatible/compatible f(p)",
                "WD0501 docs compatible/compatible m", "WD0501 docs compatible/compatible t",
                "WD0501 docs compatible/compatible t.f"}},
      // What is not a change at all.
      DiffCase{
          "OldWordsForTheSameThing",
          "(typename $e (enum u8 $a $b)) (typename $f (flags u16 $x)) (typename $r (struct (field $p (array u8))))",
          "(typename $e (enum (@witx tag u8) $a $b)) (typename $f (flags (@witx repr u16) $x)) (typename $r (record "
          "(field $p (list u8))))",
          {}},
      DiffCase{"OrderOfDefinitions", "(typename $a u8) (typename $b u16)", "(typename $b u16) (typename $a u8)", {}},
      // Types under other names: the verdict is that of the same change to a type that kept its name.
      DiffCase{
          "CasesExchangedBehindARenamedList",
          R"((typename $kind (enum (@witx tag u8) $x $y)) (typename $kinds (list $kind)) (module $m (@interface func (export "f") (param $p $kinds))))",
          R"((typename $sort (enum (@witx tag u8) $y $x)) (typename $sorts (list $sort)) (module $m (@interface func (export "f") (param $p $sorts))))",
          {"WD0230 source breaking/breaking kind", "WD0230 source breaking/breaking kinds",
           "WD0403 abi breaking/breaking kind.x", "WD0403 abi breaking/breaking kind.y"}},
      DiffCase{"FieldsExchangedInARenamedRecord",
               "(typename $a (record (field $x u32) (field $y u32)))",
               "(typename $b (record (field $y u32) (field $x u32)))",
               {"WD0230 source breaking/breaking a", "WD0304 abi breaking/breaking a.x, b 8->8 y 4->0 x 0->4",
                "WD0304 abi breaking/breaking a.y, b 8->8 y 4->0 x 0->4"}},
      DiffCase{"FlagsBecomeAnEnumOfOtherValues",
               "(typename $t (flags (@witx repr u32) $a $b $c))",
               "(typename $t (enum (@witx tag u32) $a $b $c))",
               {"WD0201 abi breaking/breaking t"}},
      DiffCase{"ANumberGetsNamedValues",
               R"((typename $t u8) (module $m (@interface func (export "f") (param $p $t))))",
               R"((typename $t (enum (@witx tag u8) $a $b)) (module $m (@interface func (export "f") (param $p $t))))",
               {"WD0211 source breaking/breaking t"}},
      DiffCase{
          "ARenamedRecordGrows",
          R"((typename $a (record (field $x u32))) (module $m (@interface func (export "f") (param $p $a))))",
          R"((typename $b (record (field $x u32) (field $y u32))) (module $m (@interface func (export "f") (param $p $b))))",
          {"WD0230 source breaking/breaking a", "WD0301 abi breaking/breaking a.y, b 4->8"}},
      DiffCase{
          "ARenamedTypeOfAnotherKind",
          R"((typename $a (flags (@witx repr u32) $x $y)) (module $m (@interface func (export "f") (param $p (list $a)))))",
          R"((typename $b (enum (@witx tag u32) $x $y)) (module $m (@interface func (export "f") (param $p (list $b)))))",
          {"WD0201 abi breaking/breaking f(p)[]", "WD0221 source compatible/compatible b",
           "WD0222 source breaking/breaking a"}},
      DiffCase{"ARenamedTypeThatNothingUses",
               "(typename $kind (enum (@witx tag u8) $a $b $c))",
               "(typename $sort (enum (@witx tag u8) $a $b $c $d))",
               {"WD0230 source breaking/breaking kind", "WD0401 abi dangerous/dangerous kind.d"}},
      DiffCase{"ConstantsOfARenamedType",
               R"((typename $a u32) (@witx const $a $x 1) (module $m (@interface func (export "f") (param $p $a))))",
               R"((typename $b u32) (@witx const $b $x 2) (module $m (@interface func (export "f") (param $p $b))))",
               {"WD0230 source breaking/breaking a", "WD0433 abi breaking/breaking a.x"}},
      DiffCase{
          "AFieldIsGroupedWithItsNeighbour",
          R"((typename $in (record (field $x u32) (field $y u32))) (typename $t (record (field $x u32) (field $y u32) (field $z u32))) (module $m (@interface func (export "f") (param $p $t))))",
          R"((typename $in (record (field $x u32) (field $y u32))) (typename $t (record (field $a $in) (field $z u32))) (module $m (@interface func (export "f") (param $p $t))))",
          {"WD0211 source breaking/breaking t.a", "WD0211 source breaking/breaking t.x",
           "WD0211 source breaking/breaking t.y"}},

      // A type that is kept for one function and replaced by a like one in another.
      DiffCase{
          "AFunctionTakesALikeTypeWithACaseMore",
          R"((typename $a (enum (@witx tag u8) $x $y)) (module $m (@interface func (export "f") (param $p $a)) (@interface func (export "g") (param $p $a))))",
          R"((typename $a (enum (@witx tag u8) $x $y)) (typename $a2 (enum (@witx tag u8) $x $y $z)) (module $m (@interface func (export "f") (param $p $a2)) (@interface func (export "g") (param $p $a))))",
          {"WD0212 source breaking/breaking f(p)", "WD0221 source compatible/compatible a2",
           "WD0401 abi compatible/dangerous f(p).z"}},
      DiffCase{
          "WhatOnlyANewFunctionSendsEndangersNobodyYet",
          R"((typename $e (enum (@witx tag u8) $x)) (module $m (@interface func (export "f") (param $p $e))))",
          R"((typename $e (enum (@witx tag u8) $x $y)) (module $m (@interface func (export "f") (param $p $e)) (@interface func (export "g") (param $p (@witx pointer $e)))))",
          {"WD0111 link compatible/breaking g", "WD0401 abi compatible/dangerous e.y"}},
      DiffCase{
          "AConstantOfANameOfAType",
          R"((typename $b u32) (typename $a $b) (@witx const $b $x 2) (@witx const $a $x 1) (module $m (@interface func (export "f") (param $p $a))))",
          R"((typename $b u32) (typename $a $b) (@witx const $b $x 2) (@witx const $a $x 3) (module $m (@interface func (export "f") (param $p $a))))",
          {"WD0433 abi breaking/breaking a.x"}},
      DiffCase{
          "MembersOfOneWidthChangePlaces",
          R"((typename $k (enum u8 $x $y)) (typename $l (enum u8 $y $x)) (typename $t (union (field $a $k) (field $b $l))) (module $m (@interface func (export "f") (param $p $t))))",
          R"((typename $k (enum u8 $x $y)) (typename $l (enum u8 $y $x)) (typename $t (union (field $b $l) (field $a $k))) (module $m (@interface func (export "f") (param $p $t))))",
          {"WD0313 source dangerous/dangerous t.a", "WD0313 source dangerous/dangerous t.b"}},
      DiffCase{
          "OneOfTwoUsesDecidesWhichTypeWasRenamed",
          R"((typename $a (record (field $x u32) (field $y u32))) (module $m (@interface func (export "f") (param $p $a)) (@interface func (export "g") (param $p $a))))",
          R"((typename $b (record (field $x u32) (field $y u32))) (typename $z (record (field $q u64))) (module $m (@interface func (export "f") (param $p $z)) (@interface func (export "g") (param $p $b))))",
          {"WD0201 abi breaking/breaking f(p)", "WD0221 source compatible/compatible z",
           "WD0230 source breaking/breaking a"}},
  };
}

}  // namespace tests
