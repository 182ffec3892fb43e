// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/session.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "cli/builtins.h"
#include "model/resolve.h"
#include "support/git_files.h"
#include "support/suggest.h"
#include "validate/validate.h"

namespace cli {

using support::Code;

std::optional<std::vector<std::string>> all_inputs(Session& session) {
  std::vector<std::string> inputs = session.options.inputs;
  const std::string& from = session.options.files_from;
  if (from.empty()) return inputs;
  std::string list;
  if (from == "-") {
    list = session.host.read_input();
  } else {
    auto read = session.host.files.read(from);
    if (const auto* error = std::get_if<support::FileError>(&read)) {
      session.diagnostics.report(Code::unreadable_file, {}, fmt::format("cannot read '{}': {}", from, error->reason));
      return std::nullopt;
    }
    list = std::get<std::string>(std::move(read));
  }
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find('\n', begin), list.size());
    std::string line = list.substr(begin, end - begin);
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) inputs.push_back(std::move(line));
    begin = end + 1;
  }
  return inputs;
}

Document read_document(Session& session, const std::vector<std::string>& inputs) {
  Document document;
  std::vector<std::string> paths;
  for (const std::string& input : inputs) {
    if (!input.starts_with('@')) {
      paths.push_back(support::GitFiles::with_folder(input));
      continue;
    }
    if (std::optional<std::string> entry = builtin_entry(input)) {
      paths.push_back(*std::move(entry));
      continue;
    }
    const std::vector<std::string_view> known = builtin_names();
    auto& diagnostic = session.diagnostics.report(Code::unknown_builtin, {},
                                                  fmt::format("there is no built-in definition '{}'", input));
    const std::string hint = support::did_you_mean(input, known);
    diagnostic.with_help(fmt::format("{}the built-in ones are {}; a file of that name is './{}'",
                                     hint.empty() ? "" : hint + " ", fmt::join(known, ", "), input));
  }
  if (session.diagnostics.errors() > 0) return document;

  // What a revision uses is looked for at that revision; of several, at the first one's.
  std::vector<std::string> folders = session.options.include_folders;
  if (!paths.empty()) {
    for (std::string& folder : folders) folder = support::GitFiles::at_revision_of(paths.front(), folder);
  }
  support::GitFiles revisions(session.host.files);
  const BuiltinFiles files(revisions);
  document.syntax = syntax::load(paths, folders, files, session.sources, session.diagnostics);
  if (session.options.verbose) {
    for (const syntax::ParsedFile& file : document.syntax.files) session.host.err(fmt::format("read {}\n", file.path));
  }
  const std::optional<syntax::Dialect> forced = syntax::dialect_named(session.options.dialect);
  document.dialect = syntax::decide_dialect(document.syntax.features, forced, session.diagnostics);
  document.model = model::resolve(document.syntax, document.dialect, session.sources, session.diagnostics);
  validate::validate(document.model, session.diagnostics);
  return document;
}

}  // namespace cli
