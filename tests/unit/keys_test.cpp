// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A key that no template reads is one that nobody misses.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "backend/backend.h"
#include "render/tags.h"
#include "render/template_set.h"

namespace {

using Names = std::set<std::string>;

// The words in the tags of a text: of `names.snake` two.
void read_tags(std::string_view text, Names& names) {
  for (render::Delimited tag = render::next_tag(text, 0); tag.end != std::string_view::npos && tag.begin < text.size();
       tag = render::next_tag(text, tag.end)) {
    std::string_view rest = render::name_in(tag.inside).name;
    while (!rest.empty()) {
      const std::size_t dot = rest.find('.');
      names.emplace(rest.substr(0, dot));
      rest.remove_prefix(dot == std::string_view::npos ? rest.size() : dot + 1);
    }
  }
}

Names read_by(std::string_view language) {
  Names names;
  for (const std::string_view name : render::builtin_templates(language))
    read_tags(*render::builtin_template(language, name), names);
  return names;
}

// What the guide shows in a tag, or names between backticks: whole, or by how it ends.
class Guide {
 public:
  Guide() {
    std::ifstream stream(PROJECT_DIR "/templates/README.md");
    text_.assign(std::istreambuf_iterator<char>(stream), {});
    read_tags(text_, tags_);
  }

  [[nodiscard]] bool shows(const std::string& key) const {
    if (tags_.contains(key) || text_.find("`" + key + "`") != std::string::npos) return true;
    for (const std::string_view end : {"_is_last", "_witx", "_name", "_names"}) {
      if (key.ends_with(end) && text_.find("`…" + std::string(end) + "`") != std::string::npos) return true;
    }
    return false;
  }

 private:
  std::string text_;
  Names tags_;
};

// By the templates of any language that has it.
TEST(Keys, EachIsReadByATemplateOrShownInTheGuide) {
  const Guide guide;
  Names keys = backend::view_keys("another");
  Names read;
  for (const std::string_view language : render::builtin_languages()) {
    const Names own = backend::view_keys(language);
    const Names by_own = read_by(language);
    std::ranges::set_intersection(own, by_own, std::inserter(read, read.end()));
    keys.insert(own.begin(), own.end());
  }
  EXPECT_GT(read.size(), 100U);
  for (const std::string& key : keys)
    EXPECT_TRUE(read.contains(key) || guide.shows(key)) << "a key that nobody reads: " << key;
}

}  // namespace
