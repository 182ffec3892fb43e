// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "audit/expression.h"

#include <algorithm>
#include <array>

namespace audit {
namespace {

using Value = std::optional<std::uint64_t>;

constexpr int deepest = 40;

unsigned precedence(const Token& token) {
  if (token.kind == TokenKind::name) return token.text == "shl" ? 4 : token.text == "or" ? 1 : 0;
  if (token.kind != TokenKind::symbol) return 0;
  if (token.text == "|") return 1;
  if (token.text == "^") return 2;
  if (token.text == "&") return 3;
  if (token.text == "<<" || token.text == ">>") return 4;
  if (token.text == "+" || token.text == "-") return 5;
  if (token.text == "*") return 6;
  return 0;
}

Value apply(std::string_view symbol, std::uint64_t left, std::uint64_t right) {
  constexpr std::uint64_t bits = 64;
  if (symbol == "|" || symbol == "or") return left | right;
  if (symbol == "^") return left ^ right;
  if (symbol == "&") return left & right;
  if (symbol == "<<" || symbol == "shl") return right < bits ? Value(left << right) : std::nullopt;
  if (symbol == ">>") return right < bits ? Value(left >> right) : std::nullopt;
  if (symbol == "+") return left + right;
  if (symbol == "-") return left - right;
  return left * right;
}

// A reader that is at one token; every function leaves it behind what it read.
class Reader {
 public:
  Reader(const Tokens& tokens, std::size_t begin, const Constants& constants)
      : tokens_(tokens), constants_(constants), at_(begin) {}

  [[nodiscard]] std::size_t place() const { return at_; }

  // NOLINTNEXTLINE(misc-no-recursion): bounded by `deepest`.
  Value sum(unsigned least = 1) {
    if (++depth_ > deepest) return std::nullopt;
    Value left = unary();
    while (left) {
      const unsigned strength = precedence(now());
      if (strength < least || strength == 0) break;
      const std::string_view symbol = now().text;
      ++at_;
      const Value right = sum(strength + 1);
      if (!right) return std::nullopt;
      left = apply(symbol, *left, *right);
    }
    --depth_;
    return left;
  }

 private:
  [[nodiscard]] const Token& now() const { return tokens_[std::min(at_, tokens_.size() - 1)]; }
  [[nodiscard]] const Token& ahead(std::size_t by) const { return tokens_[std::min(at_ + by, tokens_.size() - 1)]; }

  // NOLINTNEXTLINE(misc-no-recursion): bounded by `deepest`.
  Value unary() {
    if (++depth_ > deepest) return std::nullopt;
    Value value;
    if (now().is("-") || now().is("~")) {
      const bool is_minus = now().is("-");
      ++at_;
      if (const Value inner = unary()) value = is_minus ? 0 - *inner : ~*inner;
    } else {
      value = primary();
      if (value) skip_suffixes();
    }
    --depth_;
    return value;
  }

  // `as T`, `.toLong()`.
  void skip_suffixes() {
    while (true) {
      if (now().is_name("as") && ahead(1).kind == TokenKind::name) {
        at_ += 2;
      } else if (now().is(".") && ahead(1).kind == TokenKind::name && ahead(1).text.starts_with("to") &&
                 ahead(2).is("(") && ahead(3).is(")")) {
        at_ += 4;
      } else {
        return;
      }
    }
  }

  // NOLINTNEXTLINE(misc-no-recursion): bounded by `deepest`.
  Value primary() {
    if (now().is("$") && ahead(1).kind == TokenKind::number) return pascal_hex();
    if (now().kind == TokenKind::name && now().text.starts_with("$") && now().text.size() > 1) return dollar_hex();
    if (now().is("@")) ++at_;
    if (now().kind == TokenKind::number) {
      const Value value = number_of(now().text);
      ++at_;
      return value;
    }
    if (now().is("(")) return parenthesis();
    if (now().kind == TokenKind::name) return named();
    return std::nullopt;
  }

  Value pascal_hex() {
    const Value value = number_of("0x" + std::string(ahead(1).text));
    at_ += 2;
    return value;
  }

  Value dollar_hex() {
    const Value value = number_of("0x" + std::string(now().text.substr(1)));
    ++at_;
    return value;
  }

  // A value in parentheses, or a cast.
  // NOLINTNEXTLINE(misc-no-recursion): bounded by `deepest`.
  Value parenthesis() {
    const std::size_t close = now().partner;
    if (close <= at_) return std::nullopt;
    const bool only_names = std::all_of(
        tokens_.begin() + static_cast<std::ptrdiff_t>(at_) + 1, tokens_.begin() + static_cast<std::ptrdiff_t>(close),
        [](const Token& t) { return t.kind == TokenKind::name || t.is("*") || t.is("::"); });
    const Token& behind = tokens_[close + 1];
    const bool is_operand = behind.kind == TokenKind::number || behind.is("(") || behind.is("-") || behind.is("~");
    if (only_names && (is_operand || (behind.kind == TokenKind::name && precedence(behind) == 0 &&
                                      !behind.is_name("as") && !behind.first))) {
      at_ = close + 1;
      return unary();
    }
    ++at_;
    const Value value = sum();
    if (at_ != close) return std::nullopt;
    at_ = close + 1;
    return value;
  }

  // A constant, or a call that gives its argument another type: of several arguments the last one is the value.
  // NOLINTNEXTLINE(misc-no-recursion): bounded by `deepest`.
  Value named() {
    std::string_view name = now().text;
    ++at_;
    while ((now().is("::") || now().is(".")) && ahead(1).kind == TokenKind::name) {
      if (ahead(1).text.starts_with("to") && ahead(2).is("(")) break;
      name = ahead(1).text;
      at_ += 2;
    }
    if ((now().is("(") || now().is("{")) && now().partner > at_ && !now().first) return argument(now().partner);
    const auto known = constants_.find(name);
    return known == constants_.end() ? std::nullopt : Value(known->second);
  }

  // NOLINTNEXTLINE(misc-no-recursion): bounded by `deepest`.
  Value argument(std::size_t close) {
    ++at_;
    for (std::size_t i = at_; i < close; ++i) {
      if (tokens_[i].partner > i) i = tokens_[i].partner;
      if (tokens_[i].is(",")) at_ = i + 1;
    }
    // A label, as in `T(rawValue: 1)` or `T{ .bits = 1 }`.
    if (now().is(".")) ++at_;
    if (now().kind == TokenKind::name && (ahead(1).is(":") || ahead(1).is("="))) at_ += 2;
    const Value value = sum();
    if (at_ != close) return std::nullopt;
    at_ = close + 1;
    return value;
  }

  const Tokens& tokens_;
  const Constants& constants_;
  std::size_t at_;
  int depth_ = 0;
};

unsigned digit_of(char c) {
  constexpr unsigned none = 99;
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return none;
}

// What may stand behind the digits.
bool is_suffix(std::string_view text) {
  constexpr std::array<std::string_view, 27> known{"",   "u",   "U",   "l",   "L",     "n",     "ul",  "UL",  "uL",
                                                   "Ul", "ll",  "LL",  "ull", "ULL",   "u8",    "u16", "u32", "u64",
                                                   "i8", "i16", "i32", "i64", "usize", "isize", "z",   "uz",  "UZ"};
  return std::find(known.begin(), known.end(), text) != known.end();
}

}  // namespace

std::optional<std::uint64_t> number_of(std::string_view text) {
  unsigned base = 10;
  if (text.size() > 2 && text[0] == '0') {
    const char kind = text[1];
    base = kind == 'x' || kind == 'X' ? 16U : kind == 'b' || kind == 'B' ? 2U : kind == 'o' || kind == 'O' ? 8U : 10U;
    if (base != 10) text.remove_prefix(2);
  }
  // Some languages read 010 as octal, and others do not.
  if (base == 10 && text.size() > 1 && text[0] == '0' && digit_of(text[1]) < 10) return std::nullopt;
  std::uint64_t value = 0;
  std::size_t digits = 0;
  while (!text.empty() && (digit_of(text[0]) < base || text[0] == '_' || text[0] == '\'')) {
    if (digit_of(text[0]) < base) {
      if (value > (UINT64_MAX - digit_of(text[0])) / base) return std::nullopt;
      value = value * base + digit_of(text[0]);
      ++digits;
    }
    text.remove_prefix(1);
  }
  return digits > 0 && is_suffix(text) ? std::optional(value) : std::nullopt;
}

std::optional<Evaluated> evaluate(const Tokens& tokens, std::size_t begin, const Constants& constants) {
  Reader reader(tokens, begin, constants);
  const Value value = reader.sum();
  return value ? std::optional(Evaluated{.value = *value, .end = reader.place()}) : std::nullopt;
}

}  // namespace audit
