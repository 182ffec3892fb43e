// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where in a JSON text each value stands: what is read at its place is the value, and at the place of its key the key.
#include "config/places.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "support/source.h"

namespace {

using nlohmann::json;

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  // A value, written with blanks wherever they may be.
  std::string value(int depth) {
    const auto kind = random_() % (depth > 0 ? 7 : 5);
    switch (kind) {
      case 0: return pick({"true", "false", "null"});
      case 1: return pick({"0", "-1.5e3", "17", "1E2"});
      case 2:
      case 3: return string();
      case 4: return pick({"{}", "[]", "{ }", "[\n]"});
      case 5: return list(depth);
      default: return object(depth);
    }
  }

 private:
  std::string pick(const std::vector<std::string>& from) { return from[random_() % from.size()]; }
  std::string blanks() { return pick({"", "", " ", "\n", "\t\r\n "}); }
  std::string string() { return pick({R"("a")", R"("")", R"("a\"b")", R"("\\")", R"("]},: {[")", R"("\\\"")"}); }
  std::string list(int depth) {
    std::string text = "[";
    for (auto i = 1 + random_() % 3; i > 0; --i) text += blanks() + value(depth - 1) + blanks() + (i > 1 ? "," : "");
    return text + "]";
  }
  std::string object(int depth) {
    std::string text = "{";
    for (auto i = 1 + random_() % 3; i > 0; --i) {
      text += blanks() + "\"k" + std::to_string(i) + "\"" + blanks() + ":" + blanks() + value(depth - 1) + blanks() +
              (i > 1 ? "," : "");
    }
    return text + "}";
  }

  std::mt19937 random_;
};

std::size_t expect_places(const json& value, const std::string& pointer,
                          const std::map<std::string, config::Place>& places, const support::Sources& sources) {
  const auto place = places.find(pointer);
  EXPECT_NE(place, places.end()) << pointer;
  if (place == places.end()) return 0;
  EXPECT_EQ(json::parse(sources.text(place->second.value), nullptr, false), value) << pointer;
  // What has no key has its own place for one.
  const bool keyed = pointer.substr(pointer.rfind('/') + 1).starts_with('k');
  const json key = json::parse(sources.text(place->second.key), nullptr, false);
  EXPECT_EQ(key, keyed ? json(pointer.substr(pointer.rfind('/') + 1)) : value) << pointer;
  std::size_t count = 1;
  if (value.is_object()) {
    for (const auto& [name, member] : value.items())
      count += expect_places(member, pointer + "/" + name, places, sources);
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i)
      count += expect_places(value[i], pointer + "/" + std::to_string(i), places, sources);
  }
  return count;
}

TEST(ConfigPlaces, HoldTheirValues) {
  for (unsigned seed = 0; seed < 2'000; ++seed) {
    support::Sources sources;
    const std::string text = "\n " + Writer(seed).value(4) + "\n";
    const support::SourceId source = sources.add("witxc.json", text);
    const auto places = config::places(sources, source);
    ASSERT_EQ(expect_places(json::parse(text), "", places, sources), places.size()) << text;
  }
}

}  // namespace
