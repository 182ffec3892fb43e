// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "model/layout.h"
#include "model/parts.h"
#include "validate/rules.h"

namespace validate {
namespace {

using diagnostics::Code;
using diagnostics::Sink;

// How many values a representation tells apart, less one: the greatest of them.
std::uint64_t greatest(model::Repr repr) { return ~std::uint64_t{0} >> (64 - model::bits_of(repr)); }

template <typename Shape, typename Check>
void each(const model::Model& model, Check check) {
  for (const model::Type& type : model.types) {
    if (const auto* shape = std::get_if<Shape>(&type.shape)) check(*shape, type.span);
  }
}

bool is_buffer(const model::Model& model, model::TypeId id) {
  return id && std::holds_alternative<model::Buffer>(model::resolved(model, id).shape);
}

}  // namespace

// Other rooms may follow a type's parts by recursion: this is what keeps them safe.
void types_nest(const model::Model& model, Sink& diagnostics) {
  constexpr std::uint32_t deepest = 1000;
  std::vector<std::uint32_t> depths;
  depths.reserve(model.types.size());
  for (const model::Type& type : model.types) {
    std::uint32_t depth = 0;
    model::each_part(type, [&](model::TypeId part) { depth = std::max(depth, depths[part.index()]); });
    depths.push_back(depth + 1);
    if (depth < deepest) continue;
    diagnostics.report(Code::nesting_too_deep, type.span,
                       fmt::format("types nest deeper than {}, counted through their names", deepest));
    return;
  }
}

void types_fit_memory(const model::Model& model, model::Target target, Sink& diagnostics) {
  const model::Layouts layouts(model, target);
  const auto fits = [&](model::TypeId id) { return layouts[id].size <= model::largest_size(target); };
  for (std::size_t i = 0; i < model.types.size(); ++i) {
    const model::TypeId id(i);
    bool parts_fit = true;
    model::each_part(model.types[id], [&](model::TypeId part) { parts_fit = parts_fit && fits(part); });
    if (fits(id) || !parts_fit) continue;
    diagnostics
        .report(Code::type_too_large, model.types[id].span,
                fmt::format("this type takes {} or more, which no memory of {} bits has room for",
                            target.pointer_size == 8 ? "2 EiB" : "4 GiB", 8 * target.pointer_size))
        .with_help("pass what there are many of as a '(list ...)'");
  }
}

void empty_types(const model::Model& model, Sink& diagnostics) {
  // What lacks its members because they were wrong has been reported.
  if (diagnostics.errors() > 0) return;
  const auto check = [&diagnostics](bool empty, support::Span span, std::string_view what) {
    if (empty) diagnostics.report(Code::empty_type, span, fmt::format("{}", what));
  };
  each<model::Enum>(model, [&](const auto& e, auto span) { check(e.cases.empty(), span, "this enum has no cases"); });
  each<model::Variant>(model,
                       [&](const auto& v, auto span) { check(v.cases.empty(), span, "this variant has no cases"); });
  each<model::Flags>(model,
                     [&](const auto& f, auto span) { check(f.flags.empty(), span, "these flags have no members"); });
  each<model::Union>(model,
                     [&](const auto& u, auto span) { check(u.members.empty(), span, "this union has no members"); });
  each<model::Record>(
      model, [&](const auto& r, auto span) { check(r.fields.empty() && !r.tuple, span, "this record has no fields"); });
}

void flags_fit(const model::Model& model, Sink& diagnostics) {
  each<model::Flags>(model, [&](const model::Flags& flags, support::Span span) {
    const unsigned bits = model::bits_of(flags.repr);
    if (flags.flags.size() <= bits) return;
    diagnostics.report(Code::too_many_flags, span, fmt::format("{} flags do not fit {} bits", flags.flags.size(), bits))
        .also(flags.flags[bits].span, "the first without a bit");
  });
}

void cases_fit(const model::Model& model, Sink& diagnostics) {
  const auto check = [&diagnostics](const auto& cases, model::Repr repr, support::Span span) {
    if (cases.empty() || cases.size() - 1 <= greatest(repr)) return;
    diagnostics.report(Code::too_many_cases, span,
                       fmt::format("{} cases do not fit {} bits", cases.size(), model::bits_of(repr)));
  };
  each<model::Enum>(model, [&](const auto& e, auto span) { check(e.cases, e.repr, span); });
  each<model::Variant>(model, [&](const auto& v, auto span) { check(v.cases, v.repr, span); });
}

void int_values(const model::Model& model, Sink& diagnostics) {
  each<model::Int>(model, [&](const model::Int& i, support::Span /*span*/) {
    std::unordered_map<std::uint64_t, support::Span> first;
    for (const model::Value& constant : i.constants) {
      if (constant.value > greatest(i.repr)) {
        diagnostics.report(
            Code::value_out_of_range, constant.span,
            fmt::format("'{}' is {}, more than {} bits hold", constant.name, constant.value, model::bits_of(i.repr)));
      }
      const auto [found, added] = first.try_emplace(constant.value, constant.span);
      if (added) continue;
      diagnostics
          .report(Code::duplicate_value, constant.span,
                  fmt::format("'{}' has the value of another constant, {}", constant.name, constant.value))
          .also(found->second, "the other");
    }
  });
}

// A buffer is the caller's memory, lent for one call: the callee can hand none back, neither as a result nor in a buffer that
// it fills.
void buffers_are_lent(const model::Model& model, Sink& diagnostics) {
  // By the index of the type: whether a buffer is in it, and whether one is in a buffer that the callee fills.
  std::vector<bool> holds;
  std::vector<bool> returns;
  for (const model::Type& type : model.types) {
    const auto* buffer = std::get_if<model::Buffer>(&type.shape);
    bool held = buffer != nullptr;
    bool returned = buffer != nullptr && buffer->out && holds[buffer->element.index()];
    model::each_part(type, [&](model::TypeId part) {
      held = held || holds[part.index()];
      returned = returned || returns[part.index()];
    });
    holds.push_back(held);
    returns.push_back(returned);
  }
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) {
      for (const model::Field& param : function.params) {
        if (!returns[param.type.index()]) continue;
        diagnostics
            .report(Code::buffer_returned, param.span,
                    fmt::format("'{}' holds an out-buffer of buffers, which nobody can fill", param.name))
            .with_help("the elements of an out-buffer hold lists, not buffers");
      }
      for (const model::Field& result : function.results) {
        if (!holds[result.type.index()]) continue;
        diagnostics
            .report(
                Code::buffer_returned, result.span,
                fmt::format("the result '{}' {} a buffer", result.name, is_buffer(model, result.type) ? "is" : "holds"))
            .with_help("only parameters hold buffers; return a list");
      }
    }
  }
}

}  // namespace validate
