// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One row a language. To teach the tool another one, add its folder and a row, and, for templates of its own, a folder under
// templates/.
#include "backend/backend.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "backend/base/neutral.h"
#include "backend/c/c.h"
#include "backend/cpp/cpp.h"
#include "backend/html/html.h"
#include "backend/md/md.h"
#include "backend/rust/rust.h"
#include "backend/zig/zig.h"
#include "bind/plan.h"

namespace backend {
namespace {

// Of all other languages: names as they come, and what needs no language.
bind::Naming neutral_naming() { return {.has_layers = true, .file_suffix = ".txt"}; }

Tables neutral_tables_of(const bind::Plan* plan) {
  Tables tables;
  add_neutral(tables, plan);
  return tables;
}

nlohmann::json neutral_view(const bind::Plan& plan, const Wanted& wanted) {
  return make_view(plan, neutral_tables_of(&plan), wanted);
}

Tables neutral_tables() { return neutral_tables_of(nullptr); }

constexpr auto rows = std::to_array<Backend>({
    {.name = "cpp", .title = "C++", .naming = cpp::naming, .view = cpp::view, .tables = cpp::tables},
    {.name = "c", .title = "C", .naming = c::naming, .view = c::view, .tables = c::tables},
    {.name = "rust", .title = "Rust", .naming = rust::naming, .view = rust::view, .tables = rust::tables},
    {.name = "zig", .title = "Zig", .naming = zig::naming, .view = zig::view, .tables = zig::tables},
    {.name = "md",
     .title = "Markdown",
     .naming = md::naming,
     .view = md::view,
     .tables = md::tables,
     .finish = md::with_links_to},
    {.name = "html", .title = "HTML", .naming = html::naming, .view = html::view, .tables = html::tables},
});
constexpr Backend neutral{.name = "",
                          .title = "",
                          .naming = neutral_naming,
                          .view = neutral_view,
                          .tables = neutral_tables,
                          .finish = nullptr};

const Backend& backend_of(std::string_view language) {
  const Backend* backend = find(language);
  return backend == nullptr ? neutral : *backend;
}

// With the language's own suffix in the place of another's.
bind::Options with_own_suffix(bind::Options options, const bind::Naming& naming) {
  std::string& file = options.file;
  const auto replace = [&](std::string_view suffix) {
    if (!file.ends_with(suffix)) return false;
    file.replace(file.size() - suffix.size(), suffix.size(), naming.file_suffix);
    return true;
  };
  if (file.ends_with(naming.file_suffix) || replace(neutral.naming().file_suffix)) return options;
  for (const Backend& other : rows) {
    if (replace(other.naming().file_suffix)) break;
  }
  return options;
}

}  // namespace

const Backend* find(std::string_view language) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Backend& b) { return b.name == language; });
  return row == rows.end() ? nullptr : &*row;
}

nlohmann::json view(const model::Model& model, const model::Layouts& layouts, const bind::Options& options,
                    const Wanted& wanted) {
  const Backend& backend = backend_of(options.language);
  const bind::Naming naming = backend.naming();
  const bind::Options own = with_own_suffix(options, naming);
  const bind::Plan plan(model, layouts, own, naming);
  return backend.view(plan, wanted);
}

std::string view_schema(std::string_view language) { return schema_of(backend_of(language).tables()); }

std::set<std::string> view_keys(std::string_view language) { return names_of(backend_of(language).tables()); }

std::set<std::string> rename_paths(const model::Model& model, const bind::Options& options) {
  return bind::rename_paths(model, options, backend_of(options.language).naming());
}

}  // namespace backend
