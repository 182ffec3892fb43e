// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/suggest.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>

namespace support {
namespace {

// Longer words are compared by nobody's eye.
constexpr std::size_t longest = 100;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Edit distance with swaps of neighbours, or anything above `limit` as soon as it must exceed that.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  std::array<std::array<std::size_t, 2 * longest>, 3> rows;
  std::iota(rows[1].begin(), rows[1].begin() + static_cast<std::ptrdiff_t>(b.size()) + 1, std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    // Row i lives at (i + 1) % 3.
    const auto& before = rows[(i + 2) % 3];
    const auto& last = rows[i % 3];
    auto& row = rows[(i + 1) % 3];
    row[0] = i;
    std::size_t best = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > limit) return best;
  }
  return rows[(a.size() + 1) % 3][b.size()];
}

}  // namespace

std::string_view closest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.size() > longest) return {};
  std::string_view best;
  // Of one or two letters, none may differ.
  std::size_t limit = word.size() < 3 ? 0 : std::max<std::size_t>(1, word.size() / 3);
  for (const std::string_view candidate : candidates) {
    const std::size_t gap = std::max(candidate.size(), word.size()) - std::min(candidate.size(), word.size());
    if (gap > limit || candidate.empty()) continue;
    const std::size_t found = distance(word, candidate, limit);
    if (found > limit || (!best.empty() && found == limit)) continue;
    best = candidate;
    limit = found;
    if (found == 0) break;
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  const std::string_view found = closest(word, candidates);
  return found.empty() ? std::string() : "did you mean '" + std::string(found) + "'?";
}

}  // namespace support
