// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/upgraded.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>

#include "driver/inputs.h"
#include "support/line_endings.h"
#include "upgrade/proof.h"
#include "upgrade/upgrade.h"

namespace driver {
namespace {

using diagnostics::Code;
using Names = std::set<std::string>;

// The files of another, some of which hold other texts than there.
class ChangedFiles final : public support::FileSystem {
 public:
  ChangedFiles(support::FileSystem& others, const std::map<std::string, std::string>& texts)
      : others_(others), texts_(texts) {}

  [[nodiscard]] std::variant<std::string, support::FileError> read(const std::string& path) const override {
    const auto found = texts_.find(others_.canonical(path));
    if (found == texts_.end()) return others_.read(path);
    return found->second;
  }
  [[nodiscard]] bool exists(const std::string& path) const override { return others_.exists(path); }
  [[nodiscard]] std::string canonical(const std::string& path) const override { return others_.canonical(path); }
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override { return others_.list(folder); }

 private:
  support::FileSystem& others_;
  // By canonical paths.
  const std::map<std::string, std::string>& texts_;
};

// A given file that no other given one uses, with all that it uses.
struct Subject {
  std::vector<std::string> entries;
  Document document;
  // Canonical paths of the given files that are a part of it.
  Names given;
  // Why it is left as it is; empty: it is not.
  std::string left;
  // Not given: a document beside the given files that uses some of them, and must still mean the same.
  bool neighbour = false;
};

class Upgrading {
 public:
  Upgrading(Session& session, const std::vector<std::string>& inputs) : session_(session), inputs_(inputs) {}

  std::optional<Upgraded> run() {
    for (const config::Spec& spec : specs_of(session_, inputs_)) read(spec);
    if (session_.diagnostics.errors() > 0) return std::nullopt;
    for (Subject& subject : subjects_) rewrite(subject);
    add_neighbours();
    prove();
    return result();
  }

 private:
  [[nodiscard]] std::string canonical(const std::string& path) const { return InputFiles(session_).canonical(path); }

  // Of an input as it was given.
  [[nodiscard]] std::string canonical_input(const std::string& input) const {
    diagnostics::Sink told_before;
    return canonical(input_path(input, told_before).value_or(input));
  }

  void read(const config::Spec& spec) {
    Subject& subject = subjects_.emplace_back();
    subject.entries = spec.files;
    subject.document = read_document(session_, spec.files);
    Names given;
    for (const std::string& input : inputs_) given.insert(canonical_input(input));
    for (const syntax::ParsedFile& file : subject.document.syntax.files) {
      const std::string path = canonical(file.path);
      if (given.contains(path)) subject.given.insert(path);
    }
  }

  // Documents that nobody named, as far as they are valid now.
  void add_neighbours() {
    Names known;
    for (const Subject& subject : subjects_) {
      for (const syntax::ParsedFile& file : subject.document.syntax.files) known.insert(canonical(file.path));
    }
    for (const std::string& input : inputs_) {
      if (!is_writable(input)) continue;
      for (const std::string& whole : wholes_of(session_, input)) {
        if (!known.insert(canonical(whole)).second) continue;
        Subject neighbour;
        neighbour.entries = {whole};
        neighbour.neighbour = true;
        diagnostics::Sink told;
        neighbour.document = read_again(neighbour.entries, session_.host.files, session_.input, told);
        if (told.errors() > 0) continue;
        for (const syntax::ParsedFile& file : neighbour.document.syntax.files) {
          const std::string path = canonical(file.path);
          if (texts_.contains(path)) neighbour.given.insert(path);
        }
        subjects_.push_back(std::move(neighbour));
      }
    }
  }

  // A document as it is in `files`, beside this run. What is wrong with it goes to `told`.
  [[nodiscard]] Document read_again(const std::vector<std::string>& entries, support::FileSystem& files,
                                    const std::optional<std::string>& input, diagnostics::Sink& told) const {
    Options options = session_.options;
    options.dialect.clear();
    options.verbose = false;
    Host host{.files = files, .out = {}, .err = {}, .read_input = {}};
    Session again{.host = host, .options = options, .command = session_.command, .input = input};
    Document document = read_document(again, entries);
    told = std::move(again.diagnostics);
    return document;
  }

  void rewrite(Subject& subject) {
    const syntax::Document& document = subject.document.syntax;
    for (std::size_t i = 0; i < document.files.size(); ++i) {
      const syntax::FileId file(i);
      const std::string path = canonical(document.files[file].path);
      if (!subject.given.contains(path)) continue;
      upgrade::Upgrade made = upgrade::upgrade(document, file, subject.document.dialect, session_.sources);
      const std::string_view before = session_.sources.text(document.files[file].ast.source);
      std::string text = support::with_ending(made.text, support::line_ending_of(before));
      const auto [there, fresh] = texts_.emplace(path, text);
      if (!fresh && there->second != text)
        subject.left =
            fmt::format("'{}' is also a part of another document, which needs it otherwise", document.files[file].path);
      if (!fresh) continue;
      tell(made.left, "left as it is: ");
      tell(made.lost, "");
      whole_ = whole_ && made.left.empty();
    }
  }

  void tell(const std::vector<diagnostics::Label>& labels, std::string_view before) const {
    for (const diagnostics::Label& label : labels) {
      const support::Position at = session_.sources.position(label.span.source, label.span.begin);
      session_.host.err(fmt::format("{}:{}:{}: {}{}\n", session_.sources.name(label.span.source), at.line, at.column,
                                    before, label.text));
    }
  }

  // Why the texts are not those of the document in the standard dialect; empty: they are.
  [[nodiscard]] std::string problem(const Subject& subject) const {
    ChangedFiles files(session_.host.files, texts_);
    const auto piped = texts_.find("-");
    diagnostics::Sink told;
    const Document after =
        read_again(subject.entries, files, piped == texts_.end() ? session_.input : piped->second, told);
    for (const diagnostics::Diagnostic& d : told.all()) {
      const bool counts = d.severity == diagnostics::Severity::error || d.code == Code::mixed_dialects;
      if (counts) return d.message;
    }
    return upgrade::difference(subject.document.model, after.model).value_or("");
  }

  // Takes back the texts of documents that cannot be upgraded. What is left may be a part of others: they are looked at again.
  void prove() {
    std::deque<std::size_t> open;
    for (std::size_t i = 0; i < subjects_.size(); ++i) open.push_back(i);
    while (!open.empty()) {
      Subject& subject = subjects_[open.front()];
      open.pop_front();
      const bool none_left = std::none_of(subject.given.begin(), subject.given.end(),
                                          [this](const std::string& path) { return texts_.contains(path); });
      if (none_left) continue;
      if (subject.left.empty()) subject.left = problem(subject);
      if (subject.left.empty()) continue;
      if (subject.neighbour) {
        session_.host.err(fmt::format("{}: left as it is: '{}' uses it and is not among the files: {}\n",
                                      fmt::join(subject.given, ", "), subject.entries.front(), subject.left));
      } else {
        session_.host.err(fmt::format("{}: left as it is{}: {}\n", fmt::join(subject.entries, ", "),
                                      subject.given.size() > 1 ? ", with what it uses" : "", subject.left));
      }
      whole_ = false;
      for (std::size_t i = 0; i < subjects_.size(); ++i) {
        if (shares_a_file(subjects_[i], subject)) open.push_back(i);
      }
      for (const std::string& path : subject.given) texts_.erase(path);
    }
  }

  static bool shares_a_file(const Subject& a, const Subject& b) {
    return std::any_of(a.given.begin(), a.given.end(),
                       [&b](const std::string& path) { return b.given.contains(path); });
  }

  [[nodiscard]] Upgraded result() const {
    Upgraded made{.texts = {}, .whole = whole_};
    for (const std::string& input : inputs_) {
      const std::string path = canonical_input(input);
      for (const Subject& subject : subjects_) {
        if (!subject.given.contains(path)) continue;
        const std::string before = text_in(subject, path);
        const auto after = texts_.find(path);
        made.texts.push_back(
            {.path = input, .before = before, .after = after == texts_.end() ? before : after->second});
        break;
      }
    }
    return made;
  }

  [[nodiscard]] std::string text_in(const Subject& subject, const std::string& path) const {
    for (const syntax::ParsedFile& file : subject.document.syntax.files) {
      if (canonical(file.path) == path) return std::string(session_.sources.text(file.ast.source));
    }
    return {};
  }

  Session& session_;
  const std::vector<std::string>& inputs_;
  std::vector<Subject> subjects_;
  // New texts by canonical paths.
  std::map<std::string, std::string> texts_;
  bool whole_ = true;
};

}  // namespace

std::optional<Upgraded> upgraded(Session& session, const std::vector<std::string>& inputs) {
  return Upgrading(session, inputs).run();
}

}  // namespace driver
