// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/files.h"

namespace driver {

// The definitions that the tool carries: "@preview1", ...
[[nodiscard]] std::vector<std::string_view> builtin_names();

// The entry file of a built-in, to be read through BuiltinFiles; nothing if there is none of that name.
[[nodiscard]] std::optional<std::string> builtin_entry(std::string_view name);

// What to say where `input` names no built-in and no file: the built-in that was meant, or what preview 2 is. Empty where it is
// like neither.
[[nodiscard]] std::string help_for_builtin(std::string_view input);

// A file system in which paths that begin with '@' are the built-in definitions; everything else is another's.
class BuiltinFiles final : public support::FileSystem {
 public:
  explicit BuiltinFiles(support::FileSystem& others) : others_(others) {}

  [[nodiscard]] std::variant<std::string, support::FileError> read(const std::string& path) const override;
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] std::string canonical(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;

 private:
  support::FileSystem& others_;
};

}  // namespace driver
