// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "upgrade/upgrade.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "syntax/format.h"
#include "syntax/rewrite.h"
#include "syntax/tree.h"

namespace upgrade {
namespace {

using syntax::Ast;
using syntax::BuiltinExpr;
using syntax::Cursor;
using syntax::Dialect;
using syntax::Document;
using syntax::EnumExpr;
using syntax::Feature;
using syntax::FeatureInfo;
using syntax::FileId;
using syntax::IntExpr;
using syntax::Item;
using syntax::ListExpr;
using syntax::MemberExpr;
using syntax::NodeIndex;
using syntax::Number;
using syntax::ParsedFile;
using syntax::ReferenceExpr;
using syntax::ReprExpr;
using syntax::Rewrite;
using syntax::TokenKind;
using syntax::Tree;
using syntax::TypeExpr;
using syntax::TypeExprId;
using syntax::TypenameDecl;

// What is rewritten below, or reported there place by place.
constexpr std::array rewritten{
    Feature::positional_repr, Feature::struct_keyword, Feature::array_keyword,       Feature::data_type,
    Feature::flag_group,      Feature::untagged_union, Feature::named_handle,        Feature::handle_supertypes,
    Feature::open_int,        Feature::bare_char8,     Feature::union_with_tag_name, Feature::several_results,
    Feature::bare_usize,      Feature::witx_bitflags,
};

// The type definitions of a whole document by their names.
class Definitions {
 public:
  explicit Definitions(const Document& document) {
    for (const ParsedFile& file : document.files) {
      for (const Item& item : file.ast.items) {
        if (const auto* decl = std::get_if<TypenameDecl>(&item))
          types_.try_emplace(decl->name.text, &file.ast, decl->type);
      }
    }
  }

  // What stands behind a name and all further names; nothing if that is not defined here.
  [[nodiscard]] const TypeExpr::Shape* find(std::string_view name) const {
    for (std::size_t hops = 0; hops <= types_.size(); ++hops) {
      const auto found = types_.find(name);
      if (found == types_.end()) return nullptr;
      const TypeExpr::Shape& shape = found->second.first->types[found->second.second].shape;
      const auto* reference = std::get_if<ReferenceExpr>(&shape);
      if (reference == nullptr) return &shape;
      name = reference->name.text;
    }
    return nullptr;
  }

 private:
  std::unordered_map<std::string_view, std::pair<const Ast*, TypeExprId>> types_;
};

// Whether values of this kind can be the error of a call, which returns 0 when all is well.
bool has_success(const std::vector<MemberExpr>& members) {
  constexpr std::array<std::string_view, 3> names{"success", "ok", "esuccess"};
  if (members.empty() || members.front().value.value_or(Number{}).value != 0) return false;
  std::string name(members.front().name.text);
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::ranges::find(names, name) != names.end();
}

class Upgrader {
 public:
  Upgrader(const Tree& tree, const Definitions& definitions) : tree_(tree), definitions_(definitions), rewrite_(tree) {}

  void run() {
    each(Cursor(tree_), [this](NodeIndex node) {
      visit(node);
      last_ = node;
    });
  }

  [[nodiscard]] std::string text() const { return rewrite_.text(); }
  [[nodiscard]] std::vector<diagnostics::Label> take_left() { return std::move(left_); }
  [[nodiscard]] std::vector<diagnostics::Label> take_lost() { return std::move(lost_); }

 private:
  template <typename Visit>
  void each(Cursor cursor, Visit visit_child) {
    while (!cursor.done()) visit_child(cursor.take());
  }

  [[nodiscard]] Cursor inside(NodeIndex group) const {
    Cursor cursor(tree_, group);
    if (!cursor.done()) cursor.take();
    return cursor;
  }
  [[nodiscard]] bool is(NodeIndex node, TokenKind kind) const { return tree_.token(node).kind == kind; }
  [[nodiscard]] bool is_form(NodeIndex node, std::string_view head) const {
    return tree_.is_group(node) && tree_.head(node) == head;
  }
  [[nodiscard]] std::uint32_t token(NodeIndex node) const { return tree_.nodes[node].token; }
  [[nodiscard]] std::uint32_t close(NodeIndex group) const { return tree_.nodes[group].last; }
  [[nodiscard]] std::string text(NodeIndex node) const { return std::string(tree_.node_text(node)); }
  void leave(NodeIndex node, std::string why) { left_.push_back({.span = tree_.span(node), .text = std::move(why)}); }
  void rename_head(NodeIndex group, std::string head) {
    rewrite_.replace(token(group) + head_offset(group), std::move(head));
  }
  // Comments may stand between a parenthesis and its head.
  [[nodiscard]] std::uint32_t head_offset(NodeIndex group) const { return token(group + 1) - token(group); }
  void remove_group_around(NodeIndex group) {
    rewrite_.remove(token(group));
    rename_head(group, "");
    rewrite_.remove(close(group));
  }

  void visit(NodeIndex node) {
    if (!tree_.is_group(node) || merged_.contains(node)) return;
    const std::string_view head = tree_.head(node);
    if (head == "struct") rename_head(node, "record");
    if (head == "array") rename_head(node, "list");
    if (head == "enum") annotate_repr(node, "tag");
    if (head == "flags") flags(node);
    if (head == "union") tagged_union(node);
    if (head == "handle") handle(node);
    if (head == "int") leave(node, "an 'int' without a name of its own");
    if (head == "@interface") results(node);
    if (head == "typename" && open_int(node)) return;
    constexpr std::array<std::string_view, 4> with_word{"enum", "flags", "int", "@witx"};
    const bool has_word = std::ranges::find(with_word, head) != with_word.end();
    each(inside(node), [&](NodeIndex child) {
      // What stands right behind these heads is not a type.
      if (!has_word || child != node + 2) builtin(child);
      visit(child);
    });
  }

  // The words for types that are annotated or gone.
  void builtin(NodeIndex node) {
    if (!is(node, TokenKind::keyword)) return;
    const std::string_view word = tree_.node_text(node);
    if (word == "data") rewrite_.replace(token(node), "(list u8)");
    if (word == "char8" || word == "usize") rewrite_.replace(token(node), fmt::format("(@witx {})", word));
  }

  void annotate_repr(NodeIndex group, std::string_view annotation) {
    Cursor cursor = inside(group);
    if (cursor.done() || !is(cursor.peek(), TokenKind::keyword)) return;
    rewrite_.replace(token(cursor.peek()), fmt::format("(@witx {} {})", annotation, text(cursor.peek())));
  }

  void flags(NodeIndex group) {
    annotate_repr(group, "repr");
    each(inside(group), [this](NodeIndex child) {
      if (is_form(child, "flag")) remove_group_around(child);
      if (is_form(child, "@witx") && child + 2 < tree_.nodes[child].next && text(child + 2) == "bitflags")
        rewrite_.replace(token(child + 2), "repr");
    });
  }

  void tagged_union(NodeIndex group) {
    bool has_fields = false;
    each(inside(group),
         [&](NodeIndex child) { has_fields = has_fields || is_form(child, "field") || is_form(child, "empty"); });
    if (!has_fields) return;
    Cursor cursor = inside(group);
    if (!is(cursor.peek(), TokenKind::identifier)) {
      leave(group, "a union without a tag has no equivalent");
      return;
    }
    rename_head(group, "variant");
    const NodeIndex tag = cursor.take();
    rewrite_.replace(token(tag), fmt::format("(@witx tag {})", text(tag)));
    each(cursor, [this](NodeIndex child) { rename_head(child, "case"); });
  }

  void handle(NodeIndex group) {
    bool lost = false;
    each(inside(group), [&](NodeIndex child) {
      if (definitions_.find(tree_.node_text(child).substr(1)) == nullptr) return;
      lost = true;
      rewrite_.replace(token(child), fmt::format("(; {} ;)", text(child)));
    });
    if (lost) lost_.push_back({.span = tree_.span(group), .text = "what the handle may stand in for is now a comment"});
  }

  // (typename $n (int u8 (const $x 1))) → (typename $n u8) (@witx const $n $x 1)
  bool open_int(NodeIndex group) {
    Cursor cursor = inside(group);
    if (cursor.done()) return false;
    const NodeIndex name = cursor.take();
    if (cursor.done() || !is_form(cursor.peek(), "int")) return false;
    const NodeIndex body = cursor.take();
    Cursor members = inside(body);
    rewrite_.put_behind(token(members.take()), ")");
    remove_group_around(body);
    rewrite_.remove(close(group));
    each(members, [&](NodeIndex child) { rename_head(child, fmt::format("@witx const {}", text(name))); });
    return true;
  }

  struct Result {
    NodeIndex group;
    NodeIndex name;
    NodeIndex type;
  };

  void results(NodeIndex function) {
    std::vector<Result> found;
    each(inside(function), [&](NodeIndex child) {
      if (is_form(child, "result") && child + 3 < tree_.nodes[child].next)
        found.push_back({.group = child, .name = child + 2, .type = child + 3});
    });
    if (found.empty()) return;
    const TypeExpr::Shape* const first = named(found[0]);
    const auto* closed = first == nullptr ? nullptr : std::get_if<EnumExpr>(first);
    const auto* open = first == nullptr ? nullptr : std::get_if<IntExpr>(first);
    // One value that can be returned as it is.
    if (found.size() == 1 && closed == nullptr) return;
    const bool error =
        (closed != nullptr && has_success(closed->cases)) || (open != nullptr && has_success(open->constants));
    const std::optional<ReprExpr> repr = closed != nullptr ? closed->repr : open != nullptr ? open->repr : std::nullopt;
    if (!error) {
      leave(found[0].group, found.size() == 1 ? "only an enum that begins with success can be returned, as an error"
                                              : "several results, the first of which is not an error");
    } else if (repr && repr->word == "u64") {
      leave(found[0].group, "an error of 64 bits is returned as 32 in the standard dialect");
    } else if (std::all_of(found.begin() + 1, found.end(), [this](const Result& r) { return can_be_payload(r); })) {
      merge(function, found);
    }
  }

  [[nodiscard]] const TypeExpr::Shape* named(const Result& result) const {
    return is(result.type, TokenKind::identifier) ? definitions_.find(tree_.node_text(result.type).substr(1)) : nullptr;
  }

  static bool is_list(std::string_view word) { return word == "string" || word == "data"; }

  bool can_be_payload(const Result& result) {
    const TypeExpr::Shape* const shape = named(result);
    const auto* builtin = shape == nullptr ? nullptr : std::get_if<BuiltinExpr>(shape);
    if (shape == nullptr && is(result.type, TokenKind::keyword) && !is_list(text(result.type))) {
      return true;
    }
    if (shape == nullptr) {
      leave(result.group, "a result beside an error needs a type with a name");
    } else if (std::holds_alternative<ListExpr>(*shape) || (builtin != nullptr && is_list(builtin->word))) {
      leave(result.group, "a list beside an error is returned in two parts, and in the standard dialect in one");
    } else {
      return true;
    }
    return false;
  }

  // All results become the first one; their comments go before it, their names into it.
  void merge(NodeIndex function, const std::vector<Result>& all) {
    std::string payload;
    std::string comments;
    for (std::size_t i = 1; i < all.size(); ++i) {
      payload +=
          fmt::format("{}(; {} ;) {}", i == 1 ? "" : " ", text(all[i].name).substr(1), payload_name(function, all[i]));
      std::uint32_t t = token(all[i].group);
      while (is_comment(tree_.tokens[t - 1].kind)) --t;
      for (; t < token(all[i].group); ++t) {
        comments += fmt::format("{}\n", tree_.token_text(t));
        rewrite_.remove(t);
      }
      for (; t <= close(all[i].group); ++t) rewrite_.remove(t);
      merged_.insert(all[i].group);
    }
    if (all.size() > 2) payload = fmt::format("(tuple {})", payload);
    if (!payload.empty()) payload += ' ';
    rewrite_.replace(token(all[0].type), fmt::format("(expected {}(error {}))", payload, text(all[0].type)));
    if (!comments.empty()) rewrite_.put_before(token(all[0].group), comments);
  }

  // Of a result, as it may stand in an `expected`: a type without a name gets one, in front of the module.
  std::string payload_name(NodeIndex function, const Result& result) {
    if (is(result.type, TokenKind::identifier)) return text(result.type);
    std::string exported;
    each(inside(function), [&](NodeIndex child) {
      if (exported.empty() && is_form(child, "export")) exported = text(child + 2);
    });
    std::string name = fmt::format("${}_{}", exported.substr(1, exported.size() - 2), text(result.name).substr(1));
    while (definitions_.find(name.substr(1)) != nullptr || made_.contains(name)) name += "_value";
    made_.insert(name);
    const std::string word = text(result.type);
    const bool annotated = word == "char8" || word == "usize";
    const std::string definition =
        fmt::format("(typename {} {})", name, annotated ? fmt::format("(@witx {})", word) : word);
    if (!last_) {
      rewrite_.put_before(0, definition + '\n');
    } else {
      // Comments on the line of what stands before stay there.
      std::uint32_t behind = close(*last_);
      while (is_comment(tree_.tokens[behind + 1].kind) && on_line_of(behind, behind + 1)) ++behind;
      rewrite_.put_behind(behind, '\n' + definition);
    }
    return name;
  }

  // Whether `next` begins on the line where `token` ends.
  [[nodiscard]] bool on_line_of(std::uint32_t token, std::uint32_t next) const {
    const std::uint32_t end = tree_.tokens[token].end;
    return tree_.text.substr(end, tree_.tokens[next].begin - end).find('\n') == std::string_view::npos;
  }

  const Tree& tree_;
  const Definitions& definitions_;
  // The form before the one that is being visited, both at the top of the file.
  std::optional<NodeIndex> last_;
  Rewrite rewrite_;
  // Results that are a part of another one now.
  std::set<NodeIndex> merged_;
  // Names that were made for types without one.
  std::set<std::string> made_;
  std::vector<diagnostics::Label> left_;
  std::vector<diagnostics::Label> lost_;
};

Tree quiet_tree(const support::Sources& sources, support::SourceId source) {
  diagnostics::Sink quiet;
  return syntax::read_tree(sources, source, quiet);
}

}  // namespace

Upgrade upgrade(const Document& document, FileId file, Dialect dialect, const support::Sources& sources) {
  const Ast& ast = document.files[file].ast;
  const Tree tree = quiet_tree(sources, ast.source);
  Upgrade result{.text = format(tree), .left = {}, .lost = {}};
  if (dialect == Dialect::d6) return result;
  const bool draft = dialect != Dialect::d7 && dialect != Dialect::d8;
  if (draft) {
    const Definitions definitions(document);
    Upgrader upgrader(tree, definitions);
    upgrader.run();
    support::Sources texts;
    result.text = format(quiet_tree(texts, texts.add(document.files[file].path, upgrader.text())));
    result.left = upgrader.take_left();
    result.lost = upgrader.take_lost();
  }
  for (std::size_t i = 0; i < syntax::feature_count; ++i) {
    const FeatureInfo& feature = info(static_cast<Feature>(i));
    const auto& place = ast.features.place(feature.feature);
    const bool done = draft && std::ranges::find(rewritten, feature.feature) != rewritten.end();
    // Witx 0.10 counts the cases; the standard does not.
    const bool differs = dialect == Dialect::d8 && feature.feature == Feature::default_repr;
    if (!place || done || (!differs && (feature.dialects & set_of(Dialect::d6)) != 0)) continue;
    result.left.push_back({.span = *place, .text = fmt::format("{} has no equivalent", feature.title)});
  }
  std::ranges::sort(result.left, [](const diagnostics::Label& a, const diagnostics::Label& b) {
    return std::tie(a.span.begin, a.text) < std::tie(b.span.begin, b.text);
  });
  return result;
}

}  // namespace upgrade
