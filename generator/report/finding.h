// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One form for whatever a command finds: a mistake in a text, a lint, a change, drift, an import that nobody offers. Commands
// hand it over, formats.h writes it down. Owns its strings and knows no source any more; a rule belongs to the catalog of ids.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "report/changes.h"
#include "support/source.h"

namespace report {

enum class FindingLevel : std::uint8_t { error, warning, note };

// "error", "warning", "note".
[[nodiscard]] std::string_view name_of(FindingLevel level);

// Lines and columns count from 1; a column is a code point; the end is behind the last one. Line 0: the file as a whole.
struct Place {
  // As it is reached from the working directory; empty: no file at all.
  std::string file = {};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;
};

struct RelatedPlace {
  Place place;
  std::string text;
};

struct Finding {
  // What kind of thing this is; never null.
  const diagnostics::CodeInfo* rule;
  FindingLevel level = FindingLevel::error;
  // At or above the threshold: one reason for the exit code.
  bool fails = true;
  std::string message;
  // What it is about, in the words of the document: "filestat.nlink"; may be empty.
  std::string subject;
  Place place;
  std::vector<RelatedPlace> related;
  std::vector<std::string> help;
  // 16 hexadecimal digits that stay when the finding only moves to another line. Different for all findings of a report.
  std::string fingerprint;
  // Of the line in which the place begins, as line_hashes() has it; empty where no text is known.
  std::string line_hash = {};
};

using Findings = std::vector<Finding>;

// Spans → places. Of an absolute path below `folder` (an absolute one, or empty) and of `git:REV:PATH`, the path is left.
class Places {
 public:
  Places(const support::Sources& sources, std::string folder) : sources_(sources), folder_(std::move(folder)) {}

  [[nodiscard]] Place operator()(support::Span span) const;
  [[nodiscard]] std::string file(std::string_view name) const;
  // The text of the line in which a span begins, without its indentation; empty for none.
  [[nodiscard]] std::string_view line(support::Span span) const;

 private:
  const support::Sources& sources_;
  std::string folder_;
};

// In reading order. A warning fails only if `strict`; a note never does.
[[nodiscard]] Findings findings_of(const diagnostics::Sink& diagnostics, const Places& places, bool strict);

// What the question shows and nobody has approved, and approvals that match nothing.
[[nodiscard]] Findings findings_of(const ChangeReport& report, const Places& places);

// Gives findings that are the same in all but their lines different fingerprints, by their order.
void tell_apart(Findings& findings);

// Gives findings the hashes of their lines.
void add_line_hashes(Findings& findings, const support::Sources& sources, const Places& places);

// 16 hexadecimal digits of what a finding is made of.
[[nodiscard]] std::string fingerprint_of(std::string_view rule, std::string_view file, std::string_view message,
                                         std::string_view context);

}  // namespace report
