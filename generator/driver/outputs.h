// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What `generate` writes and `check` compares: the same files, made in the same way.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "driver/session.h"

namespace driver {

struct PlannedFile {
  // As the user would write it: relative to the working directory.
  std::string path;
  std::string text;
};

struct Plan {
  std::vector<PlannedFile> files;
  // The list of what was written for the configuration; empty where the command line asks for something else than the whole of
  // it. Beside the configuration, and paths in it are relative to that.
  std::string manifest;
  // What the command line names, the list of --files-from included.
  std::vector<std::string> inputs;
};

// Makes the files that the command line or, where it names no files, the configuration asks for. Nothing, and a report, if
// anything is wrong.
[[nodiscard]] std::optional<Plan> make_outputs(Session& session);

}  // namespace driver
