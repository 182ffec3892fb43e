// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From a name in a specification to an identifier of a language: case, leading digits, words that the language or its usual
// headers keep for themselves, and names that become equal. What a language wants is a value of type Naming; nothing here knows
// a language or a specification.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace bind {

enum class Style { snake, pascal, camel, upper, kebab };

// What is named. Cases are those of enums and variants, and flags.
enum class Symbol { type, field, case_, function, param, constant, module };

// By what a configuration calls them: "types", "cases"; "snake", "upper". Nothing for other words.
[[nodiscard]] std::optional<Symbol> symbol_named(std::string_view name);
[[nodiscard]] std::optional<Style> style_named(std::string_view name);

// A style for each kind of symbol.
struct Styles {
  Style type = Style::pascal;
  Style field = Style::snake;
  // Of cases and flags.
  Style value = Style::snake;
  Style function = Style::snake;
  Style param = Style::snake;
  Style constant = Style::snake;
  Style module = Style::snake;

  [[nodiscard]] Style& of(Symbol kind);
  [[nodiscard]] Style of(Symbol kind) const;
};

// What a module is called that users know by another name than its own, in a language of flat names.
struct KnownModule {
  std::string_view module;
  // Before global names.
  std::string_view prefix;
  std::string_view file;
};

// How a language spells identifiers.
struct Naming {
  Styles styles = {};
  // Words that no identifier may be: keywords, and macros that usual headers define. Sorted.
  std::span<const std::string_view> reserved = {};
  // Names that the templates themselves declare where types and functions are.
  std::span<const std::string_view> helpers = {};
  // Names that the templates use within a type, so that no type may have them. Sorted.
  std::span<const std::string_view> locals = {};
  // Names that the templates declare beside the cases of a variant, and inside functions.
  std::span<const std::string_view> beside_cases = {};
  std::span<const std::string_view> inside_functions = {};
  // Behind the names of types.
  std::string_view type_suffix = {};
  // No namespaces: what is global begins with a prefix of the document's, and cases and flags are global.
  bool flat_names = false;
  std::span<const KnownModule> known_modules = {};
  // In a language of flat names: what the import of a function is called.
  std::string (*import_name)(std::string_view prefix, std::string_view module, std::string_view function,
                             std::string_view identifier) = nullptr;
  // What a pointer to a result is called, with a number behind it; empty: after the result.
  std::string_view result_pointer = {};
  // A variant is a structure of a tag and a union with a name of its own, whose fields are the cases.
  bool variants_are_structs = false;
  // No parameter may have the name of a function, a constant or a module.
  bool params_hide_nothing = false;
  // The imports are a layer of their own, below typed functions.
  bool has_layers = false;
  // A list, string or buffer inside another type needs a name.
  bool declares_lists = false;
  std::string_view file_suffix = {};
};

// "fd_readTwice-2x" is fd, read, twice, 2x. At least one word; of a name without letters and digits it is "unnamed".
[[nodiscard]] std::vector<std::string> words_of(std::string_view name);
[[nodiscard]] std::string to_style(std::string_view name, Style style);

// The identifier for `name`: in the style of its kind, with '_' before a leading digit and after a reserved word. Not yet
// made unique.
[[nodiscard]] std::string identifier(const Naming& naming, Symbol kind, std::string_view name);
// The same with the document's prefix, in capitals before capitals, where the language wants one.
[[nodiscard]] std::string identifier(const Naming& naming, Symbol kind, std::string_view name, std::string_view prefix);

// Whether the language can have it as it stands. In documents anything goes.
[[nodiscard]] bool is_identifier(const Naming& naming, std::string_view name);

// Identifiers that must differ from each other. The first to come keeps its name; later ones get "_2", "_3", ..., and what
// would be a reserved one "_".
class Scope {
 public:
  Scope() = default;
  // Gives no name that `outer` has or reserves either, and it must outlive this one.
  explicit Scope(const Scope* outer) : outer_(outer) {}

  // A name that is never given.
  void reserve(std::string_view name) { reserved_.emplace(name); }
  [[nodiscard]] std::string add(std::string name);

 private:
  [[nodiscard]] bool is_reserved(const std::string& name) const;
  bool take(const std::string& name);

  const Scope* outer_ = nullptr;
  std::unordered_set<std::string> reserved_;
  std::unordered_set<std::string> taken_;
  // How many have asked for a name that was taken, so that a thousand equal names cost a thousand steps.
  std::unordered_map<std::string, unsigned> repeated_;
};

}  // namespace bind
