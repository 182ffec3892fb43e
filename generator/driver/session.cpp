// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/session.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

#include "driver/inputs.h"
#include "model/resolve.h"
#include "validate/validate.h"

namespace driver {
namespace {

using diagnostics::Code;

// Reports a file that is not there and is called like a snapshot.
bool is_name_of_snapshot(const Session& session, const std::string& file, diagnostics::Sink& diagnostics) {
  std::string help = is_writable(file) ? help_for_builtin(file) : std::string();
  if (help.empty() || session.host.files.exists(file)) return false;
  diagnostics.report(Code::unreadable_file, {}, fmt::format("cannot read '{}': there is no such file", file))
      .with_help(std::move(help));
  return true;
}

// What the files have in them, whatever is wrong with it.
Document read(Session& session, const std::vector<std::string>& files, support::Sources& sources,
              diagnostics::Sink& diagnostics) {
  Document document;
  std::vector<std::string> paths;
  for (const std::string& file : files) {
    if (is_name_of_snapshot(session, file, diagnostics)) continue;
    if (std::optional<std::string> path = input_path(file, diagnostics)) paths.push_back(*std::move(path));
  }
  if (diagnostics.errors() > 0) return document;

  // What a revision uses is looked for at that revision; of several, at the first one's.
  std::vector<std::string> folders = session.options.include_folders;
  if (!paths.empty()) {
    for (std::string& folder : folders) folder = support::GitFiles::at_revision_of(paths.front(), folder);
  }
  document.syntax = syntax::load(paths, folders, InputFiles(session), sources, diagnostics);
  const std::optional<syntax::Dialect> forced = syntax::dialect_named(session.options.dialect);
  document.dialect = syntax::decide_dialect(document.syntax.features, forced, diagnostics);
  document.model = model::resolve(document.syntax, document.dialect, sources, diagnostics);
  validate::validate(document.model, diagnostics, {.pointer_size = session.options.wasm64 ? 8U : 4U});
  return document;
}

bool defines_nothing(const model::Model& model) {
  return model.definitions.empty() && model.modules.empty() && model.resources.empty() && model.constants.empty();
}

// Nothing is wrong with such a text, but no question about it has an answer.
void report_nothing_defined(const Session& session, const syntax::Document& document, diagnostics::Sink& diagnostics) {
  const support::SourceId source = document.files[document.entries.front()].ast.source;
  const bool is_answer = session.options.command == Command::validate;
  diagnostics
      .report(Code::nothing_defined, is_answer ? diagnostics::Severity::warning : diagnostics::Severity::error,
              {.source = source, .begin = 0, .end = 0},
              fmt::format("'{}' defines nothing", session.sources.name(source)))
      .with_help("'(typename $name ...)' defines a type, '(module $name ...)' holds functions");
}

// What a file lacks may be in another one that uses it: says which, if the mistake is none there.
void explain_part(Session& session, const std::string& file, diagnostics::Sink& diagnostics) {
  const std::optional<std::string> whole = whole_of(session, file);
  if (!whole) return;
  diagnostics::Sink of_whole;
  static_cast<void>(read(session, {*whole}, session.sources, of_whole));
  if (diagnostics::Diagnostic* error = diagnostics.first_error_not_in(of_whole)) {
    error->with_help(fmt::format("'{}' is part of '{}': {} that", file, *whole,
                                 session.options.command == Command::validate ? "validate" : "name"));
  }
}

}  // namespace

Document read_document(Session& session, const std::vector<std::string>& files) {
  diagnostics::Sink own;
  Document document = read(session, files, session.sources, own);
  if (session.options.verbose) {
    for (const syntax::ParsedFile& file : document.syntax.files)
      session.host.err(fmt::format("read {}\n", session.sources.name(file.ast.source)));
  }
  if (own.errors() == 0 && defines_nothing(document.model)) report_nothing_defined(session, document.syntax, own);
  if (own.errors() > 0 && files.size() == 1 && is_writable(files.front())) explain_part(session, files.front(), own);
  document.valid = own.errors() == 0;
  session.diagnostics.take_new(std::move(own));
  return document;
}

bool is_valid(Session& session, const std::vector<std::string>& files) {
  support::Sources sources;
  diagnostics::Sink unheard;
  static_cast<void>(read(session, files, sources, unheard));
  return unheard.errors() == 0;
}

std::string place_of(const Session& session, const std::string& path) {
  const support::FileSystem& files = session.host.files;
  return files.canonical(path.starts_with('/') ? path : files.canonical(".") + '/' + path);
}

}  // namespace driver
