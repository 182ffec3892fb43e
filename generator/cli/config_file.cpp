// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/config_file.h"

#include <fmt/format.h>

#include <utility>

namespace cli {
namespace {

using support::Code;

constexpr std::string_view config_name = "witxc.json";

// The configuration that holds here: the folder of the nearest one, from the working directory upward.
std::optional<std::string> find_config_folder(const support::FileSystem& files) {
  std::string folder;
  // Deeper than any folder lies.
  constexpr int most_levels = 100;
  for (int level = 0; level < most_levels; ++level) {
    if (files.exists(folder + std::string(config_name))) return folder;
    const std::string here = files.canonical(folder.empty() ? "." : folder);
    folder += "../";
    if (files.canonical(folder) == here) break;
  }
  return std::nullopt;
}

}  // namespace

std::string join(const std::string& folder, const std::string& path) {
  if (path.starts_with('/') || folder.empty() || folder == ".") return path;
  return folder.ends_with('/') ? folder + path : folder + '/' + path;
}

bool has_config(const Session& session) {
  return !session.options.config.empty() || find_config_folder(session.host.files).has_value();
}

std::optional<ConfigFile> read_config(Session& session) {
  std::string path = session.options.config;
  if (path.empty()) {
    const std::optional<std::string> folder = find_config_folder(session.host.files);
    if (!folder) {
      session.diagnostics
          .report(Code::usage, {}, "no files are named, and there is no witxc.json here or in a folder above")
          .with_help("name files, or '@preview1'");
      return std::nullopt;
    }
    path = *folder + std::string(config_name);
  }
  auto read = session.host.files.read(path);
  if (const auto* error = std::get_if<support::FileError>(&read)) {
    session.diagnostics.report(Code::bad_configuration, {}, fmt::format("cannot read '{}': {}", path, error->reason));
    return std::nullopt;
  }
  const support::SourceId source = session.sources.add(path, std::get<std::string>(std::move(read)));
  std::optional<config::Config> parsed = config::parse(session.sources, source, session.diagnostics);
  if (!parsed) return std::nullopt;
  return ConfigFile{.config = *std::move(parsed), .folder = path.substr(0, path.rfind('/') + 1), .source = source};
}

// Files that are named together are one document; a built-in definition is one by itself.
std::vector<config::Spec> specs_of(const std::vector<std::string>& inputs) {
  std::vector<config::Spec> specs;
  config::Spec files;
  for (const std::string& input : inputs) {
    if (input.starts_with('@')) {
      specs.push_back({.files = {input}, .name_space = {}, .file = {}, .is_default = {}});
    } else {
      files.files.push_back(input);
    }
  }
  if (!files.files.empty()) specs.insert(specs.begin(), std::move(files));
  return specs;
}

}  // namespace cli
