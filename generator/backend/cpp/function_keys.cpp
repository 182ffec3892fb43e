// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include "backend/base/ask.h"
#include "backend/base/c_words.h"
#include "backend/base/literals.h"
#include "backend/base/rows.h"
#include "backend/cpp/cpp.h"

namespace backend::cpp {
namespace {

using std::string_view;
using CppRow = Row<Cpp>;

const Call& call_at(const Cpp& cpp, const At& at) { return cpp.calls.at(at.function); }
std::size_t columns(const Cpp& cpp) { return cpp.plan.options.columns; }
bool is_noreturn(const At& at) { return at.function->function->noreturn; }
std::size_t name_size(const At& at) { return at.function->names->name.identifier.size(); }

// How the typed function returns, as its declaration writes it.
std::string typed_result(const Cpp& cpp, const At& at) {
  const Call& call = call_at(cpp, at);
  if (!call.error) return call.kind == Call::Kind::nothing || call.type.empty() ? "void" : call.type;
  if (cpp.main_error == call.error) return fmt::format("Result<{}>", call.type);
  const std::string code = call.error->code == "witx::s32" ? "" : ", " + call.error->code;
  return fmt::format("witx::Result<{}, {}{}>", call.type.empty() ? "void" : call.type, call.error->type, code);
}

// An expression of one line, the first of which begins at column `begin`, in lines that fit: broken at spaces, and where there
// are none behind parentheses. No literal of text is ever in one.
std::string in_lines(string_view text, std::size_t begin, std::size_t columns) {
  constexpr string_view indent = "      ";
  // What may follow the last line: a parenthesis and a semicolon.
  const std::size_t end = columns - 2;
  std::string out;
  while (begin + text.size() > end) {
    const string_view line = text.substr(0, end > begin ? end - begin : 0);
    std::size_t at = line.rfind(' ');
    if (at == string_view::npos) at = line.rfind('(');
    if (at == string_view::npos) break;
    const bool space = text[at] == ' ';
    out.append(text.substr(0, space ? at : at + 1)).append("\n").append(indent);
    text.remove_prefix(at + 1);
    begin = indent.size();
  }
  return out.append(text);
}

Lines lines_of_code(const std::vector<std::string>& statements, std::size_t begin, std::size_t columns) {
  Lines list;
  for (const std::string& statement : statements) list.push_back(in_lines(statement, begin, columns));
  return list;
}

// Lengths of the text that the templates put around the lists: `noexcept;`, `[[gnu::always_inline]] inline ... noexcept {`.
std::string raw_params(const Cpp& cpp, const At& at) {
  const Call& call = call_at(cpp, at);
  const std::size_t attributes = is_noreturn(at) ? string_view("[[noreturn]] ").size() : 0;
  const std::size_t begin = attributes + call.raw_result.size() + 1 + name_size(at) + 1;
  return wrap_items(call.raw_params, begin, string_view(") noexcept;").size(), 4, columns(cpp));
}

std::string wrapped_params(const Cpp& cpp, const At& at, const std::vector<std::string>& params) {
  const std::size_t attributes =
      string_view("[[gnu::always_inline]] inline ").size() + (is_noreturn(at) ? string_view("noreturn, ").size() : 0);
  const std::size_t begin = attributes + typed_result(cpp, at).size() + 1 + name_size(at) + 1;
  return wrap_items(params, begin, string_view(") noexcept {").size(), 4, columns(cpp));
}

std::string array_sizes(const Cpp& cpp, const At& at) {
  std::string sizes;
  for (const std::string& size : call_at(cpp, at).array_sizes)
    sizes += (sizes.empty() ? "witx::usize " : ", witx::usize ") + size;
  return sizes;
}

std::string call_args(const Cpp& cpp, const At& at) {
  const Call& call = call_at(cpp, at);
  const bool status = call.kind == Call::Kind::status;
  const std::size_t begin =
      name_size(at) + (status ? string_view("  return (raw::(").size() + typed_result(cpp, at).size()
                              : string_view("  return {raw::(").size());
  const std::size_t suffix = status ? string_view("));").size() : string_view("), };").size() + call.out_value.size();
  // Arguments on one line may be followed by more on it: only those on lines of their own can be too long.
  return wrap_items(lines_of_code(call.args, 6, columns(cpp)), begin, suffix, 6, columns(cpp));
}

template <Call::Kind kind>
bool is(const Cpp& cpp, const At& at) {
  return call_at(cpp, at).kind == kind;
}

std::vector<CppRow> call_rows() {
  return {
      {"call_is_nothing", is<Call::Kind::nothing>, "the import returns nothing"},
      {"call_is_value", is<Call::Kind::value>, "what the import returns is the answer"},
      {"call_is_status", is<Call::Kind::status>, "only success or an error"},
      {"call_is_payload", is<Call::Kind::payload>, "success or an error, and something written"},
      {"call_is_general", is<Call::Kind::general>, "needs statements"},
      {"call_args", call_args, "arguments of the import"},
      {"call_out_type", [](const Cpp& cpp, const At& at) { return call_at(cpp, at).out_type; },
       "of a payload: the type of the local that the engine writes"},
      {"call_out_value", [](const Cpp& cpp, const At& at) { return call_at(cpp, at).out_value; },
       "and what was written there"},
      {"call_before", [](const Cpp& cpp, const At& at) { return call_at(cpp, at).around.before; },
       "of a value: text before the call"},
      {"call_after", [](const Cpp& cpp, const At& at) { return call_at(cpp, at).around.after; }, "and behind it"},
      {"call_locals",
       [](const Cpp& cpp, const At& at) { return lines_of_code(call_at(cpp, at).locals, 2, columns(cpp)); },
       "statements before the call"},
      {"call_keeps_code", [](const Cpp& cpp, const At& at) { return call_at(cpp, at).keeps_code; },
       "the import's result is needed"},
      {"call_assignments",
       [](const Cpp& cpp, const At& at) { return lines_of_code(call_at(cpp, at).assignments, 2, columns(cpp)); },
       "statements behind the call"},
      {"call_answer",
       [](const Cpp& cpp, const At& at) {
         return in_lines(call_at(cpp, at).answer, string_view("  return ").size(), columns(cpp));
       },
       "the expression returned"},
  };
}

std::vector<CppRow> function_rows() {
  return {
      {"function_docs", [](const Cpp& cpp, const At& at) { return Docs{doxygen(cpp.plan, *at.function)}; },
       "with a line for each parameter and for what is returned"},
      {"raw_result", [](const Cpp& cpp, const At& at) { return call_at(cpp, at).raw_result; },
       "what the import returns"},
      {"raw_params", raw_params, "the import's parameters"},
      {"typed_result", typed_result, "what the typed function returns"},
      {"typed_params",
       [](const Cpp& cpp, const At& at) { return wrapped_params(cpp, at, call_at(cpp, at).typed_params); },
       "its parameters"},
      {"array_has_overload", [](const Cpp& cpp, const At& at) { return !call_at(cpp, at).array_sizes.empty(); },
       "a list is among the parameters"},
      {"array_sizes", array_sizes, "template parameters of the overload that takes arrays"},
      {"array_params",
       [](const Cpp& cpp, const At& at) { return wrapped_params(cpp, at, call_at(cpp, at).array_params); }, ""},
      {"array_args",
       [](const Cpp& cpp, const At& at) {
         const std::size_t begin = string_view("  return (").size() + name_size(at);
         return wrap_items(call_at(cpp, at).array_args, begin, 2, 6, columns(cpp));
       },
       ""},
      {"aggregate_is_needed", [](const At& at) { return !at.function->names->results.empty(); },
       "several results come back together"},
      {"aggregate_name", [](const At& at) { return at.function->names->result.identifier; }, ""},
      {"aggregate_fields",
       [](const At& at) { return List<Thing::aggregate_field>{at.function->names->results.size()}; }, ""},
  };
}

const model::Field& aggregate_field(const At& at) {
  return at.function->function->results[at.function->call.answer.first + at.index];
}

std::vector<CppRow> aggregate_field_rows() {
  return {
      {"aggregate_field_name", [](const At& at) { return at.function->names->results[at.index].identifier; },
       "identifier"},
      {"aggregate_field_type", [](const Cpp& cpp, const At& at) { return cpp.spelling.type(aggregate_field(at).type); },
       ""},
      {"aggregate_field_docs", [](const Cpp& cpp, const At& at) { return docs(cpp.plan, aggregate_field(at).docs); },
       ""},
  };
}

}  // namespace

void add_functions(Tables& tables, const Cpp* cpp) {
  add(tables, Thing::function, cpp, function_rows());
  add(tables, Thing::function, cpp, call_rows());
  add(tables, Thing::aggregate_field, cpp, aggregate_field_rows());
}

}  // namespace backend::cpp
