// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "judge.h"

#include <fmt/format.h>

#include <algorithm>

#include "../front_end.h"
#include "compare.h"
#include "model/abi.h"
#include "model/layout.h"

namespace corpus {
namespace {

// Lays out every type and lowers every function, as every command does that follows validation.
void exercise(const model::Model& model) {
  for (const std::uint32_t pointer_size : {4U, 8U}) {
    const model::Layouts layouts(model, {.pointer_size = pointer_size});
    for (const model::Module& module : model.modules) {
      for (const model::Function& function : module.functions) (void)model::lower(model, layouts, function);
    }
  }
}

std::string describe(const support::Sources& sources, const diagnostics::Diagnostic& diagnostic) {
  const support::Span span = diagnostic.primary.span;
  const std::string_view id = diagnostics::info(diagnostic.code).id;
  if (!span.source) return fmt::format("{}: {}", id, diagnostic.message);
  const support::Position position = sources.position(span.source, span.begin);
  const std::string name = std::filesystem::path(sources.name(span.source)).filename().string();
  return fmt::format("{}:{}:{}: {}: {}", name, position.line, position.column, id, diagnostic.message);
}

}  // namespace

Judgement judge(const World& world) {
  tests::FrontEnd front;
  front.read({world.entry.string()}, support::RealFiles());
  const auto& all = front.diagnostics.all();
  const auto is_error = [](const diagnostics::Diagnostic& d) { return d.severity == diagnostics::Severity::error; };
  Judgement judgement{.accepted = front.diagnostics.errors() == 0,
                      .explained = false,
                      .other_language = all.size() == 1 && all.front().code == diagnostics::Code::wit_language,
                      .dialect = std::string(syntax::info(front.dialect).id),
                      .messages = {},
                      .facts = 0,
                      .differences = {}};
  judgement.explained =
      !judgement.accepted && std::all_of(all.begin(), all.end(), [&](const diagnostics::Diagnostic& d) {
        return !is_error(d) || (d.primary.span.source && !d.message.empty());
      });
  for (const diagnostics::Diagnostic& diagnostic : all)
    judgement.messages.push_back(describe(front.sources, diagnostic));
  if (!judgement.accepted) return judgement;
  exercise(front.model);
  if (world.layout.empty()) return judgement;
  const auto text = support::RealFiles().read(world.layout.string());
  Comparison comparison =
      compare(front.model, std::holds_alternative<std::string>(text) ? std::get<std::string>(text) : std::string());
  judgement.facts = comparison.facts;
  judgement.differences = std::move(comparison.differences);
  return judgement;
}

}  // namespace corpus
