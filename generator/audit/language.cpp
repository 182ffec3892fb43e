// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "audit/language.h"

#include <algorithm>
#include <array>

#include "audit/language_numbers.h"

namespace audit {
namespace {

using List = std::string_view;

constexpr std::array c_files{List(".h"), List(".c")};
constexpr std::array cpp_files{List(".hpp"), List(".hh"), List(".cpp"), List(".cc"), List(".hxx")};
constexpr std::array c_constants{List("const"), List("constexpr"), List("static")};
constexpr std::array c_enums{List("enum")};
constexpr std::array c_structs{List("struct")};
constexpr std::array c_unions{List("union")};
constexpr std::array c_scopes{List("namespace"), List("class"), List("extern")};
constexpr std::array c_imports{List("extern"), List("import_module"), List("__import_module__"), List("import_name"),
                               List("__import_name__")};
constexpr std::array c_packed{List("packed"), List("__packed__")};
constexpr std::array c_modifiers{List("const"),  List("volatile"),  List("struct"),   List("union"),
                                 List("enum"),   List("constexpr"), List("static"),   List("inline"),
                                 List("extern"), List("unsigned"),  List("restrict"), List("__restrict"),
                                 List("class")};
constexpr Lexis c_lexis{.has_directives = true};

constexpr std::array rust_files{List(".rs")};
constexpr std::array rust_constants{List("const"), List("static"), List("let")};
constexpr std::array rust_scopes{List("mod"), List("impl"), List("trait")};
constexpr std::array rust_functions{List("fn")};
constexpr std::array rust_imports{List("extern")};
constexpr std::array rust_layouts{List("C"), List("transparent")};
constexpr std::array rust_packed{List("packed")};
constexpr std::array rust_modifiers{List("pub"),    List("mut"),   List("const"),
                                    List("unsafe"), List("crate"), List("dyn")};

constexpr std::array zig_files{List(".zig")};
constexpr std::array zig_constants{List("const"), List("var")};
constexpr std::array zig_layouts{List("extern")};
constexpr std::array zig_modifiers{List("pub"), List("const"), List("volatile"), List("comptime"), List("extern")};

constexpr std::array go_files{List(".go")};
constexpr std::array go_constants{List("const"), List("var")};
constexpr std::array go_scopes{List("interface")};
constexpr std::array go_functions{List("func")};
constexpr std::array go_imports{List("go:wasmimport")};

constexpr std::array ts_files{List(".ts"), List(".js"), List(".mjs"), List(".cjs"), List(".mts"), List(".cts")};
constexpr std::array ts_constants{List("const"), List("let"), List("var"), List("static"), List("readonly")};
constexpr std::array ts_scopes{List("namespace"), List("class"), List("interface"), List("module")};
constexpr std::array ts_functions{List("function")};
constexpr std::array ts_imports{List("declare"), List("external")};
constexpr std::array ts_modifiers{List("public"), List("private"), List("readonly"), List("static"),
                                  List("export"), List("declare"), List("async")};
constexpr std::array ts_pointers{List("ptr"), List("Ptr"), List("ArrayBuffer")};
constexpr Lexis ts_lexis{.quotes = "\"'`", .long_quote = '`', .has_patterns = true, .has_private_names = true};

constexpr std::array as_files{List(".as.ts"), List(".as")};
constexpr std::array as_structs{List("class")};
constexpr std::array as_scopes{List("namespace"), List("module"), List("interface")};

constexpr std::array java_files{List(".java")};
constexpr std::array java_constants{List("final"), List("static")};
constexpr std::array java_scopes{List("class"), List("interface"), List("record")};
constexpr std::array java_hosts{List("WasmExport")};
constexpr std::array java_imports{List("native")};
constexpr std::array java_modifiers{List("public"), List("private"),   List("static"),
                                    List("final"),  List("protected"), List("abstract")};

constexpr std::array kotlin_files{List(".kt")};
constexpr std::array kotlin_constants{List("val"), List("var")};
constexpr std::array kotlin_scopes{List("class"), List("object"), List("interface")};
constexpr std::array kotlin_functions{List("fun")};
constexpr std::array kotlin_imports{List("external"), List("WasmImport")};
constexpr std::array kotlin_modifiers{List("private"), List("internal"), List("public"), List("const"), List("val")};

constexpr std::array swift_files{List(".swift")};
constexpr std::array swift_constants{List("let"), List("var")};
constexpr std::array swift_scopes{List("class"), List("extension"), List("protocol")};
constexpr std::array swift_imports{List("_extern"), List("_silgen_name")};
constexpr std::array swift_modifiers{List("public"), List("internal"), List("static"), List("var"),
                                     List("let"),    List("private"),  List("inout"),  List("_")};
constexpr std::array swift_pointers{List("UnsafePointer"), List("UnsafeMutablePointer"), List("UnsafeRawPointer"),
                                    List("UnsafeMutableRawPointer"), List("OpaquePointer")};

constexpr std::array csharp_files{List(".cs")};
constexpr std::array csharp_constants{List("const"), List("static"), List("readonly")};
constexpr std::array csharp_scopes{List("class"), List("namespace"), List("interface")};
constexpr std::array csharp_imports{List("extern"), List("DllImport"), List("LibraryImport"),
                                    List("WasmImportLinkage")};
constexpr std::array csharp_layouts{List("StructLayout")};
constexpr std::array csharp_packed{List("Pack")};
constexpr std::array csharp_modifiers{List("public"),   List("private"), List("internal"), List("static"),
                                      List("readonly"), List("unsafe"),  List("extern"),   List("partial"),
                                      List("ref"),      List("out"),     List("in"),       List("const")};

constexpr std::array odin_files{List(".odin")};
constexpr std::array odin_scopes{List("foreign")};
constexpr std::array odin_functions{List("proc")};
constexpr std::array odin_packed{List("packed")};

constexpr std::array pascal_files{List(".pas"), List(".pp"), List(".inc")};
constexpr std::array pascal_constants{List("const")};
constexpr std::array pascal_structs{List("record")};
constexpr std::array pascal_functions{List("function"), List("procedure")};
constexpr std::array pascal_imports{List("external")};
constexpr Lexis pascal_lexis{
    .block_begin = "{", .block_end = "}", .other_begin = "(*", .other_end = "*)", .quotes = "'"};

constexpr std::array<std::string_view, 0> nothing{};

constexpr Language c_language(std::string_view name, Words files) {
  return {.name = name,
          .extensions = files,
          .lexis = c_lexis,
          .type_place = TypePlace::before,
          .constant_words = c_constants,
          .enum_words = c_enums,
          .struct_words = c_structs,
          .union_words = c_unions,
          .scope_words = c_scopes,
          .function_words = nothing,
          .import_words = c_imports,
          .is_laid_out = true,
          .packed_words = c_packed,
          .modifiers = c_modifiers,
          .numbers = rows::c_numbers};
}

constexpr std::array languages{
    c_language("C", c_files),
    c_language("C++", cpp_files),
    Language{.name = "Rust",
             .extensions = rust_files,
             .lexis = {.has_lifetimes = true},
             .constant_words = rust_constants,
             .enum_words = c_enums,
             .struct_words = c_structs,
             .union_words = c_unions,
             .scope_words = rust_scopes,
             .function_words = rust_functions,
             .import_words = rust_imports,
             .is_laid_out = true,
             .layout_words = rust_layouts,
             .packed_words = rust_packed,
             .modifiers = rust_modifiers,
             .numbers = rows::short_numbers},
    Language{.name = "Zig",
             .extensions = zig_files,
             .lexis = {.block_begin = {}, .block_end = {}, .has_quoted_names = true},
             .constant_words = zig_constants,
             .enum_words = c_enums,
             .struct_words = c_structs,
             .union_words = c_unions,
             .function_words = rust_functions,
             .import_words = zig_layouts,
             .is_laid_out = true,
             .layout_words = zig_layouts,
             .modifiers = zig_modifiers,
             .numbers = rows::short_numbers},
    Language{.name = "Go",
             .extensions = go_files,
             .lexis = {.quotes = "\"'`", .long_quote = '`', .kept_comment = "//go:wasmimport"},
             .type_place = TypePlace::after,
             .constant_words = go_constants,
             .struct_words = c_structs,
             .scope_words = go_scopes,
             .function_words = go_functions,
             .import_words = go_imports,
             .ends_with_line = true,
             .is_laid_out = true,
             .numbers = rows::go_numbers,
             .accessors = rows::go_accessors},
    Language{.name = "AssemblyScript",
             .extensions = as_files,
             .lexis = ts_lexis,
             .constant_words = ts_constants,
             .enum_words = c_enums,
             .struct_words = as_structs,
             .scope_words = as_scopes,
             .function_words = ts_functions,
             .import_words = ts_imports,
             .is_laid_out = true,
             .modifiers = ts_modifiers,
             .numbers = rows::short_numbers,
             .pointers = ts_pointers,
             .accessors = rows::js_accessors},
    Language{.name = "TypeScript",
             .extensions = ts_files,
             .lexis = ts_lexis,
             .constant_words = ts_constants,
             .enum_words = c_enums,
             .scope_words = ts_scopes,
             .function_words = ts_functions,
             .import_words = ts_imports,
             .has_host_objects = true,
             .modifiers = ts_modifiers,
             .numbers = rows::ts_numbers,
             .accessors = rows::js_accessors},
    Language{.name = "Java",
             .extensions = java_files,
             .lexis = {},
             .type_place = TypePlace::before,
             .constant_words = java_constants,
             .enum_words = c_enums,
             .scope_words = java_scopes,
             .import_words = java_imports,
             .host_words = java_hosts,
             .modifiers = java_modifiers,
             .numbers = rows::java_numbers,
             .accessors = rows::java_accessors},
    Language{.name = "Kotlin",
             .extensions = kotlin_files,
             .lexis = {},
             .constant_words = kotlin_constants,
             .enum_words = c_enums,
             .scope_words = kotlin_scopes,
             .function_words = kotlin_functions,
             .import_words = kotlin_imports,
             .host_words = java_hosts,
             .ends_with_line = true,
             .modifiers = kotlin_modifiers,
             .numbers = rows::kotlin_numbers,
             .accessors = rows::java_accessors},
    Language{.name = "Swift",
             .extensions = swift_files,
             .lexis = {.quotes = "\""},
             .constant_words = swift_constants,
             .enum_words = c_enums,
             .struct_words = c_structs,
             .scope_words = swift_scopes,
             .function_words = go_functions,
             .import_words = swift_imports,
             .ends_with_line = true,
             .is_laid_out = true,
             .modifiers = swift_modifiers,
             .numbers = rows::swift_numbers,
             .pointers = swift_pointers,
             .accessors = rows::swift_accessors},
    Language{.name = "C#",
             .extensions = csharp_files,
             .lexis = {},
             .type_place = TypePlace::before,
             .constant_words = csharp_constants,
             .enum_words = c_enums,
             .struct_words = c_structs,
             .scope_words = csharp_scopes,
             .import_words = csharp_imports,
             .is_laid_out = true,
             .layout_words = csharp_layouts,
             .packed_words = csharp_packed,
             .modifiers = csharp_modifiers,
             .numbers = rows::csharp_numbers,
             .accessors = rows::csharp_accessors},
    Language{.name = "Odin",
             .extensions = odin_files,
             .lexis = {.quotes = "\"'`", .long_quote = '`'},
             .enum_words = c_enums,
             .struct_words = c_structs,
             .scope_words = odin_scopes,
             .function_words = odin_functions,
             .import_words = odin_scopes,
             .ends_with_line = true,
             .is_laid_out = true,
             .packed_words = odin_packed,
             .numbers = rows::odin_numbers},
    Language{.name = "Pascal",
             .extensions = pascal_files,
             .lexis = pascal_lexis,
             .constant_words = pascal_constants,
             .struct_words = pascal_structs,
             .function_words = pascal_functions,
             .import_words = pascal_imports,
             .is_laid_out = true,
             .packed_words = rust_packed,
             .numbers = rows::pascal_numbers},
};

}  // namespace

std::span<const Language> all_languages() { return languages; }

bool has(Words words, std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); }

const Language* language_named(std::string_view name) {
  const auto* found =
      std::find_if(languages.begin(), languages.end(), [&](const Language& l) { return l.name == name; });
  return found == languages.end() ? nullptr : found;
}

const Language* language_of(std::string_view path, std::string_view text) {
  for (const Language& language : languages) {
    for (const std::string_view extension : language.extensions) {
      if (!path.ends_with(extension)) continue;
      // AssemblyScript looks like TypeScript, but for its numbers.
      const bool is_script = extension == ".ts";
      for (const std::string_view sign : {"usize", ": u32", ": u64", "= u32", "@unmanaged", "store<u"}) {
        if (is_script && text.find(sign) != std::string_view::npos) return language_named("AssemblyScript");
      }
      return &language;
    }
  }
  return nullptr;
}

}  // namespace audit
