// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The configuration of a run: the file that --config names, or the nearest witxc.json from the working directory upward, and
// what the command line makes of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/config.h"
#include "driver/session.h"

namespace driver {

struct ConfigFile {
  config::Config config;
  // With a final '/', or empty: what its paths are relative to.
  std::string folder;
  // Its text; none where there is no file.
  support::SourceId source;
};

// Whether read_config() would find a file.
[[nodiscard]] bool has_config(const Session& session);

// Nothing, and a report, if there is none or something is wrong with it.
[[nodiscard]] std::optional<ConfigFile> read_config(Session& session);

// What a run makes: the command line before the file before the default. Paths are relative to the working directory.
// `inputs` are the definitions that the command line names; none: the file's. Nothing, and a report, if anything is wrong.
[[nodiscard]] std::optional<ConfigFile> effective_config(Session& session, const std::vector<std::string>& inputs);

// The specifications of a configuration, with paths as seen from the working directory. Nothing, and a report, if it has none.
[[nodiscard]] std::optional<std::vector<config::Spec>> specs_of(Session& session, const ConfigFile& file);

// A path that is relative to a folder, as seen from the working directory.
[[nodiscard]] std::string join(const std::string& folder, const std::string& path);

}  // namespace driver
