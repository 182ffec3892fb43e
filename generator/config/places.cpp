// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config/places.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace config {
namespace {

using support::Span;

// Walks a text that is known to be JSON; nesting is as deep as that of a configuration.
class Walker {
 public:
  Walker(const support::Sources& sources, support::SourceId source) : text_(sources.text(source)), source_(source) {}

  std::map<std::string, Place> run() {
    value("", std::nullopt);
    return std::move(places_);
  }

 private:
  void value(const std::string& pointer, std::optional<Span> key) {
    skip_blanks();
    const std::size_t begin = at_;
    if (text_[at_] == '{') {
      object(pointer);
    } else if (text_[at_] == '[') {
      array(pointer);
    } else if (text_[at_] == '"') {
      string();
    } else {
      at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
    }
    const Span span = span_from(begin);
    places_[pointer] = {.key = key.value_or(span), .value = span};
  }

  void object(const std::string& pointer) {
    for (++at_; skip_blanks(), text_[at_] != '}';) {
      if (text_[at_] == ',') {
        ++at_;
        continue;
      }
      const std::size_t begin = at_;
      string();
      const Span key = span_from(begin);
      skip_blanks();
      ++at_;
      value(pointer + '/' + std::string(text_.substr(begin + 1, key.end - key.begin - 2)), key);
    }
    ++at_;
  }

  void array(const std::string& pointer) {
    std::size_t index = 0;
    for (++at_; skip_blanks(), text_[at_] != ']';) {
      if (text_[at_] == ',') {
        ++at_;
      } else {
        value(pointer + '/' + std::to_string(index++), std::nullopt);
      }
    }
    ++at_;
  }

  void string() {
    for (++at_; text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    ++at_;
  }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  [[nodiscard]] Span span_from(std::size_t begin) const {
    return {.source = source_, .begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(at_)};
  }

  std::string_view text_;
  support::SourceId source_;
  std::size_t at_ = 0;
  std::map<std::string, Place> places_;
};

}  // namespace

std::map<std::string, Place> places(const support::Sources& sources, support::SourceId source) {
  return Walker(sources, source).run();
}

}  // namespace config
