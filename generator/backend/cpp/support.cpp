// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which parts of what generated headers share this one takes, so that its reader has no more to read.
#include "backend/base/ask.h"
#include "backend/base/rows.h"
#include "backend/cpp/cpp.h"
#include "bind/forms.h"

namespace backend::cpp {
namespace {

using bind::Form;
using CppRow = Row<Cpp>;

bool typed(const Cpp& cpp) { return cpp.plan.options.typed; }
bool has(const Cpp& cpp, Form form) { return has_any(cpp.plan, form); }
bool has_names(const Cpp& cpp) {
  return cpp.plan.options.names && (has(cpp, Form::enumeration) || has(cpp, Form::flags));
}
bool has_messages(const Cpp& cpp) { return cpp.plan.options.messages && has(cpp, Form::enumeration); }

// Of names, messages and operators, which come with the typed layer alone.
bool uses_enums(const Cpp& cpp) { return typed(cpp) && has(cpp, Form::enumeration); }
bool uses_flags(const Cpp& cpp) { return typed(cpp) && has(cpp, Form::flags); }
bool uses_texts(const Cpp& cpp) { return typed(cpp) && (has_names(cpp) || has_messages(cpp)); }
bool uses_bytes(const Cpp& cpp) { return typed(cpp) && has(cpp, Form::slice); }
bool uses_cases(const Cpp& cpp) { return has(cpp, Form::variant); }
bool uses_result(const Cpp& cpp) { return typed(cpp) && cpp.main_error.has_value(); }
bool uses_str(const Cpp& cpp) { return cpp.spelled.str || uses_texts(cpp); }
// A Str is a Span; so are most texts and buffers that slices are made of.
bool uses_span(const Cpp& cpp) { return cpp.spelled.span || uses_str(cpp) || uses_bytes(cpp); }

bool needs_support(const Cpp& cpp) {
  return uses_span(cpp) || cpp.spelled.boolean || cpp.spelled.out || uses_result(cpp) || uses_enums(cpp) ||
         uses_flags(cpp) || uses_cases(cpp);
}

std::vector<CppRow> rows() {
  return {
      {"has_names", has_names, "tables of names are wanted, and there is something to name"},
      {"has_error", [](const Cpp& cpp) { return cpp.main_error.has_value(); }, "a function returns an error"},
      {"error_type", [](const Cpp& cpp) { return cpp.main_error ? cpp.main_error->type : std::string(); },
       "the error of most functions"},
      {"error_code",
       [](const Cpp& cpp) {
         return cpp.main_error && cpp.main_error->code != "witx::s32" ? ", " + cpp.main_error->code : std::string();
       },
       "how a wider error is appended to template arguments"},
      {"needs_support", needs_support, "a header takes more than integers: spans, results, variants, names"},
      {"uses_span", uses_span, "witx::Span; this key and those below say which parts of witx:: a header takes"},
      {"uses_str", uses_str, "witx::Str"},
      {"uses_bool", [](const Cpp& cpp) { return cpp.spelled.boolean; }, "witx::Bool"},
      {"uses_out", [](const Cpp& cpp) { return cpp.spelled.out; }, "witx::Out"},
      {"uses_result", uses_result, "witx::Result"},
      {"uses_bytes", uses_bytes, "what makes slices from bytes of any kind"},
      {"uses_texts", uses_texts, "tables of texts"},
      {"uses_enums", uses_enums, "what is known of enums"},
      {"uses_enum_texts", [](const Cpp& cpp) { return uses_texts(cpp) && has(cpp, Form::enumeration); },
       "their names and messages"},
      {"uses_flags", uses_flags, "operators of flags"},
      {"uses_flag_names", [](const Cpp& cpp) { return uses_flags(cpp) && has_names(cpp); }, "their names"},
      {"uses_cases", uses_cases, "witx::Case for visitors"},
      {"uses_operators", [](const Cpp& cpp) { return uses_enums(cpp) || uses_flags(cpp); }, "enums or flags"},
      {"uses_names", [](const Cpp& cpp) { return typed(cpp) && has_names(cpp); }, "name() is found"},
      {"uses_messages", [](const Cpp& cpp) { return typed(cpp) && has_messages(cpp); }, "message() is found"},
  };
}

}  // namespace

void add_support(Tables& tables, const Cpp* cpp) { add(tables, Thing::view, cpp, rows()); }

}  // namespace backend::cpp
