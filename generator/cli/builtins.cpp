// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/builtins.h"

#include <algorithm>
#include <array>
#include <utility>

#include "embedded/witx.h"

namespace cli {
namespace {

struct Builtin {
  std::string_view name;
  // Relative to the folder of definitions.
  std::string_view entry;
};

constexpr std::array builtins{
    Builtin{"@preview0", "preview0/wasi_unstable.witx"},
    Builtin{"@preview1", "preview1/wasi_snapshot_preview1.witx"},
};

const embedded::File* find(std::string_view path) {
  if (!path.starts_with('@')) return nullptr;
  const auto files = embedded::witx();
  const auto found =
      std::find_if(files.begin(), files.end(), [path](const embedded::File& f) { return f.path == path.substr(1); });
  return found == files.end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::string_view> builtin_names() {
  std::vector<std::string_view> names;
  names.reserve(builtins.size());
  for (const Builtin& builtin : builtins) names.push_back(builtin.name);
  return names;
}

std::optional<std::string> builtin_entry(std::string_view name) {
  const auto* const found =
      std::find_if(builtins.begin(), builtins.end(), [name](const Builtin& b) { return b.name == name; });
  if (found == builtins.end()) return std::nullopt;
  return "@" + std::string(found->entry);
}

std::variant<std::string, support::FileError> BuiltinFiles::read(const std::string& path) const {
  if (const embedded::File* file = find(path)) return std::string(file->text);
  return others_.read(path);
}

support::FileError BuiltinFiles::write(const std::string& path, std::string_view bytes) {
  return others_.write(path, bytes);
}
support::FileError BuiltinFiles::remove(const std::string& path) { return others_.remove(path); }
bool BuiltinFiles::exists(const std::string& path) const { return find(path) != nullptr || others_.exists(path); }
std::string BuiltinFiles::canonical(const std::string& path) const {
  return find(path) != nullptr ? path : others_.canonical(path);
}
std::vector<std::string> BuiltinFiles::list(const std::string& folder) const { return others_.list(folder); }

}  // namespace cli
