// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The changes between two documents → what is printed: for people who decide whether to go on (text), for tools (JSON), and for
// release notes (changelog.h). Judges nothing; the question and its answers are given.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diff/approvals.h"
#include "diff/changes.h"
#include "diff/judgement.h"
#include "support/source.h"

namespace report {

// Everything that a report speaks of. Refers to what others own.
struct ChangeReport {
  // What was compared, in the user's words.
  std::string before;
  std::string after;
  const diff::Changes& changes;
  diff::Question question;
  // By change.
  std::vector<bool> approved;
  // Approvals that match nothing any more.
  std::vector<const diff::Approval*> unused;
  // The functions that the question is about; empty: all.
  std::vector<std::string> only;
};

// How many there are of each kind.
struct ChangeCounts {
  // Of those that the question shows and nobody has approved, by verdict.
  std::size_t breaking = 0;
  std::size_t dangerous = 0;
  std::size_t compatible = 0;
  // Of these, those at or above the threshold.
  std::size_t failing = 0;
  // Shown and approved.
  std::size_t approved = 0;
  // Beyond the level that was asked for.
  std::size_t hidden = 0;

  [[nodiscard]] std::size_t listed() const { return breaking + dangerous + compatible; }
};

[[nodiscard]] ChangeCounts count(const ChangeReport& report);

struct ChangesTextOptions {
  bool color = false;
  // Without the reasons and the line that counts.
  bool quiet = false;
};

// Each change with both places, the layouts it alters, the functions that carry it, why it matters (once for each rule) and its
// fingerprint; then approvals that match nothing, and a line that counts.
[[nodiscard]] std::string changes_text(const ChangeReport& report, const support::Sources& sources,
                                       const ChangesTextOptions& options);

// The version of the JSON document's shape. It grows when a key goes or changes its meaning, not when one comes.
inline constexpr int changes_json_format = 1;

// One document that ends with a line feed, described by changes_schema().
[[nodiscard]] std::string changes_json(const ChangeReport& report, const support::Sources& sources);

// The JSON Schema (2020-12) of these documents, itself a JSON text that ends with a line feed.
[[nodiscard]] std::string_view changes_schema();

}  // namespace report
