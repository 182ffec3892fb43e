// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// (Model, Layouts, options) → what templates see: JSON in which every string is final, so that templates are text, loops and
// booleans. One back-end a language that the tool knows; all others have the neutral keys.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "backend/base/keys.h"
#include "bind/names.h"
#include "bind/options.h"
#include "model/layout.h"
#include "model/types.h"

namespace backend {

struct Backend {
  std::string_view name;
  // As people write it.
  std::string_view title;
  bind::Naming (*naming)();
  nlohmann::json (*view)(const bind::Plan& plan, const Wanted& wanted);
  // All keys, to be listed: they cannot be asked.
  Tables (*tables)();
  // What is left to do to a page at `path`, the main one of which is at `page`; null: nothing.
  std::string (*finish)(std::string_view page, std::string_view path, std::string_view body) = nullptr;
};

// That of a language that the tool knows, or null.
[[nodiscard]] const Backend* find(std::string_view language);

// `model` must be without errors. Equal arguments give equal JSON. Keys that are not wanted are left out; no others are.
[[nodiscard]] nlohmann::json view(const model::Model& model, const model::Layouts& layouts,
                                  const bind::Options& options, const Wanted& wanted = {});

// The JSON Schema (2020-12) of all that view() returns for a language, and the names in it.
[[nodiscard]] std::string view_schema(std::string_view language);
[[nodiscard]] std::set<std::string> view_keys(std::string_view language);

// What options.renames may name in a document.
[[nodiscard]] std::set<std::string> rename_paths(const model::Model& model, const bind::Options& options);

}  // namespace backend
