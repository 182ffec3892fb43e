// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Widths of types, and records.
#include <algorithm>
#include <optional>

#include "audit/extract.h"

namespace audit {
namespace {

bool is_name(const Text& text, std::size_t i) { return text.tokens[i].kind == TokenKind::name; }

// The end of a statement that begins at i.
std::size_t statement_end(const Text& text, std::size_t i) {
  for (const std::size_t begin = i; text.tokens[i].kind != TokenKind::end; ++i) {
    const Token& token = text.tokens[i];
    if (token.is(";") || token.is("}") ||
        (i != begin && token.first && !token.is("=") && text.language.type_place != TypePlace::before))
      return i;
    if (token.kind == TokenKind::symbol && token.partner > i) i = token.partner;
  }
  return i;
}

// Whether one of `words` stands between the statement before a scope and its bracket, in attributes too.
bool is_marked(const Text& text, const Scope& scope, Words words, bool strings = false) {
  const Tokens& tokens = text.tokens;
  std::size_t begin = scope.head;
  // Attributes and annotations on lines of their own.
  for (int steps = 0; begin > 0 && steps < 60; ++steps) {
    const Token& before = tokens[begin - 1];
    if (before.is(";") || before.is("{") || before.is("}")) break;
    --begin;
  }
  for (std::size_t i = begin; i < scope.open; ++i) {
    if ((tokens[i].kind == TokenKind::name || strings) && has(words, tokens[i].text)) return true;
  }
  // `struct { } __attribute__((packed))`
  for (std::size_t i = scope.close + 1; i < text.tokens.size() && i < scope.close + 8; ++i) {
    if (tokens[i].is(";") || tokens[i].is("}")) break;
    if (has(words, tokens[i].text)) return true;
  }
  return false;
}

// Whether a record has the fields of another one before its own.
bool extends(const Text& text, const Scope& scope) {
  for (std::size_t i = scope.head; i < scope.open; ++i) {
    if (text.tokens[i].is_name("extends") || (text.language.name == "C++" && text.tokens[i].is(":"))) return true;
  }
  return false;
}

// `type A = T;`, `typedef T A;`, `using A = T;`, `const A = T;`, `typealias A = T`, `A :: distinct T`, `struct A(T);`.
class TypeFinder {
 public:
  TypeFinder(const Text& text, Claims& claims) : text_(text), tokens_(text.tokens), claims_(claims) {}

  void run() {
    for (const Scope& scope : text_.scopes.all) {
      if (scope.kind == ScopeKind::enum_ && scope.base_end > scope.base_begin && !scope.name.empty()) {
        add(scope.name, scope.base_begin, scope.base_end, text_.range(scope.base_begin, scope.base_end));
      } else if (scope.kind == ScopeKind::enum_ && text_.language.name == "Rust") {
        represented(scope);
      }
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.kind != TokenKind::name) {
        if (token.is("::")) given(i);
        continue;
      }
      if (token.text == "typedef") {
        typedef_(i);
      } else if (token.text == "using" || token.text == "type" || token.text == "typealias") {
        named(i + 1);
      } else if (token.text == "struct" && is_name(text_, i + 1) && tokens_[i + 2].is("(")) {
        // A tuple of one.
        const std::size_t close = tokens_[i + 2].partner;
        if (tokens_[close + 1].is(";")) add(tokens_[i + 1].text, i + 3, close, text_.range(i, close + 1));
      } else if (text_.language.name == "Zig" && token.text == "const" && is_name(text_, i + 1) &&
                 tokens_[i + 2].is("=")) {
        simple(i + 1, i + 3);
      } else if (text_.language.name == "Pascal" && tokens_[i + 1].is("=") && token.first) {
        simple(i, i + 2);
      }
    }
  }

 private:
  void add(std::string_view name, std::size_t begin, std::size_t end, Range range) {
    claims_.types.push_back({.name = name, .type = type_of(text_, begin, end), .range = range});
  }

  // #[repr(u16)] enum A
  void represented(const Scope& scope) {
    for (std::size_t i = scope.head; i > 0 && i + 24 > scope.head; --i) {
      if (tokens_[i].is(";") || tokens_[i].is("}")) break;
      if (tokens_[i].is_name("repr") && tokens_[i + 1].is("(")) {
        add(scope.name, i + 2, tokens_[i + 1].partner, text_.range(scope.head, scope.open));
        return;
      }
    }
    for (std::size_t i = scope.head; i < scope.open; ++i) {
      if (!tokens_[i].is_name("repr")) continue;
      add(scope.name, i + 2, tokens_[i + 1].partner, text_.range(scope.head, scope.open));
    }
  }

  void typedef_(std::size_t i) {
    const std::size_t end = statement_end(text_, i + 1);
    if (!tokens_[end].is(";") || end < i + 3 || !is_name(text_, end - 1)) return;
    for (std::size_t j = i; j < end; ++j) {
      if (tokens_[j].is("{") || tokens_[j].is("(")) return;
    }
    add(tokens_[end - 1].text, i + 1, end - 1, text_.range(i, end));
  }

  // Behind `type`: `A = T` or, in Go, `A T`.
  void named(std::size_t name) {
    if (!is_name(text_, name) || tokens_[name].first) return;
    const bool has_sign = tokens_[name + 1].is("=");
    if (!has_sign && text_.language.name != "Go") return;
    simple(name, has_sign ? name + 2 : name + 1);
  }

  // A :: distinct T
  void given(std::size_t sign) {
    if (text_.language.name != "Odin" || sign == 0 || !tokens_[sign - 1].first || !is_name(text_, sign - 1)) return;
    simple(sign - 1, tokens_[sign + 1].is_name("distinct") ? sign + 2 : sign + 1);
  }

  // A type of few words.
  void simple(std::size_t name, std::size_t begin) {
    const std::size_t end = statement_end(text_, begin);
    if (end <= begin || end > begin + 12) return;
    for (std::size_t i = begin; i < end; ++i) {
      if (tokens_[i].is("{") || tokens_[i].is("(") || tokens_[i].is("=")) return;
    }
    add(tokens_[name].text, begin, end, text_.range(name, end));
  }

  const Text& text_;
  const Tokens& tokens_;
  Claims& claims_;
};

// The fields of one record.
class FieldFinder {
 public:
  FieldFinder(const Text& text, const Scope& scope) : text_(text), tokens_(text.tokens), scope_(scope) {}

  std::vector<FieldClaim> run() {
    std::vector<FieldClaim> fields;
    std::size_t i = scope_.open + 1;
    while (i < scope_.close) {
      const std::size_t end = field_end(i);
      if (end > i) field(i, end, fields);
      i = std::max(end, i) + (end < scope_.close && (tokens_[end].is(";") || tokens_[end].is(",")) ? 1U : 0U);
      if (end <= i && end == i && tokens_[i].first && end == last_) ++i;
      last_ = end;
    }
    return fields;
  }

 private:
  [[nodiscard]] std::size_t field_end(std::size_t i) const {
    const std::size_t begin = i;
    for (; i < scope_.close; ++i) {
      const Token& token = tokens_[i];
      if (token.is(";") || token.is(",")) return i;
      const bool on_lines = text_.language.type_place != TypePlace::before && text_.language.name != "Rust" &&
                            text_.language.name != "Zig" && text_.language.name != "Pascal";
      if (i > begin && token.first && on_lines && !tokens_[i - 1].is(":")) return i;
      if (token.kind == TokenKind::symbol && token.partner > i) {
        i = token.partner;
        // The body of a method ends it.
        if (tokens_[i].is("}") && !tokens_[i + 1].is(";") && !tokens_[i + 1].is(",") && !is_name(text_, i + 1))
          return i + 1;
      }
    }
    return scope_.close;
  }

  void field(std::size_t begin, std::size_t end, std::vector<FieldClaim>& fields) {
    // A method, a constant.
    for (std::size_t i = begin; i < end; ++i) {
      if (has(text_.language.function_words, tokens_[i].text) || tokens_[i].is_name("static") ||
          tokens_[i].is_name("constructor") || tokens_[i].is_name("typedef") || tokens_[i].is_name("using") ||
          tokens_[i].is("=>"))
        return;
    }
    begin = skip_attributes(begin, end);
    if (begin >= end) return;
    std::size_t stop = end;
    for (std::size_t i = begin; i < end; ++i) {
      if (tokens_[i].is("=") || tokens_[i].kind == TokenKind::string) {
        stop = i;
        break;
      }
    }
    std::size_t name = begin;
    TypeText type;
    std::uint64_t count = 1;
    if (text_.language.type_place == TypePlace::after_colon) {
      std::size_t colon = begin;
      while (colon < stop && !tokens_[colon].is(":")) ++colon;
      if (colon == stop || colon == begin || !is_name(text_, colon - 1)) return;
      name = colon - 1;
      type = type_of(text_, colon + 1, stop);
    } else if (text_.language.type_place == TypePlace::after) {
      if (!is_name(text_, begin) || stop < begin + 2) return;
      type = type_of(text_, begin + 1, stop);
    } else {
      name = stop;
      while (name > begin && tokens_[name - 1].is("]")) {
        const auto length = evaluate(tokens_, tokens_[name - 1].partner + 1, text_.constants);
        count = length ? count * length->value : 0;
        name = tokens_[name - 1].partner;
      }
      // A method; a bit field.
      if (name < begin + 2 || !is_name(text_, name - 1) || tokens_[stop - 1].is(")")) return;
      --name;
      type = type_of(text_, begin, name);
      if (tokens_[begin].is_name("union") || tokens_[begin].is_name("struct")) inner(begin, name, type);
    }
    fields.push_back(
        {.name = tokens_[name].text, .type = std::move(type), .count = count, .range = text_.range(begin, end)});
  }

  // `union { ... } name`: a type that has no name is called by the place of its bracket.
  void inner(std::size_t begin, std::size_t end, TypeText& type) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (tokens_[i].is("{")) type.tokens = {text_.written(i, tokens_[i].partner)};
    }
  }

  [[nodiscard]] std::size_t skip_attributes(std::size_t i, std::size_t end) const {
    while (i < end) {
      if (tokens_[i].is("#") && tokens_[i + 1].is("[")) {
        i = tokens_[i + 1].partner + 1;
      } else if (tokens_[i].is("[") && text_.language.name == "C#") {
        i = tokens_[i].partner + 1;
      } else if (tokens_[i].is("@")) {
        i += 2;
        if (tokens_[i].is("(")) i = tokens_[i].partner + 1;
      } else {
        return i;
      }
    }
    return i;
  }

  const Text& text_;
  const Tokens& tokens_;
  const Scope& scope_;
  std::size_t last_ = 0;
};

}  // namespace

void find_types(const Text& text, Claims& claims) { TypeFinder(text, claims).run(); }

void find_records(const Text& text, Claims& claims) {
  const Language& language = text.language;
  if (!language.is_laid_out) return;
  for (const Scope& scope : text.scopes.all) {
    if (scope.kind != ScopeKind::struct_ && scope.kind != ScopeKind::union_) continue;
    std::string_view name = scope.name;
    if (name.empty() && text.tokens[scope.open].is("{")) {
      name = text.written(scope.open, scope.close);
    }
    claims.records.push_back({.name = name,
                              .fields = FieldFinder(text, scope).run(),
                              .is_union = scope.kind == ScopeKind::union_,
                              .is_laid_out = !extends(text, scope) && (language.layout_words.empty() ||
                                                                       is_marked(text, scope, language.layout_words)),
                              .is_packed = is_marked(text, scope, language.packed_words),
                              .range = text.range(scope.head, scope.open)});
  }
}

}  // namespace audit
