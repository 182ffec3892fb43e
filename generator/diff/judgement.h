// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which changes matter to whoever asks. A level shows what lies at it and before it; a threshold says how bad a verdict must be
// for the answer to be "no", from whose point of view.
#pragma once

#include <optional>

#include "diff/changes.h"

namespace diff {

struct Question {
  Level level = Level::source;
  // The mildest verdict that fails. `compatible`: any change does.
  Verdict fail_on = Verdict::breaking;
  // None: both.
  std::optional<Perspective> perspective;
};

// The worse of the verdicts that the question is about.
[[nodiscard]] Verdict verdict(const Change& change, const Question& question);

// Whether the change lies at the level that was asked for.
[[nodiscard]] bool is_shown(const Change& change, const Question& question);

// Whether it is shown and at or above the threshold.
[[nodiscard]] bool fails(const Change& change, const Question& question);

}  // namespace diff
