// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The changes between two documents, as a maintainer would tell them in release notes: what breaks whom, what to look at, what
// is new, what only reads differently. A pure function of the changes; it names no files, no lines and no time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/changes.h"

namespace report {

// Markdown that begins with a heading of the second level.
[[nodiscard]] std::string changelog_markdown(const ChangeReport& report);

// The same as HTML, by whom the changes hurt: the text of each entry, and the changes that all entries tell.
struct ChangelogSection {
  std::string_view title;
  std::vector<std::string> entries;
  std::vector<const diff::Change*> changes;
};
[[nodiscard]] std::vector<ChangelogSection> changelog_sections(const ChangeReport& report);

// {"format": 1, "old": ..., "new": ..., "sections": [{"title": ..., "entries": [{"path", "text", "rule", "guest", "host",
// "layouts": [...], "functions": [...]}]}]}
[[nodiscard]] std::string changelog_json(const ChangeReport& report);

}  // namespace report
