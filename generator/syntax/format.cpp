// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "syntax/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "support/utf8.h"

namespace syntax {
namespace {

constexpr std::size_t step = 2;

// What follows a form's head on its first line.
enum class Opening : std::uint8_t {
  nothing,
  // A name or a string, perhaps behind `hidden`: (typename $x, (export "f".
  name,
  // How values are represented: (enum u8, (flags (@witx repr u8), (union $tag.
  repr,
  // (@interface func (export "f"), (@witx const.
  words,
};

struct Form {
  std::string_view head;
  Opening opening;
  // Whether what comes behind the opening stands line by line.
  bool members;
};

constexpr std::array forms{
    Form{"typename", Opening::name, false}, Form{"module", Opening::name, true},
    Form{"profile", Opening::name, true},   Form{"enum", Opening::repr, true},
    Form{"flags", Opening::repr, true},     Form{"int", Opening::repr, true},
    Form{"variant", Opening::repr, true},   Form{"union", Opening::repr, true},
    Form{"record", Opening::nothing, true}, Form{"struct", Opening::nothing, true},
    Form{"func", Opening::nothing, true},   Form{"@interface", Opening::words, true},
    Form{"@witx", Opening::words, false},   Form{"param", Opening::name, false},
    Form{"result", Opening::name, false},   Form{"field", Opening::name, false},
    Form{"case", Opening::name, false},     Form{"flag", Opening::name, false},
    Form{"empty", Opening::name, false},    Form{"const", Opening::name, false},
    Form{"export", Opening::name, false},   Form{"import", Opening::name, false},
    Form{"resource", Opening::name, false}, Form{"use", Opening::name, false},
};

// A form that no dialect has is laid out by its size alone.
constexpr Form unknown_form{"", Opening::nothing, false};

const Form& form_of(const Tree& tree, NodeIndex group) {
  const std::string_view head = tree.head(group);
  const auto* const found = std::ranges::find_if(forms, [head](const Form& form) { return form.head == head; });
  return found == forms.end() ? unknown_form : *found;
}

// The first child of a group that does not belong to its first line; the end of the group if there is none.
NodeIndex first_member(const Tree& tree, NodeIndex group) {
  const NodeIndex end = tree.nodes[group].next;
  NodeIndex at = group + 1;
  const auto is = [&](TokenKind kind) { return at != end && tree.token(at).kind == kind; };
  const auto is_group = [&](std::string_view head) { return at != end && tree.is_group(at) && tree.head(at) == head; };
  const auto skip = [&](bool condition) {
    if (condition) at = tree.nodes[at].next;
  };
  skip(is(TokenKind::keyword) || is(TokenKind::reserved));
  switch (form_of(tree, group).opening) {
    case Opening::nothing: break;
    case Opening::name:
      skip(is(TokenKind::keyword));
      skip(is(TokenKind::identifier) || is(TokenKind::string));
      break;
    case Opening::repr: {
      // A name in front of members that are groups is a tag, and not the first of them.
      const bool tag = is(TokenKind::identifier) && tree.nodes[at].next != end && tree.is_group(tree.nodes[at].next);
      skip(tag || is(TokenKind::keyword) || is_group("@witx"));
      break;
    }
    case Opening::words:
      while (is(TokenKind::keyword)) skip(true);
      skip(is_group("export"));
      break;
  }
  return at;
}

// The line feeds between a token and the one before it.
std::size_t lines_before(const Tree& tree, std::uint32_t token) {
  const std::uint32_t begin = token == 0 ? 0 : tree.tokens[token - 1].end;
  const std::string_view gap = tree.text.substr(begin, tree.tokens[token].begin - begin);
  return static_cast<std::size_t>(std::count(gap.begin(), gap.end(), '\n'));
}

// Whether a comment stands between two tokens of one line.
bool is_inline(const Tree& tree, std::uint32_t comment) {
  return tree.tokens[comment].kind == TokenKind::block_comment &&
         tree.token_text(comment).find('\n') == std::string_view::npos && lines_before(tree, comment) == 0 &&
         comment + 1 < tree.tokens.size() && lines_before(tree, comment + 1) == 0;
}

// How wide each group is on one line, and which must not be put on one.
class Measure {
 public:
  explicit Measure(const Tree& tree) : tree_(tree), widths_(tree.nodes.size()), broken_(tree.nodes.size()) {
    for (NodeIndex node = 0; node < tree.nodes.size(); node = tree.nodes[node].next) measure(node);
  }

  [[nodiscard]] bool is_broken(NodeIndex node) const { return broken_[node]; }
  [[nodiscard]] bool fits(NodeIndex node, std::size_t indent) const {
    return !broken_[node] && indent + widths_[node] <= format_width;
  }

 private:
  void measure(NodeIndex node) {
    if (!tree_.is_group(node)) {
      widths_[node] = support::utf8_length(tree_.node_text(node));
      return;
    }
    const NodeIndex end = tree_.nodes[node].next;
    std::size_t width = 0;
    std::uint32_t token = tree_.nodes[node].token + 1;
    bool broken = form_of(tree_, node).members && first_member(tree_, node) != end;
    for (NodeIndex child = node + 1; child != end; child = tree_.nodes[child].next) {
      measure(child);
      broken = broken || broken_[child];
      width += comments(token, tree_.nodes[child].token, broken) + widths_[child] + 1;
      token = tree_.nodes[child].last + 1;
    }
    width += comments(token, tree_.nodes[node].last, broken);
    // Two parentheses; the last of the blanks between the members is one too many.
    widths_[node] = width + (width == 0 ? 2 : 1);
    broken_[node] = broken;
  }

  // The width of the comments from `token` to `end`, with a blank behind each.
  std::size_t comments(std::uint32_t token, std::uint32_t end, bool& broken) const {
    std::size_t width = 0;
    for (; token < end; ++token) {
      width += support::utf8_length(tree_.token_text(token)) + 1;
      broken = broken || !is_inline(tree_, token);
    }
    return width;
  }

  const Tree& tree_;
  std::vector<std::size_t> widths_;
  std::vector<bool> broken_;
};

class Formatter {
 public:
  explicit Formatter(const Tree& tree) : tree_(tree), measure_(tree) {
    out_.reserve(tree.text.size() + tree.text.size() / 8);
  }

  std::string run() {
    const auto end = static_cast<NodeIndex>(tree_.nodes.size());
    for (NodeIndex node = 0; node != end; node = tree_.nodes[node].next) member(node, 0);
    comments(static_cast<std::uint32_t>(tree_.tokens.size()), 0);
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  void member(NodeIndex node, std::size_t indent) {
    const std::uint32_t token = tree_.nodes[node].token;
    if (comments(token, indent)) {
      out_ += ' ';
    } else {
      line(token, indent);
    }
    if (!tree_.is_group(node) || measure_.fits(node, indent)) {
      flat(node);
    } else {
      broken(node, indent);
    }
  }

  void broken(NodeIndex group, std::size_t indent) {
    const NodeIndex end = tree_.nodes[group].next;
    const NodeIndex members = first_member(tree_, group);
    put(tree_.nodes[group].token);
    at_opening_ = true;
    NodeIndex child = group + 1;
    for (; child != members && continues_line(child); child = tree_.nodes[child].next) flat(child);
    for (; child != end; child = tree_.nodes[child].next) member(child, indent + step);
    const std::uint32_t close = tree_.nodes[group].last;
    comments(close, indent + step);
    if (!at_opening_ || tree_.tokens[close - 1].kind == TokenKind::line_comment) {
      at_opening_ = true;
      line(close, indent);
    }
    put(close);
  }

  // Whether the opening line goes on with the node; its comments must allow it as well.
  [[nodiscard]] bool continues_line(NodeIndex node) const {
    if (measure_.is_broken(node)) return false;
    for (std::uint32_t token = next_; token < tree_.nodes[node].token; ++token) {
      if (!is_inline(tree_, token)) return false;
    }
    return true;
  }

  // The node, and the comments before it, on the line that has begun.
  void flat(NodeIndex node) {
    while (next_ <= tree_.nodes[node].last) {
      if (!out_.empty() && out_.back() != '(' && out_.back() != ' ' && out_.back() != '\n' &&
          tree_.tokens[next_].kind != TokenKind::close) {
        out_ += ' ';
      }
      put(next_);
    }
  }

  // The comments up to `token`. Whether the last one is in front of that token on a line that the comment begins.
  bool comments(std::uint32_t token, std::size_t indent) {
    bool begins_line = false;
    while (next_ < token) {
      if (next_ > 0 && lines_before(tree_, next_) == 0) {
        out_ += ' ';
      } else {
        line(next_, indent);
        begins_line = true;
      }
      put(next_);
    }
    return begins_line && token < tree_.tokens.size() && tree_.tokens[token].kind != TokenKind::close &&
           lines_before(tree_, token) == 0;
  }

  // A new line for `token`, behind an empty one if there is one in the text; but none at the beginning of a group.
  void line(std::uint32_t token, std::size_t indent) {
    if (!out_.empty()) out_ += !at_opening_ && lines_before(tree_, token) > 1 ? "\n\n" : "\n";
    at_opening_ = false;
    out_.append(indent, ' ');
  }

  void put(std::uint32_t token) {
    std::string_view text = tree_.token_text(token);
    if (tree_.tokens[token].kind == TokenKind::line_comment) text = text.substr(0, text.find_last_not_of(" \t\r") + 1);
    // A block comment may hold line endings of the other kind.
    for (std::size_t end = text.find("\r\n"); end != std::string_view::npos; end = text.find("\r\n")) {
      out_ += text.substr(0, end);
      text.remove_prefix(end + 1);
    }
    out_ += text;
    next_ = token + 1;
  }

  const Tree& tree_;
  Measure measure_;
  std::string out_;
  // The first token that has not been written.
  std::uint32_t next_ = 0;
  // Nothing but the opening line of a group has been written of it.
  bool at_opening_ = false;
};

}  // namespace

std::string format(const Tree& tree) { return Formatter(tree).run(); }

std::optional<std::string> format(const support::Sources& sources, support::SourceId source,
                                  diagnostics::Sink& diagnostics) {
  const std::string_view text = sources.text(source);
  if (const std::size_t bad = support::utf8_error(text); bad != std::string_view::npos) {
    const auto at = static_cast<std::uint32_t>(bad);
    diagnostics.report(diagnostics::Code::not_utf8, {.source = source, .begin = at, .end = at + 1},
                       fmt::format("'{}' is not UTF-8", sources.name(source)));
    return std::nullopt;
  }
  const std::size_t errors = diagnostics.errors();
  const Tree tree = read_tree(sources, source, diagnostics);
  return diagnostics.errors() == errors ? std::optional(format(tree)) : std::nullopt;
}

}  // namespace syntax
