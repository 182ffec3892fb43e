// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The templates of one language: those that the tool carries, of which a user's folder may replace any or add to them. A set
// begins with `outputs`, each line of which names a template and the path of a file to make with it; all others are named by
// it or by each other. What a configuration adds is a set too, whose lines stand there.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "render/tags.h"
#include "support/files.h"
#include "support/source.h"

namespace render {

struct Template {
  support::SourceId source;
  std::vector<Tag> tags;
  // Comes with the tool, and is not replaced.
  bool built_in = false;
};

// What to make with a set.
struct FileList {
  // Lines of a template's name, a space and a path, between section tags: itself a template.
  std::string text;
  // Where the names and the paths of those lines were written; of lines of tags, nowhere.
  struct Line {
    support::Span name;
    support::Span path;
  };
  std::vector<Line> lines;
  // Of a list that is not a template of the set.
  std::vector<Tag> tags;
};

struct TemplateSet {
  std::string language;
  // By name, without folder and ".mustache".
  std::map<std::string, Template> templates;
  FileList files;
  // Of all names and texts.
  std::string sha256;
};

// Languages that the tool has templates for, sorted.
[[nodiscard]] std::vector<std::string_view> builtin_languages();

// The text of a template that the tool carries, or nothing.
[[nodiscard]] std::optional<std::string_view> builtin_template(std::string_view language, std::string_view name);
// The names of all of them, sorted.
[[nodiscard]] std::vector<std::string_view> builtin_templates(std::string_view language);

// `folder` is the user's, empty if there is none: `folder/LANGUAGE/NAME.mustache` comes before the built-in template NAME.
// Nothing, if anything is wrong, which is then reported: a language without templates, a partial that is nowhere, a file that
// cannot be read, or tags that do not fit together.
[[nodiscard]] std::optional<TemplateSet> load_templates(const std::string& language, const std::string& folder,
                                                        const support::FileSystem& files, support::Sources& sources,
                                                        diagnostics::Sink& diagnostics);

// What the templates and the list of files ask for, each name of "a.b" by itself; but not what the renderer adds.
[[nodiscard]] std::set<std::string> asked_keys(const TemplateSet& set);

// A template to be rendered for more files than the language's own.
struct ExtraFile {
  // Of the language, built-in or the user's.
  std::string name;
  support::Span name_place;
  // Itself a template.
  std::string path;
  support::Span path_place;
  // The sections, outermost first, for each of whose elements a file is made; none: one file. "^x" is an inverted one.
  std::vector<std::string_view> sections;
};

// The same for what `extra` lists, in that order.
[[nodiscard]] std::optional<TemplateSet> load_templates(const std::string& language, const std::string& folder,
                                                        const std::vector<ExtraFile>& extra,
                                                        const support::FileSystem& files, support::Sources& sources,
                                                        diagnostics::Sink& diagnostics);

}  // namespace render
