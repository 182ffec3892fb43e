// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config/spdx.h"

#include <algorithm>
#include <cstddef>

namespace config {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool run() { return expression() && word().empty() && rest_.empty(); }

 private:
  // TERM {("AND" | "OR") TERM}: precedence makes no difference to what is well-formed.
  bool expression() {
    // Deeper than any license; a bound for the recursion.
    constexpr int most_parentheses = 50;
    if (depth_ > most_parentheses || !term()) return false;
    while (take("AND") || take("OR")) {
      if (!term()) return false;
    }
    return true;
  }

  bool term() {
    if (take("(")) {
      ++depth_;
      const bool whole = expression() && take(")");
      --depth_;
      return whole;
    }
    std::string_view license = word();
    if (is_operator(license)) return false;
    advance();
    if (cut(license, "DocumentRef-")) {
      const std::size_t colon = std::min(license.find(':'), license.size());
      if (!is_id(license.substr(0, colon))) return false;
      license.remove_prefix(std::min(colon + 1, license.size()));
      if (!license.starts_with("LicenseRef-")) return false;
    }
    if (!cut(license, "LicenseRef-") && license.ends_with('+')) license.remove_suffix(1);
    if (!is_id(license)) return false;
    if (!take("WITH")) return true;
    const std::string_view exception = word();
    advance();
    return is_id(exception) && !is_operator(exception);
  }

  static bool cut(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
  }

  static bool is_operator(std::string_view word) { return word == "AND" || word == "OR" || word == "WITH"; }

  static bool is_id(std::string_view text) {
    const auto plain = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), plain) && !is_no_license(text);
  }

  // A parenthesis, or what reaches up to the next one or a space; empty at the end.
  std::string_view word() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    const bool parenthesis = rest_.starts_with('(') || rest_.starts_with(')');
    return parenthesis ? rest_.substr(0, 1) : rest_.substr(0, rest_.find_first_of(" ()"));
  }
  void advance() { rest_.remove_prefix(word().size()); }

  bool take(std::string_view expected) {
    if (word() != expected) return false;
    advance();
    return true;
  }

  std::string_view rest_;
  int depth_ = 0;
};

}  // namespace

bool is_no_license(std::string_view text) {
  constexpr std::string_view none = "none";
  return std::equal(text.begin(), text.end(), none.begin(), none.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

bool is_spdx_expression(std::string_view text) { return Parser(text).run(); }

bool is_license(std::string_view text) { return is_no_license(text) || is_spdx_expression(text); }

}  // namespace config
