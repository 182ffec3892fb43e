// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "syntax/passed_over.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "support/suggest.h"

namespace syntax {

using diagnostics::Code;

void report_passed_over(const Reader& reader, diagnostics::Sink& diagnostics) {
  constexpr std::array<std::string_view, 2> known{"@witx", "@interface"};
  const Tree& tree = reader.tree();
  std::unordered_set<std::string_view> told;
  for (NodeIndex node = 0; node < tree.nodes.size();) {
    const std::string_view head = tree.is_group(node) ? tree.head(node) : std::string_view();
    if (!head.starts_with('@') || std::find(known.begin(), known.end(), head) != known.end()) {
      ++node;
      continue;
    }
    const std::string_view meant = support::closest(head, known);
    if (!meant.empty() || told.insert(head).second) {
      diagnostics::Diagnostic& diagnostic =
          diagnostics.report(meant.empty() ? Code::unknown_annotation : Code::passed_over, reader.place(node),
                             fmt::format("'({} ...)' is passed over like a comment", head));
      diagnostic.with_help(meant.empty() ? "the annotations of witx are '(@witx ...)' and '(@interface ...)'"
                                         : fmt::format("did you mean '{}'?", meant));
    }
    node = tree.nodes[node].next;
  }
}

}  // namespace syntax
