// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/html/functions.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "backend/base/ask.h"
#include "backend/base/prose.h"
#include "backend/base/rows.h"
#include "backend/html/text.h"
#include "bind/text.h"
#include "draw/figure.h"
#include "support/html.h"

namespace backend::html {
namespace {

using support::escaped_html;

using PageRow = Row<Page>;

// Two columns of lanes: on the left parameters and results as the specification has them, on the right what an engine sees. Lines
// lead from the middle of one to the middle of the other.
constexpr std::size_t lane_height = 28;
constexpr std::size_t lane_middle = 11;
constexpr std::size_t bridge = 64;
constexpr std::size_t label_room = 18;

std::string y_of(std::size_t lane) { return std::to_string(lane * lane_height); }

const bind::CallPlan& call_at(const At& at) { return at.function->call; }
const bind::Slot& slot_at(const At& at) { return call_at(at).slots[at.index]; }
std::size_t param_count(const At& at) { return at.function->function->params.size(); }

std::string line(std::size_t from, std::size_t to, bool back) {
  const std::size_t a = from * lane_height + lane_middle;
  const std::size_t b = to * lane_height + lane_middle;
  return back ? fmt::format("M{2} {1}C{3} {1} {3} {0} 3 {0}", a, b, bridge, bridge / 2)
              : fmt::format("M0 {0}C{3} {0} {3} {1} {2} {1}", a, b, bridge - 3, bridge / 2);
}

bool is_of_result(const At& at) { return bind::is_of_result(slot_at(at).carries.role); }

// Which lane on the left a slot belongs to.
std::size_t lane_of(const At& at) {
  const std::size_t index = slot_at(at).carries.index;
  return is_of_result(at) ? param_count(at) + index : index;
}

std::string_view words_of(model::Role role) {
  switch (role) {
    case model::Role::value: return "value";
    case model::Role::indirect: return "address";
    case model::Role::list_pointer: return "address of the first";
    case model::Role::list_length: return "how many";
    case model::Role::result: return "where it is written";
    case model::Role::result_pointer: return "where its address is written";
    case model::Role::result_length: return "where its length is written";
    case model::Role::results: return "where all are written";
  }
  return {};
}

std::string_view core_result_words(const At& at) {
  switch (call_at(at).answer.kind) {
    case model::Answer::Kind::error: return "0, or the error";
    case model::Answer::Kind::nothing:
    case model::Answer::Kind::value:
    case model::Answer::Kind::flat: break;
  }
  return "the value";
}

std::string capitalized(std::string sentence) {
  if (sentence.empty()) return sentence;
  sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
  return sentence + ".";
}

// Where a result is found after the call.
std::string result_place(const At& at) {
  std::string slots;
  std::size_t count = 0;
  for (std::size_t i = 0; i < call_at(at).slots.size(); ++i) {
    const model::CoreParam& carries = call_at(at).slots[i].carries;
    const bool all = carries.role == model::Role::results;
    if (!bind::is_of_result(carries.role) || (!all && carries.index != at.index)) continue;
    slots += fmt::format("{}{}", count++ == 0 ? "" : ", ", i);
  }
  const std::string written = count == 0 ? ""
                                         : fmt::format("written to the address{} in slot{} {}", count == 1 ? "" : "es",
                                                       count == 1 ? "" : "s", slots);
  const bool is_core = at.index == 0 && !call_at(at).signature.results.empty();
  if (!is_core) return capitalized(written);
  const std::string core =
      call_at(at).answer.kind == model::Answer::Kind::error ? "the core result is 0 or the error" : "the core result";
  return capitalized(written.empty() ? core : fmt::format("{}; on success the rest is {}", core, written));
}

std::string wide_type(const Page& page, const At& at) {
  return model::name_of(page.notes_of_function(at).wide.params[at.index].core);
}

std::string import_of(const At& at) {
  return fmt::format("(import &quot;{}&quot; &quot;{}&quot; ", escaped_html(at.function->module->name),
                     escaped_html(at.function->function->name));
}

std::span<const bind::Spelling> spellings_at(const Page& page, const At& at) {
  const auto& all = page.plan.options.spellings;
  const auto found = all.find(fmt::format("{}.{}", at.function->module->name, at.function->function->name));
  if (found == all.end()) return {};
  return found->second;
}
const bind::Spelling& spelling_at(const Page& page, const At& at) { return spellings_at(page, at)[at.index]; }

std::vector<PageRow> function_rows() {
  return {
      {"function_anchor", [](const Page& page, const At& at) { return function_anchor(page.plan, at); }, "for links"},
      {"function_prose", [](const Page& page, const At& at) { return prose(page, at.function->function->docs); },
       "the docs as elements of HTML"},
      {"function_has_core",
       [](const At& at) { return !call_at(at).slots.empty() || !call_at(at).signature.results.empty(); },
       "an engine sees parameters or a result"},
      {"function_lanes_height",
       [](const At& at) {
         const std::size_t left = param_count(at) + at.function->function->results.size();
         const std::size_t right = call_at(at).slots.size() + call_at(at).signature.results.size();
         return y_of(std::max(left, right));
       },
       "of the picture of its signature"},
      {"function_import_text", import_of, "the beginning of the import in the text format"},
      {"possible_errors",
       [](const Page& page, const At& at) {
         return List<Thing::possible_error>{page.notes_of_function(at).errors.size()};
       },
       "what its docs say about errors"},
      {"function_has_errors", [](const Page& page, const At& at) { return !page.notes_of_function(at).errors.empty(); },
       ""},
      {"function_error_type",
       [](const Page& page, const At& at) {
         const model::TypeId error = call_at(at).answer.error;
         return error ? html_type(page, error) : std::string();
       },
       "with a link; empty if it returns none"},
      {"needed_rights",
       [](const Page& page, const At& at) {
         return List<Thing::needed_right>{page.notes_of_function(at).rights.size()};
       },
       "flags of `rights`"},
      {"function_has_rights", [](const Page& page, const At& at) { return !page.notes_of_function(at).rights.empty(); },
       ""},
      {"function_has_spellings", [](const Page& page, const At& at) { return !spellings_at(page, at).empty(); }, ""},
      {"spellings", [](const Page& page, const At& at) { return List<Thing::spelling>{spellings_at(page, at).size()}; },
       "in languages that have a template `spelling`"},
  };
}

template <auto list>
const Mention& mention_at(const Page& page, const At& at) {
  return (page.notes_of_function(at).*list)[at.index];
}

template <auto list>
const model::Value& mentioned(const Page& page, const At& at) {
  const Mention& mention = mention_at<list>(page, at);
  return mention.type->values[mention.value];
}

template <auto list>
std::string mention_link(const Page& page, const At& at) {
  const Mention& mention = mention_at<list>(page, at);
  const std::string& name = mention.type->values[mention.value].name;
  return link_to(page, mention.type->declaration->spec_name + "::" + name, name);
}

template <auto list>
std::string mention_text(const Page& page, const At& at) {
  return cell_prose(page, bind::first_sentence(mentioned<list>(page, at).docs));
}

}  // namespace

void add_functions(Tables& tables, const Page* page) {
  constexpr auto errors = &FunctionNotes::errors;
  constexpr auto rights = &FunctionNotes::rights;
  add(tables, Thing::function, page, function_rows());
  add<Page>(tables, Thing::param, page,
            {{"param_type", [](const Page& p, const At& at) { return html_type(p, param_at(at).type); },
              "in words and links"},
             {"param_text", [](const Page& p, const At& at) { return cell_prose(p, param_at(at).docs); }, "the docs"},
             {"param_label", [](const At& at) { return escaped_html(draw::shortened(param_at(at).name, label_room)); },
              "as much of the name as fits into the picture"},
             {"param_y", [](const At& at) { return y_of(at.index); }, "its lane in the picture"}});
  add<Page>(
      tables, Thing::result, page,
      {{"result_type", [](const Page& p, const At& at) { return html_type(p, result_at(at).type); },
        "in words and links"},
       {"result_text", [](const Page& p, const At& at) { return cell_prose(p, result_at(at).docs); }, "the docs"},
       {"result_place", result_place, "where it is found after the call"},
       {"result_label", [](const At& at) { return escaped_html(draw::shortened(result_at(at).name, label_room)); },
        "as much of the name as fits into the picture"},
       {"result_y", [](const At& at) { return y_of(param_count(at) + at.index); }, "its lane in the picture"}});
  add<Page>(tables, Thing::core_param, page,
            {{"core_param_index", [](const At& at) { return std::to_string(at.index); }, "its position"},
             {"core_param_words", [](const At& at) { return words_of(slot_at(at).carries.role); }, "what it carries"},
             {"core_param_is_of_result", [](const At& at) { return is_of_result(at); }, ""},
             {"core_param_y", [](const At& at) { return y_of(at.index); }, "its lane in the picture"},
             {"core_param_line", [](const At& at) { return line(lane_of(at), at.index, is_of_result(at)); },
              "the way to its owner, as data of a path"},
             {"core_param_is_wider",
              [](const Page& p, const At& at) { return wide_type(p, at) != model::name_of(slot_at(at).carries.core); },
              "another type in a memory of 64 bits"},
             {"core_param_wide_type", wide_type, "its type there"}});
  add<Page>(tables, Thing::core_result, page,
            {{"core_result_words", core_result_words, "what it says"},
             {"core_result_y", [](const At& at) { return y_of(call_at(at).slots.size() + at.index); },
              "its lane in the picture"},
             {"core_result_line",
              [](const At& at) { return line(param_count(at), call_at(at).slots.size() + at.index, true); },
              "the way to the result, as data of a path"}});
  add<Page>(tables, Thing::possible_error, page,
            {{"possible_error_link", mention_link<errors>, ""},
             {"possible_error_value",
              [](const Page& p, const At& at) { return std::to_string(mentioned<errors>(p, at).value); }, "decimal"},
             {"possible_error_text", mention_text<errors>, "the first sentence of its docs"}});
  add<Page>(
      tables, Thing::needed_right, page,
      {{"needed_right_link", mention_link<rights>, ""},
       {"needed_right_bit", [](const Page& p, const At& at) { return std::to_string(mentioned<rights>(p, at).value); },
        "the position of its bit"},
       {"needed_right_text", mention_text<rights>, "the first sentence of its docs"}});
  add<Page>(tables, Thing::spelling, page,
            {{"spelling_language",
              [](const Page& p, const At& at) { return escaped_html(spelling_at(p, at).language); }, "its name"},
             {"spelling_code", [](const Page& p, const At& at) { return escaped_html(spelling_at(p, at).code); }, ""}});
}

}  // namespace backend::html
