// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Changes that somebody has looked at and approved, by fingerprint: one a line, with a few words for readers behind it. `#`
// begins a comment. The file is text, so that it is reviewed like everything else and merges line by line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "diff/changes.h"
#include "support/source.h"

namespace diff {

struct Approval {
  std::string fingerprint;
  // Of the fingerprint, in the file.
  support::Span span;
};

// Reads an approvals file. A line that does not begin with a fingerprint is reported.
[[nodiscard]] std::vector<Approval> read_approvals(support::SourceId file, const support::Sources& sources,
                                                   diagnostics::Sink& diagnostics);

// What approvals do to a list of changes. Positions in the two lists.
struct Approved {
  // By change: whether it is approved.
  std::vector<bool> changes;
  // Approvals that match no change: it was taken back, or it has changed since.
  std::vector<std::size_t> unused;
};

[[nodiscard]] Approved apply(const std::vector<Approval>& approvals, const Changes& changes);

// Whether every line of the text is empty, a comment, or begins with a fingerprint.
[[nodiscard]] bool are_approvals(std::string_view text);

// A line of a file that approves: what it approves, and words for readers.
struct ApprovalLine {
  std::string fingerprint;
  std::string words;
};

// The text of a file that approves exactly these; it begins with `header` if `before` is empty. Of that it keeps
// comments and the lines that are still approved, as somebody may have written on them.
[[nodiscard]] std::string approvals_text(const std::vector<ApprovalLine>& lines, std::string_view before,
                                         std::string_view header);

// The text of a file that approves these changes and no others. Of approvals that there were `before` it keeps comments, and the
// lines of changes that are still approved, as somebody may have written on them.
[[nodiscard]] std::string write_approvals(const std::vector<const Change*>& changes, std::string_view before = {});

}  // namespace diff
