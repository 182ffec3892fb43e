// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "support/suggest.h"
#include "syntax/reader.h"

namespace syntax {
namespace {

using diagnostics::Code;

struct BuiltinWord {
  std::string_view word;
  // Absent: every dialect has it.
  std::optional<Feature> feature;
};

constexpr std::array builtins{
    BuiltinWord{"u8", {}},
    BuiltinWord{"u16", {}},
    BuiltinWord{"u32", {}},
    BuiltinWord{"u64", {}},
    BuiltinWord{"s8", {}},
    BuiltinWord{"s16", {}},
    BuiltinWord{"s32", {}},
    BuiltinWord{"s64", {}},
    BuiltinWord{"f32", {}},
    BuiltinWord{"f64", {}},
    BuiltinWord{"string", {}},
    BuiltinWord{"bool", Feature::bool_type},
    BuiltinWord{"char", Feature::char_type},
    BuiltinWord{"char8", Feature::bare_char8},
    BuiltinWord{"usize", Feature::bare_usize},
    BuiltinWord{"data", Feature::data_type},
};

// Words for types in other languages, and what they are here.
struct ForeignWord {
  std::string_view word;
  std::string_view help;
};

constexpr std::array foreign{
    ForeignWord{"i8", "integers are signed, 's8', or unsigned, 'u8'"},
    ForeignWord{"i16", "integers are signed, 's16', or unsigned, 'u16'"},
    ForeignWord{"i32", "integers are signed, 's32', or unsigned, 'u32'"},
    ForeignWord{"i64", "integers are signed, 's64', or unsigned, 'u64'"},
    ForeignWord{"u128", "the widest integer is 'u64'"},
    ForeignWord{"s128", "the widest integer is 's64'"},
    ForeignWord{"int", "the numbers are u8, u16, u32, u64, s8, s16, s32, s64, f32, f64"},
    ForeignWord{"float", "the floating-point types are 'f32' and 'f64'"},
    ForeignWord{"double", "the floating-point types are 'f32' and 'f64'"},
    ForeignWord{"float32", "write 'f32'"},
    ForeignWord{"float64", "write 'f64'"},
    ForeignWord{"size_t", "write '(@witx usize)'"},
    ForeignWord{"str", "write 'string'"},
    ForeignWord{"void", "what has no type is left out"},
};

std::string_view help_for_foreign(std::string_view word) {
  const auto* const found =
      std::find_if(foreign.begin(), foreign.end(), [word](const ForeignWord& f) { return f.word == word; });
  if (found != foreign.end()) return found->help;
  // A letter and a width.
  const bool like_number = std::string_view("usif").find(word.front()) != std::string_view::npos && word.size() > 1 &&
                           word.find_first_not_of("0123456789", 1) == std::string_view::npos;
  return like_number ? "the numbers are u8, u16, u32, u64, s8, s16, s32, s64, f32, f64" : std::string_view();
}

std::vector<std::string_view> builtin_words() {
  std::vector<std::string_view> words;
  for (const BuiltinWord& b : builtins) words.push_back(b.word);
  return words;
}

template <typename Form, std::size_t size>
const Form* find_form(const Form (&table)[size], std::string_view head) {
  const auto* const found =
      std::find_if(std::begin(table), std::end(table), [head](const Form& f) { return f.head == head; });
  return found == std::end(table) ? nullptr : found;
}

const BuiltinWord* find_builtin(std::string_view word) {
  const auto* const found =
      std::find_if(builtins.begin(), builtins.end(), [word](const auto& b) { return b.word == word; });
  return found == builtins.end() ? nullptr : found;
}

}  // namespace

// The type forms of all dialects. What tells dialects apart is noted by the functions.
const TypeReader::Form TypeReader::forms[] = {
    {"enum", &TypeReader::enum_},
    {"int", &TypeReader::int_},
    {"flags", &TypeReader::flags},
    {"struct", &TypeReader::struct_},
    {"record", &TypeReader::record},
    {"union", &TypeReader::union_},
    {"variant", &TypeReader::variant},
    {"tuple", &TypeReader::tuple},
    {"expected", &TypeReader::expected},
    {"option", &TypeReader::option},
    {"array", &TypeReader::array},
    {"list", &TypeReader::list},
    {"handle", &TypeReader::handle},
    {"in-buffer", &TypeReader::in_buffer},
    {"out-buffer", &TypeReader::out_buffer},
};

// Those behind `@witx`.
const TypeReader::Form TypeReader::witx_forms[] = {
    {"pointer", &TypeReader::pointer},
    {"const_pointer", &TypeReader::const_pointer},
    {"usize", &TypeReader::witx_usize},
    {"char8", &TypeReader::witx_char8},
};

TypeExprId TypeReader::add(TypeExpr::Shape shape, NodeIndex node) {
  return reader_.ast().types.add({.shape = std::move(shape), .span = reader_.place(node)});
}

TypeExprId TypeReader::type(Cursor& cursor, std::string_view what) {
  if (cursor.done()) {
    reader_.expected(cursor, what, Code::expected_type);
    return reader_.ast().types.add({.shape = BrokenExpr{}, .span = cursor.end_span()});
  }
  const NodeIndex node = cursor.take();
  return add(shape(node), node);
}

TypeExpr::Shape TypeReader::shape(NodeIndex node) {
  const Tree& tree = reader_.tree();
  switch (tree.token(node).kind) {
    case TokenKind::open: return group(node);
    case TokenKind::identifier:
      return ReferenceExpr{.name = {.text = tree.node_text(node).substr(1), .span = tree.span(node)}};
    default: return builtin(node);
  }
}

TypeExpr::Shape TypeReader::builtin(NodeIndex node) {
  const std::string_view word = reader_.tree().node_text(node);
  if (const BuiltinWord* found = find_builtin(word)) {
    if (found->feature) reader_.note(*found->feature, node);
    return BuiltinExpr{.word = found->word};
  }
  std::string help(help_for_foreign(word));
  if (help.empty()) help = support::did_you_mean(word, builtin_words());
  if (const std::optional<Name> name = reader_.name_without_dollar(node))
    return WordExpr{.word = name->text, .help = std::move(help)};
  if (!reader_.first_time_wrong(word)) return BrokenExpr{};
  auto& diagnostic = reader_.diagnostics().report(Code::expected_type, reader_.place(node),
                                                  fmt::format("expected a type, found {}", reader_.describe(node)));
  if (!help.empty()) diagnostic.with_help(std::move(help));
  return BrokenExpr{};
}

TypeExpr::Shape TypeReader::group(NodeIndex node) {
  const Tree& tree = reader_.tree();
  const std::string_view head = tree.head(node);
  Cursor cursor(tree, node);
  const bool witx = head == "@witx";
  const std::string_view word = witx ? reader_.witx_head(node) : head;
  const Form* const form = witx ? find_form(witx_forms, word) : find_form(forms, word);
  if (form == nullptr) return unknown_form(node, word);
  cursor.take();
  if (witx) cursor.take();
  TypeExpr::Shape shape = (this->*(form->parse))(cursor, node);
  if (!std::holds_alternative<BrokenExpr>(shape)) reader_.end(cursor, word);
  return shape;
}

// Whoever mistyped a word, or wrote a known one in the wrong kind of form, is told so and understood: what is inside may be
// wrong as well.
TypeExpr::Shape TypeReader::unknown_form(NodeIndex node, std::string_view head) {
  const Tree& tree = reader_.tree();
  auto& diagnostic = reader_.diagnostics().report(Code::expected_type, reader_.place(node),
                                                  fmt::format("expected a type, found {}", reader_.describe(node)));
  const bool witx = !reader_.witx_head(node).empty();
  const auto read_as = [&](const Form& form) {
    Cursor cursor(tree, node);
    cursor.take();
    if (witx) cursor.take();
    return (this->*(form.parse))(cursor, node);
  };
  if (const Form* const other = witx ? find_form(forms, head) : find_form(witx_forms, head)) {
    const bool bare = tree.nodes[node].next == node + (witx ? 3U : 2U);
    diagnostic.with_help(fmt::format("write '({}{}{})'", witx ? "" : "@witx ", head, bare ? "" : " ..."));
    return read_as(*other);
  }
  if (find_builtin(head) != nullptr) {
    diagnostic.with_help(fmt::format("write '{}'", head));
    return BrokenExpr{};
  }
  std::vector<std::string_view> heads;
  if (witx)
    std::transform(std::begin(witx_forms), std::end(witx_forms), std::back_inserter(heads),
                   [](const Form& f) { return f.head; });
  if (!witx)
    std::transform(std::begin(forms), std::end(forms), std::back_inserter(heads), [](const Form& f) { return f.head; });
  const std::string_view meant = support::closest(head, heads);
  if (meant.empty()) {
    if (witx) diagnostic.with_help(fmt::format("the types that begin with '@witx' are {}", fmt::join(heads, ", ")));
    return BrokenExpr{};
  }
  diagnostic.with_help(fmt::format("did you mean '{}'?", meant));
  return read_as(witx ? *find_form(witx_forms, meant) : *find_form(forms, meant));
}

std::optional<ReprExpr> TypeReader::positional_repr(Cursor& cursor) {
  if (cursor.done() || !reader_.is(cursor.peek(), TokenKind::keyword)) return std::nullopt;
  // A word that is nothing like a type is a name that lacks its dollar sign.
  const std::string_view word = reader_.tree().node_text(cursor.peek());
  constexpr std::array<std::string_view, 4> reprs{"u8", "u16", "u32", "u64"};
  if (find_builtin(word) == nullptr && help_for_foreign(word).empty() && support::closest(word, reprs).empty())
    return std::nullopt;
  const NodeIndex node = cursor.take();
  reader_.note(Feature::positional_repr, node);
  return ReprExpr{.word = word, .tag = {}, .span = reader_.tree().span(node)};
}

// A union's members may be types that begin with '@witx' too; in other forms nothing else begins so.
bool TypeReader::is_repr_like(NodeIndex node, bool in_union) const {
  constexpr std::array<std::string_view, 3> words{"tag", "repr", "bitflags"};
  const std::string_view word = reader_.witx_head(node);
  if (!in_union) return !word.empty();
  return word.starts_with("tag") || word.starts_with("repr") || !support::closest(word, words).empty();
}

std::optional<ReprExpr> TypeReader::witx_repr(Cursor& cursor, std::initializer_list<ReprForm> known,
                                              std::string_view form) {
  std::optional<ReprExpr> repr;
  while (!cursor.done() && is_repr_like(cursor.peek(), form == "union")) {
    const NodeIndex node = cursor.take();
    const std::string_view word = reader_.witx_head(node);
    const auto* const found =
        std::find_if(known.begin(), known.end(), [word](const ReprForm& k) { return k.word == word; });
    if (found == known.end()) {
      reader_.diagnostics()
          .report(Code::bad_repr, reader_.place(node),
                  fmt::format("unexpected {} in '{}'", reader_.describe(node), form))
          .with_help(
              fmt::format("the representation of '{}' is written '(@witx {} ...)'", form, (known.end() - 1)->word));
      // Understood, if it is mistyped: what is inside may be wrong as well.
      const std::array<std::string_view, 1> usual{(known.end() - 1)->word};
      const bool has_more = reader_.tree().nodes[node].next > node + 3;
      if (!repr && has_more && !support::closest(word, usual).empty()) repr = repr_inside(node);
    } else if (repr) {
      reader_.diagnostics()
          .report(Code::bad_repr, reader_.place(node), "a second representation")
          .also(repr->span, "the first");
      continue;
    } else {
      reader_.note(found->feature, node);
      repr = repr_inside(node);
    }
  }
  return repr;
}

ReprExpr TypeReader::repr_inside(NodeIndex annotation) {
  Cursor inner(reader_.tree(), annotation);
  inner.take();
  inner.take();
  ReprExpr repr{.word = {}, .tag = {}, .span = reader_.tree().span(annotation)};
  if (!inner.done()) repr.span = reader_.tree().span(inner.peek());
  if (!inner.done() && reader_.is(inner.peek(), TokenKind::keyword)) {
    repr.word = reader_.tree().node_text(inner.take());
  } else {
    repr.tag = type(inner, "a representation");
  }
  reader_.end(inner, fmt::format("@witx {}", reader_.witx_head(annotation)));
  return repr;
}

}  // namespace syntax
