// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Languages that the tool does not know: what templates/README.md writes down is enough for them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "sample_files.h"
#include "support/process.h"

namespace {

using cli_tests::Answer;
using cli_tests::StubbornFiles;
using cli_tests::witxc;

// The files that the guide shows: `my/...`: and, behind an empty line, what is in it, indented by four.
std::map<std::string, std::string> files_of_the_guide() {
  std::ifstream stream(std::string(PROJECT_DIR) + "/templates/README.md");
  std::map<std::string, std::string> files;
  std::string* open = nullptr;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("`my/") && line.ends_with("`:")) {
      open = &files[line.substr(1, line.size() - 3)];
    } else if (open != nullptr && line.starts_with("    ")) {
      *open += line.substr(4) + '\n';
    } else if (!line.empty()) {
      open = nullptr;
    }
  }
  return files;
}

struct OwnLanguage : testing::Test {
  StubbornFiles files{files_of_the_guide()};

  std::string generated(const std::string& language, const std::string& spec, const std::string& path) {
    const Answer answer = witxc(files, {"generate", "--lang", language, "--templates", "my", "-o", "out", spec});
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    return files.text("out/" + path);
  }
};

TEST_F(OwnLanguage, AListIsJson) {
  const nlohmann::json modules = nlohmann::json::parse(generated("list", "@preview1", "functions.json"));
  ASSERT_EQ(modules.size(), 1U);
  EXPECT_EQ(modules[0].size(), 46U);
  const nlohmann::json seek = {{"name", "fd_seek"}, {"params", {"i32", "i64", "i32", "i32"}}};
  EXPECT_NE(std::find(modules[0].begin(), modules[0].end(), seek), modules[0].end());
}

TEST_F(OwnLanguage, AListIsJsonWhateverIsEmpty) {
  ASSERT_EQ(files
                .write("a.witx", R"((module $a (@interface func (export "f"))) (module $b) (module $c
    (@interface func (export "g") (param $x u64) (param $s string)) (@interface func (export "h") (result $r f32))))")
                .reason,
            "");
  const nlohmann::json modules = nlohmann::json::parse(generated("list", "a.witx", "functions.json"));
  EXPECT_EQ(modules.dump(), R"([[{"name":"f","params":[]}],[],[{"name":"g","params":["i64","i32","i32"]},)"
                            R"({"name":"h","params":[]}]])");
}

TEST_F(OwnLanguage, AnImportIsDeclaredInRust) {
  const std::string text = generated("externs", "@preview1", "wasi_snapshot_preview1.rs");
  EXPECT_NE(text.find("pub fn r#fd_seek(fd_: i32, offset_: i64, whence_: i32, value_: i32) -> i32;"),
            std::string::npos);
  EXPECT_NE(text.find("pub fn r#proc_exit(rval_: i32) -> !;"), std::string::npos);
  const std::filesystem::path folder = testing::TempDir();
  const std::string source = (folder / "own_language_imports.rs").string();
  std::ofstream(source) << text;
  const support::ProcessResult compiled =
      support::run({"rustc", "--edition", "2021", "--crate-type", "lib", "--emit", "metadata", "-o",
                    (folder / "own_language_imports.rmeta").string(), source},
                   {.input = {}, .working_directory = {}, .environment = {}, .timeout_seconds = 120});
  if (compiled.exit_code < 0) GTEST_SKIP() << "there is no rustc";
  EXPECT_EQ(compiled.exit_code, 0) << compiled.err;
}

TEST_F(OwnLanguage, WhatTemplatesSeeIsOfALanguage) {
  const auto keys = [&](const std::vector<std::string>& options) {
    std::vector<std::string> arguments{"dump", "--view", "@preview1"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Answer answer = witxc(files, arguments);
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    return answer.out;
  };
  EXPECT_NE(keys({}).find("\"typed_result\""), std::string::npos);
  EXPECT_NE(keys({"--lang", "c", "--schema"}).find("\"c_params\""), std::string::npos);
  const std::string other = keys({"--lang", "another"}) + keys({"--lang", "another", "--schema"});
  for (const char* of_another : {"typed_result", "c_params", "type_prose", "witx::"})
    EXPECT_EQ(other.find(of_another), std::string::npos) << of_another;
  EXPECT_EQ(witxc(files, {"dump", "--lang", "another", "@preview1"}).exit_code, 2);
}

}  // namespace
