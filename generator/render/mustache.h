// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The Mustache library, made strict: nothing is escaped, and a name that is nowhere is remembered instead of rendered as
// nothing.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace render {

class Mustache {
 public:
  // A place in the view: what the sections around a line have chosen. 0 is the outermost.
  using Place = std::size_t;

  struct Line {
    std::string text;
    // Which line of the template it came from, counted from 0.
    std::size_t number = 0;
    Place place = 0;
  };

  // Texts by the names that tags call them by; without delimiter tags.
  Mustache(const nlohmann::json& view, const std::map<std::string, std::string_view>& templates);
  ~Mustache();
  Mustache(const Mustache&) = delete;
  Mustache& operator=(const Mustache&) = delete;

  // Adds or replaces a value at the outermost level.
  void set(const std::string& name, const std::string& value);

  // `name` must be a template. Names that are missing are added to `missing`.
  [[nodiscard]] std::string render(const std::string& name, Place place, std::set<std::string>& missing);

  // Renders a text that is no template of the set, and remembers where in the view each line stands, so that render() can go
  // on from there. A value that holds a line ending does not end a line.
  [[nodiscard]] std::vector<Line> lines(std::string_view text, std::set<std::string>& missing);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace render
