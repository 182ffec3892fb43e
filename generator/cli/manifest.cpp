// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <variant>

#include "render/provenance.h"

namespace cli {
namespace {

constexpr std::string_view title = "# What witxc wrote for the configuration beside this file; --prune goes by it.\n";

std::string folder_of(const std::string& manifest) { return manifest.substr(0, manifest.rfind('/') + 1); }

}  // namespace

std::vector<std::string> stale_outputs(Session& session, const Plan& plan) {
  std::vector<std::string> stale;
  if (plan.manifest.empty()) return stale;
  const auto read = session.host.files.read(plan.manifest);
  const auto* text = std::get_if<std::string>(&read);
  if (text == nullptr) return stale;
  std::set<std::string> planned;
  for (const PlannedFile& file : plan.files) planned.insert(file.path);
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    const std::string line = text->substr(begin, end - begin);
    begin = end + 1;
    if (line.empty() || line.starts_with('#')) continue;
    const std::string path = line.starts_with('/') ? line : folder_of(plan.manifest) + line;
    if (planned.contains(path)) continue;
    // What was removed, or replaced by something of the user's, is nobody's business.
    const auto there = session.host.files.read(path);
    const auto* old = std::get_if<std::string>(&there);
    if (old != nullptr && render::read_provenance(*old)) stale.push_back(path);
  }
  return stale;
}

void write_manifest(Session& session, const Plan& plan, const std::vector<std::string>& stale) {
  if (plan.manifest.empty()) return;
  const std::string folder = folder_of(plan.manifest);
  std::set<std::string> paths;
  const auto add = [&](const std::string& path) {
    paths.insert(path.substr(path.starts_with(folder) ? folder.size() : 0));
  };
  for (const PlannedFile& file : plan.files) add(file.path);
  for (const std::string& path : stale) add(path);
  std::string text(title);
  for (const std::string& path : paths) text += path + '\n';
  const auto there = session.host.files.read(plan.manifest);
  if (const auto* old = std::get_if<std::string>(&there); old != nullptr && *old == text) return;
  const support::FileError error = session.host.files.write(plan.manifest, text);
  if (error.reason.empty()) return;
  session.diagnostics.report(support::Code::unwritable_output, {},
                             fmt::format("cannot write '{}': {}", plan.manifest, error.reason));
}

}  // namespace cli
