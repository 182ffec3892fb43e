// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "cli/config_file.h"
#include "render/render.h"
#include "report/model_json.h"
#include "support/sha256.h"
#include "support/suggest.h"
#include "view/view_model.h"

namespace cli {
namespace {

using support::Code;

// The file's name without folders and suffix.
std::string stem_of(std::string path) {
  path = path.substr(path.rfind('/') + 1);
  return path.substr(0, path.find('.'));
}

// How the output looks, where the command line says so.
void override_look(const Options& options, config::Config& config) {
  if (!options.only.empty()) config.only = options.only;
  if (!options.docs.empty()) config.docs = options.docs;
  if (!options.layers.empty()) config.layers = options.layers;
  if (!options.licence.empty()) config.licence = options.licence;
  config.names = config.names && !options.no_names;
  config.messages = config.messages && !options.no_messages;
  config.asserts = config.asserts && !options.no_asserts;
}

// The command line before the file before the default.
std::optional<ConfigFile> effective_config(Session& session, const std::vector<std::string>& inputs) {
  const Options& options = session.options;
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
  for (config::Output& output : found.config.outputs) output.folder = join(found.folder, output.folder);
  const std::string folder = options.output.empty() ? "." : options.output;
  if (!options.languages.empty() || found.config.outputs.empty()) {
    found.config.outputs.clear();
    const std::vector<std::string> languages =
        options.languages.empty() ? std::vector<std::string>{"cpp"} : options.languages;
    for (const std::string& language : languages)
      found.config.outputs.push_back({.language = language, .folder = folder});
  } else if (!options.output.empty()) {
    for (config::Output& output : found.config.outputs) output.folder = folder;
  }
  if (!options.template_folder.empty()) {
    found.config.templates = options.template_folder;
  } else if (!found.config.templates.empty()) {
    found.config.templates = join(found.folder, found.config.templates);
  }
  override_look(options, found.config);
  return found;
}

view::ViewOptions view_options(const config::Config& config, const config::Spec& spec, const std::string& language) {
  using Docs = view::ViewOptions::DocsLevel;
  return {.language = language,
          .stem = stem_of(spec.files.empty() ? std::string() : spec.files.front()),
          .name_space = spec.name_space,
          .file = spec.file,
          .inline_default = spec.is_default,
          .docs = config.docs == "none"    ? Docs::none
                  : config.docs == "brief" ? Docs::brief
                                           : Docs::full,
          .names = config.names,
          .messages = config.messages,
          .asserts = config.asserts,
          .typed = config.layers == "typed",
          .only = {config.only.begin(), config.only.end()},
          .columns = 100,
          .licence = config.licence,
          .renames = config.rename};
}

// Everything that changes what is written but the specification and the templates, as a text to be hashed.
std::string options_text(const view::ViewOptions& options) {
  return nlohmann::json{{"language", options.language},
                        {"namespace", options.name_space},
                        {"file", options.file},
                        {"default", options.inline_default ? (*options.inline_default ? "yes" : "no") : "unset"},
                        {"docs", static_cast<int>(options.docs)},
                        {"names", options.names},
                        {"messages", options.messages},
                        {"asserts", options.asserts},
                        {"typed", options.typed},
                        {"only", options.only},
                        {"columns", options.columns},
                        {"licence", options.licence},
                        {"rename", options.renames}}
      .dump();
}

// Names without folders: where a specification lies on one machine is nobody else's business.
std::string spec_names(const std::vector<std::string>& files) {
  std::vector<std::string> names;
  names.reserve(files.size());
  for (const std::string& file : files) names.push_back(file.substr(file.rfind('/') + 1));
  return fmt::format("{}", fmt::join(names, ", "));
}

class OutputMaker {
 public:
  explicit OutputMaker(Session& session) : session_(session) {}

  std::optional<std::vector<PlannedFile>> run(const config::Config& config) {
    for (const config::Output& output : config.outputs) {
      if (!load_templates(output.language, config.templates)) return std::nullopt;
    }
    for (const config::Spec& spec : config.specs) {
      const Document document = read_document(session_, spec.files);
      if (session_.diagnostics.errors() > 0) return std::nullopt;
      note_functions(document.model);
      const model::Layouts layouts(document.model, {.pointer_size = 4});
      const std::string sha256 = support::sha256_hex(
          report::model_json(document.model, layouts, {.dialect = syntax::info(document.dialect).id, .docs = true}));
      for (const config::Output& output : config.outputs) add(config, spec, output, {document.model, layouts, sha256});
    }
    for (const std::string& name : config.only) check_function(name);
    if (session_.diagnostics.errors() > 0) return std::nullopt;
    return std::move(planned_);
  }

 private:
  bool load_templates(const std::string& language, const std::string& folder) {
    if (sets_.contains(language)) return true;
    const std::vector<std::string_view> known = render::builtin_languages();
    if (folder.empty() && std::find(known.begin(), known.end(), language) == known.end()) {
      const std::string hint = support::did_you_mean(language, known);
      session_.diagnostics.report(Code::usage, {}, fmt::format("there are no templates for '{}'", language))
          .with_help(hint.empty() ? fmt::format("the languages are {}", fmt::join(known, ", ")) : hint);
      return false;
    }
    std::optional<render::TemplateSet> set =
        render::load_templates(language, folder, session_.host.files, session_.sources, session_.diagnostics);
    if (!set) return false;
    sets_.emplace(language, *std::move(set));
    return true;
  }

  void note_functions(const model::Model& model) {
    for (const model::Module& module : model.modules) {
      for (const model::Function& function : module.functions) functions_.insert(function.name);
    }
  }

  void check_function(const std::string& name) {
    if (functions_.contains(name)) return;
    const std::vector<std::string_view> known(functions_.begin(), functions_.end());
    support::Diagnostic& error =
        session_.diagnostics.report(Code::usage, {}, fmt::format("no specification has a function '{}'", name));
    if (std::string help = support::did_you_mean(name, known); !help.empty()) error.with_help(std::move(help));
  }

  // What the outputs of one specification have in common.
  struct Subject {
    const model::Model& model;
    const model::Layouts& layouts;
    // Of the normalised specification.
    const std::string& sha256;
  };

  void add(const config::Config& config, const config::Spec& spec, const config::Output& output,
           const Subject& subject) {
    const view::ViewOptions options = view_options(config, spec, output.language);
    const render::Provenance origin{.tool_version = WITXC_VERSION,
                                    .spec_names = spec_names(spec.files),
                                    .spec_sha256 = subject.sha256,
                                    .options_sha256 = support::sha256_hex(options_text(options)),
                                    .template_set = output.language,
                                    .template_sha256 = {},
                                    .body_sha256 = {}};
    const nlohmann::json view = view::view_model(subject.model, subject.layouts, options);
    for (render::Output& made :
         render::render(view, sets_.at(output.language), origin, session_.sources, session_.diagnostics)) {
      const std::string path = output.folder == "-" ? "-" : join(output.folder, made.path);
      if (!paths_.insert(path).second && path != "-") {
        session_.diagnostics.report(Code::usage, {}, fmt::format("two outputs would be written to '{}'", path))
            .with_help("give one of them another folder, namespace or file");
      }
      planned_.push_back({.path = path, .text = std::move(made.text)});
    }
  }

  Session& session_;
  std::map<std::string, render::TemplateSet> sets_;
  std::set<std::string> paths_;
  std::set<std::string> functions_;
  std::vector<PlannedFile> planned_;
};

}  // namespace

std::optional<Plan> make_outputs(Session& session) {
  const std::optional<std::vector<std::string>> inputs = all_inputs(session);
  if (!inputs) return std::nullopt;
  const std::optional<ConfigFile> found = effective_config(session, *inputs);
  if (!found) return std::nullopt;
  std::optional<std::vector<PlannedFile>> planned = OutputMaker(session).run(found->config);
  if (planned && session.options.output == "-" && planned->size() != 1) {
    session.diagnostics.report(Code::usage, {},
                               fmt::format("'-o -' prints a single output, and there are {}", planned->size()));
    return std::nullopt;
  }
  if (!planned) return std::nullopt;
  const Options& options = session.options;
  const bool whole = inputs->empty() && options.output.empty() && options.languages.empty() && options.only.empty();
  return Plan{.files = *std::move(planned), .manifest = whole ? found->folder + "witxc.outputs" : std::string()};
}

}  // namespace cli
