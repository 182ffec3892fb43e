// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/c/c.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "backend/base/ask.h"
#include "backend/base/c_words.h"
#include "backend/base/literals.h"
#include "backend/base/neutral.h"
#include "backend/base/rows.h"

namespace backend::c {
namespace {

using bind::Form;

// As wasi-libc's users know them.
constexpr auto known_modules = std::to_array<bind::KnownModule>({
    {"wasi_snapshot_preview1", "__wasi_", "wasi/api.h"},
    {"wasi_unstable", "__wasi_preview0_", "wasi/preview0.h"},
});

std::string import_name(std::string_view prefix, std::string_view module, std::string_view function,
                        std::string_view identifier) {
  if (!prefix.starts_with("__")) return fmt::format("imported_{}", identifier);
  return "__" + bind::to_style(fmt::format("imported_{}_{}", module, function), bind::Style::snake);
}

// What the tables know.
struct C {
  explicit C(const bind::Plan& of)
      : plan(of),
        spelling(of.model, of.outline),
        assertions(c_family_assertions(of, {.statement = "WITX_ASSERT",
                                            .alignment = "WITX_ALIGNOF",
                                            .offset = "offsetof",
                                            .payload = "u",
                                            .of_all_types = true})) {
    for (const bind::ModulePlan& module : plan.modules) {
      for (const bind::FunctionPlan& function : module.functions)
        calls.emplace(&function, call_of(plan, spelling, function));
    }
  }

  const bind::Plan& plan;
  Spelling spelling;
  std::vector<Assertion> assertions;
  std::unordered_map<const bind::FunctionPlan*, Call> calls;
};
using CRow = Row<C>;

// "wasi/api.h" → "wasi_api.c": the source lies beside the folders of headers.
std::string source_path(const C& c) {
  std::string header = c.plan.place.file;
  std::replace(header.begin(), header.end(), '/', '_');
  return header.substr(0, header.rfind('.')) + ".c";
}

// What wasi-libc's users know as the size of things in memory is the compiler's own type.
bool is_wasi_size(const C& c, const bind::Declaration& declaration) {
  const auto* primitive = std::get_if<model::Primitive>(&c.plan.model.types[declaration.type].shape);
  return declaration.spec_name == "size" && primitive != nullptr && *primitive == model::Primitive::u32 &&
         bind::is_wasi(c.plan.model);
}

std::string type_target(const C& c, const At& at) {
  if (at.type->form != Form::alias && at.type->form != Form::integer) return {};
  return is_wasi_size(c, declaration_at(at)) ? "size_t" : c.spelling.target(declaration_at(at).type);
}

std::string type_repr(const At& at) {
  if (at.type->form == Form::handle) return "int";
  return at.type->repr == nullptr ? std::string() : repr(*at.type->repr);
}

std::string list_element(const C& c, const At& at) {
  const bind::Declaration& declaration = declaration_at(at);
  const bool list = at.type->form == Form::alias && bind::is_list(c.plan.model, declaration.type) &&
                    !std::holds_alternative<model::Alias>(c.plan.model.types[declaration.type].shape);
  return list ? c.spelling.element(declaration.type) : std::string();
}

std::string variant_tag_type(const At& at) {
  if (at.type->form != Form::variant) return {};
  return at.type->tag != nullptr ? at.type->tag->name.identifier : repr(*at.type->repr);
}

// Whether the macro for a value goes over two lines.
bool value_is_long(const C& c, const At& at) {
  const std::size_t cast = at.type->form == Form::flags ? declaration_at(at).name.identifier.size() +
                                                              std::string_view("(()(UINT64_C(1) << 63))").size()
                                                        : std::string_view("(UINT64_C(18446744073709551615))").size();
  return std::string_view("#define  ").size() + member_at(at).identifier.size() + cast > c.plan.options.columns;
}

std::vector<CRow> type_rows() {
  return {
      {"type_target", type_target, "of an alias: what it stands for"},
      {"type_repr", type_repr, "the integer that represents it or its tag; empty of records and unions"},
      {"list_element", list_element, "of a list: the type of an element with its const"},
      {"variant_tag_type", variant_tag_type, ""},
      {"variant_payload_name", [](const At& at) { return declaration_at(at).payload.identifier; },
       "identifier of the union of payloads"},
  };
}

std::vector<CRow> case_rows() {
  return {
      {"case_tag",
       [](const At& at) {
         const bind::Declaration* tag = at.type->tag;
         return (tag != nullptr ? tag->members : declaration_at(at).tags)[at.index].identifier;
       },
       "the tag's value"},
      {"case_type",
       [](const C& c, const At& at) {
         return has_payload(c.plan, case_at(at)) ? c.spelling.type(case_at(at).payload) : std::string();
       },
       "the payload, or empty"},
  };
}

const Call& call_at(const C& c, const At& at) { return c.calls.at(at.function); }

// Behind a type and a name.
std::string wrapped(const C& c, const At& at, const std::vector<std::string>& params, const std::string& result,
                    const bind::Name& name) {
  if (params.empty()) return "void";
  const std::size_t attribute = at.function->function->noreturn ? std::string_view("WITX_NORETURN ").size() : 0;
  const std::size_t begin = attribute + result.size() + 1 + name.identifier.size() + 1;
  return wrap_items(params, begin, std::string_view(") {").size(), 4, c.plan.options.columns);
}

std::vector<CRow> function_rows() {
  return {
      {"function_docs", [](const C& c, const At& at) { return Docs{doxygen(c.plan, *at.function)}; },
       "with a line for each parameter and for what is returned"},
      {"function_import_module", [](const At& at) { return escape_c_literal(at.function->module->name); },
       "escaped for a literal"},
      {"function_import_name", [](const At& at) { return escape_c_literal(at.function->function->name); },
       "escaped for a literal"},
      {"c_result", [](const C& c, const At& at) { return call_at(c, at).result; }, "what the function returns"},
      {"c_result_is_error", [](const C& c, const At& at) { return call_at(c, at).result_is_error; },
       "that says whether it went well"},
      {"c_params",
       [](const C& c, const At& at) {
         return wrapped(c, at, call_at(c, at).params, call_at(c, at).result, at.function->names->name);
       },
       "its parameters, or void"},
      {"c_import_name", [](const At& at) { return at.function->names->import.identifier; }, "identifier of the import"},
      {"c_import_result", [](const C& c, const At& at) { return call_at(c, at).import_result; }, ""},
      {"c_import_params",
       [](const C& c, const At& at) {
         const Call& call = call_at(c, at);
         return wrapped(c, at, call.import_params, call.import_result, at.function->names->import);
       },
       "types only, or void"},
      {"c_call_before", [](const C& c, const At& at) { return call_at(c, at).before; },
       "nothing, or return and a cast"},
      {"c_call_args",
       [](const C& c, const At& at) {
         const Call& call = call_at(c, at);
         const std::size_t begin = 2 + call.before.size() + at.function->names->import.identifier.size() + 1;
         return wrap_items(call.args, begin, 2, 6, c.plan.options.columns);
       },
       "what is passed to the import"},
  };
}

Tables tables_of(const bind::Plan* plan, const C* c) {
  Tables tables;
  add<C>(tables, Thing::view, c, {{"source_path", source_path, "where what is compiled goes, beside a header"}});
  add(tables, Thing::type, c, type_rows());
  add<C>(tables, Thing::value, c, {{"value_is_long", value_is_long, "a macro takes two lines for it"}});
  add<C>(tables, Thing::field, c,
         {{"field_type", [](const C& own, const At& at) { return own.spelling.type(field_at(at).type); }, ""}});
  add(tables, Thing::case_, c, case_rows());
  add(tables, Thing::function, c, function_rows());
  add_assertions(tables, c);
  add_neutral(tables, plan);
  return tables;
}

}  // namespace

bind::Naming naming() {
  return {.styles = {.type = bind::Style::snake, .value = bind::Style::upper, .constant = bind::Style::upper},
          // Its headers are read by C++ compilers too.
          .reserved = c_family_words(),
          .beside_cases = c_family_case_neighbours(),
          .inside_functions = c_family_locals(),
          .type_suffix = "_t",
          .flat_names = true,
          .known_modules = known_modules,
          .import_name = import_name,
          .result_pointer = "retptr",
          .declares_lists = true,
          .file_suffix = ".h"};
}

nlohmann::json view(const bind::Plan& plan, const Wanted& wanted) {
  const C c(plan);
  return make_view(plan, tables_of(&plan, &c), wanted);
}

Tables tables() { return tables_of(nullptr, nullptr); }

}  // namespace backend::c
