// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/cases.h"

namespace tests {

std::vector<DiffCase> diff_cases_of_functions() {
  return {
      // Modules.
      DiffCase{"ModuleRenamed",
               R"((module $old (@interface func (export "f"))))",
               R"((module $new (@interface func (export "f"))))",
               {"WD0101 link breaking/breaking old"}},
      DiffCase{"ModuleAdded",
               "(module $a)",
               "(module $a) (module $b (@interface func (export \"f\")))",
               {"WD0102 link compatible/breaking b"}},
      DiffCase{"ModuleRemoved",
               "(module $a) (module $b (@interface func (export \"f\")))",
               "(module $a)",
               {"WD0103 link breaking/compatible b"}},
      DiffCase{"MemoryImportAdded",
               "(module $m)",
               "(module $m (import \"memory\" (memory)))",
               {"WD0104 link breaking/compatible m.memory"}},
      DiffCase{"MemoryImportRemoved",
               "(module $m (import \"memory\" (memory)))",
               "(module $m)",
               {"WD0105 link compatible/breaking m.memory"}},
      // Functions.
      DiffCase{"FunctionAdded",
               "(module $m)",
               "(module $m (@interface func (export \"f\")))",
               {"WD0111 link compatible/breaking f"}},
      DiffCase{"FunctionRemoved",
               "(module $m (@interface func (export \"f\")))",
               "(module $m)",
               {"WD0112 link breaking/compatible f"}},
      DiffCase{"NamesOfSeveralModulesAreQualified",
               "(module $a (@interface func (export \"f\"))) (module $b)",
               "(module $a) (module $b (@interface func (export \"f\")))",
               {"WD0111 link compatible/breaking b::f", "WD0112 link breaking/compatible a::f"}},
      DiffCase{"ParameterAddedChangesTheSignature",
               R"((module $m (@interface func (export "f") (param $a u32))))",
               R"((module $m (@interface func (export "f") (param $a u32) (param $b u64))))",
               {"WD0113 link breaking/breaking f", "WD0124 source breaking/breaking f(b)"}},
      DiffCase{"ParameterRemovedChangesTheSignature",
               R"((module $m (@interface func (export "f") (param $a u32) (param $b u64))))",
               R"((module $m (@interface func (export "f") (param $b u64))))",
               {"WD0113 link breaking/breaking f", "WD0125 source breaking/breaking f(a)"}},
      DiffCase{"ParametersExchanged",
               R"((module $m (@interface func (export "f") (param $a u32) (param $b u32))))",
               R"((module $m (@interface func (export "f") (param $b u32) (param $a u32))))",
               {"WD0123 abi breaking/breaking f(a)", "WD0123 abi breaking/breaking f(b)"}},
      DiffCase{"ParameterRenamed",
               R"((module $m (@interface func (export "f") (param $a u32))))",
               R"((module $m (@interface func (export "f") (param $b u32))))",
               {"WD0126 source dangerous/dangerous f(a)"}},
      DiffCase{"ParameterBecomesARecord",
               R"((typename $r (record (field $x u32))) (module $m (@interface func (export "f") (param $a u32))))",
               R"((typename $r (record (field $x u32))) (module $m (@interface func (export "f") (param $a $r))))",
               {"WD0121 abi breaking/breaking f", "WD0211 source breaking/breaking f(a)"}},
      DiffCase{"NoreturnAdded",
               R"((module $m (@interface func (export "f"))))",
               R"((module $m (@interface func (export "f") (@witx noreturn))))",
               {"WD0122 abi breaking/breaking f"}},
      DiffCase{"ResultAdded",
               R"((module $m (@interface func (export "f"))))",
               R"((module $m (@interface func (export "f") (result $r u32))))",
               {"WD0113 link breaking/breaking f", "WD0127 source breaking/breaking f.result"}},
      DiffCase{"ResultRemoved",
               R"((module $m (@interface func (export "f") (result $r u32))))",
               R"((module $m (@interface func (export "f"))))",
               {"WD0113 link breaking/breaking f", "WD0128 source breaking/breaking f.result"}},
      DiffCase{"ResultRenamed",
               R"((module $m (@interface func (export "f") (result $r u32))))",
               R"((module $m (@interface func (export "f") (result $s u32))))",
               {"WD0129 source dangerous/dangerous f.result"}},
      DiffCase{
          "OkPayloadAdded",
          R"((typename $e (enum (@witx tag u16) $ok)) (typename $n u8) (module $m (@interface func (export "f") (result $r (expected (error $e))))))",
          R"((typename $e (enum (@witx tag u16) $ok)) (typename $n u8) (module $m (@interface func (export "f") (result $r (expected $n (error $e))))))",
          {"WD0113 link breaking/breaking f", "WD0405 abi breaking/breaking f.result.ok"}},
      DiffCase{
          "OkPayloadRemoved",
          R"((typename $e (enum (@witx tag u16) $ok)) (typename $n u8) (module $m (@interface func (export "f") (result $r (expected $n (error $e))))))",
          R"((typename $e (enum (@witx tag u16) $ok)) (typename $n u8) (module $m (@interface func (export "f") (result $r (expected (error $e))))))",
          {"WD0113 link breaking/breaking f", "WD0406 abi breaking/breaking f.result.ok"}},
      DiffCase{"TheOldestResultsEqualAnExpected",
               R"((typename $e (enum u16 $ok)) (typename $n u32) (typename $k u64) (module $m
                  (@interface func (export "f") (result $error $e) (result $n $n) (result $k $k))
                  (@interface func (export "g") (result $error $e))))",
               R"((typename $e (enum (@witx tag u16) $ok)) (typename $n u32) (typename $k u64) (module $m
                  (@interface func (export "f") (result $error (expected (tuple $n $k) (error $e))))
                  (@interface func (export "g") (result $error (expected (error $e))))))",
               {}},
      DiffCase{
          "AResultLessThanInTheOldestDialect",
          R"((typename $e (enum u16 $ok)) (module $m (@interface func (export "f") (result $error $e) (result $n u32))))",
          R"((typename $e (enum (@witx tag u16) $ok)) (module $m (@interface func (export "f") (result $error (expected (error $e))))))",
          {"WD0113 link breaking/breaking f", "WD0128 source breaking/breaking f.result.1"}},
      // What is exchanged stays the same however it is written.
      DiffCase{
          "APointerAndALengthBecomeAList",
          R"((typename $size u32) (module $m (@interface func (export "f") (param $p (@witx const_pointer u8)) (param $n $size))))",
          R"((typename $size u32) (module $m (@interface func (export "f") (param $p (list u8)))))",
          {"WD0125 source breaking/breaking f(n)", "WD0211 source breaking/breaking f(p)"}},
      DiffCase{
          "AnOkPayloadBecomesAPointer",
          R"((typename $s (enum (@witx tag u16) $ok $bad)) (typename $n u32) (module $m (@interface func (export "f") (result $error (expected $n (error $s))))))",
          R"((typename $s (enum (@witx tag u16) $ok $bad)) (typename $n u32) (module $m (@interface func (export "f") (param $n (@witx pointer $n)) (result $error (expected (error $s))))))",
          {"WD0124 source breaking/breaking f(n)", "WD0211 source breaking/breaking f.result.ok"}},
      DiffCase{"BytesBecomeText",
               R"((module $m (@interface func (export "f") (param $p (list u8)))))",
               R"((module $m (@interface func (export "f") (param $p string))))",
               {"WD0211 source breaking/breaking f(p)"}},
      DiffCase{
          "AnotherDialectForTheSameFunctions",
          R"((typename $e (enum (@witx tag u16) $ok $bad)) (typename $n u32) (module $m (@interface func (export "f") (result $error (expected $n (error $e))))))",
          R"((typename $e (enum (@witx tag u16) $ok $bad)) (typename $n u32) (module $m (@interface func (export "f") (result $error (expected $n (error $e)))) (resource $x)))",
          {"WD0225 source compatible/compatible x"}},
      DiffCase{
          "ANamedResultInAnotherDialect",
          R"((typename $e (enum (@witx tag u16) $ok $bad)) (typename $x (expected (error $e))) (module $m (@interface func (export "f") (result $error $x))))",
          R"((typename $e (enum (@witx tag u16) $ok $bad)) (typename $x (expected (error $e))) (resource $y) (module $m (@interface func (export "f") (result $error $x))))",
          {"WD0225 source compatible/compatible y"}},
      DiffCase{
          "AnEmptyModuleComes", "(module $a)", "(module $a) (module $b)", {"WD0106 source compatible/compatible b"}},
      DiffCase{
          "AnEmptyModuleGoes", "(module $a) (module $b)", "(module $a)", {"WD0106 source compatible/compatible b"}},
      DiffCase{"AnEmptyModuleIsRenamed", "(module $a)", "(module $b)", {"WD0106 source compatible/compatible a"}},
      DiffCase{
          "TheOldestResultsExchanged",
          R"((typename $e (enum u16 $ok)) (module $m (@interface func (export "f") (result $error $e) (result $a u32) (result $b u32))))",
          R"((typename $e (enum u16 $ok)) (module $m (@interface func (export "f") (result $error $e) (result $b u32) (result $a u32))))",
          {"WD0130 abi breaking/breaking f.result.a", "WD0130 abi breaking/breaking f.result.b"}},
      DiffCase{"OnlyTheDialectChangesTheSignature",
               R"((typename $e (enum u64 $a)) (module $m (@interface func (export "f") (param $e $e))))",
               R"((typename $e (enum (@witx tag u64) $a)) (module $m (@interface func (export "f") (param $e $e))))",
               {"WD0113 link breaking/breaking f"}},
      DiffCase{
          "ResultsBecomePointersInAnotherOrder",
          R"((typename $e (enum u16 $ok)) (module $m (@interface func (export "f") (result $error $e) (result $a u32) (result $b u32))))",
          R"((typename $e (enum (@witx tag u16) $ok)) (module $m (@interface func (export "f") (param $b (@witx pointer u32)) (param $a (@witx pointer u32)) (result $error (expected (error $e))))))",
          {"WD0121 abi breaking/breaking f", "WD0124 source breaking/breaking f(a)",
           "WD0124 source breaking/breaking f(b)", "WD0128 source breaking/breaking f.result.1",
           "WD0128 source breaking/breaking f.result.2"}},
      DiffCase{"ParametersRenamedAcross",
               R"((module $m (@interface func (export "f") (param $a u32) (param $b u32))))",
               R"((module $m (@interface func (export "f") (param $b u32) (param $c u32))))",
               {"WD0121 abi breaking/breaking f", "WD0124 source breaking/breaking f(c)",
                "WD0125 source breaking/breaking f(a)"}},

      // One change never hides another.
      DiffCase{
          "ACaseIsAddedWhileAParameterGivesItsSlotToAnother",
          R"((typename $e (enum (@witx tag u8) $a $b)) (module $m (@interface func (export "f") (param $p $e) (param $x u32))))",
          R"((typename $e (enum (@witx tag u8) $a $b $c)) (module $m (@interface func (export "f") (param $p $e) (param $y s32))))",
          {"WD0121 abi breaking/breaking f", "WD0124 source breaking/breaking f(y)",
           "WD0125 source breaking/breaking f(x)", "WD0401 abi compatible/dangerous e.c"}},
      // The caller's input is not the callee's output, though both lie behind an address.
      DiffCase{
          "AnInputBecomesAnOutput",
          R"((typename $e (enum (@witx tag u16) $ok)) (typename $r (record (field $x u32))) (module $m (@interface func (export "f") (param $r $r) (result $error (expected (error $e))))))",
          R"((typename $e (enum (@witx tag u16) $ok)) (typename $r (record (field $x u32))) (module $m (@interface func (export "f") (result $error (expected $r (error $e))))))",
          {"WD0121 abi breaking/breaking f", "WD0125 source breaking/breaking f(r)",
           "WD0405 abi breaking/breaking f.result.ok"}},
      DiffCase{
          "AParameterTakesTheNameOfTheOnlyResult",
          R"((typename $e (enum (@witx tag u16) $ok)) (module $m (@interface func (export "f") (param $n u32) (result $error (expected (error $e))))))",
          R"((typename $e (enum (@witx tag u16) $ok)) (module $m (@interface func (export "f") (param $error u32) (result $r (expected (error $e))))))",
          {"WD0126 source dangerous/dangerous f(n)", "WD0129 source dangerous/dangerous f.result"}},
      DiffCase{
          "AnotherDialectWhileACaseIsAdded",
          R"((module $m (typename $e (enum (@witx tag u16) $ok)) (typename $s (enum (@witx tag u8) $a)) (@interface func (export "f") (result $error (expected $s (error $e))))))",
          R"((typename $e (enum (@witx tag u16) $ok)) (typename $s (enum (@witx tag u8) $a $b)) (module $m (@interface func (export "f") (result $error (expected $s (error $e))))))",
          {"WD0401 abi dangerous/compatible s.b"}},
      DiffCase{
          "AConstantChangesWhileParametersAreRenamedAcross",
          R"((typename $t u32) (@witx const $t $x 1) (module $m (@interface func (export "f") (param $a $t) (param $b $t))))",
          R"((typename $t u32) (@witx const $t $x 2) (module $m (@interface func (export "f") (param $b $t) (param $c $t))))",
          {"WD0121 abi breaking/breaking f", "WD0124 source breaking/breaking f(c)",
           "WD0125 source breaking/breaking f(a)", "WD0433 abi breaking/breaking t.x"}},
  };
}

}  // namespace tests
