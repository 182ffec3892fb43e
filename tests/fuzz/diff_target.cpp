// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two documents, told apart by a line ";;;new": whatever they are, the comparison ends, and what is true of every comparison is
// true of it (tests/diff/laws.h). A document with errors, or an input without that line, is compared with itself.
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "../diff/laws.h"
#include "../front_end.h"
#include "diff/diff.h"
#include "target.h"

namespace fuzz {
namespace {

constexpr std::string_view next_document = "\n;;;new\n";

std::string wrong_with_changes(const diff::Changes& changes) {
  std::set<std::string> fingerprints;
  for (const diff::Change& change : changes) {
    if (change.path.empty() || change.text.empty()) return "a change has no place or no words";
    if (change.sides.before.shape == change.sides.after.shape)
      return "a change leaves things as they were: " + change.path;
  }
  return {};
}

}  // namespace

std::string attack(std::string_view bytes) {
  const std::size_t middle = bytes.find(next_document);
  tests::FrontEnd before;
  before.read_text(std::string(bytes.substr(0, middle)));
  if (before.diagnostics.errors() > 0) return {};
  if (!diff::diff(before.model, before.model).empty()) return "a document differs from itself";
  if (middle == std::string_view::npos) return {};
  tests::FrontEnd after;
  after.read_text(std::string(bytes.substr(middle + next_document.size())));
  if (after.diagnostics.errors() > 0) return {};
  if (std::string wrong = wrong_with_changes(diff::diff(before.model, after.model)); !wrong.empty()) return wrong;
  return tests::laws_of_diff(before.model, after.model).broken;
}

}  // namespace fuzz
