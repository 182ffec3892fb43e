// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "bind/outline.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <variant>

#include "bind/anonymous.h"
#include "bind/names.h"
#include "model/abi.h"
#include "model/match.h"

namespace bind {
namespace {

// Facts of WASI that its definitions leave to prose: names for the members of results that are tuples, and the descriptors
// that a program is started with. Named as the snapshots before, whose results had names, named them.
struct MemberName {
  std::string_view path;
  std::string_view name;
};
constexpr auto known_members = std::to_array<MemberName>({
    {"args_sizes_get_result.0", "argc"},
    {"args_sizes_get_result.1", "argv_buf_size"},
    {"environ_sizes_get_result.0", "environ_count"},
    {"environ_sizes_get_result.1", "environ_buf_size"},
    {"sock_recv_result.0", "ro_datalen"},
    {"sock_recv_result.1", "ro_flags"},
});
constexpr std::array<std::string_view, 3> stream_names{"stdin_fd", "stdout_fd", "stderr_fd"};

class Outliner {
 public:
  Outliner(const model::Model& model, const Naming& naming, const std::string& prefix, const Renames& renames)
      : model_(model),
        naming_(naming),
        prefix_(prefix),
        renames_(renames),
        anonymous_(model, naming.declares_lists, naming.flat_names) {}

  Outline run() {
    for (const std::string_view helper : naming_.helpers) spec_scope_.reserve(helper);
    out_.by_type.assign(model_.types.size(), Outline::none);
    out_.by_resource.assign(model_.resources.size(), Outline::none);
    find_definitions();
    declare_resources();
    for (std::size_t i = 0; i < model_.types.size(); ++i) declare_type(model::TypeId(i));
    for (Declaration& declaration : out_.declarations) name_members(declaration);
    declare_streams();
    for (const model::Constant& constant : model_.constants) declare_constant(constant);
    declare_known_constants();
    reserve_beside_params();
    for (const model::Module& module : model_.modules) declare_module(module);
    return std::move(out_);
  }

 private:
  // The definition whose own type a type is.
  void find_definitions() {
    definition_of_.assign(model_.types.size(), {});
    for (std::size_t i = 0; i < model_.definitions.size(); ++i) {
      const model::DefinitionId id(i);
      definition_of_[model_.definitions[id].type.index()] = id;
    }
  }

  Name unique(Scope& scope, Symbol kind, std::string_view spec_name, const std::string& path) {
    const auto rename = renames_.find(path);
    if (!renames_.empty()) out_.paths.insert(path);
    const std::string own = identifier(naming_, kind, spec_name, prefix_);
    std::string given = scope.add(rename != renames_.end() ? rename->second : own);
    const bool styled = naming_.flat_names || own == to_style(spec_name, naming_.styles.of(kind));
    if (given == own && styled) return {.identifier = std::move(given), .renamed = false};
    const bool renamed = to_style(given, Style::snake) != to_style(spec_name, Style::snake) || given.ends_with('_') ||
                         given.starts_with('_');
    return {.identifier = std::move(given), .renamed = renamed};
  }

  void declare_constant(const model::Constant& constant) {
    const std::string name = constant.type + "_" + constant.name;
    out_.constants.push_back({.name = unique(spec_scope_, Symbol::constant, name, constant.type + "." + constant.name),
                              .constant = constant});
  }

  // Where a listing begins is a number in the prose only.
  void declare_known_constants() {
    const auto is_cookie = [](const Declaration& d) { return d.definition && d.spec_name == "dircookie"; };
    if (!is_wasi(model_) || std::none_of(out_.declarations.begin(), out_.declarations.end(), is_cookie)) return;
    declare_constant({.type = "dircookie",
                      .name = "start",
                      .docs = "Where the listing of a directory begins.",
                      .value = 0,
                      .module = {},
                      .span = {}});
  }

  std::uint32_t add(Declaration declaration) {
    declaration.name = unique(spec_scope_, Symbol::type, declaration.spec_name, declaration.spec_name);
    out_.types.reserve(declaration.name.identifier);
    out_.declarations.push_back(std::move(declaration));
    return static_cast<std::uint32_t>(out_.declarations.size() - 1);
  }

  void declare_resources() {
    for (std::size_t i = 0; i < model_.resources.size(); ++i) {
      const model::ResourceId id(i);
      out_.by_resource[i] = add({.type = {},
                                 .definition = {},
                                 .resource = id,
                                 .spec_name = model_.resources[id].name,
                                 .name = {},
                                 .members = {}});
    }
  }

  void declare_type(model::TypeId id) {
    if (const model::DefinitionId definition = definition_of_[id.index()]) {
      out_.by_type[id.index()] = add({.type = id,
                                      .definition = definition,
                                      .resource = {},
                                      .spec_name = model_.definitions[definition].name,
                                      .name = {},
                                      .members = {}});
      return;
    }
    std::optional<AnonymousName> anonymous = anonymous_.name_of(id);
    if (!anonymous) return;
    if (!anonymous->key.empty()) {
      const auto [entry, fresh] =
          shared_.try_emplace(anonymous->key, static_cast<std::uint32_t>(out_.declarations.size()));
      out_.by_type[id.index()] = entry->second;
      if (!fresh) return;
    }
    out_.by_type[id.index()] = add({.type = id,
                                    .definition = {},
                                    .resource = {},
                                    .spec_name = std::move(anonymous->name),
                                    .name = {},
                                    .members = {}});
  }

  void name_members(Declaration& declaration) {
    if (!declaration.type) return;
    Scope scope(&out_.types);
    model::match(
        model_.types[declaration.type].shape,
        [&](const model::Enum& closed) { cases(declaration, scope, closed.cases); },
        [&](const model::Flags& flags) { cases(declaration, scope, flags.flags); },
        [&](const model::Int& open) {
          for (const model::Value& value : open.constants)
            declaration.members.push_back(global(declaration, Symbol::constant, value.name));
        },
        [&](const model::Record& record) { members(declaration, scope, Symbol::field, record.fields); },
        [&](const model::Union& overlay) { members(declaration, scope, Symbol::field, overlay.members); },
        [&](const model::Variant& variant) {
          for (const std::string_view own : naming_.beside_cases) scope.reserve(own);
          // Without namespaces cases are tags beside the type, and what is in it are fields.
          const bool fields = naming_.flat_names || naming_.variants_are_structs;
          members(declaration, scope, fields ? Symbol::field : Symbol::case_, variant.cases);
          if (fields) name_payload(declaration, variant);
        },
        [](const model::OneOf<model::Unknown, model::Primitive, model::Alias, model::Bool, model::List, model::Pointer,
                              model::Handle, model::Buffer> auto&) {});
  }

  // A name beside the types, made of the type's and the member's.
  Name global(const Declaration& declaration, Symbol kind, const std::string& member) {
    return unique(spec_scope_, kind, declaration.spec_name + "_" + member, declaration.spec_name + "." + member);
  }

  void cases(Declaration& declaration, Scope& scope, const std::vector<model::Value>& values) {
    if (!naming_.flat_names) return members(declaration, scope, Symbol::case_, values);
    for (const model::Value& value : values) {
      declaration.members.push_back(global(declaration, Symbol::case_, value.name));
    }
  }

  void name_payload(Declaration& declaration, const model::Variant& variant) {
    const std::string name = declaration.spec_name + (naming_.flat_names ? "_u" : "_payload");
    declaration.payload = unique(spec_scope_, Symbol::type, name, name);
    if (!naming_.flat_names) return;
    if (variant.tag && std::holds_alternative<model::Enum>(model::resolved(model_, variant.tag).shape)) return;
    for (const model::Case& c : variant.cases) declaration.tags.push_back(global(declaration, Symbol::case_, c.name));
  }

  template <typename Members>
  void members(Declaration& declaration, Scope& scope, Symbol kind, const Members& named) {
    for (const auto& member : named) {
      const std::string path = declaration.spec_name + "." + member.name;
      const auto* const known = std::find_if(known_members.begin(), known_members.end(),
                                             [&path](const MemberName& m) { return m.path == path; });
      const bool use = known != known_members.end() && !declaration.definition;
      declaration.members.push_back(unique(scope, kind, use ? known->name : member.name, path));
    }
  }

  // A handle named fd in a module of WASI's.
  void declare_streams() {
    if (naming_.flat_names || !is_wasi(model_)) return;
    for (std::uint32_t i = 0; i < out_.declarations.size(); ++i) {
      const Declaration& declaration = out_.declarations[i];
      if (!declaration.definition || declaration.spec_name != "fd") continue;
      const auto* handle = std::get_if<model::Handle>(&model_.types[declaration.type].shape);
      if (handle == nullptr || handle->resource) continue;
      out_.standard_handle = i;
      for (const std::string_view name : stream_names)
        out_.standard_streams.push_back({.identifier = spec_scope_.add(identifier(naming_, Symbol::constant, name))});
      return;
    }
  }

  void reserve_beside_params() {
    out_.beside_params = out_.types;
    if (!naming_.params_hide_nothing) return;
    const auto reserve = [this](Symbol kind, const std::string& name) {
      out_.beside_params.reserve(identifier(naming_, kind, name, prefix_));
    };
    for (const NamedConstant& constant : out_.constants) out_.beside_params.reserve(constant.name.identifier);
    for (const Name& stream : out_.standard_streams) out_.beside_params.reserve(stream.identifier);
    for (const Declaration& declaration : out_.declarations) {
      if (!declaration.type || !std::holds_alternative<model::Int>(model_.types[declaration.type].shape)) continue;
      for (const Name& member : declaration.members) out_.beside_params.reserve(member.identifier);
    }
    for (const model::Module& module : model_.modules) {
      reserve(Symbol::module, module.name);
      for (const model::Function& function : module.functions) reserve(Symbol::function, function.name);
    }
  }

  void declare_module(const model::Module& module) {
    // Functions of several modules live in a namespace each.
    const bool alone = model_.modules.size() == 1;
    Scope own(&out_.types);
    for (const std::string_view helper : naming_.helpers) own.reserve(helper);
    Scope& scope = alone || naming_.flat_names ? spec_scope_ : own;
    ModuleNames names;
    names.name = alone ? Name{.identifier = identifier(naming_, Symbol::module, module.name)}
                       : unique(spec_scope_, Symbol::module, module.name, module.name);
    for (const model::Function& function : module.functions) {
      FunctionNames f;
      const std::string path = module.name + "." + function.name;
      const bool qualified = !alone && naming_.flat_names;
      f.name = unique(scope, Symbol::function, qualified ? module.name + "_" + function.name : function.name, path);
      if (naming_.import_name != nullptr) {
        std::string import = naming_.import_name(prefix_, module.name, function.name, f.name.identifier);
        f.import = {.identifier = spec_scope_.add(std::move(import))};
      }
      Scope params(&out_.beside_params);
      for (const std::string_view local : naming_.inside_functions) params.reserve(local);
      params.reserve(f.name.identifier);
      for (const model::Field& param : function.params) {
        f.params.push_back(unique(params, Symbol::param, param.name, path + "." + param.name));
      }
      name_results(function, path, scope, f);
      names.functions.push_back(std::move(f));
    }
    out_.modules.push_back(std::move(names));
  }

  void name_results(const model::Function& function, const std::string& path, Scope& scope, FunctionNames& f) {
    const model::Answer answer = model::answer_of(model_, function);
    if (!answer.is_several(function)) return;
    f.result = unique(scope, Symbol::type, function.name + "_result", path + ".result");
    Scope members(&out_.types);
    members.reserve(f.result.identifier);
    for (std::size_t i = answer.first; i < function.results.size(); ++i) {
      const std::string& name = function.results[i].name;
      f.results.push_back(unique(members, Symbol::field, name, path + "." + name));
    }
  }

  const model::Model& model_;
  const Naming& naming_;
  const std::string& prefix_;
  const Renames& renames_;
  AnonymousTypes anonymous_;
  Outline out_;
  Scope spec_scope_;
  std::vector<model::DefinitionId> definition_of_;
  // Declarations of types without names, by their structure.
  std::map<std::string, std::uint32_t> shared_;
};

}  // namespace

const Declaration* Outline::find(model::TypeId id) const {
  const std::uint32_t index = by_type[id.index()];
  return index == none ? nullptr : &declarations[index];
}

const Declaration* Outline::find(model::ResourceId id) const { return &declarations[by_resource[id.index()]]; }

Outline outline(const model::Model& model, const Naming& naming, const std::string& prefix, const Renames& renames) {
  return Outliner(model, naming, prefix, renames).run();
}

bool is_wasi(const model::Model& model) {
  return std::any_of(model.modules.begin(), model.modules.end(),
                     [](const model::Module& m) { return m.name.starts_with("wasi_"); });
}

}  // namespace bind
