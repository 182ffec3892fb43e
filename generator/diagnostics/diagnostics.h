// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages about the user's input, gathered while the work goes on and rendered at the edge (report/). Every room that can
// meet a mistake takes a Sink&, reports, and carries on with what it has.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/codes.h"
#include "support/source.h"

namespace diagnostics {

struct Label {
  support::Span span;
  // May be empty: the place is underlined and nothing is said.
  std::string text;
};

// What a message may quote of a text can be of any length; a message cannot. The middle of a longer one is left out.
inline constexpr std::size_t longest_message = 1000;
[[nodiscard]] std::string clipped(std::string message);

struct Diagnostic {
  Code code = Code::usage;
  Severity severity = Severity::error;
  // Lower case, no final period.
  std::string message;
  // Where. A span without a source: the message is about no text.
  Label primary;
  // At most two, such as "first defined here".
  std::vector<Label> secondary;
  // What to do, or what else to know; shown below the excerpt.
  std::vector<std::string> help;
  std::vector<std::string> notes;

  Diagnostic& label(std::string text) {
    primary.text = clipped(std::move(text));
    return *this;
  }
  Diagnostic& also(support::Span span, std::string text) {
    secondary.push_back({.span = span, .text = clipped(std::move(text))});
    return *this;
  }
  Diagnostic& with_help(std::string text) {
    help.push_back(clipped(std::move(text)));
    return *this;
  }
  Diagnostic& with_note(std::string text) {
    notes.push_back(clipped(std::move(text)));
    return *this;
  }
};

// The sink. It counts every message and keeps those up to a limit, so that a hostile input costs bounded memory.
class Sink {
 public:
  static constexpr std::size_t default_limit = 1000;

  explicit Sink(std::size_t limit = default_limit) : limit_(limit) {}

  // Reports with the severity of the code's row. The reference stays valid until the next report.
  Diagnostic& report(Code code, support::Span span, std::string message);
  // The same where the user has chosen another severity.
  Diagnostic& report(Code code, Severity severity, support::Span span, std::string message);

  [[nodiscard]] const std::deque<Diagnostic>& all() const { return kept_; }
  [[nodiscard]] std::size_t errors() const { return errors_; }
  [[nodiscard]] std::size_t warnings() const { return warnings_; }
  [[nodiscard]] std::size_t notes() const { return notes_; }
  [[nodiscard]] std::size_t count() const { return errors_ + warnings_ + notes_; }
  // No further message is kept.
  [[nodiscard]] bool full() const { return kept_.size() >= limit_; }
  // So many that nobody reads on: what is costly to find out for a message, such as a guess at what was meant, is left out.
  [[nodiscard]] bool crowded() const { return errors_ > 50; }
  // How many were counted but not kept.
  [[nodiscard]] std::size_t dropped() const { return count() - kept_.size(); }

  // Adds what another sink has gathered.
  void take(Sink other);

  // The same but for what this one says already: a mistake in a text that several documents share is told once.
  void take_new(Sink other);

  // The first error that another sink does not have; null if there is none.
  [[nodiscard]] Diagnostic* first_error_not_in(const Sink& other);

  // By source, place, and order of reporting: the order in which a person reads a file.
  void sort();

 private:
  [[nodiscard]] bool has(const Diagnostic& diagnostic) const;

  std::size_t limit_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t notes_ = 0;
  std::deque<Diagnostic> kept_;
  // Takes what is reported beyond the limit.
  Diagnostic overflow_;
};

}  // namespace diagnostics
