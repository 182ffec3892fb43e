// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/base/c_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace backend {
namespace {

using std::string_view;

// Keywords of C++26 and of C23 that C++ compilers also take, alternative tokens, and macros in lower case that the headers of
// C libraries or compilers define: a header of ours is included after anything.
constexpr auto words = std::to_array<string_view>({
    "BUFSIZ",
    "EOF",
    "I",
    "NULL",
    "alignas",
    "alignof",
    "and",
    "and_eq",
    "asm",
    "assert",
    "atomic_cancel",
    "atomic_commit",
    "atomic_noexcept",
    "auto",
    "bitand",
    "bitor",
    "bool",
    "break",
    "case",
    "catch",
    "char",
    "char16_t",
    "char32_t",
    "char8_t",
    "class",
    "co_await",
    "co_return",
    "co_yield",
    "compl",
    "complex",
    "concept",
    "const",
    "const_cast",
    "consteval",
    "constexpr",
    "constinit",
    "continue",
    "contract_assert",
    "decltype",
    "default",
    "delete",
    "do",
    "double",
    "dynamic_cast",
    "else",
    "enum",
    "errno",
    "explicit",
    "export",
    "extern",
    "false",
    "far",
    "float",
    "for",
    "fpclassify",
    "friend",
    "goto",
    "huge",
    "i386",
    "if",
    "imaginary",
    "import",
    "inline",
    "int",
    "interface",
    "isfinite",
    "isinf",
    "isnan",
    "isnormal",
    "linux",
    "long",
    "major",
    "makedev",
    "math_errhandling",
    "max",
    "min",
    "minor",
    "module",
    "mutable",
    "namespace",
    "near",
    "new",
    "noexcept",
    "noreturn",
    "not",
    "not_eq",
    "nullptr",
    "offsetof",
    "operator",
    "or",
    "or_eq",
    "private",
    "protected",
    "public",
    "reflexpr",
    "register",
    "reinterpret_cast",
    "requires",
    "restrict",
    "return",
    "setjmp",
    "short",
    "signbit",
    "signed",
    "sizeof",
    "small",
    "static",
    "static_assert",
    "static_cast",
    "stderr",
    "stdin",
    "stdout",
    "struct",
    "sun",
    "switch",
    "synchronized",
    "template",
    "this",
    "thread_local",
    "throw",
    "true",
    "try",
    "typedef",
    "typeid",
    "typename",
    "typeof",
    "typeof_unqual",
    "union",
    "unix",
    "unsigned",
    "using",
    "va_arg",
    "va_copy",
    "va_end",
    "va_start",
    "virtual",
    "void",
    "volatile",
    "wchar_t",
    "while",
    "xor",
    "xor_eq",
});
static_assert(std::is_sorted(words.begin(), words.end()));

constexpr auto locals = std::to_array<string_view>({"N", "Result", "out_", "code_", "area_"});
constexpr auto case_neighbours = std::to_array<string_view>({"tag", "payload", "visit", "Tag", "Payload"});

}  // namespace

std::span<const string_view> c_family_words() { return words; }
std::span<const string_view> c_family_locals() { return locals; }
std::span<const string_view> c_family_case_neighbours() { return case_neighbours; }

std::vector<std::string> doxygen(const bind::Plan& plan, const bind::FunctionPlan& planned) {
  const model::Function& function = *planned.function;
  const bind::FunctionNames& names = *planned.names;
  std::vector<std::string> lines = bind::docs_lines(plan.options, function.docs, names.name, function.name);
  if (plan.options.docs != bind::Options::DocsLevel::full) return lines;
  const auto add = [&](const std::string& tag) {
    for (std::string& line : bind::docs_lines(plan.options, tag)) lines.push_back(std::move(line));
  };
  for (std::size_t i = 0; i < function.params.size(); ++i) {
    if (!function.params[i].docs.empty())
      add(fmt::format("@param {} {}", names.params[i].identifier, function.params[i].docs));
  }
  std::string results;
  for (const model::Field& result : function.results) {
    if (!result.docs.empty()) results += (results.empty() ? "" : "; ") + result.docs;
  }
  if (!results.empty()) add("@return " + results);
  return lines;
}

}  // namespace backend
