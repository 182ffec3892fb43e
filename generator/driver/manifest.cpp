// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "driver/inputs.h"
#include "render/provenance.h"
#include "support/line_endings.h"
#include "support/sha256.h"

namespace driver {
namespace {

constexpr std::string_view title = "# What witxc wrote for the configuration beside this file; --prune goes by it.\n";
constexpr std::string_view behind_hash = "  ";
constexpr std::size_t hash_size = 64;

std::string folder_of(const std::string& manifest) { return manifest.substr(0, manifest.rfind('/') + 1); }

std::string hash_of(std::string_view text) { return support::sha256_hex(support::with_lf(text)); }

// The hash that the text holds of itself; empty: none.
std::string own_hash(std::string_view text) {
  const std::optional<render::Provenance> origin = render::read_provenance(text);
  return origin ? origin->body_sha256 : std::string();
}

bool begins_with_hash(std::string_view line) {
  return line.find_first_not_of("0123456789abcdef") == hash_size && line.substr(hash_size).starts_with(behind_hash);
}

}  // namespace

Manifest read_manifest(const Session& session, const Plan& plan) {
  Manifest manifest;
  if (plan.manifest.empty()) return manifest;
  const auto read = read_output(session, plan.manifest);
  const auto* raw = std::get_if<std::string>(&read);
  if (raw == nullptr) return manifest;
  const std::string text = support::with_lf(*raw);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty() || line.starts_with('#')) continue;
    std::string hash;
    if (begins_with_hash(line)) {
      hash = line.substr(0, hash_size);
      line.erase(0, hash_size + behind_hash.size());
    }
    manifest.emplace(line.starts_with('/') ? line : folder_of(plan.manifest) + line, hash);
  }
  return manifest;
}

Author author_of(const Manifest& manifest, const std::string& path, std::string_view text) {
  if (const std::string hash = own_hash(text); !hash.empty())
    return hash == support::sha256_hex(render::body_of(text)) ? Author::witxc : Author::editor;
  const auto listed = manifest.find(path);
  if (listed != manifest.end() && !listed->second.empty())
    return listed->second == hash_of(text) ? Author::witxc : Author::editor;
  return render::read_provenance(text) ? Author::editor : Author::user;
}

std::vector<StaleOutput> stale_outputs(const Session& session, const Plan& plan, const Manifest& manifest) {
  std::vector<StaleOutput> stale;
  // However a folder is spelled, what lies in it is the same file.
  std::set<std::string> planned;
  for (const PlannedFile& file : plan.files) planned.insert(place_of(session, file.path));
  for (const auto& [path, hash] : manifest) {
    if (planned.contains(place_of(session, path))) continue;
    const auto there = read_output(session, path);
    const auto* text = std::get_if<std::string>(&there);
    if (text == nullptr) continue;
    // What was replaced by something of the user's is nobody's business.
    const Author author = author_of(manifest, path, *text);
    if (author != Author::user) stale.push_back({.path = path, .author = author});
  }
  return stale;
}

namespace {

// The list of the plan's files and of `staying` ones of the manifest.
MadeFile list_of(const Plan& plan, const Manifest& manifest, const std::vector<std::string>& staying) {
  const std::string folder = folder_of(plan.manifest);
  Manifest listed;
  const auto add = [&](const std::string& path, std::string hash) {
    listed[path.substr(path.starts_with(folder) ? folder.size() : 0)] = std::move(hash);
  };
  for (const PlannedFile& file : plan.files)
    add(file.path, own_hash(file.text).empty() ? hash_of(file.text) : std::string());
  for (const std::string& path : staying) add(path, manifest.at(path));
  std::string text(title);
  for (const auto& [path, hash] : listed) text += hash.empty() ? path + '\n' : fmt::format("{}  {}\n", hash, path);
  return {.path = plan.manifest, .text = std::move(text), .author = [](std::string_view there) {
            return support::with_lf(there).starts_with(title) ? Author::witxc : Author::user;
          }};
}

}  // namespace

std::vector<MadeFile> generated_files(const Session& session, const Plan& plan, const Manifest& manifest, bool prune) {
  std::vector<MadeFile> made;
  for (const PlannedFile& file : plan.files) {
    made.push_back(
        {.path = file.path,
         .text = file.text,
         .author = [manifest, path = file.path](std::string_view there) { return author_of(manifest, path, there); },
         .told = file.path});
  }
  std::vector<std::string> staying;
  for (const StaleOutput& stale : stale_outputs(session, plan, manifest)) {
    if (!prune) {
      staying.push_back(stale.path);
      continue;
    }
    made.push_back({.path = stale.path,
                    .author = [author = stale.author](std::string_view /*there*/) { return author; },
                    .told = fmt::format("removed {}", stale.path)});
  }
  if (!plan.manifest.empty()) made.push_back(list_of(plan, manifest, staying));
  return made;
}

}  // namespace driver
