// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where a generated file says that it comes from, and what it says there. `check` compares bodies, and uses this to tell why
// two files differ.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace render {

struct Provenance {
  std::string tool_version = {};
  // Comma-separated.
  std::string spec_names = {};
  // Hashes as 64 hexadecimal digits: of the normalised specification, of the options, of the template set.
  std::string spec_sha256 = {};
  std::string options_sha256 = {};
  std::string template_set = {};
  std::string template_sha256 = {};
  // Of the body as it was written; of what is in a file now, ask body_of().
  std::string body_sha256 = {};
};

// What the renderer adds to what templates see: the above.
constexpr std::array<std::string_view, 7> added_keys{"tool_version", "spec_names",      "spec_sha256", "options_sha256",
                                                     "template_set", "template_sha256", "body_sha256"};

// What a generated file says about itself, whatever its comments look like; nothing if it says nothing of the kind.
[[nodiscard]] std::optional<Provenance> read_provenance(std::string_view raw);

// The text without the provenance block and the footer's line, with LF line endings; all of it where there are none.
[[nodiscard]] std::string body_of(std::string_view raw);

// The first line of `there` that its body does not share with that of `now`, without its ending; the last line where only lines
// behind it are missing. A part of `there`.
[[nodiscard]] std::string_view first_difference(std::string_view there, std::string_view now);

}  // namespace render
