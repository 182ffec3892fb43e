// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Mustache over JSON, made strict: nothing is escaped, and a name that is nowhere is remembered instead of rendered as nothing.
// Of the language: variables, sections, inverted sections, partials, dotted names and ".". A line that holds nothing but a tag
// of a section or a partial leaves nothing of its own; a partial is not indented.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace render {

// A part of a template. A section's or an inverted section's parts follow it, up to `end`.
struct Node {
  enum class Kind { text, variable, section, inverted, partial, line_end };
  Kind kind = Kind::text;
  // The text itself, or the name in a tag. A part of the template's text.
  std::string_view text;
  // Of a section: the index behind its last part. Of a line's end: the number of the line, from 0.
  std::size_t end = 0;
};

// What was wrong in templates that were rendered.
struct Problems {
  // A name that the view does not have, and the template that asks for it; that of the list of files is "".
  struct Missing {
    std::string name;
    std::string asked_by;
    friend auto operator<=>(const Missing&, const Missing&) = default;
  };
  std::set<Missing> missing = {};
  // Names of what is no text, a list, an object or a truth, where a text is to be written.
  std::set<Missing> no_text = {};
  // Templates that come upon themselves again without an end.
  std::set<std::string> endless = {};

  [[nodiscard]] bool any() const noexcept { return !missing.empty() || !no_text.empty() || !endless.empty(); }
};

class Mustache {
 public:
  // The view, and what the sections around a line have chosen, outermost first.
  using Place = std::vector<const nlohmann::json*>;

  struct Line {
    std::string text;
    // Which line of the list it came from, counted from 0.
    std::size_t number = 0;
    Place place;
  };

  // Texts by the names that tags call them by; scan_tags() accepts each, and each tag of a partial names one of them. View and
  // texts must outlive this.
  Mustache(const nlohmann::json& view, const std::map<std::string, std::string_view>& templates);

  // Adds or replaces a value at the outermost level.
  void set(const std::string& name, std::string value);

  // `name` must be a template.
  [[nodiscard]] std::string render(const std::string& name, const Place& place, Problems& problems) const;

  // Renders a text that is not a template of the set, and remembers where in the view each line stands, so that render() can go
  // on from there. Lines end where the text's own lines do: a value that holds a line ending does not end one.
  [[nodiscard]] std::vector<Line> lines(std::string_view text, Problems& problems) const;

 private:
  class Run;
  const nlohmann::json& view_;
  // What set() added; found before what the view has at its outermost level.
  nlohmann::json added_ = nlohmann::json::object();
  std::map<std::string, std::vector<Node>, std::less<>> templates_;
};

}  // namespace render
