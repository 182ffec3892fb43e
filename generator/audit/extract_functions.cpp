// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions that a text imports from a host, or offers as one.
#include <algorithm>
#include <array>
#include <optional>

#include "audit/extract.h"

namespace audit {
namespace {

constexpr int farthest_attribute = 80;
constexpr std::array<std::string_view, 8> controls{"if", "for", "while", "switch", "catch", "return", "new", "throw"};
constexpr std::array<std::string_view, 6> name_keys{"name",        "link_name",       "EntryPoint",
                                                    "import_name", "__import_name__", "_silgen_name"};
constexpr std::array<std::string_view, 4> module_keys{"module", "wasm_import_module", "import_module",
                                                      "__import_module__"};

class Finder {
 public:
  Finder(const Text& text, Claims& claims)
      : text_(text), language_(text.language), tokens_(text.tokens), claims_(claims) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].kind != TokenKind::name && tokens_[i].kind != TokenKind::string) continue;
      if (has(language_.function_words, tokens_[i].text) && tokens_[i].kind == TokenKind::name) {
        by_word(i);
      } else if (language_.has_host_objects) {
        member(i);
      } else if (language_.function_words.empty() && tokens_[i + 1].is("(")) {
        by_type(i);
      }
    }
  }

 private:
  [[nodiscard]] bool is_name(std::size_t i) const { return tokens_[i].kind == TokenKind::name; }
  [[nodiscard]] const Scope& scope_at(std::size_t i) const { return text_.scopes.all[text_.scopes.of_token[i]]; }

  // fn name(a: T) -> T
  void by_word(std::size_t word) {
    std::size_t name = word + 1;
    if (language_.name == "Odin") {
      if (word < 2 || !tokens_[word - 1].is("::")) return;
      name = word - 2;
    }
    if (!is_name(name)) return;
    std::size_t open = language_.name == "Odin" ? word + 1 : name + 1;
    if (tokens_[open].kind == TokenKind::string) ++open;
    if (tokens_[open].is("<")) {
      while (!tokens_[open].is("(") && tokens_[open].kind != TokenKind::end) ++open;
    }
    if (!tokens_[open].is("(") || tokens_[open].partner <= open) return;
    FunctionClaim claim{.name = tokens_[name].text};
    const std::size_t close = tokens_[open].partner;
    if (!imported(std::min(word, name), close, claim)) return;
    add(claim, name, open, close);
  }

  // T name(T a);
  void by_type(std::size_t name) {
    const std::size_t open = name + 1;
    const std::size_t close = tokens_[open].partner;
    if (name == 0 || close <= open || !is_name(name) || has(controls, tokens_[name].text)) return;
    const Token& before = tokens_[name - 1];
    if ((before.kind != TokenKind::name && !before.is("*") && !before.is("]") && !before.is(">")) ||
        has(controls, before.text))
      return;
    if (scope_at(name).kind == ScopeKind::function) return;
    FunctionClaim claim{.name = tokens_[name].text};
    std::size_t end = close + 1;
    while (!tokens_[end].is(";") && !tokens_[end].is("{") && !tokens_[end].is("}") &&
           tokens_[end].kind != TokenKind::end)
      ++end;
    if (!language_.host_words.empty() && is_marked(name, language_.host_words)) {
      claim.kind = FunctionKind::host;
    } else if (!tokens_[end].is(";")) {
      return;
    } else if (!imported(name, close, claim) && language_.name != "C" && language_.name != "C++") {
      return;
    }
    add(claim, name, open, close);
  }

  // In an object, a class or an interface: `name(a) {`, `name: (a) =>`, `name = function (a) {`.
  void member(std::size_t name) {
    const Token& behind = tokens_[name + 1];
    std::size_t open = name + 1;
    const bool in_group = scope_at(name).kind == ScopeKind::group || scope_at(name).kind == ScopeKind::other;
    if (behind.is("(")) {
      if (!in_group || name == 0 || tokens_[name - 1].is(".") || tokens_[name - 1].is_name("new")) return;
      const std::size_t close = behind.partner;
      const bool has_body = tokens_[close + 1].is("{");
      const bool has_type = tokens_[close + 1].is(":") && (scope_at(name).kind == ScopeKind::group);
      if (close <= open || !(has_body || has_type) || has(controls, tokens_[name].text)) return;
    } else if (behind.is(":") || behind.is("=")) {
      open = name + 2;
      for (int calls = 0; calls < 3; ++calls) open = into_call(open);
      if (tokens_[open].is_name("async")) ++open;
      if (tokens_[open].is_name("function")) {
        ++open;
        if (tokens_[open].is("*")) ++open;
        if (is_name(open)) ++open;
      }
      if (is_name(open) && tokens_[open + 1].is("=>")) {
        FunctionClaim claim{.kind = FunctionKind::host, .name = tokens_[name].text};
        claim.params.push_back({.name = tokens_[open].text, .type = {}});
        claim.range = text_.range(name, open + 1);
        claim.group = group_of(name);
        claims_.functions.push_back(std::move(claim));
        return;
      }
      const std::size_t close = tokens_[open].partner;
      if (!tokens_[open].is("(") || close <= open) return;
      const bool is_function = tokens_[open - 1].is_name("function") ||
                               (is_name(open - 1) && tokens_[open - 2].is_name("function")) ||
                               tokens_[close + 1].is("=>") || tokens_[close + 1].is(":");
      if (!is_function) return;
    } else {
      return;
    }
    FunctionClaim claim{.kind = FunctionKind::host, .name = tokens_[name].text};
    add(claim, name, open, tokens_[open].partner);
  }

  // Of `wrap(`, `this.wrap(`: behind the parenthesis.
  [[nodiscard]] std::size_t into_call(std::size_t i) const {
    const std::size_t begin = i;
    if (!is_name(i) || tokens_[i].is_name("function") || tokens_[i].is_name("async")) return begin;
    while (tokens_[i + 1].is(".") && is_name(i + 2)) i += 2;
    return tokens_[i + 1].is("(") ? i + 2 : begin;
  }

  // Assignments such as `x.a = f` belong together by x.
  [[nodiscard]] std::size_t group_of(std::size_t name) const { return text_.scopes.of_token[name]; }

  void add(FunctionClaim& claim, std::size_t name, std::size_t open, std::size_t close) {
    claim.params = params_of(text_, open, close);
    claim.range = text_.range(name, close + 1);
    claim.group = group_of(name);
    claim.result = result_of(name, close);
    find_used(close, claim);
    claims_.functions.push_back(std::move(claim));
  }

  void find_used(std::size_t close, FunctionClaim& claim) const {
    std::size_t begin = close + 1;
    if (tokens_[begin].is("=>")) ++begin;
    const bool has_body = begin > close + 1 || tokens_[begin].is("{");
    std::size_t end = tokens_[begin].is("{") ? tokens_[begin].partner : begin;
    while (has_body && end > begin && begin < end) {
      const bool is_param = std::any_of(claim.params.begin(), claim.params.end(), [&](const ParamClaim& p) {
        return !p.name.empty() && p.name == tokens_[begin].text;
      });
      if (is_param && is_name(begin)) claim.used.push_back(tokens_[begin].text);
      ++begin;
    }
    for (const ParamClaim& param : claim.params) {
      if (!has_body) claim.used.push_back(param.name);
    }
  }

  [[nodiscard]] TypeText result_of(std::size_t name, std::size_t close) const {
    std::size_t begin = close + 1;
    std::size_t end = begin;
    if (language_.function_words.empty()) {
      // Before the name.
      std::size_t first = name;
      while (first > 0 && (is_name(first - 1) || tokens_[first - 1].is("*")) && !tokens_[first].first) --first;
      return type_of(text_, first, name);
    }
    if (tokens_[begin].is(":") || tokens_[begin].is("->")) {
      ++begin;
    } else if (language_.name != "Zig" && language_.name != "Go") {
      return {};
    }
    end = begin;
    while (end < begin + 8 && !tokens_[end].is(";") && !tokens_[end].is("{") && !tokens_[end].is("=>") &&
           !tokens_[end].is(",") && !tokens_[end].is("---") && tokens_[end].kind != TokenKind::end &&
           (!tokens_[end].first || (end <= begin && !language_.ends_with_line)))
      ++end;
    return type_of(text_, begin, end);
  }

  [[nodiscard]] std::size_t attributes_begin(std::size_t i) const {
    for (int steps = 0; i > 0 && steps < farthest_attribute; ++steps) {
      const Token& before = tokens_[i - 1];
      if (before.is(";") || before.is("{") || before.is("}") || before.is(",")) break;
      if (before.kind == TokenKind::comment) return i - 1;
      // Another function's.
      if (before.kind == TokenKind::name && has(language_.function_words, before.text)) break;
      i = (before.is(")") || before.is("]")) && before.partner < i - 1 ? before.partner : i - 1;
    }
    return i;
  }

  [[nodiscard]] bool is_marked(std::size_t name, Words words) const {
    for (std::size_t i = attributes_begin(name); i < name; ++i) {
      if (is_name(i) && has(words, tokens_[i].text)) return true;
    }
    return false;
  }

  // Whether a function is defined elsewhere; under which names, as far as that is said.
  bool imported(std::size_t begin, std::size_t close, FunctionClaim& claim) const {
    bool is_import = strings_in(attributes_begin(begin), begin, claim);
    std::size_t end = close + 1;
    const bool over_lines = language_.name == "Pascal";
    for (int statements = 0; statements < (over_lines ? 3 : 1) && tokens_[end].kind != TokenKind::end; ++end) {
      if (tokens_[end].is("{") || tokens_[end].is_name("begin") || has(language_.function_words, tokens_[end].text))
        break;
      if (language_.ends_with_line && tokens_[end].first) break;
      if (tokens_[end].is(";")) ++statements;
    }
    is_import = strings_in(close + 1, end, claim) || is_import;
    for (std::size_t at = text_.scopes.of_token[begin]; at != 0; at = text_.scopes.all[at].parent) {
      const Scope& scope = text_.scopes.all[at];
      if (scope.kind == ScopeKind::function) break;
      FunctionClaim around;
      if (!strings_in(attributes_begin(scope.open), scope.open, around)) continue;
      is_import = true;
      if (claim.module.empty()) {
        claim.module = around.module;
        claim.module_range = around.module_range;
      }
      if (claim.module.empty()) library(scope.name, claim);
    }
    return is_import;
  }

  // Reads names from the strings of [begin, end). Answers whether anything there says "import".
  bool strings_in(std::size_t begin, std::size_t end, FunctionClaim& claim) const {
    bool is_import = false;
    for (std::size_t i = begin; i < end; ++i) {
      const Token& token = tokens_[i];
      if (token.kind == TokenKind::comment) {
        is_import = true;
        from_comment(token, claim);
      }
      if (is_name(i) && has(language_.import_words, token.text)) is_import = true;
      if (token.kind != TokenKind::string || token.text == "C" || token.text == "env") continue;
      const std::string_view key =
          i > 1 && (tokens_[i - 1].is("=") || tokens_[i - 1].is(":") || tokens_[i - 1].is("(")) &&
                  tokens_[i - 2].kind == TokenKind::name
              ? tokens_[i - 2].text
          : i > 0 && is_name(i - 1) ? tokens_[i - 1].text
                                    : std::string_view();
      const bool has_key = i > 1 && (tokens_[i - 1].is("=") || tokens_[i - 1].is(":"));
      if (has(name_keys, key)) {
        claim.name = token.text;
      } else if (has(module_keys, key) || (!has_key && claim.module.empty())) {
        claim.module = token.text;
        claim.module_range = text_.range(i, i + 1);
      } else if (!has_key) {
        claim.name = token.text;
      }
    }
    return is_import;
  }

  // `//go:wasmimport module name`
  static void from_comment(const Token& token, FunctionClaim& claim) {
    std::array<std::string_view, 3> words{};
    std::string_view rest = token.text;
    std::uint32_t place = token.begin;
    for (std::string_view& word : words) {
      const std::size_t blank = std::min(rest.find_first_not_of(" \t\r"), rest.size());
      rest.remove_prefix(blank);
      place += static_cast<std::uint32_t>(blank);
      word = rest.substr(0, rest.find_first_of(" \t\r"));
      if (&word == &words[1])
        claim.module_range = {.begin = place, .end = place + static_cast<std::uint32_t>(word.size())};
      rest.remove_prefix(word.size());
      place += static_cast<std::uint32_t>(word.size());
    }
    claim.module = words[1];
    if (!words[2].empty()) claim.name = words[2];
  }

  // `foreign import name "module"`
  void library(std::string_view name, FunctionClaim& claim) const {
    for (std::size_t i = 0; i + 3 < tokens_.size(); ++i) {
      if (!tokens_[i].is_name("foreign") || !tokens_[i + 1].is_name("import") || tokens_[i + 2].text != name) continue;
      if (tokens_[i + 3].kind != TokenKind::string) continue;
      claim.module = tokens_[i + 3].text;
      claim.module_range = text_.range(i + 3, i + 4);
    }
  }

  const Text& text_;
  const Language& language_;
  const Tokens& tokens_;
  Claims& claims_;
};

}  // namespace

void find_functions(const Text& text, Claims& claims) { Finder(text, claims).run(); }

}  // namespace audit
