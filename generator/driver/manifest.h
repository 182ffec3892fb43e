// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The list of what `generate` wrote for a configuration, beside it: so that what nothing asks for any more is known. A file that
// does not say itself what it held when it was written stands there with a hash: the lines are those of sha256sum.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "driver/outputs.h"
#include "driver/session.h"

namespace driver {

// Hashes by paths as seen from the working directory; an empty hash: the file holds its own.
using Manifest = std::map<std::string, std::string>;

// Empty where the plan has no manifest, or where there is none yet.
[[nodiscard]] Manifest read_manifest(const Session& session, const Plan& plan);

// Whose work a text is that stands where an output would.
[[nodiscard]] Author author_of(const Manifest& manifest, const std::string& path, std::string_view text);

struct StaleOutput {
  std::string path;
  Author author;
};

// Files that an earlier run wrote, that this plan does not have, and that are still there and not the user's own.
[[nodiscard]] std::vector<StaleOutput> stale_outputs(const Session& session, const Plan& plan,
                                                     const Manifest& manifest);

// What `generate` makes: the plan's files and, at the end, their list. With `prune`, stale outputs go.
[[nodiscard]] std::vector<MadeFile> generated_files(const Session& session, const Plan& plan, const Manifest& manifest,
                                                    bool prune);

}  // namespace driver
