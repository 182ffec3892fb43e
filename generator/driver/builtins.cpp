// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/builtins.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "embedded/witx.h"

namespace driver {
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

// What else people call the snapshots, without '@'. Those without a name here are written in another language.
struct OtherName {
  std::string_view word;
  std::string_view name;
};

constexpr std::array other_names{
    OtherName{"preview0", "@preview0"},
    OtherName{"wasi_unstable", "@preview0"},
    OtherName{"snapshot_0", "@preview0"},
    OtherName{"preview1", "@preview1"},
    OtherName{"wasip1", "@preview1"},
    OtherName{"wasi_snapshot_preview1", "@preview1"},
    OtherName{"preview2", {}},
    OtherName{"wasip2", {}},
    OtherName{"preview3", {}},
    OtherName{"wasip3", {}},
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

std::string help_for_builtin(std::string_view input) {
  const std::string_view word = input.starts_with('@') ? input.substr(1) : input;
  for (const OtherName& other : other_names) {
    if (other.word != word) continue;
    if (other.name.empty())
      return "preview 2 and later are defined in WIT, another language, which witxc does not read; what it carries is "
             "@preview1 and @preview0";
    return fmt::format("did you mean '{}'?", other.name);
  }
  return {};
}

std::variant<std::string, support::FileError> BuiltinFiles::read(const std::string& path) const {
  if (const embedded::File* file = find(path)) return std::string(file->text);
  return others_.read(path);
}

bool BuiltinFiles::exists(const std::string& path) const { return find(path) != nullptr || others_.exists(path); }
std::string BuiltinFiles::canonical(const std::string& path) const {
  return find(path) != nullptr ? path : others_.canonical(path);
}
std::vector<std::string> BuiltinFiles::list(const std::string& folder) const { return others_.list(folder); }

}  // namespace driver
