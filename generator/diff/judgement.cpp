// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/judgement.h"

#include <algorithm>

namespace diff {

Verdict verdict(const Change& change, const Question& question) {
  if (question.perspective) return change.verdicts[*question.perspective];
  return std::max(change.verdicts.guest, change.verdicts.host);
}

bool is_shown(const Change& change, const Question& question) { return row(change.rule).level <= question.level; }

bool fails(const Change& change, const Question& question) {
  return is_shown(change, question) && verdict(change, question) >= question.fail_on;
}

}  // namespace diff
