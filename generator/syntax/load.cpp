// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "syntax/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "support/utf8.h"
#include "syntax/parser.h"
#include "syntax/tree.h"

namespace syntax {
namespace {

using diagnostics::Code;
using support::FileError;

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

Code code_of(FileError::Kind kind) {
  switch (kind) {
    case FileError::Kind::not_a_file: return Code::not_a_file;
    case FileError::Kind::too_large: return Code::file_too_large;
    case FileError::Kind::missing:
    case FileError::Kind::other: return Code::unreadable_file;
  }
  return Code::unreadable_file;
}

// The first text behind blanks and comments in slashes.
std::size_t behind_slashes(std::string_view text) {
  std::size_t at = 0;
  while (true) {
    at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    const std::string_view begin = text.substr(at, 2);
    if (begin != "//" && begin != "/*") return at;
    const std::string_view last = begin == "//" ? "\n" : "*/";
    at = std::min(text.find(last, at + 2), text.size() - last.size()) + last.size();
  }
}

// Where the file begins with a word, behind comments in slashes perhaps, as the other language of that suffix does: no witx
// file can.
std::optional<support::Span> other_language(const Tree& tree) {
  const std::size_t first = tree.text.find_first_not_of(" \t\r\n");
  const std::size_t behind = behind_slashes(tree.text);
  if (behind == tree.text.size()) return std::nullopt;
  const char c = tree.text[behind];
  if (behind != first && (c == '@' || (c >= 'a' && c <= 'z'))) {
    const auto at = static_cast<std::uint32_t>(first);
    return support::Span{.source = tree.source, .begin = at, .end = at + 2};
  }
  if (tree.nodes.empty() || tree.token(0).kind != TokenKind::keyword) return std::nullopt;
  return tree.span(0);
}

class Loader {
 public:
  Loader(const std::vector<std::string>& include_folders, const support::FileSystem& files, support::Sources& sources,
         diagnostics::Sink& diagnostics)
      : include_folders_(include_folders), files_(files), sources_(sources), diagnostics_(diagnostics) {}

  Document run(const std::vector<std::string>& entries) {
    for (const std::string& entry : entries) {
      entry_folder_ = folder_of(entry);
      const FileId id = open(entry, {});
      if (id) document_.entries.push_back(id);
      follow_all();
    }
    return std::move(document_);
  }

 private:
  // A `use` whose file is to be found: uses[slot] of `holder`.
  struct Pending {
    FileId holder;
    std::size_t slot;
    std::string path;
    support::Span span;
  };

  // Files are followed from a list, not by recursion: a chain of `use` may be as long as it likes.
  void follow_all() {
    while (!pending_.empty()) {
      const Pending next = std::move(pending_.back());
      pending_.pop_back();
      const FileId found = find(next);
      document_.files[next.holder].uses[next.slot] = found;
    }
  }

  FileId find(const Pending& use) {
    std::vector<std::string> folders{folder_of(document_.files[use.holder].path), entry_folder_};
    for (const std::string& folder : include_folders_) folders.push_back(folder.ends_with('/') ? folder : folder + '/');
    const bool absolute = use.path.starts_with('/');
    for (const std::string& folder : folders) {
      const std::string path = absolute ? use.path : folder + use.path;
      if (files_.exists(path)) return open(path, use.span);
    }
    if (!missing_.insert(use.path).second) return {};
    diagnostics_.report(Code::use_not_found, use.span, fmt::format("cannot find '{}'", use.path))
        .with_note(fmt::format("looked in {}", describe(folders)))
        .with_note("types that are not defined elsewhere may be in it: they are not reported");
    return {};
  }

  static std::string describe(const std::vector<std::string>& folders) {
    std::string text;
    for (std::size_t i = 0; i < folders.size(); ++i) {
      if (std::find(folders.begin(), folders.begin() + static_cast<std::ptrdiff_t>(i), folders[i]) !=
          folders.begin() + static_cast<std::ptrdiff_t>(i))
        continue;
      text += fmt::format("{}'{}'", text.empty() ? "" : ", ", folders[i].empty() ? "./" : folders[i]);
    }
    return text;
  }

  // The parsed file at `path`, read at most once however it is reached.
  FileId open(const std::string& path, support::Span used_at) {
    const std::string canonical = files_.canonical(path);
    if (const auto known = by_path_.find(canonical); known != by_path_.end()) return known->second;
    by_path_[canonical] = {};
    auto read = files_.read(path);
    if (const auto* error = std::get_if<FileError>(&read)) {
      diagnostics_.report(code_of(error->kind), used_at, fmt::format("cannot read '{}': {}", path, error->reason));
      return {};
    }
    const FileId id = parse_file(path, std::get<std::string>(std::move(read)));
    by_path_[canonical] = id;
    return id;
  }

  FileId parse_file(const std::string& path, std::string text) {
    const support::SourceId source = sources_.add(path == "-" ? "standard input" : path, std::move(text));
    if (const std::size_t bad = support::utf8_error(sources_.text(source)); bad != std::string_view::npos) {
      const auto at = static_cast<std::uint32_t>(bad);
      diagnostics_
          .report(Code::not_utf8, {.source = source, .begin = at, .end = at + 1},
                  fmt::format("'{}' is not UTF-8", path))
          .label(fmt::format("byte 0x{:02x} at offset {}", static_cast<unsigned char>(sources_.text(source)[bad]), bad))
          .with_help("convert the file to UTF-8");
      return {};
    }
    diagnostics::Sink quiet;
    const Tree tree = read_tree(sources_, source, quiet);
    if (const std::optional<support::Span> telling = other_language(tree)) {
      diagnostics_
          .report(Code::wit_language, *telling,
                  fmt::format("'{}' is not witx but WIT, another language with the same suffix", path))
          .with_help("witx is written in parentheses, '(typename ...)'; for WIT use the tools of the component model");
      return {};
    }
    diagnostics_.take(std::move(quiet));
    if (tree.unreadable) return {};
    Ast ast = parse(tree, diagnostics_);
    document_.features.merge(ast.features);
    const FileId id = document_.files.add({.path = path, .ast = std::move(ast), .uses = {}});
    queue_uses(id, document_.files[id].ast.items);
    return id;
  }

  void queue_uses(FileId id, const std::vector<Item>& items) {
    std::vector<Pending> found;
    collect_uses(id, items, found);
    document_.files[id].uses.resize(found.size());
    // The list is worked from its end: what is used first is read first.
    pending_.insert(pending_.end(), std::make_move_iterator(found.rbegin()), std::make_move_iterator(found.rend()));
  }

  static void collect_uses(FileId id, const std::vector<Item>& items, std::vector<Pending>& found) {
    for (const Item& item : items) {
      if (const auto* path = std::get_if<UsePath>(&item)) {
        found.push_back({.holder = id, .slot = found.size(), .path = path->path, .span = path->span});
      } else if (const auto* names = std::get_if<UseNames>(&item)) {
        found.push_back({.holder = id,
                         .slot = found.size(),
                         .path = fmt::format("{}.witx", names->module.text),
                         .span = names->module.span});
      } else if (const auto* module = std::get_if<ModuleDecl>(&item)) {
        collect_uses(id, module->items, found);
      }
    }
  }

  const std::vector<std::string>& include_folders_;
  const support::FileSystem& files_;
  support::Sources& sources_;
  diagnostics::Sink& diagnostics_;
  Document document_;
  std::string entry_folder_;
  std::map<std::string, FileId> by_path_;
  // What was reported as not found.
  std::set<std::string> missing_;
  std::vector<Pending> pending_;
};

}  // namespace

Document load(const std::vector<std::string>& entries, const std::vector<std::string>& include_folders,
              const support::FileSystem& files, support::Sources& sources, diagnostics::Sink& diagnostics) {
  return Loader(include_folders, files, sources, diagnostics).run(entries);
}

}  // namespace syntax
