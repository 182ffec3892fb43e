// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/resolver.h"
#include "support/suggest.h"
#include "syntax/lexer.h"

namespace model {
namespace {

using diagnostics::Code;
using support::Span;
using syntax::FileId;

class Resolver {
 public:
  Resolver(const syntax::Document& document, syntax::Dialect dialect, const support::Sources& sources,
           diagnostics::Sink& diagnostics)
      : sources_(sources),
        state_{.document = document,
               .rules = rules_of(dialect),
               .model = model_,
               .diagnostics = diagnostics,
               .all_names = {},
               .reported = {},
               .reported_words = {},
               .incomplete = is_incomplete(document)} {}

  Model run() {
    for (const FileId entry : state_.document.entries) {
      if (state_.rules.functions_last) {
        module_scope(entry);
      } else {
        file(entry, document_scope_);
      }
    }
    return std::move(model_);
  }

 private:
  // How deep files may use each other.
  static constexpr std::size_t max_use_depth = 1000;

  static bool is_incomplete(const syntax::Document& document) {
    return std::any_of(document.files.begin(), document.files.end(), [](const syntax::ParsedFile& file) {
      return std::any_of(file.uses.begin(), file.uses.end(), [](FileId used) { return !used; });
    });
  }

  // A file whose names are its own, for `use ... from`.
  struct ModuleScope {
    Scope scope;
    bool in_progress = true;
  };

  // Where the walk over a file's items stands: which of its `use`s comes next.
  struct Walk {
    FileId file;
    std::size_t next_use = 0;
    Scope& scope;
  };

  // Expands the file in place, once per document.
  void file(FileId id, Scope& scope) {
    if (!expanded_.insert(id).second) return;
    Walk walk{.file = id, .next_use = 0, .scope = scope};
    items(state_.document.files[id].ast.items, walk);
  }

  ModuleScope& module_scope(FileId id) {
    const auto [found, added] = module_scopes_.try_emplace(id);
    if (added) {
      file(id, found->second.scope);
      found->second.in_progress = false;
    }
    return found->second;
  }

  // Where functions come last, they are read after everything else of their module.
  void items(const std::vector<syntax::Item>& list, Walk& walk) {
    const auto is_function = [](const syntax::Item& i) { return std::holds_alternative<syntax::FunctionDecl>(i); };
    for (const bool functions : {false, true}) {
      for (const syntax::Item& i : list) {
        if (state_.rules.functions_last ? is_function(i) == functions : !functions) {
          std::visit([&](const auto& alternative) { item(alternative, walk); }, i);
        }
      }
    }
  }

  FileId take_use(Walk& walk) { return state_.document.files[walk.file].uses[walk.next_use++]; }
  [[nodiscard]] const syntax::Ast& ast(const Walk& walk) const { return state_.document.files[walk.file].ast; }

  // The text of a name or, if it was a string, what its escapes stand for.
  [[nodiscard]] std::string text(const syntax::Name& name) const {
    return name.text.find('\\') == std::string_view::npos ? std::string(name.text)
                                                          : syntax::unescape(sources_.text(name.span));
  }

  // Enters a new name; reports and keeps the first if there is one already.
  using Names = std::unordered_map<std::string_view, ScopeEntry>;
  bool declare(Names& names, const syntax::Name& name, Named what) {
    const auto [found, added] = names.try_emplace(name.text, ScopeEntry{.what = what, .span = name.span});
    if (!added) {
      state_.diagnostics.report(Code::duplicate_name, name.span, fmt::format("'{}' is defined twice", name.text))
          .also(found->second.span, "first defined here");
    }
    return added;
  }
  Names& resource_names(Scope& scope) const { return state_.rules.separate_names ? scope.resources : scope.types; }
  Names& module_names(Scope& scope) const { return state_.rules.separate_names ? scope.modules : scope.types; }

  // Guards the recursion into files; answers whether there is room.
  bool deeper(Span use) {
    if (use_depth_ < max_use_depth) return true;
    state_.diagnostics.report(Code::nesting_too_deep, use,
                              fmt::format("files use each other deeper than {}", max_use_depth));
    return false;
  }

  void item(const syntax::UsePath& use, Walk& walk) {
    const FileId used = take_use(walk);
    if (!used || !deeper(use.span)) return;
    ++use_depth_;
    file(used, walk.scope);
    --use_depth_;
  }

  void item(const syntax::UseNames& use, Walk& walk) {
    const FileId used = take_use(walk);
    if (!used) {
      for (const auto& [name, local] : use.items)
        walk.scope.types.try_emplace(local.text, ScopeEntry{.what = Reported{}, .span = local.span});
      return;
    }
    if (!deeper(use.span)) return;
    ++use_depth_;
    const ModuleScope& from = module_scope(used);
    --use_depth_;
    if (from.in_progress) {
      state_.diagnostics.report(Code::use_cycle, use.module.span,
                                fmt::format("module '{}' uses itself, directly or through others", use.module.text));
      return;
    }
    if (use.items.empty()) {
      walk.scope.types.insert(from.scope.types.begin(), from.scope.types.end());
      walk.scope.resources.insert(from.scope.resources.begin(), from.scope.resources.end());
      return;
    }
    for (const auto& [name, local] : use.items) {
      const auto type = from.scope.types.find(name.text);
      const auto resource = from.scope.resources.find(name.text);
      if (type != from.scope.types.end()) declare(walk.scope.types, local, type->second.what);
      if (resource != from.scope.resources.end()) declare(walk.scope.resources, local, resource->second.what);
      if (type == from.scope.types.end() && resource == from.scope.resources.end())
        missing(use, name, local, from.scope, walk.scope);
    }
  }

  void guess(diagnostics::Diagnostic& diagnostic, const syntax::Name& name, const Names& names) const {
    if (state_.diagnostics.crowded()) return;
    std::vector<std::string_view> known;
    for (const auto& entry : names) known.push_back(entry.first);
    std::sort(known.begin(), known.end());
    if (std::string help = support::did_you_mean(name.text, known); !help.empty())
      diagnostic.with_help(std::move(help));
  }

  // A name that is taken from a module which does not have it: one report, and none for its uses.
  void missing(const syntax::UseNames& use, const syntax::Name& name, const syntax::Name& local, const Scope& from,
               Scope& scope) {
    auto& diagnostic =
        state_.diagnostics.report(Code::use_of_missing_name, name.span,
                                  fmt::format("module '{}' does not define '{}'", use.module.text, name.text));
    guess(diagnostic, name, from.types);
    scope.types.try_emplace(local.text, ScopeEntry{.what = Reported{}, .span = local.span});
  }

  void item(const syntax::TypenameDecl& decl, Walk& walk) {
    const bool added = declare(walk.scope.types, decl.name, InProgress{});
    const TypeId type = TypeResolver(state_, ast(walk), walk.scope).resolve(decl.type, true);
    if (!added) return;
    if (!type) {
      walk.scope.types[decl.name.text].what = Reported{};
      return;
    }
    walk.scope.types[decl.name.text].what = model_.definitions.add({.name = std::string(decl.name.text),
                                                                    .docs = decl.docs,
                                                                    .type = type,
                                                                    .module = walk.scope.module,
                                                                    .hidden = decl.hidden,
                                                                    .span = decl.name.span});
  }

  void item(const syntax::ConstDecl& decl, Walk& walk) {
    model_.constants.push_back({.type = std::string(decl.type.text),
                                .name = std::string(decl.name.text),
                                .docs = decl.docs,
                                .value = decl.value.value,
                                .module = walk.scope.module,
                                .span = decl.name.span});
  }

  void item(const syntax::ResourceDecl& decl, Walk& walk) {
    Names& names = resource_names(walk.scope);
    if (!declare(names, decl.name, Reported{})) return;
    names[decl.name.text].what = model_.resources.add(
        {.name = std::string(decl.name.text), .docs = decl.docs, .module = walk.scope.module, .span = decl.name.span});
  }

  void item(const syntax::ModuleDecl& decl, Walk& walk) {
    const std::string stem = stem_of(state_.document.files[walk.file].path);
    const bool unnamed = decl.name.text.empty();
    if (state_.rules.functions_last && !unnamed && decl.name.text != stem) {
      state_.diagnostics
          .report(Code::module_name_mismatch, decl.name.span,
                  fmt::format("module '{}' is in a file named '{}.witx'", decl.name.text, stem))
          .with_help("others find a module by the name of its file: give both one name");
    }
    const ModuleId id = model_.modules.add({.name = unnamed ? stem : std::string(decl.name.text),
                                            .docs = decl.docs,
                                            .imports = {},
                                            .functions = {},
                                            .span = unnamed ? decl.span : decl.name.span});
    if (!unnamed) declare(module_names(walk.scope), decl.name, id);
    const ModuleId outer = std::exchange(walk.scope.module, id);
    items(decl.items, walk);
    walk.scope.module = outer;
  }

  void item(const syntax::ImportDecl& decl, Walk& walk) {
    model_.modules[walk.scope.module].imports.push_back(
        {.name = text(decl.name), .docs = decl.docs, .span = decl.name.span});
  }

  void item(const syntax::FunctionDecl& decl, Walk& walk) {
    TypeResolver types(state_, ast(walk), walk.scope);
    Function function{.name = text(decl.name),
                      .docs = decl.docs,
                      .params = types.fields(decl.params),
                      .results = types.fields(decl.results),
                      .noreturn = decl.noreturn.has_value(),
                      .convention = decl.flat ? Convention::flat : state_.rules.convention,
                      .span = decl.name.span};
    model_.modules[walk.scope.module].functions.push_back(std::move(function));
  }

  // A profile defines nothing; what it names must be there.
  void item(const syntax::ProfileDecl& decl, Walk& walk) {
    for (const syntax::FunctionDecl& function : decl.functions) {
      TypeResolver types(state_, ast(walk), walk.scope);
      (void)types.fields(function.params);
      (void)types.fields(function.results);
    }
    const Names& names = module_names(walk.scope);
    for (const syntax::Name& module : decl.modules) {
      const auto found = names.find(module.text);
      if (found != names.end() && std::holds_alternative<ModuleId>(found->second.what)) continue;
      auto& diagnostic =
          state_.diagnostics.report(Code::unknown_name, module.span, fmt::format("unknown module '{}'", module.text));
      guess(diagnostic, module, names);
    }
  }

  static std::string stem_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    return name.substr(0, name.find('.'));
  }

  const support::Sources& sources_;
  Model model_;
  ResolveState state_;
  Scope document_scope_;
  std::size_t use_depth_ = 0;
  std::set<FileId> expanded_;
  std::map<FileId, ModuleScope> module_scopes_;
};

}  // namespace

Model resolve(const syntax::Document& document, syntax::Dialect dialect, const support::Sources& sources,
              diagnostics::Sink& diagnostics) {
  return Resolver(document, dialect, sources, diagnostics).run();
}

}  // namespace model
