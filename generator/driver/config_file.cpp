// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/config_file.h"

#include <fmt/format.h>

#include <utility>

#include "config/places.h"
#include "config/spdx.h"
#include "driver/config_names.h"
#include "driver/inputs.h"

namespace driver {
namespace {

using diagnostics::Code;

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
  if (license.empty() || config::is_license(license)) return true;
  session.diagnostics.report(Code::usage, {}, fmt::format("'{}' is not an SPDX license expression", license))
      .with_help("for example: MIT, Apache-2.0 OR MIT, LicenseRef-ours, or none");
  return false;
}

// An answer to no question would read as if all were well.
void report_nothing_asked(Session& session, const ConfigFile& file, const std::string& pointer, std::string_view what,
                          std::string_view example) {
  const auto places = config::places(session.sources, file.source);
  const auto place = places.find(pointer);
  session.diagnostics
      .report(Code::bad_configuration, place == places.end() ? places.at("").value : place->second.value,
              fmt::format("'{}' names {}", session.sources.name(file.source), what))
      .with_help(fmt::format("for example: {}", example));
}

// How the output looks, where the command line says so.
void override_look(const Options& options, config::Look& look) {
  if (!options.only.empty()) look.only = options.only;
  if (!options.docs.empty()) look.docs = options.docs;
  if (!options.layers.empty()) look.layers = options.layers;
  if (!options.licence.empty()) look.licence = options.licence;
  if (!options.template_folder.empty()) look.templates = options.template_folder;
  if (config::is_no_license(look.licence)) look.licence.clear();
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
  if (session.options.verbose) session.host.err(fmt::format("read {}\n", path));
  const support::SourceId source = session.sources.add(path, std::get<std::string>(std::move(read)));
  std::optional<config::Config> parsed = config::parse(session.sources, source, session.diagnostics);
  if (!parsed) return std::nullopt;
  ConfigFile file{.config = *std::move(parsed), .folder = path.substr(0, path.rfind('/') + 1), .source = source};
  if (!check_rules(session, file)) return std::nullopt;
  return file;
}

std::optional<std::vector<config::Spec>> specs_of(Session& session, const ConfigFile& file) {
  std::vector<config::Spec> specs = file.config.specs;
  bool complete = !specs.empty();
  if (!complete)
    report_nothing_asked(session, file, "/specs", "no specification", R"("specs": [{ "files": ["@preview1"] }])");
  for (std::size_t i = 0; i < specs.size(); ++i) {
    if (specs[i].files.empty()) {
      report_nothing_asked(session, file, fmt::format("/specs/{}/files", i), "no file of a specification",
                           R"("files": ["@preview1"])");
      complete = false;
    }
    for (std::string& path : specs[i].files) {
      if (!path.starts_with('@')) path = join(file.folder, path);
    }
  }
  return complete ? std::optional(std::move(specs)) : std::nullopt;
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
  std::optional<std::vector<config::Spec>> specs =
      inputs.empty() ? specs_of(session, found) : specs_of(session, inputs);
  if (!specs) return std::nullopt;
  found.config.specs = *std::move(specs);
  // Without the key it is as without a configuration; a list of nothing asks for nothing.
  if (inputs.empty() && options.languages.empty() && found.config.outputs.empty() &&
      config::places(session.sources, found.source).contains("/outputs")) {
    report_nothing_asked(session, found, "/outputs", "no output",
                         R"("outputs": [{ "language": "cpp", "folder": "generated" }])");
    return std::nullopt;
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

}  // namespace driver
