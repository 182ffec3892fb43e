// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/outputs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "backend/backend.h"
#include "bind/text.h"
#include "driver/config_file.h"
#include "driver/config_names.h"
#include "driver/extra_files.h"
#include "driver/inputs.h"
#include "driver/spellings.h"
#include "embedded/version.h"
#include "render/render.h"
#include "report/model_json.h"
#include "support/sha256.h"
#include "support/suggest.h"

namespace driver {
namespace {

using diagnostics::Code;

// The file's name without folders and suffix.
std::string stem_of(std::string path) {
  path = path.substr(path.rfind('/') + 1);
  return path.substr(0, path.find('.'));
}

std::map<bind::Symbol, bind::Style> naming_of(const config::Look& look) {
  std::map<bind::Symbol, bind::Style> naming;
  for (const auto& [kind, style] : look.naming)
    naming.emplace(bind::symbol_named(kind).value(), bind::style_named(style).value());
  return naming;
}

bind::Options view_options(const config::Output& output, const config::Spec& spec) {
  const config::Look& look = output.look;
  using Docs = bind::Options::DocsLevel;
  return {.language = output.language,
          .stem = stem_of(spec.files.empty() ? std::string() : spec.files.front()),
          .name_space = spec.name_space,
          .file = spec.file,
          .inline_default = spec.is_default,
          .docs = look.docs == "none"    ? Docs::none
                  : look.docs == "brief" ? Docs::brief
                                         : Docs::full,
          .names = look.names,
          .messages = look.messages,
          .asserts = look.asserts,
          .typed = look.layers == "typed",
          .values = look.layers == "raw,values",
          .split = look.split,
          .only = {look.only.begin(), look.only.end()},
          .columns = 100,
          .licence = look.licence,
          .renames = look.rename,
          .naming = naming_of(look)};
}

// Everything that changes what is written but the specification and the templates, as a text to be hashed.
std::string options_text(const bind::Options& options) {
  nlohmann::json naming = nlohmann::json::array();
  for (const auto& [kind, style] : options.naming) naming.push_back({static_cast<int>(kind), static_cast<int>(style)});
  return nlohmann::json{{"language", options.language},
                        {"namespace", options.name_space},
                        {"file", options.file},
                        {"default", options.inline_default ? (*options.inline_default ? "yes" : "no") : "unset"},
                        {"docs", static_cast<int>(options.docs)},
                        {"names", options.names},
                        {"messages", options.messages},
                        {"asserts", options.asserts},
                        {"typed", options.typed},
                        {"values", options.values},
                        {"only", options.only},
                        {"columns", options.columns},
                        {"licence", options.licence},
                        {"rename", options.renames},
                        {"split", options.split},
                        {"naming", naming}}
      .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// Names without folders: where a specification lies on one machine is nobody else's business. They stand in a comment, and a file
// may be called anything.
std::string spec_names(const std::vector<std::string>& files) {
  std::vector<std::string> names;
  names.reserve(files.size());
  for (const std::string& file : files) names.push_back(bind::harmless(file.substr(file.rfind('/') + 1)));
  std::string line = fmt::format("{}", fmt::join(names, ", "));
  // Nothing ends a comment of Markdown.
  std::replace(line.begin(), line.end(), '>', '?');
  return line;
}

// What templates ask for. Everything, if they ask for what they are not given: the message says what may have been meant.
backend::Wanted asked_keys(const config::Output& output, const std::vector<render::TemplateSet>& sets) {
  const std::set<std::string> known = backend::view_keys(output.language);
  // The path of the main output is asked for here, and identifiers where two files would have one path.
  backend::Wanted wanted{"file_path"};
  for (const std::string& key : known) {
    if (key.ends_with("_name")) wanted.insert(key);
  }
  for (const render::TemplateSet& set : sets) {
    for (const std::string& key : render::asked_keys(set)) {
      if (!known.contains(key)) return {};
      wanted.insert(key);
    }
  }
  return wanted;
}

class OutputMaker {
 public:
  explicit OutputMaker(Session& session) : session_(session) {}

  std::optional<std::vector<PlannedFile>> run(const ConfigFile& file) {
    const config::Config& config = file.config;
    made_.resize(config.outputs.size());
    check_identifiers(session_, file);
    for (const config::Output& output : config.outputs) {
      if (!load_templates(output)) return std::nullopt;
    }
    for (const config::Spec& spec : config.specs) {
      const Document document = read_document(session_, spec.files);
      if (!document.valid) continue;
      note_functions(document.model);
      const model::Layouts layouts(document.model, {.pointer_size = 4});
      const std::string sha256 = support::sha256_hex(
          report::model_json(document.model, layouts, {.dialect = syntax::info(document.dialect).id, .docs = true}));
      const Subject subject{spec, document.model, layouts, sha256};
      for (std::size_t i = 0; i < config.outputs.size(); ++i) add(subject, config.outputs[i], i);
    }
    if (session_.diagnostics.errors() > 0) return std::nullopt;
    for (std::size_t i = 0; i < config.outputs.size(); ++i) {
      if (made_[i] == 0) report_no_file(config.outputs[i].language);
    }
    std::set<std::string> wanted;
    for (const config::Output& output : config.outputs) wanted.insert(output.look.only.begin(), output.look.only.end());
    for (const std::string& name : wanted) check_function(name);
    // With definitions of the command line the file's own ones are not looked at.
    if (session_.options.inputs.empty() && session_.options.files_from.empty())
      check_renames(session_, file, rename_paths_);
    if (session_.diagnostics.errors() > 0) return std::nullopt;
    return std::move(planned_);
  }

 private:
  // The language's own set, and behind it one for what the configuration adds.
  bool load_templates(const config::Output& output) {
    const std::string& folder = output.look.templates;
    const std::vector<std::string_view> known = render::builtin_languages();
    if (folder.empty() && std::find(known.begin(), known.end(), output.language) == known.end()) {
      const std::string hint = support::did_you_mean(output.language, known);
      session_.diagnostics.report(Code::usage, {}, fmt::format("there are no templates for '{}'", output.language))
          .with_help(hint.empty() ? fmt::format("the languages are {}", fmt::join(known, ", ")) : hint);
      return false;
    }
    if (!folder.empty() && session_.host.files.list(folder).empty()) {
      session_.diagnostics.report(Code::usage, {}, fmt::format("there are no templates in '{}'", folder))
          .with_help(fmt::format("witxc template export {} -o {} copies the built-in ones", output.language, folder));
      return false;
    }
    std::vector<render::TemplateSet>& sets = sets_.emplace_back();
    const auto take = [&sets](std::optional<render::TemplateSet> set) {
      if (set) sets.push_back(*std::move(set));
    };
    const support::FileSystem& files = session_.host.files;
    take(render::load_templates(output.language, folder, files, session_.sources, session_.diagnostics));
    if (!sets.empty() && !output.extra.empty())
      take(render::load_templates(output.language, folder, extra_files(output), files, session_.sources,
                                  session_.diagnostics));
    return session_.diagnostics.errors() == 0;
  }

  void note_functions(const model::Model& model) {
    for (const model::Module& module : model.modules) {
      for (const model::Function& function : module.functions)
        functions_.insert({function.name, module.name + "::" + function.name});
    }
  }

  void check_function(const std::string& name) {
    if (functions_.contains(name)) return;
    const std::vector<std::string_view> known(functions_.begin(), functions_.end());
    diagnostics::Diagnostic& error =
        session_.diagnostics.report(Code::usage, {}, fmt::format("no specification has a function '{}'", name));
    if (std::string help = support::did_you_mean(name, known); !help.empty()) error.with_help(std::move(help));
  }

  // An output without a file would read as if it were written.
  void report_no_file(const std::string& language) {
    session_.diagnostics.report(Code::usage, {}, fmt::format("the templates of '{}' make no file", language))
        .with_help("'outputs' beside them says which files there are, one 'TEMPLATE PATH' a line");
  }

  // What the outputs of one specification have in common.
  struct Subject {
    const config::Spec& spec;
    const model::Model& model;
    const model::Layouts& layouts;
    // Of the normalised specification.
    const std::string& sha256;
  };

  void add(const Subject& subject, const config::Output& output, std::size_t number) {
    const std::vector<render::TemplateSet>& sets = sets_[number];
    const backend::Wanted asked = asked_keys(output, sets);
    bind::Options options = view_options(output, subject.spec);
    if (asked.contains("spellings"))
      options.spellings = spellings_of(session_, subject.model, subject.layouts, options, output.look.templates);
    const render::Provenance origin{.tool_version = std::string(embedded::version),
                                    .spec_names = spec_names(subject.spec.files),
                                    .spec_sha256 = subject.sha256,
                                    .options_sha256 = support::sha256_hex(options_text(options)),
                                    .template_set = output.language,
                                    .template_sha256 = {},
                                    .body_sha256 = {}};
    if (!options.renames.empty()) rename_paths_.merge(backend::rename_paths(subject.model, options));
    const nlohmann::json view = backend::view(subject.model, subject.layouts, options, asked);
    const backend::Backend* language = backend::find(output.language);
    render::Finish finish;
    if (language != nullptr && language->finish != nullptr) {
      finish = [page = view["file_path"].get<std::string>(), language](const std::string& path, std::string body) {
        return path == page ? std::move(body) : language->finish(page, path, body);
      };
    }
    for (const render::TemplateSet& set : sets) {
      for (render::Output& made : render::render(view, set, origin, session_.sources, session_.diagnostics, finish)) {
        ++made_[number];
        plan(subject.spec, output, std::move(made));
      }
    }
  }

  void plan(const config::Spec& spec, const config::Output& output, render::Output made) {
    const std::string path = output.folder == "-" ? "-" : join(output.folder, made.path);
    const auto [before, fresh] = places_.try_emplace(place_of(session_, path), name_of(spec));
    if (path != "-" && !fresh) {
      // Where the tool's own templates say so is of no use to anyone.
      const bool own = session_.sources.name(made.path_place.source).starts_with('@');
      // One line may make many files: the first that is in the way is enough.
      if (!own && std::find(collisions_.begin(), collisions_.end(), made.path_place) != collisions_.end()) return;
      collisions_.push_back(made.path_place);
      session_.diagnostics
          .report(Code::usage, own ? support::Span() : made.path_place,
                  fmt::format("two outputs would be written to '{}'{}", path,
                              before->second == name_of(spec)
                                  ? ""
                                  : fmt::format(": that of '{}' and that of '{}'", before->second, name_of(spec))))
          .with_help(own ? "give one of them another folder, namespace or file"
                         : "name in the path what tells them apart, such as <%spec_name%>");
    }
    planned_.push_back({.path = path, .text = std::move(made.text)});
  }

  Session& session_;
  // Of each output.
  std::vector<std::vector<render::TemplateSet>> sets_;
  // How many files each output has made.
  std::vector<std::size_t> made_;
  // Where files are planned, and for which specification.
  std::map<std::string, std::string> places_;
  // Where what would write to one of them again was asked for.
  std::vector<support::Span> collisions_;
  std::set<std::string> functions_;
  std::set<std::string> rename_paths_;
  std::vector<PlannedFile> planned_;
};

// Whether the command line asks for other files than the configuration does.
bool changes_files(const Options& options) {
  return !options.output.empty() || !options.languages.empty() || !options.only.empty() || !options.layers.empty() ||
         !options.template_folder.empty() || options.split;
}

// Beside the configuration and named after it, so that two of them in one folder do not remove each other's files.
std::string manifest_of(const Session& session, const ConfigFile& file) {
  const std::string_view path = session.sources.name(file.source);
  constexpr std::string_view suffix = ".json";
  return std::string(path.substr(0, path.ends_with(suffix) ? path.size() - suffix.size() : path.size())) + ".outputs";
}

}  // namespace

std::optional<Plan> make_outputs(Session& session) {
  const std::optional<std::vector<std::string>> inputs = all_inputs(session);
  if (!inputs) return std::nullopt;
  const std::optional<ConfigFile> found = effective_config(session, *inputs);
  if (!found) return std::nullopt;
  std::optional<std::vector<PlannedFile>> planned = OutputMaker(session).run(*found);
  if (planned && session.options.output == "-" && planned->size() != 1) {
    session.diagnostics.report(Code::usage, {},
                               fmt::format("'-o -' prints a single output, and there are {}", planned->size()));
    return std::nullopt;
  }
  if (!planned) return std::nullopt;
  const bool whole = inputs->empty() && !changes_files(session.options);
  return Plan{.files = *std::move(planned),
              .manifest = whole ? manifest_of(session, *found) : std::string(),
              .inputs = *inputs};
}

}  // namespace driver
