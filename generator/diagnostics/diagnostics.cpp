// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diagnostics/diagnostics.h"

#include <algorithm>
#include <tuple>

namespace diagnostics {

std::string clipped(std::string message) {
  if (message.size() <= longest_message) return message;
  const auto within_character = [&message](std::size_t at) {
    return (static_cast<unsigned char>(message[at]) & 0xC0U) == 0x80U;
  };
  std::size_t begin = longest_message / 2;
  std::size_t end = message.size() - longest_message / 2;
  while (begin > 0 && within_character(begin)) --begin;
  while (end < message.size() && within_character(end)) ++end;
  return message.substr(0, begin) + "..." + message.substr(end);
}

Diagnostic& Sink::report(Code code, support::Span span, std::string message) {
  return report(code, info(code).severity, span, std::move(message));
}

Diagnostic& Sink::report(Code code, Severity severity, support::Span span, std::string message) {
  ++(severity == Severity::error ? errors_ : severity == Severity::warning ? warnings_ : notes_);
  Diagnostic diagnostic{.code = code,
                        .severity = severity,
                        .message = clipped(std::move(message)),
                        .primary = {.span = span, .text = {}},
                        .secondary = {},
                        .help = {},
                        .notes = {}};
  if (kept_.size() < limit_) return kept_.emplace_back(std::move(diagnostic));
  return overflow_ = std::move(diagnostic);
}

void Sink::take(Sink other) {
  errors_ += other.errors_;
  warnings_ += other.warnings_;
  notes_ += other.notes_;
  for (Diagnostic& diagnostic : other.kept_) {
    if (kept_.size() < limit_) kept_.push_back(std::move(diagnostic));
  }
}

bool Sink::has(const Diagnostic& diagnostic) const {
  return std::any_of(kept_.begin(), kept_.end(), [&diagnostic](const Diagnostic& known) {
    return known.code == diagnostic.code && known.primary.span == diagnostic.primary.span &&
           known.message == diagnostic.message;
  });
}

void Sink::take_new(Sink other) {
  std::deque<Diagnostic> fresh;
  for (Diagnostic& diagnostic : other.kept_) {
    if (has(diagnostic)) {
      --(diagnostic.severity == Severity::error     ? other.errors_
         : diagnostic.severity == Severity::warning ? other.warnings_
                                                    : other.notes_);
    } else {
      fresh.push_back(std::move(diagnostic));
    }
  }
  other.kept_ = std::move(fresh);
  take(std::move(other));
}

Diagnostic* Sink::first_error_not_in(const Sink& other) {
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&other](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error && !other.has(diagnostic);
  });
  return found == kept_.end() ? nullptr : &*found;
}

void Sink::sort() {
  const auto place = [](const Diagnostic& d) {
    return std::tuple(d.primary.span.source ? d.primary.span.source.index() + 1 : 0, d.primary.span.begin);
  };
  std::stable_sort(kept_.begin(), kept_.end(),
                   [&place](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
}

}  // namespace diagnostics
