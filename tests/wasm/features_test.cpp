// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Default builds use nothing that some engine lacks: the features that clang writes down for a module are those that all
// engines take.

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "toolbox.h"

namespace {

using toolbox::Workshop;

// What all engines take.
const std::set<std::string> everywhere = {
    "bulk-memory",     "bulk-memory-opt",     "call-indirect-overlong", "multivalue",
    "mutable-globals", "nontrapping-fptoint", "reference-types",        "sign-ext",
};

class Bytes {
 public:
  explicit Bytes(std::string bytes) : bytes_(std::move(bytes)) {}

  [[nodiscard]] bool done() const { return at_ >= bytes_.size(); }
  unsigned byte() { return done() ? 0 : static_cast<unsigned char>(bytes_[at_++]); }
  std::size_t number() {
    std::size_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const unsigned next = byte();
      value |= static_cast<std::size_t>(next & 127) << shift;
      if (next < 128) return value;
    }
  }
  std::string text(std::size_t size) {
    const std::string taken = at_ < bytes_.size() ? bytes_.substr(at_, size) : "";
    at_ += size;
    return taken;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

// The names in the section "target_features", with their prefixes left out.
std::set<std::string> features_of(const std::string& module) {
  Bytes bytes(toolbox::contents(module));
  (void)bytes.text(8);
  while (!bytes.done()) {
    const unsigned id = bytes.byte();
    Bytes section(bytes.text(bytes.number()));
    if (id != 0 || section.text(section.number()) != "target_features") continue;
    std::set<std::string> names;
    for (std::size_t left = section.number(); left != 0; --left) {
      (void)section.byte();
      names.insert(section.text(section.number()));
    }
    return names;
  }
  return {};
}

// Everything of the runtime that a program can use, more or less.
constexpr const char* large_program = R"code(
#include <barewasi/directory.hpp>
#include <barewasi/files.hpp>
#include <barewasi/lines.hpp>
#include <barewasi/number.hpp>
#include <barewasi/panic.hpp>
#include <barewasi/random.hpp>
#include <barewasi/time.hpp>
using namespace barewasi;
int main(int argc, char** argv) {
  String text;
  if (!read_file(witx::Str(argv[0], 3), text)) panic("no file ", argc);
  Lines lines(wasi::stdin_fd);
  while (lines.next()) print(lines.line(), fixed(argc, 3), 1.0 / argc, "\n");
  Directory entries(wasi::Fd(3));
  while (const Entry* entry = entries.next()) print(Str(entry->name), "\n");
  const auto number = parse<double>(text);
  return number && sleep(seconds(1)) ? static_cast<int>(*number) : 1;
}
)code";

void expect_no_other(const std::set<std::string>& used, const std::string& where) {
  EXPECT_FALSE(used.empty()) << where << ": clang did not write down any";
  for (const std::string& feature : used) EXPECT_TRUE(everywhere.contains(feature)) << where << ": " << feature;
}

TEST(Features, ADefaultBuildUsesNoneThatAnEngineLacks) {
  const Workshop workshop;
  expect_no_other(features_of(toolbox::build(workshop, "large.cpp", large_program)), "a large program");
}

// As they are built they are stripped of what clang writes down: once more, without that.
TEST(Features, NoExampleUsesOneThatAnEngineLacks) {
  const Workshop workshop;
  for (const auto& entry : std::filesystem::directory_iterator(BAREWASI_SOURCE "/examples")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string module = (workshop.path() / entry.path().stem()).string();
    const auto built = toolbox::compile({entry.path()}, module, toolbox::with_runtime());
    ASSERT_EQ(built.exit_code, 0) << built.err;
    expect_no_other(features_of(module), entry.path());
  }
}

TEST(Features, NoMemberOfALibraryUsesOneThatAnEngineLacks) {
  std::size_t members = 0;
  for (const auto& library : std::filesystem::directory_iterator(toolbox::library(""))) {
    if (library.path().extension() != ".a") continue;
    const Workshop workshop;
    const auto taken = support::run({BAREWASI_WASM_AR, "x", library.path()},
                                    {.input = {}, .working_directory = workshop.path(), .environment = {}});
    ASSERT_EQ(taken.exit_code, 0) << taken.err;
    for (const auto& member : std::filesystem::directory_iterator(workshop.path())) {
      expect_no_other(features_of(member.path()), library.path().string() + " " + member.path().filename().string());
      ++members;
    }
  }
  EXPECT_GT(members, 50U);
}

TEST(Features, AFeatureThatWasChosenIsSeen) {
  const Workshop workshop;
  auto arguments = toolbox::with_runtime();
  arguments.push_back("-msimd128");
  const auto used = features_of(toolbox::build(workshop, "small.cpp", "int main() { return 0; }", arguments));
  EXPECT_TRUE(used.contains("simd128"));
}

}  // namespace
