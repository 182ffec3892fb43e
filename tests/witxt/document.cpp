// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "witxt/document.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "syntax/lexer.h"

namespace witxt {
namespace {

using support::FileError;

// The machine's files, one of which has another text.
class Overlay final : public support::FileSystem {
 public:
  Overlay(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {}

  [[nodiscard]] std::variant<std::string, FileError> read(const std::string& path) const override {
    return path == path_ ? std::variant<std::string, FileError>(text_) : real_.read(path);
  }
  [[nodiscard]] bool exists(const std::string& path) const override { return path == path_ || real_.exists(path); }
  [[nodiscard]] std::string canonical(const std::string& path) const override { return real_.canonical(path); }
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override { return real_.list(folder); }

 private:
  support::RealFiles real_;
  std::string path_;
  std::string text_;
};

// The text of the whole file, in which everything but the form's body is blank: messages then point to the right line.
std::string only_body(const syntax::Tree& tree, syntax::NodeIndex witx, syntax::NodeIndex body) {
  std::string text(tree.text);
  const auto blank = [&text](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (text[i] != '\n') text[i] = ' ';
    }
  };
  // The body begins behind the token before it: its first comments are docs.
  const std::uint32_t before = tree.nodes[body - 1].token;
  blank(0, tree.tokens[before].end);
  blank(tree.tokens[tree.nodes[witx].last].begin, text.size());
  return text;
}

}  // namespace

DocumentForm document_form(const syntax::Tree& tree, syntax::NodeIndex witx) {
  DocumentForm form{.id = {}, .body = witx + 2};
  if (form.body < tree.nodes[witx].next && tree.token(form.body).kind == syntax::TokenKind::identifier) {
    form.id = tree.node_text(form.body++).substr(1);
  }
  return form;
}

void read_document(const syntax::Tree& tree, syntax::NodeIndex witx, const std::string& path, tests::FrontEnd& into) {
  const syntax::NodeIndex body = document_form(tree, witx).body;
  if (body >= tree.nodes[witx].next || !tree.is_group(body) || tree.head(body) != "load") {
    into.read({path}, Overlay(path, only_body(tree, witx, body)));
    return;
  }
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  std::vector<std::string> entries;
  syntax::Cursor cursor(tree, body);
  cursor.take();
  while (!cursor.done()) entries.push_back(folder + syntax::unescape(tree.node_text(cursor.take())));
  into.read(entries, support::RealFiles());
}

}  // namespace witxt
