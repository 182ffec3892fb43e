// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "view/calls.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <variant>

#include "view/flat.h"
#include "view/names.h"

namespace view {
namespace {

using model::Core;
using model::CoreParam;
using model::Role;
using model::TypeId;

class CallBuilder {
 public:
  CallBuilder(const model::Model& model, const model::Layouts& layouts, const Outline& outline,
              const Spelling& spelling, const model::Function& function, const FunctionNames& names)
      : model_(model),
        outline_(outline),
        spelling_(spelling),
        function_(function),
        names_(names),
        signature_(model::lower(model, layouts, function)),
        raw_names_(&outline.types),
        flat_(model, outline, spelling) {}

  Call run() {
    for (const Name& name : names_.params) raw_names_.reserve(name.identifier);
    result_kind();
    flatten_params();
    for (const CoreParam& param : signature_.params) add_param(param);
    typed_params();
    finish();
    return std::move(call_);
  }

 private:
  [[nodiscard]] bool is_flat() const { return function_.convention == model::Convention::flat; }

  void raw(const std::string& type, const std::string& name, std::string arg) {
    call_.raw_params.push_back(fmt::format("{} {}", type, name));
    call_.args.push_back(std::move(arg));
  }

  // What the error of a call is, given as the type of a value that may be an enum or not.
  [[nodiscard]] ErrorType error_of(TypeId id, bool wide) const {
    const std::string code = wide ? "witx::s64" : "witx::s32";
    const std::string other = wide ? "witx::u64" : "witx::u32";
    if (!id) return {.type = other, .code = code};
    const model::Type::Shape& shape = model::resolved(model_, id).shape;
    const bool named = std::holds_alternative<model::Enum>(shape) || std::holds_alternative<model::Flags>(shape) ||
                       std::holds_alternative<model::Int>(shape);
    return {.type = named ? spelling_.type(id) : other, .code = code};
  }

  void result_kind() {
    const std::vector<model::Field>& results = function_.results;
    call_.raw_result = "void";
    if (results.empty()) return;
    const model::Variant* expected = is_flat() ? nullptr : model::as_expected(model_, results[0].type);
    if (expected != nullptr && signature_.result_is_error) {
      call_.error = error_of(expected->cases[1].payload, expected->repr == model::Repr::u64);
      call_.raw_result = call_.error->code;
      const TypeId payload = expected->cases[0].payload;
      call_.kind = payload ? Call::Kind::payload : Call::Kind::status;
      if (payload) result_in_memory(payload);
    } else if (returns_error_first(model_, function_)) {
      call_.error = error_of(results[0].type, signature_.results[0] == Core::i64);
      call_.raw_result = call_.error->code;
      call_.kind = results.size() == 1 ? Call::Kind::status : Call::Kind::payload;
      if (results.size() == 2) result_in_memory(results[1].type);
      if (results.size() > 2) result_in_memory({});
    } else if (is_flat()) {
      flat_results();
    } else {
      call_.raw_result = raw_value(results[0].type, signature_.results[0]);
      call_.type = results.size() == 1 ? spelling_.type(results[0].type) : names_.result.identifier;
      call_.kind = results.size() == 1 ? Call::Kind::value : Call::Kind::general;
    }
  }

  // What the engine writes, of type `id`; none for an aggregate of several results.
  void result_in_memory(TypeId id) {
    call_.type = id ? spelling_.type(id) : names_.result.identifier;
    call_.out_type = fmt::format("witx::Out<{}>", call_.type);
    if (!id) return;
    const model::Type::Shape& shape = model::resolved(model_, id).shape;
    const bool scalar = std::holds_alternative<model::Primitive>(shape) || std::holds_alternative<model::Int>(shape) ||
                        std::holds_alternative<model::Enum>(shape) || std::holds_alternative<model::Flags>(shape);
    if (!scalar) return;
    call_.out_type = call_.type;
    call_.out_value = "out_";
  }

  // What returns by value: a carrier, or a pointer to what is too large for one.
  [[nodiscard]] std::string raw_value(TypeId id, Core core) const {
    return spelling_.is_aggregate(id) || spelling_.is_list(id) ? "const " + spelling_.type(id) + "*"
                                                               : spelling_.carrier(core, id);
  }

  [[nodiscard]] std::string lifted_value(TypeId id, const std::string& value) const {
    return spelling_.is_aggregate(id) || spelling_.is_list(id) ? "*" + value : spelling_.lifted(id, value);
  }

  void flat_results() {
    call_.kind = Call::Kind::general;
    std::vector<Slot> shape;
    for (const model::Field& result : function_.results) {
      for (Slot& slot : flat_.lower(result.type, "_")) shape.push_back(std::move(slot));
    }
    std::vector<Slot> slots;
    const bool in_memory = !signature_.params.empty() && signature_.params.back().role == Role::results;
    for (std::size_t i = 0; i < shape.size(); ++i) {
      const Slot word{.core = in_memory ? Core::i64 : shape[i].core,
                      .value = in_memory ? fmt::format("area_[{}]", i) : "code_"};
      slots.push_back({.core = shape[i].core, .value = converted(word, shape[i].core)});
    }
    if (in_memory) call_.locals.push_back(fmt::format("witx::u64 area_[{}];", shape.size()));
    if (!in_memory && !shape.empty()) {
      call_.raw_result = fmt::format("witx::{}{}", shape[0].core == Core::i32 || shape[0].core == Core::i64 ? "u" : "f",
                                     model::name_of(shape[0].core) + 1);
      call_.keeps_code = true;
    }
    std::size_t next = 0;
    std::string parts;
    for (const model::Field& result : function_.results)
      parts += (parts.empty() ? "" : ", ") + flat_.lift(result.type, slots, next);
    const bool single = function_.results.size() == 1;
    call_.type = single ? spelling_.type(function_.results[0].type) : names_.result.identifier;
    call_.answer = single ? parts : fmt::format("{}{{{}}}", call_.type, parts);
  }

  void flatten_params() {
    if (!is_flat()) return;
    for (std::size_t i = 0; i < function_.params.size(); ++i) {
      const TypeId type = function_.params[i].type;
      if (!spelling_.is_list(type))
        flattened_.emplace_back(static_cast<std::uint32_t>(i), flat_.lower(type, names_.params[i].identifier));
    }
  }

  // Of a flattened parameter, the slots that are not yet passed.
  [[nodiscard]] Slot* next_slot(std::uint32_t index) {
    for (auto& [param, slots] : flattened_) {
      if (param != index || taken_[index] >= slots.size()) continue;
      return &slots[taken_[index]++];
    }
    return nullptr;
  }

  void add_param(const CoreParam& param) {
    const std::string name = is_of_result(param.role) ? std::string() : names_.params[param.index].identifier;
    switch (param.role) {
      case Role::value: return add_value(param, name);
      case Role::indirect: return raw("const " + spelling_.type(param.type) + "*", name, "&" + name);
      case Role::list_pointer: return raw(spelling_.element(param.type) + "*", name, name + ".data()");
      case Role::list_length: return raw("witx::usize", raw_names_.add(name + "_len"), name + ".size()");
      case Role::result: {
        const auto [member, place] = result_place(param);
        return raw(spelling_.type(param.type) + "*", raw_names_.add(member), "&" + place);
      }
      case Role::result_pointer: return add_result_list(param);
      case Role::result_length: return;
      case Role::results: return raw("witx::u64*", raw_names_.add("area"), "area_");
    }
  }

  void add_value(const CoreParam& param, const std::string& name) {
    if (!is_flat())
      return raw(spelling_.carrier(param.core, param.type), name, spelling_.lowered(param.type, param.core, name));
    Slot* slot = next_slot(param.index);
    const bool whole = spelling_.is_aggregate(param.type);
    raw(fmt::format("witx::{}{}", param.core == Core::i32 || param.core == Core::i64 ? "u" : "f",
                    model::name_of(param.core) + 1),
        whole ? raw_names_.add(fmt::format("{}_{}", name, taken_[param.index] - 1)) : name, slot->value);
  }

  // The name of the pointer through which a result is written, and what it points to.
  [[nodiscard]] std::pair<std::string, std::string> result_place(const CoreParam& param) const {
    const TypeId type = function_.results[param.index].type;
    if (const model::Variant* expected = is_flat() ? nullptr : model::as_expected(model_, type);
        expected != nullptr && signature_.result_is_error) {
      const TypeId payload = expected->cases[0].payload;
      const auto* record = std::get_if<model::Record>(&model::resolved(model_, payload).shape);
      if (record == nullptr || !record->tuple) return {"value", call_.out_value};
      TypeId at = payload;
      while (const auto* alias = std::get_if<model::Alias>(&model_.types[at].shape))
        at = model_.definitions[alias->definition].type;
      const std::string& member = outline_.find(at)->members[param.member].identifier;
      return {member, "out_.value." + member};
    }
    if (names_.results.empty()) return {identifier_of_result(param.index), call_.out_value};
    const std::size_t first = returns_error_first(model_, function_) ? 1 : 0;
    const std::string& member = names_.results[param.index - first].identifier;
    return {member, "out_.value." + member};
  }

  [[nodiscard]] std::string identifier_of_result(std::size_t index) const {
    return to_style("value_" + function_.results[index].name, Style::snake);
  }

  // A list among the results of the oldest convention: pointer and length are written apart.
  void add_result_list(const CoreParam& param) {
    const auto [member, place] = result_place(param);
    const std::string element = spelling_.element(param.type);
    const std::string name = raw_names_.add(member);
    const std::string length = raw_names_.add(member + "_len");
    call_.locals.push_back(fmt::format("{}* {}_data_ = nullptr;", element, name));
    call_.locals.push_back(fmt::format("witx::usize {}_size_ = 0;", name));
    raw(element + "**", name, fmt::format("&{}_data_", name));
    raw("witx::usize*", length, fmt::format("&{}_size_", name));
    call_.assignments.push_back(fmt::format("{} = {{{}_data_, {}_size_}};", place, name, name));
  }

  static bool is_of_result(Role role) {
    return role == Role::result || role == Role::result_pointer || role == Role::result_length || role == Role::results;
  }

  [[nodiscard]] bool is_passed(std::size_t index) const {
    const std::vector<CoreParam>& all = signature_.params;
    return std::any_of(all.begin(), all.end(),
                       [&](const CoreParam& param) { return param.index == index && !is_of_result(param.role); });
  }

  void typed_params() {
    for (std::size_t i = 0; i < function_.params.size(); ++i) {
      const TypeId type = function_.params[i].type;
      const std::string& name = names_.params[i].identifier;
      // What takes no slot, such as an empty record of a flat function, is not passed on.
      const char* unused = is_passed(i) ? "" : "[[maybe_unused]] ";
      call_.typed_params.push_back(fmt::format("{}{} {}", unused, spelling_.param(type), name));
      if (!spelling_.is_list(type) || spelling_.is_text(type)) {
        call_.array_params.push_back(call_.typed_params.back());
        call_.array_args.push_back(name);
        continue;
      }
      const std::string element = spelling_.element(type);
      call_.array_sizes.push_back(raw_names_.add("N"));
      call_.array_params.push_back(fmt::format("{} (&{})[{}]", element, name, call_.array_sizes.back()));
      call_.array_args.push_back(fmt::format("witx::Span<{}>({})", element, name));
    }
    if (!call_.array_sizes.empty()) return;
    call_.array_params.clear();
    call_.array_args.clear();
  }

  void finish() {
    if (call_.kind == Call::Kind::value) {
      const std::string call = lifted_value(function_.results[0].type, "\n");
      const std::size_t hole = call.find('\n');
      call_.before = call.substr(0, hole);
      call_.after = call.substr(hole + 1);
    }
    if (is_flat() || call_.kind == Call::Kind::nothing || call_.kind == Call::Kind::status) return;
    const bool several = !call_.error && call_.kind == Call::Kind::general;
    if (!several && call_.assignments.empty()) return;
    // Lists that come back need a statement each; so does a first result among others.
    call_.kind = Call::Kind::general;
    call_.keeps_code = true;
    call_.locals.insert(call_.locals.begin(), fmt::format("witx::Out<{}> out_;", call_.type));
    if (several) {
      const std::string first = lifted_value(function_.results[0].type, "code_");
      call_.assignments.insert(call_.assignments.begin(),
                               fmt::format("out_.value.{} = {};", names_.results[0].identifier, first));
      call_.answer = "out_.value";
    } else {
      call_.answer = "{code_, out_.value}";
    }
  }

  const model::Model& model_;
  const Outline& outline_;
  const Spelling& spelling_;
  const model::Function& function_;
  const FunctionNames& names_;
  model::Signature signature_;
  Scope raw_names_;
  Flat flat_;
  Call call_;
  std::vector<std::pair<std::uint32_t, std::vector<Slot>>> flattened_;
  // How many slots of each flattened parameter are passed.
  std::map<std::uint32_t, std::size_t> taken_;
};

}  // namespace

Call call_of(const model::Model& model, const model::Layouts& layouts, const Outline& outline, const Spelling& spelling,
             const model::Function& function, const FunctionNames& names) {
  return CallBuilder(model, layouts, outline, spelling, function, names).run();
}

}  // namespace view
