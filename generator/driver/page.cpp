// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/page.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

#include "render/render.h"

namespace driver {

std::string page_of(Session& session, const std::string& name, const nlohmann::json& view) {
  const support::Span place{
      .source = session.sources.add("@html", name), .begin = 0, .end = static_cast<std::uint32_t>(name.size())};
  const std::vector<render::ExtraFile> files{
      {.name = name, .name_place = place, .path = name, .path_place = place, .sections = {}}};
  auto set = render::load_templates("html", {}, files, session.host.files, session.sources, session.diagnostics);
  if (!set) return {};
  // Not a file that `generate` keeps.
  set->templates.erase("provenance");
  set->templates.erase("footer");
  const std::vector<render::Output> made = render::render(view, *set, {}, session.sources, session.diagnostics);
  return made.empty() ? std::string() : made.front().text;
}

}  // namespace driver
