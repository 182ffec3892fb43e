// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whether definitions that are valid are also well made: a table of rules, each a pure function. Which rules hold, and how severe
// they are, is the caller's to say; what each means is in the table of codes (WL). Knows no files and no configuration.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "model/layout.h"
#include "model/types.h"
#include "support/source.h"

namespace lint {

// A severity, or none: the rule is off. Rules that are not named have that of their row in the table of codes.
using Levels = std::map<diagnostics::Code, std::optional<diagnostics::Severity>>;

// Replaces the bytes of a span.
struct Edit {
  support::Span span;
  std::string text;
};

// A spelling of an older dialect: what it is, "'struct'", and where it is met first.
struct OldSpelling {
  std::string_view what;
  support::Span span;
};

// What the rules look at. The model must be without errors.
struct Subject {
  const model::Model& model;
  const model::Layouts& layouts;
  const support::Sources& sources;
  std::vector<OldSpelling> old_spellings;
};

// Where the rules write.
class Report {
 public:
  Report(diagnostics::Sink& findings, const Levels& levels) : findings_(findings), levels_(levels) {}

  // Nothing when the rule is off.
  diagnostics::Diagnostic* add(diagnostics::Code code, support::Span span, std::string message);
  void add_edit(Edit edit) { edits_.push_back(std::move(edit)); }
  [[nodiscard]] std::vector<Edit> take_edits() { return std::move(edits_); }

 private:
  diagnostics::Sink& findings_;
  const Levels& levels_;
  std::vector<Edit> edits_;
};

struct Rule {
  // What it reports.
  diagnostics::Code code;
  std::string_view purpose;
  void (*check)(const Subject& subject, Report& report);
  // Whether it can fix what it finds, without changing anything that a program could notice.
  bool fixes = false;
};

// In the order of their ids.
[[nodiscard]] std::span<const Rule> all_rules();

// Applies every rule that is not off. Returns the edits that fix those findings that can be fixed safely.
[[nodiscard]] std::vector<Edit> lint(const Subject& subject, const Levels& levels, diagnostics::Sink& findings);

// A text with the edits of its source applied.
[[nodiscard]] std::string apply(std::string_view text, support::SourceId source, const std::vector<Edit>& edits);

}  // namespace lint
