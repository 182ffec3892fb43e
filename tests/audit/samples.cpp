// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "samples.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>

#include "model/resolve.h"
#include "support/files.h"
#include "syntax/dialect.h"
#include "syntax/load.h"

namespace tests {
namespace {

namespace fs = std::filesystem;

// Definitions that were read once.
struct Definitions {
  support::Sources sources;
  model::Model model;
  audit::Items items;
};

const Definitions& definitions(const std::string& path) {
  static std::map<std::string, std::unique_ptr<Definitions>> known;
  std::unique_ptr<Definitions>& found = known[path];
  if (found) return *found;
  found = std::make_unique<Definitions>();
  const support::RealFiles files;
  diagnostics::Sink sink;
  const syntax::Document document = syntax::load({path}, {}, files, found->sources, sink);
  found->model =
      model::resolve(document, syntax::decide_dialect(document.features, std::nullopt, sink), found->sources, sink);
  found->items = audit::items_of(found->model, model::Layouts(found->model, {.pointer_size = 4}));
  return *found;
}

}  // namespace

std::string text_of(const std::string& path) {
  std::ifstream stream(path);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = [] {
    std::vector<Sample> read;
    for (const auto& entry : fs::directory_iterator(AUDIT_CASES)) {
      if (entry.path().extension() != ".witx") read.push_back({entry.path().filename(), text_of(entry.path())});
    }
    std::sort(read.begin(), read.end(), [](const Sample& a, const Sample& b) { return a.file < b.file; });
    return read;
  }();
  return all;
}

std::string messages(const Answer& answer) {
  std::string all;
  for (const Found& found : answer.found) all += found.message + '\n';
  return all;
}

std::size_t Answer::errors() const {
  return static_cast<std::size_t>(std::count_if(
      found.begin(), found.end(), [](const Found& f) { return f.severity == diagnostics::Severity::error; }));
}

Answer audited(const std::string& file, const std::string& text, const std::string& path, const audit::NameMap& map) {
  const Definitions& known = definitions(path.empty() ? std::string(AUDIT_CASES) + "/kiln.witx" : path);
  support::Sources sources = known.sources;
  const support::SourceId source = sources.add(file, text);
  diagnostics::Sink findings;
  Answer answer;
  answer.summary = audit::audit({.files = {{.source = source, .language = audit::language_of(file, text)}},
                                 .sources = sources,
                                 .items = known.items,
                                 .map = map},
                                findings);
  for (const diagnostics::Diagnostic& each : findings.all()) {
    answer.found.push_back({.code = each.code,
                            .severity = each.severity,
                            .message = each.message,
                            .line = sources.position(source, each.primary.span.begin).line});
  }
  return answer;
}

}  // namespace tests
