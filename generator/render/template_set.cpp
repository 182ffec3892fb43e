// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "render/template_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <utility>
#include <variant>

#include "embedded/templates.h"
#include "render/provenance.h"
#include "support/line_endings.h"
#include "support/sha256.h"
#include "support/suggest.h"

namespace render {
namespace {

using diagnostics::Code;

constexpr std::string_view suffix = ".mustache";

class Loader {
 public:
  Loader(std::string language, const std::string& folder, const support::FileSystem& files, support::Sources& sources,
         diagnostics::Sink& diagnostics)
      : folder_(folder), files_(files), sources_(sources), diagnostics_(diagnostics) {
    set_.language = std::move(language);
  }

  std::optional<TemplateSet> run() {
    const std::size_t errors = diagnostics_.errors();
    if (!load("outputs")) {
      diagnostics_.report(Code::template_error, {}, fmt::format("there are no templates for '{}'", set_.language))
          .with_help(missing_language_help());
      return std::nullopt;
    }
    list_outputs();
    return finish(errors);
  }

  std::optional<TemplateSet> run(const std::vector<ExtraFile>& extra) {
    const std::size_t errors = diagnostics_.errors();
    for (const ExtraFile& file : extra) list(file);
    return finish(errors);
  }

 private:
  std::optional<TemplateSet> finish(std::size_t errors) {
    // What is put around every file, where the language wants it.
    for (const char* around : {"provenance", "footer"}) static_cast<void>(load(around));
    if (diagnostics_.errors() != errors) return std::nullopt;
    set_.sha256 = hash();
    return std::move(set_);
  }

  [[nodiscard]] std::string missing_language_help() const {
    const std::vector<std::string_view> languages = builtin_languages();
    std::string help = support::did_you_mean(set_.language, languages);
    if (!help.empty()) return help;
    std::string known;
    for (const std::string_view language : languages) known += fmt::format("{}{}", known.empty() ? "" : ", ", language);
    return fmt::format("known are {}; another needs a template folder with 'outputs{}'", known, suffix);
  }

  [[nodiscard]] std::string user_path(const std::string& name) const {
    return fmt::format("{}/{}/{}{}", folder_, set_.language, name, suffix);
  }

  // The text to use for `name`, and whether it is the tool's own; nothing if there is none, or if it cannot be read.
  [[nodiscard]] std::optional<std::pair<std::string, bool>> text_of(const std::string& name) {
    if (!folder_.empty()) {
      const std::string path = user_path(name);
      std::variant<std::string, support::FileError> read = files_.read(path);
      if (auto* text = std::get_if<std::string>(&read)) return std::pair(support::with_lf(*text), false);
      const support::FileError& error = std::get<support::FileError>(read);
      if (error.kind != support::FileError::Kind::missing) {
        diagnostics_.report(Code::template_error, {}, fmt::format("cannot read template '{}': {}", path, error.reason));
        return std::nullopt;
      }
    }
    const std::optional<std::string_view> own = builtin_template(set_.language, name);
    if (!own) return std::nullopt;
    return std::pair(std::string(*own), true);
  }

  bool load(const std::string& name) {
    if (set_.templates.contains(name)) return true;
    std::optional<std::pair<std::string, bool>> found = text_of(name);
    if (!found) return false;
    const bool built_in = found->second;
    const std::string shown = built_in ? fmt::format("@{}/{}{}", set_.language, name, suffix) : user_path(name);
    const support::SourceId source = sources_.add(shown, std::move(found->first));
    Template made{.source = source, .tags = scan_tags(sources_, source, diagnostics_), .built_in = built_in};
    const std::vector<Tag> tags = set_.templates.emplace(name, std::move(made)).first->second.tags;
    for (const Tag& tag : tags) {
      if (tag.kind == Tag::Kind::partial) require(tag.name, tag.span);
    }
    return true;
  }

  void require(const std::string& name, support::Span span) {
    const std::size_t errors = diagnostics_.errors();
    if (load(name) || diagnostics_.errors() != errors) return;
    const std::vector<std::string_view> known = builtin_templates(set_.language);
    diagnostics::Diagnostic& error =
        diagnostics_.report(Code::template_error, span, fmt::format("there is no template '{}'", name));
    if (std::string help = support::did_you_mean(name, known); !help.empty()) return void(error.with_help(help));
    if (!folder_.empty()) error.with_help(fmt::format("it would be '{}'", user_path(name)));
  }

  // The lines of `outputs`. The first word of each that is not a tag is a template.
  void list_outputs() {
    const support::SourceId source = set_.templates.at("outputs").source;
    set_.files.text = std::string(sources_.text(source));
    const std::string_view text = set_.files.text;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t line_end = std::min(text.find('\n', begin), text.size());
      const std::size_t word_end = std::min(text.find(' ', begin), line_end);
      const auto span = [source](std::size_t from, std::size_t to) {
        return support::Span{
            .source = source, .begin = static_cast<std::uint32_t>(from), .end = static_cast<std::uint32_t>(to)};
      };
      set_.files.lines.push_back(
          {.name = span(begin, word_end), .path = span(std::min(word_end + 1, line_end), line_end)});
      const std::string name(text.substr(begin, word_end - begin));
      if (!name.empty() && name.find(tag_open) == std::string::npos) require(name, set_.files.lines.back().name);
      begin = line_end + 1;
    }
  }

  // Adds a line for a file, and lines for the sections around it.
  void list(const ExtraFile& file) {
    if (file.name.empty() || file.name.find_first_of(" \n") != std::string::npos ||
        file.name.find(tag_open) != std::string::npos) {
      diagnostics_.report(Code::template_error, file.name_place,
                          fmt::format("'{}' cannot be the name of a template", file.name));
      return;
    }
    require(file.name, file.name_place);
    const std::vector<Tag> tags = scan_tags(sources_, file.path_place, diagnostics_);
    for (const Tag& tag : tags) {
      if (tag.kind == Tag::Kind::partial) require(tag.name, tag.span);
    }
    FileList& files = set_.files;
    files.tags.insert(files.tags.end(), tags.begin(), tags.end());
    const auto add = [&files](std::string line, FileList::Line places) {
      files.text += std::move(line) + '\n';
      files.lines.push_back(places);
    };
    for (const std::string_view section : file.sections) {
      const std::string_view sigil = section.starts_with('^') ? "" : "#";
      add(fmt::format("{}{}{}{}", tag_open, sigil, section, tag_close), {});
    }
    // A line ending would be one of the list.
    std::string path = file.path;
    std::replace(path.begin(), path.end(), '\n', '\x1f');
    add(fmt::format("{} {}", file.name, path), {.name = file.name_place, .path = file.path_place});
    for (const std::string_view section : std::views::reverse(file.sections)) {
      const std::string_view name = section.substr(section.starts_with('^') ? 1 : 0);
      add(fmt::format("{}/{}{}", tag_open, name, tag_close), {});
    }
  }

  [[nodiscard]] std::string hash() const {
    std::string all;
    if (!set_.templates.contains("outputs")) all = set_.files.text;
    for (const auto& [name, made] : set_.templates) {
      const std::string_view text = sources_.text(made.source);
      all += fmt::format("{} {}\n", name, text.size());
      all += text;
    }
    return support::sha256_hex(all);
  }

  const std::string& folder_;
  const support::FileSystem& files_;
  support::Sources& sources_;
  diagnostics::Sink& diagnostics_;
  TemplateSet set_;
};

}  // namespace

std::vector<std::string_view> builtin_languages() {
  std::vector<std::string_view> languages;
  for (const embedded::File& file : embedded::templates()) {
    const std::string_view language = file.path.substr(0, file.path.find('/'));
    if (languages.empty() || languages.back() != language) languages.push_back(language);
  }
  return languages;
}

std::optional<std::string_view> builtin_template(std::string_view language, std::string_view name) {
  const std::string path = fmt::format("{}/{}{}", language, name, suffix);
  for (const embedded::File& file : embedded::templates()) {
    if (file.path == path) return file.text;
  }
  return std::nullopt;
}

std::vector<std::string_view> builtin_templates(std::string_view language) {
  std::vector<std::string_view> names;
  for (const embedded::File& file : embedded::templates()) {
    if (!file.path.starts_with(language) || file.path.substr(language.size(), 1) != "/") continue;
    std::string_view name = file.path.substr(language.size() + 1);
    name.remove_suffix(suffix.size());
    names.push_back(name);
  }
  return names;
}

std::set<std::string> asked_keys(const TemplateSet& set) {
  std::set<std::string> keys;
  const auto add = [&keys](std::string_view name) {
    while (!name.empty() && name != ".") {
      const std::size_t point = std::min(name.find('.'), name.size());
      keys.emplace(name.substr(0, point));
      name.remove_prefix(std::min(point + 1, name.size()));
    }
  };
  for (const auto& [name, made] : set.templates) {
    for (const Tag& tag : made.tags) {
      if (tag.kind != Tag::Kind::partial) add(tag.name);
    }
  }
  // Sections around the lines have no tags of their own.
  const std::string_view list = set.files.text;
  for (Delimited tag = next_tag(list, 0); tag.end != std::string_view::npos; tag = next_tag(list, tag.end)) {
    const TagName read = name_in(tag.inside);
    if (read.kind != Tag::Kind::partial) add(read.name);
  }
  for (const std::string_view key : added_keys) keys.erase(std::string(key));
  return keys;
}

std::optional<TemplateSet> load_templates(const std::string& language, const std::string& folder,
                                          const support::FileSystem& files, support::Sources& sources,
                                          diagnostics::Sink& diagnostics) {
  return Loader(language, folder, files, sources, diagnostics).run();
}

std::optional<TemplateSet> load_templates(const std::string& language, const std::string& folder,
                                          const std::vector<ExtraFile>& extra, const support::FileSystem& files,
                                          support::Sources& sources, diagnostics::Sink& diagnostics) {
  return Loader(language, folder, files, sources, diagnostics).run(extra);
}

}  // namespace render
