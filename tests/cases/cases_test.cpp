// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Golden cases: each .witx in ok/ is accepted without a word, each in bad/ is not, and what is said stands in the .expected beside
// it. A folder is a case of several files; its main.witx is read. UPDATE_GOLDENS=1 writes the files anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "diagnostics/codes.h"
#include "golden.h"
#include "support/files.h"

namespace cases {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> cases_in(const std::string& kind) {
  std::vector<fs::path> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(CASES_DIR) / kind)) {
    if (entry.path().extension() == ".witx") found.push_back(entry.path());
    if (entry.is_directory() && fs::exists(entry.path() / "main.witx")) found.push_back(entry.path() / "main.witx");
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string read(const fs::path& path) {
  auto text = support::RealFiles().read(path.string());
  return std::holds_alternative<std::string>(text) ? std::get<std::string>(std::move(text)) : std::string();
}

std::string name_of(const testing::TestParamInfo<fs::path>& info) {
  const fs::path& path = info.param;
  return (path.filename() == "main.witx" ? path.parent_path() : path).stem().string();
}

class Case : public testing::TestWithParam<fs::path> {
 protected:
  void check(const Answer& found) const {
    fs::path golden = GetParam();
    golden.replace_extension(".expected");
    if (std::getenv("UPDATE_GOLDENS") != nullptr) {
      std::ofstream file(golden, std::ios::binary);
      ASSERT_TRUE(file << found.text << std::flush) << golden;
    }
    EXPECT_EQ(found.text, read(golden)) << "UPDATE_GOLDENS=1 writes what is said now to " << golden;
  }
};

class OkCase : public Case {};
TEST_P(OkCase, IsAcceptedWithoutAWord) {
  const Answer found = answer(GetParam().string());
  EXPECT_EQ(found.errors, 0U);
  EXPECT_EQ(found.warnings, 0U);
  check(found);
}
INSTANTIATE_TEST_SUITE_P(Cases, OkCase, testing::ValuesIn(cases_in("ok")), name_of);

class BadCase : public Case {};
TEST_P(BadCase, IsExplained) {
  const Answer found = answer(GetParam().string());
  EXPECT_GT(found.errors + found.warnings, 0U);
  check(found);
}
INSTANTIATE_TEST_SUITE_P(Cases, BadCase, testing::ValuesIn(cases_in("bad")), name_of);

// What is said about files as such, and about output and usage, is tested with the command line.
const std::set<diagnostics::Code> not_about_definitions{
    diagnostics::Code::unreadable_file, diagnostics::Code::file_too_large,  diagnostics::Code::unwritable_output,
    diagnostics::Code::template_error,  diagnostics::Code::usage,           diagnostics::Code::bad_configuration,
    diagnostics::Code::unknown_builtin, diagnostics::Code::unused_approval, diagnostics::Code::not_wasm,
    diagnostics::Code::nothing_defined, diagnostics::Code::not_generated,   diagnostics::Code::nothing_understood};

TEST(Cases, ShowEveryCode) {
  std::string all;
  for (const fs::path& path : cases_in("bad")) all += answer(path.string()).text;
  for (const diagnostics::CodeInfo& code : diagnostics::all_codes()) {
    // What is found in definitions that are in order has tests of its own.
    if (!code.id.starts_with("WX") || not_about_definitions.contains(code.code)) continue;
    EXPECT_NE(all.find(" " + std::string(code.id) + ": "), std::string::npos) << code.id << " occurs in no case";
  }
}

TEST(Cases, HaveNoStrayGoldens) {
  for (const char* const kind : {"ok", "bad"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(CASES_DIR) / kind)) {
      fs::path source = entry.path();
      if (source.extension() != ".expected") continue;
      source.replace_extension(".witx");
      EXPECT_TRUE(fs::exists(source)) << entry.path() << " belongs to no case";
    }
  }
}

}  // namespace
}  // namespace cases
