// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "bind/place.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace bind {
namespace {

// Modules whose namespaces and files are not their names.
struct Snapshot {
  std::string_view module;
  std::string_view outer;
  std::string_view inner;
  // No later snapshot replaces it: a program that says only the outer name means this one.
  bool latest;
};
constexpr std::array<Snapshot, 2> snapshots{{
    {"wasi_snapshot_preview1", "wasi", "preview1", true},
    {"wasi_unstable", "wasi", "preview0", false},
}};

// The row of a module, or null.
template <typename Rows>
auto find_module(const Rows& rows, std::string_view module) {
  const auto row = std::find_if(rows.begin(), rows.end(), [module](const auto& r) { return r.module == module; });
  return row == rows.end() ? nullptr : &*row;
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

}  // namespace

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) out += separator;
    out += part;
  }
  return out;
}

Parts parts_of(const std::string& file) {
  const std::size_t dot = file.rfind('.');
  const std::size_t slash = file.rfind('/');
  const bool has_suffix = dot != std::string::npos && dot > (slash == std::string::npos ? 0 : slash + 1);
  // No folder can have the file's own name.
  if (!has_suffix) return {.path = file + "_parts", .suffix = ""};
  return {.path = file.substr(0, dot), .suffix = file.substr(dot)};
}

Place place_of(const model::Model& model, const Options& options, const Naming& naming) {
  Place place;
  place.spec = model.modules.size() == 1 ? model.modules[model::ModuleId(0)].name : options.stem;
  const Snapshot* snapshot = find_module(snapshots, place.spec);
  // A namespace that was asked for is a plain one.
  const bool own = options.name_space.empty();
  place.inline_innermost = options.inline_default.value_or(own && snapshot != nullptr && snapshot->latest);
  if (!own) {
    place.namespaces = split(options.name_space, "::");
  } else if (snapshot != nullptr) {
    place.namespaces = {std::string(snapshot->outer), std::string(snapshot->inner)};
  } else {
    std::string name = identifier(naming, Symbol::module, place.spec);
    const std::span<const std::string_view> taken = naming.helpers;
    if (std::find(taken.begin(), taken.end(), std::string_view(name)) != taken.end()) name += '_';
    place.namespaces = {std::move(name)};
  }
  const KnownModule* known = own ? find_module(naming.known_modules, place.spec) : nullptr;
  place.prefix = known != nullptr ? std::string(known->prefix) : joined(place.namespaces, "_").append("_");
  if (!options.file.empty()) {
    place.file = options.file;
  } else if (known != nullptr) {
    place.file = known->file;
  } else {
    place.file = joined(place.namespaces, "/").append(naming.file_suffix);
  }
  return place;
}

}  // namespace bind
