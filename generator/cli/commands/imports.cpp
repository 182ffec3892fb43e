// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "imports/imports.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <deque>
#include <limits>
#include <utility>

#include "cli/commands/commands.h"
#include "driver/builtins.h"
#include "driver/inputs.h"
#include "driver/session.h"
#include "wasm/code.h"

namespace cli::commands {
namespace {

using diagnostics::Code;

// A specification that was read, at an address that stays.
struct Spec {
  std::string name;
  driver::Document document;
  model::Layouts layouts;
};
using Specs = std::deque<Spec>;

struct Program {
  wasm::Module module;
  std::optional<std::vector<bool>> used;
  support::SourceId source;
};

std::optional<Program> read_program(driver::Session& session, const std::string& path) {
  const auto read = driver::InputFiles(session).read(path);
  if (const auto* error = std::get_if<support::FileError>(&read)) {
    session.diagnostics.report(Code::unreadable_file, {}, fmt::format("cannot read '{}': {}", path, error->reason));
    return std::nullopt;
  }
  const auto& text = std::get<std::string>(read);
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  // Its bytes are nothing that a message could show.
  const support::SourceId source = session.sources.add(path, {});
  auto module = wasm::read(bytes);
  if (const auto* error = std::get_if<wasm::Error>(&module)) {
    session.diagnostics.report(
        Code::not_wasm, {.source = source, .begin = 0, .end = 0},
        fmt::format("'{}' is not a module that can be read: {} (at byte {})", path, error->message, error->offset));
    return std::nullopt;
  }
  auto& found = std::get<wasm::Module>(module);
  auto used = wasm::used_functions(bytes, found);
  return Program{.module = std::move(found), .used = std::move(used), .source = source};
}

Specs read_specs(driver::Session& session, const std::vector<config::Spec>& asked) {
  Specs specs;
  for (const config::Spec& spec : asked) {
    driver::Document document = read_document(session, spec.files);
    if (!document.valid) continue;
    model::Layouts layouts(document.model, {.pointer_size = session.options.wasm64 ? 8U : 4U});
    specs.push_back({.name = driver::name_of(spec), .document = std::move(document), .layouts = std::move(layouts)});
  }
  return specs;
}

std::vector<imports::Offer> offers_of(const Specs& specs) {
  std::vector<imports::Offer> offers;
  for (const Spec& spec : specs) {
    offers.push_back({.name = spec.name, .model = spec.document.model, .layouts = spec.layouts});
  }
  return offers;
}

// The offer with the fewest functions that has all that the program imports; where there is none, why not.
void find_smallest(driver::Session& session, const Program& program, const std::vector<imports::Offer>& offers) {
  const imports::Offer* smallest = nullptr;
  std::size_t fewest = std::numeric_limits<std::size_t>::max();
  for (const imports::Offer& offer : offers) {
    if (!imports::satisfies(offer, program.module) || imports::function_count(offer) >= fewest) continue;
    fewest = imports::function_count(offer);
    smallest = &offer;
  }
  if (smallest != nullptr) {
    session.text += smallest->name + '\n';
    return;
  }
  session.findings.report(Code::unsatisfied_module, {.source = program.source, .begin = 0, .end = 0},
                          "no single specification has all that is imported");
  imports::check({.module = program.module, .source = program.source, .used = {}, .offers = offers, .others = {}},
                 session.findings);
}

std::vector<config::Spec> builtin_specs() {
  std::vector<config::Spec> specs;
  for (const std::string_view name : driver::builtin_names())
    specs.push_back({.files = {std::string(name)}, .name_space = {}, .file = {}, .is_default = {}});
  return specs;
}

// What the engine offers. What follows the module is specifications, as if it followed --spec.
std::vector<config::Spec> offered(driver::Session& session, const std::vector<std::string>& inputs) {
  std::vector<std::string> named = session.options.specs;
  named.insert(named.end(), inputs.begin() + 1, inputs.end());
  if (named.empty() && session.options.min_spec) return builtin_specs();
  return specs_of(session, named.empty() ? std::vector<std::string>{"@preview1"} : named);
}

// One a line, in the module's order: what it is imported from, and its name. No definitions are needed for that.
ExitCode list_imports(driver::Session& session, const std::optional<Program>& program, std::size_t inputs) {
  if (inputs > 1 || !session.options.specs.empty() || session.options.min_spec || !session.options.formats.empty()) {
    session.diagnostics.report(Code::usage, {}, "--list prints text and compares the module with nothing")
        .with_help("leave out --list, or definitions, --min-spec and --format");
  }
  if (!program || session.diagnostics.errors() > 0) return conclude(session, ExitCode::clean);
  for (const wasm::Import& import : program->module.imports)
    session.text += fmt::format("{} {}\n", imports::printable(import.module), imports::printable(import.name));
  return conclude(session, ExitCode::clean);
}

}  // namespace

ExitCode run_imports(driver::Session& session) {
  const auto inputs = all_inputs(session);
  if (!inputs) return conclude(session, ExitCode::clean);
  if (inputs->empty()) {
    session.diagnostics.report(Code::usage, {}, "no module to look into")
        .with_help("for example: witxc imports app.wasm --spec @preview1");
    return conclude(session, ExitCode::clean);
  }
  const std::optional<Program> program = read_program(session, inputs->front());
  if (session.options.list) return list_imports(session, program, inputs->size());
  const Specs specs = read_specs(session, offered(session, *inputs));
  const Specs builtins = read_specs(session, builtin_specs());
  if (!program || session.diagnostics.errors() > 0) return conclude(session, ExitCode::clean);

  if (session.options.min_spec) {
    find_smallest(session, *program, offers_of(specs));
  } else {
    imports::check({.module = program->module,
                    .source = program->source,
                    .used = program->used,
                    .offers = offers_of(specs),
                    .others = offers_of(builtins)},
                   session.findings);
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli::commands
