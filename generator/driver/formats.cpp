// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace driver {

std::vector<Wanted> wanted_formats(const Options& options) {
  std::vector<Wanted> wanted;
  for (const std::string& given : options.formats) {
    const std::size_t equals = std::min(given.find('='), given.size());
    const std::string file = given.substr(std::min(equals + 1, given.size()));
    wanted.push_back({.format = given.substr(0, equals), .file = file == "-" ? std::string() : file});
  }
  const auto on_terminal = [](const Wanted& w) { return w.file.empty(); };
  if (std::none_of(wanted.begin(), wanted.end(), on_terminal)) wanted.push_back({.format = "text", .file = {}});
  return wanted;
}

std::optional<Conflict> conflict(const std::vector<Wanted>& wanted) {
  std::set<std::string> files;
  std::string on_terminal;
  for (const Wanted& each : wanted) {
    if (each.file.empty()) {
      if (!on_terminal.empty()) {
        return Conflict{
            fmt::format("--format: both '{}' and '{}' would go to standard output", on_terminal, each.format),
            "write all but one to files: --format sarif=FILE"};
      }
      on_terminal = each.format;
    } else if (!files.insert(each.file).second) {
      return Conflict{fmt::format("--format: two formats would be written to '{}'", each.file),
                      "name another file for one of them"};
    }
  }
  return std::nullopt;
}

}  // namespace driver
