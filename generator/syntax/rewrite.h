// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "syntax/tree.h"

namespace syntax {

// Changes to the tokens of a text. Blanks between the tokens that are left are kept so far that no comment swallows what stood
// behind it and no token changes its line without need; a formatter does the rest.
class Rewrite {
 public:
  explicit Rewrite(const Tree& tree) : tree_(tree) {}

  void replace(std::uint32_t token, std::string text) { changed_[token] = std::move(text); }
  void remove(std::uint32_t token) { changed_[token].clear(); }
  // Both keep what the token has become.
  void put_before(std::uint32_t token, const std::string& text);
  void put_behind(std::uint32_t token, const std::string& text);

  [[nodiscard]] std::string text() const;

 private:
  [[nodiscard]] std::string current(std::uint32_t token) const;

  const Tree& tree_;
  // By the index of the token; an empty text removes it.
  std::map<std::uint32_t, std::string> changed_;
};

}  // namespace syntax
