// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/extra_files.h"

#include "backend/view_paths.h"

namespace driver {

std::vector<render::ExtraFile> extra_files(const config::Output& output) {
  std::vector<render::ExtraFile> files;
  for (const config::Extra& extra : output.extra) {
    const render::ExtraFile file{.name = extra.name,
                                 .name_place = extra.name_place,
                                 .path = extra.file,
                                 .path_place = extra.file_place,
                                 .sections = {}};
    if (extra.for_each.empty()) files.push_back(file);
    for (const backend::ViewPath& path : backend::view_paths()) {
      if (path.kind != extra.for_each) continue;
      files.push_back(file);
      files.back().sections = {path.sections.begin(), path.sections.end()};
    }
  }
  return files;
}

}  // namespace driver
