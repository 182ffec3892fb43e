// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "bind/names.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace bind {
namespace {

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

// Whether a word begins at `at`: after a lower-case letter or digit at an upper-case one, and before the last of several
// upper-case letters when a lower-case one follows.
bool begins_word(std::string_view name, std::size_t at) {
  if (!is_upper(name[at]) || at == 0) return false;
  const char before = name[at - 1];
  if (is_lower(before) || is_digit(before)) return true;
  return is_upper(before) && at + 1 < name.size() && is_lower(name[at + 1]);
}

std::string joined(const std::vector<std::string>& words, char separator) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += separator;
    out += word;
  }
  return out;
}

std::string capitalised(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    // "u_8_16" must not become "U816", which "u_81_6" becomes as well.
    if (!out.empty() && is_digit(out.back()) && is_digit(word[0])) out += '_';
    out += upper(word[0]);
    out += std::string_view(word).substr(1);
  }
  return out;
}

template <typename T>
struct Word {
  std::string_view name;
  T meaning;
};
constexpr std::array symbol_words{
    Word{"types", Symbol::type},         Word{"fields", Symbol::field}, Word{"cases", Symbol::case_},
    Word{"functions", Symbol::function}, Word{"params", Symbol::param}, Word{"constants", Symbol::constant},
    Word{"modules", Symbol::module},
};
constexpr std::array style_words{
    Word{"snake", Style::snake}, Word{"pascal", Style::pascal}, Word{"camel", Style::camel},
    Word{"upper", Style::upper}, Word{"kebab", Style::kebab},
};

template <typename Words>
auto meaning_of(const Words& words, std::string_view name) -> std::optional<decltype(words[0].meaning)> {
  const auto found = std::find_if(words.begin(), words.end(), [name](const auto& word) { return word.name == name; });
  return found == words.end() ? std::nullopt : std::optional(found->meaning);
}

}  // namespace

std::optional<Symbol> symbol_named(std::string_view name) { return meaning_of(symbol_words, name); }
std::optional<Style> style_named(std::string_view name) { return meaning_of(style_words, name); }

Style& Styles::of(Symbol kind) {
  switch (kind) {
    case Symbol::type: return type;
    case Symbol::field: return field;
    case Symbol::case_: return value;
    case Symbol::function: return function;
    case Symbol::param: return param;
    case Symbol::constant: return constant;
    case Symbol::module: return module;
  }
  std::abort();
}

Style Styles::of(Symbol kind) const { return Styles(*this).of(kind); }

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!is_lower(c) && !is_upper(c) && !is_digit(c)) {
      flush();
      continue;
    }
    if (begins_word(name, i)) flush();
    word += lower(c);
  }
  flush();
  if (words.empty()) words.emplace_back("unnamed");
  return words;
}

std::string to_style(std::string_view name, Style style) {
  const std::vector<std::string> words = words_of(name);
  switch (style) {
    case Style::snake: return joined(words, '_');
    case Style::kebab: return joined(words, '-');
    case Style::pascal: return capitalised(words);
    case Style::camel: {
      std::string out = capitalised(words);
      for (std::size_t i = 0; i < words[0].size(); ++i) out[i] = lower(out[i]);
      return out;
    }
    case Style::upper: {
      std::string out = joined(words, '_');
      std::transform(out.begin(), out.end(), out.begin(), upper);
      return out;
    }
  }
  std::abort();
}

std::string identifier(const Naming& naming, Symbol kind, std::string_view name) {
  return identifier(naming, kind, name, "");
}

std::string identifier(const Naming& naming, Symbol kind, std::string_view name, std::string_view prefix) {
  const Style style = naming.styles.of(kind);
  std::string out = to_style(name, style);
  const bool is_global = kind != Symbol::field && kind != Symbol::param && kind != Symbol::module;
  if (naming.flat_names && is_global) {
    std::string before(prefix);
    if (style == Style::upper) std::transform(before.begin(), before.end(), before.begin(), upper);
    out.insert(0, before);
  }
  if (kind == Symbol::type) out += naming.type_suffix;
  if (is_digit(out[0])) out.insert(0, 1, '_');
  const auto has = [&out](std::span<const std::string_view> words) {
    return std::binary_search(words.begin(), words.end(), std::string_view(out));
  };
  if (has(naming.reserved) || (kind == Symbol::type && has(naming.locals))) out += '_';
  return out;
}

bool is_identifier(const Naming& naming, std::string_view name) {
  if (naming.reserved.empty()) return true;
  const bool spelled = !name.empty() && !is_digit(name[0]) && std::all_of(name.begin(), name.end(), [](char c) {
    return is_lower(c) || is_upper(c) || is_digit(c) || c == '_';
  });
  return spelled && !std::binary_search(naming.reserved.begin(), naming.reserved.end(), name);
}

bool Scope::is_reserved(const std::string& name) const {
  return reserved_.contains(name) ||
         (outer_ != nullptr && (outer_->reserved_.contains(name) || outer_->taken_.contains(name)));
}

bool Scope::take(const std::string& name) { return !is_reserved(name) && taken_.insert(name).second; }

std::string Scope::add(std::string name) {
  if (is_reserved(name) && !name.ends_with('_')) name += '_';
  if (take(name)) return name;
  unsigned& n = repeated_.try_emplace(name, 1).first->second;
  while (true) {
    // Two underscores in a row are the compiler's own.
    std::string candidate = name + (name.ends_with('_') ? "" : "_") + std::to_string(++n);
    if (take(candidate)) return candidate;
  }
}

}  // namespace bind
