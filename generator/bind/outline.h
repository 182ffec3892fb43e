// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the output declares, in which order and under which identifiers: one declaration for every definition, every resource,
// and every type that needs a name but has none in the specification. Decides names; knows no syntax of any language.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bind/names.h"
#include "model/types.h"

namespace bind {

// An identifier, and whether more than its case differs from the specification's name.
struct Name {
  std::string identifier;
  bool renamed = false;
};

struct Declaration {
  // None for a resource.
  model::TypeId type;
  // At most one of these is set; both none: the specification gives the type no name.
  model::DefinitionId definition;
  model::ResourceId resource;
  // The name in the specification; for a type without one, what it was named after.
  std::string spec_name;
  Name name;
  // Of an enum's cases, flags, fields, variant cases or constants, in order.
  std::vector<Name> members;
  // Of a variant that is a structure: the union of its payloads; and in languages of flat names its tags, where no enum names them.
  Name payload = {};
  std::vector<Name> tags = {};
};

struct FunctionNames {
  Name name;
  std::vector<Name> params;
  // Where several results come back together: the aggregate that holds them, and its members. Empty elsewhere.
  Name result;
  std::vector<Name> results;
  // In languages of flat names: the import itself.
  Name import = {};
};

struct ModuleNames {
  Name name;
  std::vector<FunctionNames> functions;
};

// One of the specification's, or one that it leaves to prose.
struct NamedConstant {
  Name name;
  model::Constant constant;
};

using Renames = std::map<std::string, std::string>;

struct Outline {
  // A declaration stands behind all whose names it uses.
  std::vector<Declaration> declarations;
  std::vector<ModuleNames> modules;
  std::vector<NamedConstant> constants;
  // Well-known handles, such as stdin_fd: the declaration, and the identifiers of its values 0, 1, 2.
  std::uint32_t standard_handle = none;
  std::vector<Name> standard_streams;

  // What a rename may name: "errno", "errno.2big", "wasi_snapshot_preview1.fd_write.iovs".
  std::set<std::string> paths;

  // The identifiers of all types: names of members and parameters must not hide those that are used beside them.
  Scope types;
  // Those of all that no parameter may hide: types and, in some languages, whatever else has a name.
  Scope beside_params;

  static constexpr std::uint32_t none = UINT32_MAX;
  // Indices of declarations, or none.
  std::vector<std::uint32_t> by_type;
  std::vector<std::uint32_t> by_resource;

  [[nodiscard]] const Declaration* find(model::TypeId id) const;
  [[nodiscard]] const Declaration* find(model::ResourceId id) const;
};

// `prefix` stands before whatever is global in a language of flat names.
[[nodiscard]] Outline outline(const model::Model& model, const Naming& naming, const std::string& prefix,
                              const Renames& renames);

// Whether the document defines a snapshot of WASI.
[[nodiscard]] bool is_wasi(const model::Model& model);

}  // namespace bind
