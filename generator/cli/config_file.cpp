// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/config_file.h"

#include <fmt/format.h>

#include <utility>

#include "config/spdx.h"

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

// Whether what the command line says of the outputs can be written.
bool is_license(Session& session) {
  const std::string& license = session.options.licence;
  if (license.empty() || config::is_spdx_expression(license)) return true;
  session.diagnostics.report(Code::usage, {}, fmt::format("'{}' is not an SPDX license expression", license))
      .with_help("for example: MIT, Apache-2.0 OR MIT, LicenseRef-ours");
  return false;
}

// How the output looks, where the command line says so.
void override_look(const Options& options, config::Look& look) {
  if (!options.only.empty()) look.only = options.only;
  if (!options.docs.empty()) look.docs = options.docs;
  if (!options.layers.empty()) look.layers = options.layers;
  if (!options.licence.empty()) look.licence = options.licence;
  if (!options.template_folder.empty()) look.templates = options.template_folder;
  look.split = look.split || options.split;
  look.names = look.names && !options.no_names;
  look.messages = look.messages && !options.no_messages;
  look.asserts = look.asserts && !options.no_asserts;
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

std::optional<ConfigFile> effective_config(Session& session, const std::vector<std::string>& inputs) {
  const Options& options = session.options;
  if (!is_license(session)) return std::nullopt;
  ConfigFile found;
  if (inputs.empty() || !options.config.empty()) {
    std::optional<ConfigFile> read = read_config(session);
    if (!read) return std::nullopt;
    found = *std::move(read);
  }
  if (!inputs.empty()) {
    found.config.specs = specs_of(inputs);
  } else {
    for (config::Spec& spec : found.config.specs) {
      for (std::string& file : spec.files) {
        if (!file.starts_with('@')) file = join(found.folder, file);
      }
    }
  }
  for (config::Spec& spec : found.config.specs) {
    if (!options.name_space.empty()) spec.name_space = options.name_space;
  }
  for (config::Output& output : found.config.outputs) {
    output.folder = join(found.folder, output.folder);
    if (!output.look.templates.empty()) output.look.templates = join(found.folder, output.look.templates);
  }
  const std::string folder = options.output.empty() ? "." : options.output;
  if (!options.languages.empty() || found.config.outputs.empty()) {
    config::Look look = found.config.look;
    if (!look.templates.empty()) look.templates = join(found.folder, look.templates);
    found.config.outputs.clear();
    const std::vector<std::string> languages =
        options.languages.empty() ? std::vector<std::string>{"cpp"} : options.languages;
    for (const std::string& language : languages)
      found.config.outputs.push_back({.language = language, .folder = folder, .extra = {}, .look = look});
  } else if (!options.output.empty()) {
    for (config::Output& output : found.config.outputs) output.folder = folder;
  }
  for (config::Output& output : found.config.outputs) override_look(options, output.look);
  return found;
}

}  // namespace cli
