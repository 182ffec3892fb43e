// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/spellings.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "backend/backend.h"
#include "render/render.h"

namespace driver {
namespace {

constexpr std::string_view name = "spelling";

// The template alone, once for each function; nothing if the language has none.
std::optional<render::TemplateSet> load(Session& session, std::string_view language, const std::string& folder) {
  if (!render::builtin_template(language, name)) return std::nullopt;
  const std::string path = "<%function_module.spec%>.<%function_names.spec%>";
  const support::Span place{
      .source = session.sources.add("@spelling", path), .begin = 0, .end = static_cast<std::uint32_t>(path.size())};
  const std::vector<render::ExtraFile> files{{.name = std::string(name),
                                              .name_place = place,
                                              .path = path,
                                              .path_place = place,
                                              .sections = {"modules", "functions"}}};
  auto set = render::load_templates(std::string(language), folder, files, session.host.files, session.sources,
                                    session.diagnostics);
  if (set) std::erase_if(set->templates, [](const auto& made) { return made.first != name; });
  return set;
}

}  // namespace

Spellings spellings_of(Session& session, const model::Model& model, const model::Layouts& layouts,
                       const bind::Options& options, const std::string& templates) {
  Spellings spellings;
  for (const std::string_view language : render::builtin_languages()) {
    const std::optional<render::TemplateSet> set = load(session, language, templates);
    const backend::Backend* const row = backend::find(language);
    if (!set || row == nullptr) continue;
    bind::Options own = options;
    own.language = language;
    own.renames.clear();
    own.naming.clear();
    const std::set<std::string> asked = render::asked_keys(*set);
    const nlohmann::json view = backend::view(model, layouts, own, {asked.begin(), asked.end()});
    for (render::Output& made : render::render(view, *set, {}, session.sources, session.diagnostics)) {
      made.text.erase(made.text.find_last_not_of('\n') + 1);
      spellings[made.path].push_back({.language = std::string(row->title), .code = std::move(made.text)});
    }
  }
  return spellings;
}

}  // namespace driver
