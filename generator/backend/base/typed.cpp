// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/base/typed.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "backend/base/ask.h"
#include "backend/base/literals.h"
#include "backend/base/neutral.h"
#include "backend/base/rows.h"
#include "bind/text.h"

namespace backend {
namespace {

using bind::Form;
using TypedRow = Row<Typed>;

const TypedCall& call_at(const Typed& typed, const At& at) { return typed.calls.at(at.function); }

std::string type_repr(const Typed& typed, const At& at) {
  if (at.type->form == Form::handle) return typed.words.repr(model::Repr::u32);
  return at.type->repr == nullptr ? std::string() : typed.words.repr(*at.type->repr);
}

bool is_own_list(const Typed& typed, const At& at) {
  const model::TypeId id = declaration_at(at).type;
  return at.type->form == Form::alias && bind::is_list(typed.plan.model, id) &&
         !std::holds_alternative<model::Alias>(typed.plan.model.types[id].shape);
}

// Whether a function fails with the type.
bool is_error(const Typed& typed, const At& at) {
  const bind::Declaration& declaration = declaration_at(at);
  return std::any_of(typed.calls.begin(), typed.calls.end(),
                     [&](const auto& call) { return call.second.error == declaration.name.identifier; });
}

std::vector<TypedRow> type_rows() {
  return {
      {"type_target",
       [](const Typed& typed, const At& at) {
         const bool alias = at.type->form == Form::alias || at.type->form == Form::integer;
         return alias ? typed.words.target(typed.plan, declaration_at(at).type) : std::string();
       },
       "of an alias: what it stands for"},
      {"type_repr", type_repr, "the integer that represents it or its tag; empty of records and unions"},
      {"type_is_error", is_error, "a function fails with it"},
      {"list_element",
       [](const Typed& typed, const At& at) {
         return is_own_list(typed, at) ? typed.words.element(typed.plan, declaration_at(at).type) : std::string();
       },
       "of a list: the type of an element"},
      {"list_is_filled",
       [](const Typed& typed, const At& at) {
         return is_own_list(typed, at) && is_filled(typed.plan.model, declaration_at(at).type);
       },
       "of a buffer: the callee writes to it"},
      {"slice_is_constant",
       [](const Typed& typed, const At& at) {
         if (at.type->form != Form::slice) return false;
         return std::get<model::Pointer>(model::resolved(typed.plan.model, at.type->fields[0].type).shape).constant;
       },
       "of a slice: its bytes are only read"},
      {"enum_is_full",
       [](const At& at) {
         return at.type->form == Form::enumeration && model::bits_of(*at.type->repr) < 64 &&
                at.type->values.size() >> model::bits_of(*at.type->repr) != 0;
       },
       "no value is left that has no name"},
      {"flags_unused_bits",
       [](const At& at) {
         if (at.type->form != Form::flags) return std::string();
         return std::to_string(model::bits_of(*at.type->repr) - at.type->values.size());
       },
       "how many have no name"},
      {"flags_are_all_known",
       [](const At& at) {
         return at.type->form == Form::flags && model::bits_of(*at.type->repr) == at.type->values.size();
       },
       "no bit is left that has no name"},
      {"variant_payload_name", [](const At& at) { return declaration_at(at).payload.identifier; },
       "identifier of the union of payloads"},
      {"variant_tag_type",
       [](const Typed& typed, const At& at) {
         return at.type->tag != nullptr ? at.type->tag->name.identifier : type_repr(typed, at);
       },
       ""},
  };
}

std::vector<TypedRow> case_rows() {
  return {
      {"case_type",
       [](const Typed& typed, const At& at) {
         const model::Case& c = case_at(at);
         return has_payload(typed.plan, c) ? typed.words.type(typed.plan, c.payload) : std::string();
       },
       "the payload, or empty"},
      {"case_tag",
       [](const At& at) {
         return at.type->tag == nullptr ? std::string() : at.type->tag->members[at.index].identifier;
       },
       "of the enum that names the cases, the one of this; empty where there is none"},
  };
}

// Docs, and behind them, in full ones, an item for each parameter and for what is returned.
Docs function_docs(const Typed& typed, const At& at) {
  const bind::FunctionPlan& planned = *at.function;
  const model::Function& function = *planned.function;
  Docs docs = backend::docs(typed.plan, function.docs, planned.names->name, function.name);
  if (typed.plan.options.docs != bind::Options::DocsLevel::full) return docs;
  std::string items;
  for (std::size_t i = 0; i < function.params.size(); ++i) {
    if (!function.params[i].docs.empty())
      items += fmt::format("* `{}`: {}\n", planned.names->params[i].identifier, function.params[i].docs);
  }
  std::string results;
  for (const model::Field& result : function.results) {
    if (!result.docs.empty()) results += (results.empty() ? "" : "; ") + result.docs;
  }
  if (!results.empty()) items += "* returns: " + results;
  const Lines lines = bind::docs_lines(typed.plan.options, items);
  if (!docs.lines.empty() && !lines.empty()) docs.lines.emplace_back();
  docs.lines.insert(docs.lines.end(), lines.begin(), lines.end());
  return docs;
}

// In one line, if there is room for what stands around them in a template, or in one each.
std::string in_lines(const Typed& typed, const At& at, const std::vector<std::string>& items, std::size_t indent,
                     std::string_view result) {
  constexpr std::size_t around = std::string_view("pub unsafe fn () ->  {").size();
  std::string line = fmt::format("{}", fmt::join(items, ", "));
  const std::size_t names = at.function->names->name.identifier.size() + result.size();
  if (indent + around + names + line.size() <= typed.plan.options.columns || items.size() < 2) return line;
  const std::string begin = fmt::format("\n{:{}}", "", indent);
  return fmt::format("{}{},\n{:{}}", begin, fmt::join(items, "," + begin), "", indent - 4);
}

std::vector<TypedRow> function_rows() {
  return {
      {"function_docs", function_docs, "with an item for each parameter and for what is returned"},
      {"call_is_unsafe", [](const Typed& t, const At& at) { return call_at(t, at).is_unsafe; },
       "a parameter carries a pointer"},
      {"call_params",
       [](const Typed& t, const At& at) { return in_lines(t, at, call_at(t, at).params, 4, call_at(t, at).result); },
       ""},
      {"call_result", [](const Typed& t, const At& at) { return call_at(t, at).result; }, "what is returned, or empty"},
      {"call_has_result", [](const Typed& t, const At& at) { return !call_at(t, at).result.empty(); }, ""},
      {"raw_params",
       [](const Typed& t, const At& at) {
         return in_lines(t, at, call_at(t, at).raw_params, t.words.import_indent, at.function->module->name);
       },
       "of the import"},
      {"raw_result", [](const Typed& t, const At& at) { return call_at(t, at).raw_result; }, "of it, or empty"},
      {"raw_has_result", [](const Typed& t, const At& at) { return !call_at(t, at).raw_result.empty(); }, ""},
      {"call_args", [](const Typed& t, const At& at) { return in_lines(t, at, call_at(t, at).args, 8, ""); },
       "what is passed to the import"},
      {"call_is_written", [](const Typed& t, const At& at) { return !call_at(t, at).written.empty(); },
       "the import writes what is returned"},
      {"call_written", [](const Typed& t, const At& at) { return call_at(t, at).written; }, "the type of that"},
      {"call_may_fail", [](const Typed& t, const At& at) { return !call_at(t, at).error.empty(); }, ""},
      {"call_has_answer", [](const Typed& t, const At& at) { return !call_at(t, at).answer.empty(); },
       "the core result is needed"},
      {"call_answer", [](const Typed& t, const At& at) { return call_at(t, at).answer; },
       "the error or the value, an expression of `code_`"},
      {"call_has_first", [](const Typed& t, const At& at) { return !call_at(t, at).first.empty(); },
       "what is written has the core result as a member"},
      {"call_first", [](const Typed& t, const At& at) { return call_at(t, at).first; }, "that member"},
      {"aggregate_is_needed", [](const At& at) { return !at.function->names->results.empty(); },
       "several results come back together"},
      {"aggregate_name", [](const At& at) { return at.function->names->result.identifier; }, ""},
      {"aggregate_fields",
       [](const At& at) { return List<Thing::aggregate_field>{at.function->names->results.size()}; }, ""},
  };
}

// Null where no number can be one.
const bind::Declaration* constant_type(const Typed& typed, const At& at) {
  const bind::Declaration* type = constant_at(typed.plan, at).type;
  return type != nullptr && nature_of(typed.plan.model, type->type) < Nature::list ? type : nullptr;
}

std::string constant_value(const Typed& typed, const At& at) {
  const bind::Declaration* type = constant_type(typed, at);
  const std::string number = std::to_string(constant_at(typed.plan, at).named->constant.value);
  return type == nullptr ? number : typed.words.made_of(typed.plan, type->type, number);
}

const model::Field& aggregate_field(const At& at) {
  return at.function->function->results[at.function->call.answer.first + at.index];
}

std::vector<TypedRow> aggregate_field_rows() {
  return {
      {"aggregate_field_name", [](const At& at) { return at.function->names->results[at.index].identifier; },
       "identifier"},
      {"aggregate_field_type",
       [](const Typed& t, const At& at) { return t.words.type(t.plan, aggregate_field(at).type); }, ""},
      {"aggregate_field_docs", [](const Typed& t, const At& at) { return docs(t.plan, aggregate_field(at).docs); }, ""},
  };
}

}  // namespace

Typed::Typed(const bind::Plan& of, const TypeWords& with,
             TypedCall (*call_of)(const bind::Plan& plan, const bind::FunctionPlan& function))
    : plan(of), words(with) {
  for (const bind::ModulePlan& module : plan.modules) {
    for (const bind::FunctionPlan& function : module.functions) calls.emplace(&function, call_of(plan, function));
  }
}

void add_typed(Tables& tables, const bind::Plan* plan, const Typed* typed) {
  add(tables, Thing::type, typed, type_rows());
  add(tables, Thing::case_, typed, case_rows());
  add<Typed>(tables, Thing::value, typed,
             {{"value_message", [](const At& at) { return escape_literal(bind::first_sentence(value_at(at).docs)); },
               "the first sentence of the docs, escaped for a literal"},
              {"value_spec", [](const At& at) { return escape_literal(value_at(at).name); },
               "the name in the specification, escaped for a literal"}});
  add<Typed>(
      tables, Thing::field, typed,
      {{"field_type", [](const Typed& t, const At& at) { return t.words.type(t.plan, field_at(at).type); }, ""}});
  add<Typed>(tables, Thing::constant, typed,
             {{"constant_type",
               [](const Typed& t, const At& at) {
                 const bind::Declaration* type = constant_type(t, at);
                 return type == nullptr ? t.words.repr(model::Repr::u64) : type->name.identifier;
               },
               "its type, or the widest integer if that is not a number"},
              {"constant_value", constant_value, "an expression"}});
  add(tables, Thing::function, typed, function_rows());
  add(tables, Thing::aggregate_field, typed, aggregate_field_rows());
  add_neutral(tables, plan);
}

}  // namespace backend
