// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "support/process.h"

namespace corpus {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> fields;
  for (std::size_t begin = 0;;) {
    const std::size_t end = line.find('\t', begin);
    fields.push_back(line.substr(begin, end - begin));
    if (end == std::string::npos) return fields;
    begin = end + 1;
  }
}

}  // namespace

Folder::~Folder() {
  std::error_code ignored;
  if (!unpacked_.empty()) fs::remove_all(unpacked_, ignored);
}

std::string Folder::open(const fs::path& path) {
  if (!fs::is_directory(path)) return fmt::format("'{}' is not a folder", path.string());
  root_ = path;
  if (!fs::exists(path / "manifest.tsv")) {
    find_files(path);
    return worlds_.empty() ? fmt::format("'{}' holds no .witx file", path.string()) : std::string();
  }
  if (!fs::is_directory(path / "worlds")) {
    for (const char* const archive : {"worlds.tar.xz", "layout.tar.xz"}) {
      if (std::string problem = unpack(path / archive); !problem.empty()) return problem;
    }
    fs::copy_file(path / "manifest.tsv", unpacked_ / "manifest.tsv");
    root_ = unpacked_;
  }
  return read_manifest();
}

std::string Folder::read_manifest() {
  const fs::path manifest = root_ / "manifest.tsv";
  std::ifstream in(manifest);
  std::string line;
  std::getline(in, line);
  for (int number = 2; std::getline(in, line); ++number) {
    const std::vector<std::string> fields = split(line);
    if (fields.size() < 4)
      return fmt::format("{}:{}: four columns are needed: world, date, entry, verdict", manifest.string(), number);
    World world{.name = fields[0],
                .entry = root_ / "worlds" / fields[0] / fields[2],
                .verdict = Verdict::unknown,
                .layout = {}};
    if (fields[3] == "valid") world.verdict = Verdict::valid;
    if (fields[3] == "wit") world.verdict = Verdict::wit;
    const fs::path layout = root_ / "layout" / (fields[0] + ".json");
    if (fs::exists(layout)) world.layout = layout;
    worlds_.push_back(std::move(world));
  }
  return {};
}

void Folder::find_files(const fs::path& path) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".witx") continue;
    worlds_.push_back({.name = fs::relative(entry.path(), path).string(),
                       .entry = entry.path(),
                       .verdict = Verdict::unknown,
                       .layout = {}});
  }
  std::sort(worlds_.begin(), worlds_.end(), [](const World& a, const World& b) { return a.name < b.name; });
}

std::string Folder::unpack(const fs::path& archive) {
  if (!fs::exists(archive))
    return fmt::format("there is neither a folder '{}' nor '{}'", archive.stem().stem().string(), archive.string());
  if (unpacked_.empty()) {
    std::string pattern = (fs::temp_directory_path() / "corpus-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
      return fmt::format("cannot make a folder in '{}'", fs::temp_directory_path().string());
    unpacked_ = pattern;
  }
  const support::ProcessResult tar = support::run({"tar", "-xf", archive.string(), "-C", unpacked_.string()});
  return tar.exit_code == 0 ? std::string() : fmt::format("tar cannot unpack '{}': {}", archive.string(), tar.err);
}

}  // namespace corpus
