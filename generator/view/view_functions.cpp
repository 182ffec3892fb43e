// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "view/c_calls.h"
#include "view/markdown.h"
#include "view/parts.h"
#include "view/text.h"

namespace view {
namespace {

using nlohmann::json;

// How the typed function returns, as its declaration writes it.
std::string typed_result(const Call& call, const ErrorType* main_error) {
  const bool carries = call.kind == Call::Kind::payload || (call.kind == Call::Kind::general && call.error);
  if (call.error) {
    const std::string value = carries ? call.type : "";
    if (main_error != nullptr && *call.error == *main_error) return fmt::format("Result<{}>", value);
    const std::string code = call.error->code == "witx::s32" ? "" : ", " + call.error->code;
    return fmt::format("witx::Result<{}, {}{}>", carries ? value : "void", call.error->type, code);
  }
  return call.kind == Call::Kind::nothing ? "void" : call.type.empty() ? "void" : call.type;
}

std::vector<std::string> doxygen(const model::Function& function, const FunctionNames& names) {
  std::vector<std::string> tags;
  for (std::size_t i = 0; i < function.params.size(); ++i) {
    if (function.params[i].docs.empty()) continue;
    tags.push_back(fmt::format("@param {} {}", names.params[i].identifier, function.params[i].docs));
  }
  std::string results;
  for (const model::Field& result : function.results) {
    if (result.docs.empty()) continue;
    results += (results.empty() ? "" : "; ") + result.docs;
  }
  if (!results.empty()) tags.push_back("@return " + results);
  return tags;
}

// Docs, then the renaming note, then the tags without gaps between them.
json function_docs(const Context& context, const model::Function& function, const FunctionNames& names) {
  json lines = docs_view(context, function.docs, rename_note(names.name, function.name));
  if (context.options.docs == ViewOptions::DocsLevel::full) {
    for (const std::string& tag : doxygen(function, names)) {
      for (json& line : docs_view(context, tag)) lines.push_back(std::move(line));
    }
  }
  return lines;
}

// Types come first: a function of the same name is told by its module.
std::string function_anchor(const Context& context, const model::Module& module, const model::Function& function) {
  const auto& all = context.outline.declarations;
  const bool taken =
      std::any_of(all.begin(), all.end(), [&](const Declaration& d) { return d.spec_name == function.name; });
  const bool nested = context.model.modules.size() > 1;
  return anchor_of(taken || nested ? module.name + "." + function.name : function.name);
}

json params_view(const Context& context, const model::Function& function, const FunctionNames& names) {
  json list = json::array();
  for (std::size_t i = 0; i < function.params.size(); ++i) {
    const model::Field& param = function.params[i];
    list.push_back({
        {"param_name", names.params[i].identifier},
        {"param_names", styles_view(param.name)},
        {"param_docs", docs_view(context, param.docs)},
        {"param_type", context.spelling.param(param.type)},
        {"param_text", cell_text(shown_docs(context, param.docs))},
        {"param_witx", witx_type(context.model, param.type)},
        {"param_is_last", i + 1 == function.params.size()},
    });
  }
  return list;
}

json results_view(const Context& context, const model::Function& function) {
  json list = json::array();
  for (const model::Field& result : function.results) {
    list.push_back({
        {"result_names", styles_view(result.name)},
        {"result_docs", docs_view(context, result.docs)},
        {"result_witx", witx_type(context.model, result.type)},
        {"result_type", context.language.tongue == Tongue::markdown ? context.spelling.type(result.type) : ""},
        {"result_text", cell_text(shown_docs(context, result.docs))},
    });
  }
  return list;
}

std::string core_signature(const Context& context, const model::Function& function) {
  const model::Signature signature = model::lower(context.model, context.layouts, function);
  std::string text = "(func";
  if (!signature.params.empty()) {
    text += " (param";
    for (const model::CoreParam& param : signature.params) text += fmt::format(" {}", model::name_of(param.core));
    text += ")";
  }
  for (const model::Core result : signature.results) text += fmt::format(" (result {})", model::name_of(result));
  return text + ")";
}

// An expression of one line, the first of which begins at column `begin`, in lines that fit: broken at spaces, and where there
// are none behind parentheses. No literal of text is ever in one.
std::string in_lines(std::string_view text, std::size_t begin, std::size_t columns) {
  constexpr std::string_view indent = "      ";
  // What may follow the last line: a parenthesis and a semicolon.
  const std::size_t end = columns - 2;
  std::string out;
  while (begin + text.size() > end) {
    const std::string_view line = text.substr(0, end > begin ? end - begin : 0);
    std::size_t at = line.rfind(' ');
    if (at == std::string_view::npos) at = line.rfind('(');
    if (at == std::string_view::npos) break;
    const bool space = text[at] == ' ';
    out.append(text.substr(0, space ? at : at + 1)).append("\n").append(indent);
    text.remove_prefix(at + 1);
    begin = indent.size();
  }
  return out.append(text);
}

json lines_of_code(const std::vector<std::string>& statements, std::size_t columns) {
  json list = json::array();
  for (const std::string& statement : statements) list.push_back(in_lines(statement, 2, columns));
  return list;
}

// Arguments on one line may be followed by more on it: only those on lines of their own can be too long.
std::vector<std::string> short_args(const std::vector<std::string>& args, std::size_t columns) {
  std::vector<std::string> list;
  for (const std::string& arg : args) list.push_back(in_lines(arg, 6, columns));
  return list;
}

json aggregate_fields(const Context& context, const model::Function& function, const FunctionNames& names) {
  json list = json::array();
  const std::size_t first = function.results.size() - names.results.size();
  for (std::size_t i = 0; i < names.results.size(); ++i) {
    const model::Field& result = function.results[first + i];
    list.push_back({
        {"aggregate_field_name", names.results[i].identifier},
        {"aggregate_field_type", context.spelling.type(result.type)},
        {"aggregate_field_docs", docs_view(context, result.docs)},
    });
  }
  return list;
}

// The keys of C++: raw_, typed_, array_, call_.
json cpp_view(const Context& context, const FunctionNames& names, const Call& call, const ErrorType* main_error,
              bool noreturn) {
  const std::size_t columns = context.options.columns;
  const std::string& name = names.name.identifier;
  const std::string result = typed_result(call, main_error);
  // Lengths of the text that the templates put around the lists: `noexcept;`, `[[gnu::always_inline]] inline ... noexcept {`.
  const std::size_t attributes = noreturn ? std::string_view("[[noreturn]] ").size() : 0;
  const std::size_t raw_begin = attributes + call.raw_result.size() + 1 + name.size() + 1;
  const std::size_t inlined = std::string_view("[[gnu::always_inline]] inline ").size() +
                              (noreturn ? std::string_view("noreturn, ").size() : 0);
  const std::size_t typed_begin = inlined + result.size() + 1 + name.size() + 1;
  const std::size_t call_begin =
      name.size() + (call.kind == Call::Kind::status ? std::string_view("  return (raw::(").size() + result.size()
                                                     : std::string_view("  return {raw::(").size());
  const std::size_t call_suffix = call.kind == Call::Kind::status
                                      ? std::string_view("));").size()
                                      : std::string_view("), };").size() + call.out_value.size();
  const auto kind = [&](Call::Kind k) { return call.kind == k; };
  std::string sizes;
  for (const std::string& size : call.array_sizes) sizes += (sizes.empty() ? "witx::usize " : ", witx::usize ") + size;
  return {
      {"raw_result", call.raw_result},
      {"raw_params", wrap_items(call.raw_params, raw_begin, std::string_view(") noexcept;").size(), 4, columns)},
      {"typed_result", result},
      {"typed_params", wrap_items(call.typed_params, typed_begin, std::string_view(") noexcept {").size(), 4, columns)},
      {"array_sizes", sizes},
      {"array_has_overload", !call.array_sizes.empty()},
      {"array_params", wrap_items(call.array_params, typed_begin, std::string_view(") noexcept {").size(), 4, columns)},
      {"array_args", wrap_items(call.array_args, std::string_view("  return (").size() + name.size(), 2, 6, columns)},
      {"call_is_nothing", kind(Call::Kind::nothing)},
      {"call_is_value", kind(Call::Kind::value)},
      {"call_is_status", kind(Call::Kind::status)},
      {"call_is_payload", kind(Call::Kind::payload)},
      {"call_is_general", kind(Call::Kind::general)},
      {"call_args", wrap_items(short_args(call.args, columns), call_begin, call_suffix, 6, columns)},
      {"call_type", call.type},
      {"call_out_type", call.out_type},
      {"call_out_value", call.out_value},
      {"call_before", call.before},
      {"call_after", call.after},
      {"call_locals", lines_of_code(call.locals, columns)},
      {"call_keeps_code", call.keeps_code},
      {"call_assignments", lines_of_code(call.assignments, columns)},
      {"call_answer", in_lines(call.answer, std::string_view("  return ").size(), columns)},
  };
}

// The keys of C.
json c_view(const Context& context, const model::Function& function, const FunctionNames& names) {
  const CCall call = c_call_of(context.model, context.layouts, context.outline, context.spelling, function, names);
  const std::size_t columns = context.options.columns;
  const std::size_t attribute = function.noreturn ? std::string_view("WITX_NORETURN ").size() : 0;
  const auto listed = [&](const std::vector<std::string>& params, const std::string& result, const Name& declared) {
    const std::size_t begin = attribute + result.size() + 1 + declared.identifier.size() + 1;
    return params.empty() ? "void" : wrap_items(params, begin, std::string_view(") {").size(), 4, columns);
  };
  const std::size_t call_begin = 2 + call.before.size() + names.import.identifier.size() + 1;
  return {
      {"c_result", call.result},
      {"c_result_is_error", call.result_is_error},
      {"c_params", listed(call.params, call.result, names.name)},
      {"c_import_name", names.import.identifier},
      {"c_import_result", call.import_result},
      {"c_import_params", listed(call.import_params, call.import_result, names.import)},
      {"c_call_before", call.before},
      {"c_call_args", wrap_items(call.args, call_begin, 2, 6, columns)},
  };
}

}  // namespace

json function_view(const Context& context, const model::Module& module, const model::Function& function,
                   const FunctionNames& names, const Call& call, const ErrorType* main_error) {
  json view = cpp_view(context, names, call, main_error, function.noreturn);
  view.update(c_view(context, function, names));
  view.update(json{
      {"function_name", names.name.identifier},
      {"function_names", styles_view(function.name)},
      {"function_docs", function_docs(context, function, names)},
      {"function_anchor", function_anchor(context, module, function)},
      {"function_prose", prose_view(shown_docs(context, function.docs))},
      {"function_module", styles_view(module.name)},
      {"function_import_module", escape_literal(module.name)},
      {"function_import_name", escape_literal(function.name)},
      {"function_core", core_signature(context, function)},
      {"function_is_noreturn", function.noreturn},
      {"function_is_plain", !function.noreturn},
      {"params", params_view(context, function, names)},
      {"results", results_view(context, function)},
      {"aggregate_is_needed", !names.results.empty()},
      {"aggregate_name", names.result.identifier},
      {"aggregate_fields", aggregate_fields(context, function, names)},
  });
  return view;
}

}  // namespace view
