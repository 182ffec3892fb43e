// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One row a language. To teach the tool another one's names, add a row and, if it has templates, a folder under templates/.
#include <algorithm>
#include <array>

#include "view/names.h"

namespace view {
namespace {

using std::string_view;

// Keywords of C++26 and of C23 that C++ compilers also take, alternative tokens, and macros in lower case that the headers of
// C libraries or compilers define: a header of ours is included after anything.
constexpr auto cpp_reserved = std::to_array<string_view>({
    "BUFSIZ", "EOF", "I", "NULL", "alignas", "alignof", "and", "and_eq", "asm", "assert", "atomic_cancel", "atomic_commit",
    "atomic_noexcept", "auto", "bitand", "bitor", "bool", "break", "case", "catch", "char", "char16_t", "char32_t", "char8_t",
    "class", "co_await", "co_return", "co_yield", "compl", "complex", "concept", "const", "const_cast", "consteval",
    "constexpr", "constinit", "continue", "contract_assert", "decltype", "default", "delete", "do", "double",
    "dynamic_cast", "else", "enum", "errno", "explicit", "export", "extern", "false", "far", "float", "for",
    "fpclassify", "friend", "goto", "huge", "i386", "if", "imaginary", "import", "inline", "int", "interface", "isfinite",
    "isinf", "isnan", "isnormal", "linux", "long", "major", "makedev", "math_errhandling", "max", "min", "minor", "module",
    "mutable", "namespace", "near", "new", "noexcept", "noreturn", "not", "not_eq", "nullptr", "offsetof", "operator", "or",
    "or_eq", "private", "protected", "public", "reflexpr", "register", "reinterpret_cast", "requires",
    "restrict", "return", "setjmp", "short", "signbit", "signed", "sizeof", "small", "static", "static_assert",
    "static_cast", "stderr", "stdin", "stdout", "struct", "sun", "switch", "synchronized", "template", "this",
    "thread_local", "throw", "true", "try", "typedef", "typeid", "typename", "typeof", "typeof_unqual", "union", "unix",
    "unsigned", "using", "va_arg", "va_copy", "va_end", "va_start", "virtual", "void", "volatile", "wchar_t", "while",
    "xor", "xor_eq",
});
static_assert(std::is_sorted(cpp_reserved.begin(), cpp_reserved.end()));

constexpr auto cpp_helpers = std::to_array<string_view>({
    "Result", "any", "describe", "has", "is_known", "message", "name", "none", "raw", "std", "witx",
});

// `plain` takes names as they come: for documents, and for templates of languages that have no row.
constexpr auto rows = std::to_array<Language>({
    {.name = "cpp", .reserved = cpp_reserved, .helpers = cpp_helpers},
    {.name = "plain", .reserved = {}, .helpers = {}},
});

}  // namespace

std::span<const Language> languages() { return rows; }

const Language* find_language(string_view name) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Language& l) { return l.name == name; });
  return row == rows.end() ? nullptr : &*row;
}

}  // namespace view
