// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "imports/imports.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "model/abi.h"
#include "support/suggest.h"

namespace imports {
namespace {

using diagnostics::Code;

wasm::ValueType value_type(model::Core core) {
  using Kind = wasm::ValueType::Kind;
  switch (core) {
    case model::Core::i32: return {.kind = Kind::i32};
    case model::Core::i64: return {.kind = Kind::i64};
    case model::Core::f32: return {.kind = Kind::f32};
    case model::Core::f64: return {.kind = Kind::f64};
  }
  return {.kind = Kind::i32};
}

wasm::FunctionType type_of(const Offer& offer, const model::Function& function) {
  const model::Signature signature = model::lower(offer.model, offer.layouts, function);
  wasm::FunctionType type;
  for (const model::CoreParam& param : signature.params) type.parameters.push_back(value_type(param.core));
  for (const model::Core result : signature.results) type.results.push_back(value_type(result));
  return type;
}

const model::Module* find_module(const Offer& offer, std::string_view name) {
  for (const model::Module& module : offer.model.modules) {
    if (module.name == name) return &module;
  }
  return nullptr;
}

const model::Function* find_function(const model::Module& module, std::string_view name) {
  for (const model::Function& function : module.functions) {
    if (function.name == name) return &function;
  }
  return nullptr;
}

// Where a function was found.
struct Found {
  const Offer* offer = nullptr;
  const model::Module* module = nullptr;
  const model::Function* function = nullptr;
};

// `module` may be empty: any.
Found find(const std::vector<Offer>& offers, std::string_view module, std::string_view function) {
  for (const Offer& offer : offers) {
    for (const model::Module& m : offer.model.modules) {
      if (!module.empty() && m.name != module) continue;
      if (const model::Function* f = find_function(m, function)) return {.offer = &offer, .module = &m, .function = f};
    }
  }
  return {};
}

constexpr std::size_t most_names = 5;

// "'a'", "'a' and 'b'", "'a', 'b' and 7 more": of many names those that still help, each whole.
std::string listed(const std::vector<std::string>& names) {
  const std::size_t shown = names.size() > most_names ? most_names - 1 : names.size();
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == names.size();
    text += fmt::format("{}'{}'", i == 0 ? "" : last ? " and " : ", ", names[i]);
  }
  return shown == names.size() ? text : fmt::format("{} and {} more", text, names.size() - shown);
}

bool has_64_bit_memory(const wasm::Module& module) {
  return std::any_of(module.memories.begin(), module.memories.end(),
                     [](const wasm::Limits& memory) { return memory.is_64_bit; });
}

class Checker {
 public:
  Checker(const Question& question, diagnostics::Sink& findings) : question_(question), findings_(findings) {}

  void run() {
    for (const wasm::Import& import : question_.module.imports) check(import);
    check_exports();
    check_need();
  }

 private:
  diagnostics::Diagnostic& report(Code code, std::string message) {
    return findings_.report(code, {.source = question_.source, .begin = 0, .end = 0}, std::move(message));
  }

  void check(const wasm::Import& import) {
    bool known = false;
    for (const Offer& offer : question_.offers) known = known || find_module(offer, import.module) != nullptr;
    if (!known) return unknown_module(import);
    if (import.kind != wasm::ExternalKind::function) {
      report(Code::import_kind, fmt::format("'{}.{}' is imported as a {}, and the specification has only functions",
                                            printable(import.module), printable(import.name), wasm::name(import.kind)));
      return;
    }
    const Found found = find(question_.offers, import.module, import.name);
    if (found.function == nullptr) return unknown_function(import);
    const wasm::FunctionType offered = type_of(*found.offer, *found.function);
    const wasm::FunctionType& wanted = *question_.module.types[import.type];
    if (offered == wanted) return;
    auto& diagnostic = report(Code::import_signature,
                              fmt::format("'{}.{}' is imported with the signature {}", printable(import.module),
                                          printable(import.name), wasm::to_string(wanted)));
    diagnostic.also(found.function->span, fmt::format("which has {}", wasm::to_string(offered)));
    // Pointers are as wide as the addresses of the memory that they lead into.
    const bool checked_as_64 = found.offer->layouts.target().pointer_size == 8;
    if (!question_.module.memories.empty() && has_64_bit_memory(question_.module) != checked_as_64) {
      diagnostic.with_help(checked_as_64 ? "this module has a memory of 32-bit addresses: leave out --wasm64"
                                         : "this module has a memory of 64-bit addresses: add --wasm64");
    }
  }

  // Once for all that is imported from it.
  void unknown_module(const wasm::Import& import) {
    if (!reported_modules_.insert(import.module).second) return;
    for (const Offer& other : question_.others) {
      if (find_module(other, import.module) == nullptr) continue;
      report(Code::import_of_other_snapshot,
             fmt::format("'{}' is imported, which is the module of {}, not of {}", printable(import.module), other.name,
                         names_of(question_.offers)))
          .with_help(fmt::format("for an engine that offers it, add --spec {}", other.name));
      return;
    }
    std::vector<std::string_view> known;
    for (const Offer& offer : question_.offers) {
      for (const model::Module& module : offer.model.modules) known.push_back(module.name);
    }
    std::vector<std::string> names;
    for (const wasm::Import& each : question_.module.imports) {
      if (each.module == import.module) names.push_back(printable(each.name));
    }
    auto& diagnostic = report(Code::import_of_unknown_module,
                              fmt::format("no specification has the module '{}', from which {} {} imported",
                                          printable(import.module), listed(names), names.size() == 1 ? "is" : "are"));
    const std::string hint = support::did_you_mean(import.module, known);
    diagnostic.with_help(!hint.empty()       ? hint
                         : known.empty()     ? "the specifications that were given have no module"
                         : known.size() == 1 ? fmt::format("the only module is '{}'", known.front())
                                             : fmt::format("the modules are {}", listed({known.begin(), known.end()})));
  }

  void unknown_function(const wasm::Import& import) {
    const Found elsewhere = find(question_.others, import.module, import.name);
    const Found renamed = elsewhere.function != nullptr ? elsewhere : find(question_.others, "", import.name);
    if (renamed.function != nullptr) {
      report(Code::import_of_other_snapshot,
             fmt::format("'{}.{}' is imported, and only {} has such a function", printable(import.module),
                         printable(import.name), renamed.offer->name))
          .also(renamed.function->span, fmt::format("in the module '{}'", renamed.module->name));
      return;
    }
    std::vector<std::string_view> known;
    for (const Offer& offer : question_.offers) {
      const model::Module* const module = find_module(offer, import.module);
      if (module == nullptr) continue;
      for (const model::Function& function : module->functions) known.push_back(function.name);
    }
    auto& diagnostic =
        report(Code::import_of_unknown_function,
               fmt::format("the module '{}' has no function '{}'", printable(import.module), printable(import.name)));
    if (std::string hint = support::did_you_mean(import.name, known); !hint.empty())
      diagnostic.with_help(std::move(hint));
  }

  void check_exports() {
    const auto exports = [this](std::string_view name, wasm::ExternalKind kind) {
      const auto& all = question_.module.exports;
      return std::any_of(all.begin(), all.end(),
                         [&](const wasm::Export& e) { return e.name == name && e.kind == kind; });
    };
    if (exports("_start", wasm::ExternalKind::function) && exports("_initialize", wasm::ExternalKind::function)) {
      report(Code::two_entries, "both '_start' and '_initialize' are exported")
          .with_help("'_start' is for a program that runs once, '_initialize' for one whose exports are called");
    }
    std::set<std::string_view> reported;
    for (const wasm::Import& import : question_.module.imports) {
      const Found found = find(question_.offers, import.module, import.name);
      if (found.module == nullptr) continue;
      for (const model::MemoryImport& memory : found.module->imports) {
        if (exports(memory.name, wasm::ExternalKind::memory) || !reported.insert(memory.name).second) continue;
        report(Code::memory_not_exported, fmt::format("no memory is exported as '{}'", memory.name))
            .also(memory.span, fmt::format("through which the functions of '{}' exchange values", found.module->name));
      }
    }
  }

  // Imported functions come first among all functions.
  void check_need() {
    if (!question_.used) return;
    std::size_t index = 0;
    for (const wasm::Import& import : question_.module.imports) {
      if (import.kind != wasm::ExternalKind::function || question_.used->at(index++)) continue;
      report(Code::import_unneeded,
             fmt::format("'{}.{}' is imported, and no code uses it", printable(import.module), printable(import.name)))
          .with_help("link with --gc-sections, or remove the declaration that keeps it");
    }
  }

  static std::string names_of(const std::vector<Offer>& offers) {
    std::vector<std::string_view> names;
    names.reserve(offers.size());
    for (const Offer& offer : offers) names.push_back(offer.name);
    return fmt::format("{}", fmt::join(names, ", "));
  }

  const Question& question_;
  diagnostics::Sink& findings_;
  std::set<std::string_view> reported_modules_;
};

}  // namespace

std::string printable(std::string_view name) {
  std::string text;
  for (const char c : name) {
    const auto code = static_cast<unsigned char>(c);
    text += code < 0x20 || code == 0x7f ? fmt::format("\\{:02x}", code) : std::string(1, c);
  }
  return text;
}

void check(const Question& question, diagnostics::Sink& findings) { Checker(question, findings).run(); }

std::size_t function_count(const Offer& offer) {
  std::size_t count = 0;
  for (const model::Module& module : offer.model.modules) count += module.functions.size();
  return count;
}

bool satisfies(const Offer& offer, const wasm::Module& module) {
  return std::all_of(module.imports.begin(), module.imports.end(), [&](const wasm::Import& import) {
    if (import.kind != wasm::ExternalKind::function) return false;
    const model::Module* const offered = find_module(offer, import.module);
    const model::Function* const function = offered == nullptr ? nullptr : find_function(*offered, import.name);
    return function != nullptr && type_of(offer, *function) == *module.types[import.type];
  });
}

}  // namespace imports
