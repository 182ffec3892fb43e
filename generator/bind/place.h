// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bind/options.h"
#include "model/types.h"

namespace bind {

// Where a binding goes, and under which names.
struct Place {
  // The module's name, or the document's where it has not exactly one module.
  std::string spec;
  // Outermost first, such as {"wasi", "preview1"}.
  std::vector<std::string> namespaces;
  // Relative, with '/' between folders, such as "wasi/preview1.txt".
  std::string file;
  // What stands before global names in a language without namespaces, such as "wasi_preview1_".
  std::string prefix;
  bool inline_innermost = false;
};

[[nodiscard]] Place place_of(const model::Model& model, const Options& options, const Naming& naming);

// "wasi/preview1.txt" → "wasi/preview1", ".txt": where parts of a file go, and how they end.
struct Parts {
  std::string path;
  std::string suffix;
};
[[nodiscard]] Parts parts_of(const std::string& file);

[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace bind
