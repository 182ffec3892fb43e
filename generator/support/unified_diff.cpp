// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

namespace support {
namespace {

using Lines = std::vector<std::string_view>;

// Each line with its newline.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

enum class Kind : std::uint8_t { keep, remove, add };

struct Edit {
  Kind kind;
  std::string_view line;
};

using Edits = std::vector<Edit>;

// Above this many changed lines the search for the shortest edit would cost more than its brevity is worth.
constexpr std::ptrdiff_t longest_search = 2000;

// E. Myers, "An O(ND) difference algorithm and its variations" (1986), the greedy one: for each number of changes d, how far one
// gets on each diagonal k = (old lines taken) - (new lines taken).
class ShortestEdit {
 public:
  ShortestEdit(const Lines& a, const Lines& b) : a_(a), b_(b), n_(std::ssize(a)), m_(std::ssize(b)) {}

  // False if it would take too long.
  bool run(Edits& edits) {
    const std::ptrdiff_t limit = std::min(n_ + m_, longest_search);
    for (std::ptrdiff_t d = 0; d <= limit; ++d) {
      std::vector<std::ptrdiff_t> row(static_cast<std::size_t>(2 * d + 1));
      for (std::ptrdiff_t k = -d; k <= d; k += 2) {
        std::ptrdiff_t x = start(d, k);
        while (x < n_ && x - k < m_ && a_[index(x)] == b_[index(x - k)]) ++x;
        row[index(k + d)] = x;
        if (x >= n_ && x - k >= m_) {
          rows_.push_back(std::move(row));
          backtrack(d, edits);
          return true;
        }
      }
      rows_.push_back(std::move(row));
    }
    return false;
  }

 private:
  static std::size_t index(std::ptrdiff_t i) { return static_cast<std::size_t>(i); }

  // How far d changes reached on a diagonal.
  [[nodiscard]] std::ptrdiff_t reach(std::ptrdiff_t d, std::ptrdiff_t k) const { return rows_[index(d)][index(k + d)]; }

  // Whether the d-th change on diagonal k is a line added (else one removed).
  [[nodiscard]] bool adds(std::ptrdiff_t d, std::ptrdiff_t k) const {
    return k == -d || (k != d && reach(d - 1, k - 1) < reach(d - 1, k + 1));
  }

  [[nodiscard]] std::ptrdiff_t start(std::ptrdiff_t d, std::ptrdiff_t k) const {
    if (d == 0) return 0;
    return adds(d, k) ? reach(d - 1, k + 1) : reach(d - 1, k - 1) + 1;
  }

  void backtrack(std::ptrdiff_t d, Edits& edits) const {
    std::ptrdiff_t x = n_;
    std::ptrdiff_t k = n_ - m_;
    for (; d >= 0; --d) {
      const std::ptrdiff_t begin = start(d, k);
      while (x > begin) edits.push_back({.kind = Kind::keep, .line = a_[index(--x)]});
      if (d == 0) break;
      if (adds(d, k)) {
        edits.push_back({.kind = Kind::add, .line = b_[index(x - k - 1)]});
        ++k;
      } else {
        edits.push_back({.kind = Kind::remove, .line = a_[index(--x)]});
        --k;
      }
    }
    std::reverse(edits.begin(), edits.end());
  }

  const Lines& a_;
  const Lines& b_;
  std::ptrdiff_t n_;
  std::ptrdiff_t m_;
  std::vector<std::vector<std::ptrdiff_t>> rows_;
};

Edits edits_between(Lines a, Lines b) {
  const auto head = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  const std::size_t most = std::min(a.size(), b.size()) - head;
  const auto tail_end = std::mismatch(a.rbegin(), a.rbegin() + static_cast<std::ptrdiff_t>(most), b.rbegin());
  const auto tail = static_cast<std::size_t>(tail_end.first - a.rbegin());
  const auto middle = [head, tail](const Lines& lines) {
    return Lines(lines.begin() + static_cast<std::ptrdiff_t>(head), lines.end() - static_cast<std::ptrdiff_t>(tail));
  };
  const Lines a_middle = middle(a);
  const Lines b_middle = middle(b);

  Edits edits;
  const auto push = [&edits](Kind kind, const auto begin, const auto end) {
    for (auto at = begin; at != end; ++at) edits.push_back({.kind = kind, .line = *at});
  };
  Edits changed;
  if (!ShortestEdit(a_middle, b_middle).run(changed)) {
    changed.clear();
    for (const std::string_view line : a_middle) changed.push_back({.kind = Kind::remove, .line = line});
    for (const std::string_view line : b_middle) changed.push_back({.kind = Kind::add, .line = line});
  }
  push(Kind::keep, a.begin(), a.begin() + static_cast<std::ptrdiff_t>(head));
  edits.insert(edits.end(), changed.begin(), changed.end());
  push(Kind::keep, a.end() - static_cast<std::ptrdiff_t>(tail), a.end());
  return edits;
}

// "12,3" as diff writes it: a count of 1 is left out, and of 0 lines the one before is named.
std::string range(std::size_t first, std::size_t count) {
  if (count == 1) return fmt::format("{}", first + 1);
  return fmt::format("{},{}", count == 0 ? first : first + 1, count);
}

class Hunks {
 public:
  Hunks(const Edits& edits, std::size_t context) : edits_(edits), context_(context) {}

  std::string run() {
    for (std::size_t at = 0; at < edits_.size();) {
      const std::size_t change = next_change(at);
      if (change == edits_.size()) break;
      const std::size_t begin = change - std::min(change - at, context_);
      skip(at, begin);
      at = hunk(begin);
    }
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::size_t next_change(std::size_t at) const {
    while (at < edits_.size() && edits_[at].kind == Kind::keep) ++at;
    return at;
  }

  void skip(std::size_t begin, std::size_t end) {
    old_line_ += end - begin;
    new_line_ += end - begin;
  }

  // Where the hunk that begins here ends: after the context of the last change that is no further away than two contexts.
  [[nodiscard]] std::size_t end_of(std::size_t begin) const {
    std::size_t end = begin;
    for (std::size_t change = next_change(begin); change != edits_.size(); change = next_change(end)) {
      if (end != begin && change - end > 2 * context_) break;
      end = change;
      while (end < edits_.size() && edits_[end].kind != Kind::keep) ++end;
    }
    return std::min(end + context_, edits_.size());
  }

  std::size_t hunk(std::size_t begin) {
    const std::size_t end = end_of(begin);
    std::string body;
    std::size_t old_count = 0;
    std::size_t new_count = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const Edit& edit = edits_[i];
      old_count += edit.kind == Kind::add ? 0U : 1U;
      new_count += edit.kind == Kind::remove ? 0U : 1U;
      body += edit.kind == Kind::keep ? ' ' : edit.kind == Kind::remove ? '-' : '+';
      body += edit.line;
      if (!edit.line.ends_with('\n')) body += "\n\\ No newline at end of file\n";
    }
    text_ += fmt::format("@@ -{} +{} @@\n{}", range(old_line_, old_count), range(new_line_, new_count), body);
    old_line_ += old_count;
    new_line_ += new_count;
    return end;
  }

  const Edits& edits_;
  std::size_t context_;
  std::size_t old_line_ = 0;
  std::size_t new_line_ = 0;
  std::string text_;
};

}  // namespace

std::string unified_diff(std::string_view old_text, std::string_view new_text, const UnifiedDiffOptions& options) {
  if (old_text == new_text) return {};
  const Edits edits = edits_between(lines_of(old_text), lines_of(new_text));
  return fmt::format("--- {}\n+++ {}\n{}", options.old_name, options.new_name, Hunks(edits, options.context).run());
}

}  // namespace support
