// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Numbers that are read from memory and written to it by hand.
#include <algorithm>
#include <map>
#include <optional>

#include "audit/extract.h"

namespace audit {
namespace {

// A sum: what is known of it, and the text of the rest.
struct Sum {
  std::uint64_t constant = 0;
  std::string rest;
  // The first name in the rest.
  std::string_view name;
};

class Finder {
 public:
  Finder(const Text& text, Claims& claims) : text_(text), tokens_(text.tokens), claims_(claims) {}

  void run() {
    for (const Accessor& accessor : text_.language.accessors) accessors_.emplace(accessor.name, &accessor);
    if (accessors_.empty()) return;
    for (std::size_t i = 1; i < tokens_.size(); ++i) {
      if (tokens_[i].kind != TokenKind::name) continue;
      const auto found = accessors_.find(tokens_[i].text);
      if (found != accessors_.end()) access(i, *found->second);
    }
  }

 private:
  [[nodiscard]] bool is_name(std::size_t i) const { return tokens_[i].kind == TokenKind::name; }

  void access(std::size_t name, const Accessor& accessor) {
    std::size_t open = name + 1;
    unsigned bytes = accessor.bytes;
    const bool has_type = tokens_[open].is("<") && tokens_[open + 2].is(">");
    if (has_type) {
      bytes = bytes_of(tokens_[open + 1].text);
      open += 3;
    }
    if (!tokens_[open].is("(") || tokens_[open].partner <= open) return;
    const std::vector<Part> arguments = parts_between(tokens_, open, tokens_[open].partner);
    if (bytes == 0) bytes = self_type(arguments);
    if (bytes == 0 || arguments.size() <= accessor.offset || (accessor.writes && arguments.size() < 2)) return;
    std::optional<Sum> sum = sum_of(unlabelled(arguments[accessor.offset]));
    if (!sum) return;
    if (accessor.more_offset < arguments.size()) {
      const auto more = sum_of(arguments[accessor.more_offset]);
      if (!more || !more->rest.empty()) return;
      sum->constant += more->constant;
    }
    const std::size_t function = text_.scopes.function_around(name);
    const std::size_t receiver = receiver_begin(name);
    if (!through_view(receiver, name, function, *sum)) return;
    if (!moved(name, function, *sum)) return;
    AccessClaim claim{.containers = text_.scopes.names_around(name),
                      .offset = sum->constant,
                      .bytes = bytes,
                      .writes = accessor.writes};
    claim.base = joined(receiver, name) + '|' + sum->rest;
    claim.scope = function;
    claim.is_swapped =
        bytes > 1 && accessor.little_endian != Accessor::no_argument && arguments.size() <= accessor.little_endian;
    claim.range = text_.range(name, tokens_[open].partner + 1);
    params(function, sum->name, claim);
    if (accessor.writes) {
      const std::size_t value = accessor.offset == 0 ? (accessor.more_offset == 1 ? arguments.size() - 1 : 1) : 0;
      claim.names = names_in(arguments[value]);
    } else {
      claim.names = target_of(receiver);
    }
    claims_.accesses.push_back(std::move(claim));
  }

  [[nodiscard]] unsigned bytes_of(std::string_view type) const {
    for (const NumberType& number : text_.language.numbers) {
      if (number.name == type) return number.bytes;
    }
    for (const TypeClaim& known : claims_.types) {
      if (known.name == type && known.type.tokens.size() == 1 && known.type.tokens[0] != type) {
        for (const NumberType& number : text_.language.numbers) {
          if (number.name == known.type.tokens[0]) return number.bytes;
        }
      }
    }
    return 0;
  }

  // `as: T.self`
  [[nodiscard]] unsigned self_type(const std::vector<Part>& arguments) const {
    if (arguments.empty()) return 0;
    const Part& last = arguments.back();
    const bool is_type = last.end >= last.begin + 3 && tokens_[last.end - 1].is_name("self") && is_name(last.end - 3);
    return is_type ? bytes_of(tokens_[last.end - 3].text) : 0;
  }

  [[nodiscard]] Part unlabelled(Part part) const {
    if (part.end > part.begin + 2 && is_name(part.begin) && tokens_[part.begin + 1].is(":")) part.begin += 2;
    return part;
  }

  [[nodiscard]] std::string joined(std::size_t begin, std::size_t end) const {
    std::string all;
    for (std::size_t i = begin; i < end; ++i) all += tokens_[i].text;
    return all;
  }

  // NOLINTNEXTLINE(misc-no-recursion): each call is within the brackets of the one before.
  [[nodiscard]] std::optional<Sum> sum_of(Part part) const {
    while (part.begin < part.end && tokens_[part.begin].is("(") && tokens_[part.begin].partner + 1 == part.end) {
      ++part.begin;
      --part.end;
    }
    Sum sum;
    std::size_t begin = part.begin;
    bool is_minus = false;
    for (std::size_t i = part.begin; i <= part.end; ++i) {
      if (i < part.end && tokens_[i].kind == TokenKind::symbol) {
        if (tokens_[i].partner > i) {
          i = tokens_[i].partner;
          continue;
        }
        const std::string_view symbol = tokens_[i].text;
        if (symbol == ">>" || symbol == "<<" || symbol == "|" || symbol == "&" || symbol == "?" || symbol == "=" ||
            symbol == "%" || symbol == "/" || symbol == "+=")
          return std::nullopt;
        if (symbol != "+" && symbol != "-") continue;
      } else if (i < part.end) {
        continue;
      }
      if (begin == i) return std::nullopt;
      if (!add_term({.begin = begin, .end = i}, is_minus, sum)) return std::nullopt;
      is_minus = i < part.end && tokens_[i].is("-");
      begin = i + 1;
    }
    return sum;
  }

  // NOLINTNEXTLINE(misc-no-recursion)
  bool add_term(Part term, bool is_minus, Sum& sum) const {
    const auto constant = evaluate(tokens_, term.begin, text_.constants);
    if (constant && constant->end == term.end) {
      sum.constant = is_minus ? sum.constant - constant->value : sum.constant + constant->value;
      return true;
    }
    if (is_minus) return false;
    // `buffer[8:]`, `span[8..]`, `span.Slice(8)`.
    const std::size_t last = term.end - 1;
    const std::size_t open = tokens_[last].partner;
    if (open > term.begin && open < last &&
        (tokens_[last].is("]") || (tokens_[last].is(")") && tokens_[open - 1].text == "Slice"))) {
      std::size_t colon = open + 1;
      while (colon < last && !tokens_[colon].is(":") && !tokens_[colon].is("..") && !tokens_[colon].is(",")) ++colon;
      if (colon < last || tokens_[last].is(")")) {
        const std::size_t end = tokens_[last].is(")") ? open - 2 : open;
        sum.rest += joined(term.begin, end);
        if (is_name(term.begin)) sum.name = tokens_[term.begin].text;
        if (colon == open + 1) return true;
        const std::optional<Sum> inner = sum_of({.begin = open + 1, .end = colon});
        if (!inner) return false;
        sum.constant += inner->constant;
        sum.rest += inner->rest;
        return true;
      }
    }
    sum.rest += '+' + joined(term.begin, term.end);
    for (std::size_t i = term.begin; i < term.end && sum.name.empty(); ++i) {
      if (is_name(i) && !tokens_[i + 1].is("(")) sum.name = tokens_[i].text;
    }
    return true;
  }

  [[nodiscard]] std::size_t receiver_begin(std::size_t name) const {
    std::size_t i = name;
    while (i > 1 && tokens_[i - 1].is(".")) {
      std::size_t before = i - 2;
      while (before > 0 && (tokens_[before].is(")") || tokens_[before].is("]")) && tokens_[before].partner < before)
        before = tokens_[before].partner - 1;
      i = before;
      if (!is_name(before)) return before + 1;
    }
    return i > 0 && tokens_[i - 1].is_name("new") ? i - 1 : i;
  }

  // Of a view that begins at an address: adds that address. False if it is not known.
  // NOLINTNEXTLINE(misc-no-recursion)
  bool through_view(std::size_t receiver, std::size_t name, std::size_t function, Sum& sum) const {
    if (!text_.language.has_host_objects || receiver + 1 >= name) return true;
    std::size_t made = text_.tokens.size();
    if (tokens_[receiver].is_name("new")) {
      made = receiver;
    } else {
      const Scope& scope = text_.scopes.all[function];
      for (std::size_t i = function == 0 ? 0 : scope.head; i + 1 < scope.close && i < name; ++i) {
        if (tokens_[i].text == tokens_[receiver].text && tokens_[i + 1].is("=") && tokens_[i + 2].is_name("new") &&
            receiver + 2 == name)
          made = i + 2;
      }
    }
    if (made >= tokens_.size() || !tokens_[made + 1].is_name("DataView") || !tokens_[made + 2].is("(")) return true;
    const std::vector<Part> arguments = parts_between(tokens_, made + 2, tokens_[made + 2].partner);
    if (arguments.size() < 2) return true;
    const std::optional<Sum> begin = sum_of(arguments[1]);
    if (!begin) return false;
    sum.constant += begin->constant;
    sum.rest += begin->rest;
    if (sum.name.empty()) sum.name = begin->name;
    return true;
  }

  // What was added to the address on the way to an access. False if it is not known.
  bool moved(std::size_t access, std::size_t function, Sum& sum) const {
    if (sum.name.empty() || function == 0) return true;
    const Scope& scope = text_.scopes.all[function];
    const std::size_t here = text_.scopes.of_token[access];
    for (std::size_t i = scope.open; i < scope.close; ++i) {
      if (tokens_[i].text != sum.name || !is_name(i) || tokens_[i - 1].is(".")) continue;
      const Token& behind = tokens_[i + 1];
      const bool is_step = behind.is("+=");
      const bool is_change = is_step || behind.is("-=") || (behind.is("+") && tokens_[i + 2].is("+")) ||
                             (behind.is("=") && !is_declared(i));
      if (!is_change) continue;
      if (text_.scopes.of_token[i] != here) return false;
      if (i > access) continue;
      const auto step = evaluate(tokens_, i + 2, text_.constants);
      if (!is_step || !step ||
          !(tokens_[step->end].is(";") || tokens_[step->end].first || tokens_[step->end].is(",") ||
            tokens_[step->end].is("}")))
        return false;
      sum.constant += step->value;
    }
    return true;
  }

  [[nodiscard]] bool is_declared(std::size_t i) const {
    return i > 0 && has(text_.language.constant_words, tokens_[i - 1].text);
  }

  void params(std::size_t function, std::string_view base, AccessClaim& claim) const {
    const std::size_t open = text_.scopes.all[function].params;
    if (function == 0 || open == 0) return;
    if (!tokens_[open].is("(")) {
      claim.params.push_back(tokens_[open].text);
    } else {
      for (const ParamClaim& param : params_of(text_, open, tokens_[open].partner)) claim.params.push_back(param.name);
    }
    for (std::size_t i = 0; i < claim.params.size(); ++i) {
      if (claim.params[i] == base && !base.empty()) claim.param = i;
    }
  }

  // A call that gives a number another type.
  [[nodiscard]] static bool converts(std::string_view callee) {
    for (const std::string_view part :
         {"Int", "int", "Num", "num", "Long", "long", "u8", "u16", "u32", "u64", "i64", "Short", "Byte"}) {
      if (callee.find(part) != std::string_view::npos) return true;
    }
    return false;
  }

  // The name of what is written: of `this.stat.size` the last one, seen through conversions. Nothing for what is calculated.
  [[nodiscard]] std::vector<std::string_view> names_in(Part part) const {
    std::string_view found;
    for (std::size_t i = part.begin; i < part.end; ++i) {
      const Token& token = tokens_[i];
      if (token.kind == TokenKind::name) {
        if (token.text == "as") break;
        if (!tokens_[i + 1].is("(")) {
          found = token.text;
        } else if (!converts(token.text) && !token.text.starts_with("to")) {
          return {};
        }
        continue;
      }
      if (token.is(">>") || token.is("&")) break;
      if (token.kind == TokenKind::symbol && !token.is(".") && !token.is("(") && !token.is(")") && !token.is(",") &&
          !token.is("::"))
        return {};
    }
    return found.empty() ? std::vector<std::string_view>() : std::vector{found};
  }

  // What the number that is read becomes: `a.name = `, `name: `, an argument of a function whose parameters are known.
  [[nodiscard]] std::vector<std::string_view> target_of(std::size_t receiver) const {
    std::size_t i = receiver;
    // Out of conversions.
    while (i > 1 && tokens_[i - 1].is("(") && is_name(i - 2) &&
           (tokens_[i - 2].text == "Number" || tokens_[i - 2].text == "BigInt"))
      i -= 2;
    if (i < 2) return {};
    if (tokens_[i - 1].is("=") || tokens_[i - 1].is(":") || tokens_[i - 1].is(":=")) {
      std::size_t name = i - 2;
      if (tokens_[i - 1].is("=") && name > 1 && is_name(name) && tokens_[name - 1].is(":")) name -= 2;
      return is_name(name) ? std::vector{tokens_[name].text} : std::vector<std::string_view>();
    }
    if (!tokens_[i - 1].is("(") && !tokens_[i - 1].is(",")) return {};
    std::size_t open = i - 1;
    std::size_t position = 0;
    while (open > 0 && (!tokens_[open].is("(") || tokens_[open].partner <= i)) {
      if (tokens_[open].is(",")) ++position;
      if (tokens_[open].is(";") || tokens_[open].is("{")) return {};
      open = (tokens_[open].is(")") || tokens_[open].is("]") || tokens_[open].is("}")) && tokens_[open].partner < open
                 ? tokens_[open].partner - 1
                 : open - 1;
    }
    return open > 0 && is_name(open - 1) ? param_of(tokens_[open - 1].text, position) : std::vector<std::string_view>();
  }

  // The name of a parameter of a function, or of a constructor of a class, in this text.
  [[nodiscard]] std::vector<std::string_view> param_of(std::string_view callee, std::size_t position) const {
    for (const Scope& scope : text_.scopes.all) {
      if (scope.kind != ScopeKind::function || scope.params == 0 || !tokens_[scope.params].is("(")) continue;
      const bool is_constructor = scope.name == "constructor" && text_.scopes.all[scope.parent].name == callee;
      if (scope.name != callee && !is_constructor) continue;
      const std::vector<ParamClaim> params = params_of(text_, scope.params, tokens_[scope.params].partner);
      if (position < params.size()) return {params[position].name};
    }
    return {};
  }

  const Text& text_;
  const Tokens& tokens_;
  Claims& claims_;
  std::map<std::string_view, const Accessor*> accessors_;
};

}  // namespace

void find_accesses(const Text& text, Claims& claims) { Finder(text, claims).run(); }

}  // namespace audit
